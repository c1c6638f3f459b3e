package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// TestMain lets the test binary be the program itself, and its child.
func TestMain(m *testing.M) {
	if os.Getenv("EXAMPLE_MAIN") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

func runExample(t *testing.T, args ...string) (string, error) {
	t.Helper()
	exe, err := filepath.Abs(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, args...)
	cmd.Dir = t.TempDir()
	cmd.Env = append(os.Environ(), "EXAMPLE_MAIN=1")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func TestExample(t *testing.T) {
	out, err := runExample(t, "--runners", "3")
	want := regexp.MustCompile(`^holds: Only one runner has the baton at a time\.
  1 runner at once at most, on G [0-9]+ at [0-9.]+ [mµ]s
schedviz view out.relay-1 --open
$`)
	if err != nil || !want.MatchString(out) {
		t.Errorf("example --runners 3: %v, prints %q, want %s", err, out, want)
	}
}

func TestExampleRefuses(t *testing.T) {
	out, err := runExample(t, "--runners", "0")
	if want := "example: --runners must be 1 or more, not 0\n"; err == nil || out != want {
		t.Errorf("example --runners 0: %v, prints %q, want a failure and %q", err, out, want)
	}
}
