package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// TestMain lets the test binary act as the program itself, and as its child.
func TestMain(m *testing.M) {
	if os.Getenv("EXAMPLE_MAIN") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// runExample runs the example in dir and returns what it prints.
func runExample(t *testing.T, dir string, args ...string) (string, error) {
	t.Helper()
	exe, err := filepath.Abs(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "EXAMPLE_MAIN=1")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func TestExample(t *testing.T) {
	dir := t.TempDir()
	out, err := runExample(t, dir, "--runners", "3", "--cores", "off")
	want := regexp.MustCompile(`^holds: Only one runner has the baton at a time\.
  at most 1 runner at once \(G[0-9]+, at [0-9.]+ [mµ]s\)
out.relay-runners3-cores-off-1.report\.html
$`)
	if err != nil || !want.MatchString(out) {
		t.Fatalf("example --runners 3: %v, prints %q, want %s", err, out, want)
	}
	checkRunDir(t, filepath.Join(dir, "out", "relay-runners3-cores-off-1"))
	if index, err := os.ReadFile(filepath.Join(dir, "out", "index.html")); err != nil ||
		!bytes.Contains(index, []byte("relay-runners3-cores-off-1/report.html")) {
		t.Errorf("the index page does not list the run: %v", err)
	}
}

// checkRunDir checks what is in the run directory of a relay with 3 runners.
func checkRunDir(t *testing.T, dir string) {
	t.Helper()
	for name, want := range map[string]string{
		"trace.out":   "go 1.",
		"output.txt":  "3 laps\n",
		"stat.json":   `"schema": 1`,
		"report.html": "<title>relay · ",
	} {
		if data, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.Contains(data, []byte(want)) {
			t.Errorf("%s of the run is %.100q, %v; want %q in it", name, data, err, want)
		}
	}
	var run struct {
		Complete bool
		Params   map[string]string
		Result   int
		Claims   []struct{ ID, Verdict string }
	}
	data, err := os.ReadFile(filepath.Join(dir, "run.json"))
	if err == nil {
		err = json.Unmarshal(data, &run)
	}
	if err != nil || !run.Complete || run.Params["runners"] != "3" || run.Result != 3 ||
		len(run.Claims) != 1 || run.Claims[0].Verdict != "holds" {
		t.Errorf("run.json says %+v, %v; want a whole run of 3 laps with a claim that holds", run, err)
	}
}

func TestExampleRefuses(t *testing.T) {
	dir := t.TempDir()
	out, err := runExample(t, dir, "--runners", "0")
	if want := "example: relay: --runners must be 1 or more, not 0\n"; err == nil || out != want {
		t.Errorf("example --runners 0: %v, prints %q, want a failure and %q", err, out, want)
	}
	if _, err := os.Stat(filepath.Join(dir, "out")); err == nil {
		t.Error("example --runners 0 made a directory")
	}
}
