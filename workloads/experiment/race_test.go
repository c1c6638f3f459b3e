package experiment_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"schedviz/traceview/record"
	"schedviz/workloads"
	"schedviz/workloads/experiment"
)

// TestRace builds this test's program with the race detector, and has it watch a workload that races and one that does
// not.
func TestRace(t *testing.T) {
	if testing.Short() {
		t.Skip("building with the race detector takes long")
	}
	if out, err := exec.Command("go", "env", "CGO_ENABLED").Output(); err != nil || strings.TrimSpace(string(out)) != "1" {
		t.Skip("building with the race detector needs cgo")
	}
	cache, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("GOCACHE", strings.TrimSpace(string(cache)))
	t.Setenv("XDG_CACHE_HOME", filepath.Join(t.TempDir(), "a cache"))
	out := filepath.Join(t.TempDir(), "runs of today") // GORACE has to quote it
	for _, c := range []struct{ args, verdict, evidence string }{
		{"--sync none --n 10000", "holds", "counter.go:"},
		{"--sync atomic --n 10000", "holds", "no race was reported"},
	} {
		s := experiment.New(workloads.Find("counter"))
		if err := s.Parse(append(strings.Fields(c.args), "--race", "--cores=off")); err != nil {
			t.Fatal(err)
		}
		s.Out = out
		r, err := s.Run(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(r.Run.Claims, func(c record.Claim) bool { return c.ID == "race-detector" })
		if i < 0 || !r.Run.Race || r.Run.Exit.Status != 0 {
			t.Fatalf("counter %s --race: claims %+v, exit %+v, want one about the race detector and status 0", c.args, r.Run.Claims, r.Run.Exit)
		}
		if got := r.Run.Claims[i]; got.Verdict != c.verdict || !strings.Contains(got.Evidence.Text, c.evidence) {
			t.Errorf("counter %s --race: %s (%s), want %s (…%s…)", c.args, got.Verdict, got.Evidence.Text, c.verdict, c.evidence)
		}
		page, err := os.ReadFile(r.Report())
		if err != nil || !strings.Contains(string(page), "with the race detector") {
			t.Errorf("the page of counter %s --race does not say that the race detector watched: %v", c.args, err)
		}
	}
}
