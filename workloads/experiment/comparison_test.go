package experiment_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"schedviz/traceview/sweep"
	"schedviz/workloads/experiment"
	"schedviz/workloads/usage"
)

const aTrace = "../../traceview/testdata/traces/channels.trace"

// A workload that is run twice is compared with a trace, on a page that links to its run.
func TestComparison(t *testing.T) {
	dir, heard := t.TempDir(), new(told)
	c, err := experiment.NewComparison([]string{"nap --for 3ms --cores off", aTrace}, experiment.CompareOptions{
		Out: filepath.Join(dir, "out"), Procs: 2, Repeat: 2, Hooks: heard.hooks(),
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Measure(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(c.Sides) != 2 || len(c.Sides[0].Runs) != 2 || len(c.Sides[1].Runs) != 1 || c.Sides[0].Runs[1].Procs != 2 {
		t.Fatalf("sides %+v, want 2 runs on 2 Ps and a trace", c.Sides)
	}
	const command = "schedviz run nap --for 3ms --cores off --procs 2"
	if run := c.Sides[0].Runs[0].Input.Run; strings.Join(run.Command, " ") != command {
		t.Errorf("run.json's command is %q, want %q", run.Command, command)
	}
	r := c.Result()
	page, err := c.Page(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "page.html")
	if err := c.WritePage(t.Context(), path, page); err != nil {
		t.Fatal(err)
	}
	contains(t, path, `href="./out/nap-for3ms-procs2-cores-off-`)
	if want := "nap --for 3ms --cores off · " + aTrace; c.Title() != want {
		t.Errorf("Title = %q, want %q", c.Title(), want)
	}
	if got := strings.Join(heard.doing, "; "); !strings.HasPrefix(got, "reading; round 1 of 2; recording nap") {
		t.Errorf("the hooks were told %q", got)
	}
}

// A single workload is compared in the variants of its guide.
func TestGuidedComparison(t *testing.T) {
	c, err := experiment.NewComparison([]string{"tightloop --work 1ms"},
		experiment.CompareOptions{Out: "out", Repeat: 1})
	if err != nil || c.Guide == nil || len(c.Sides) != len(c.Guide.Ways) {
		t.Fatalf("NewComparison(tightloop) = %+v, %v, want the variants of its guide", c, err)
	}
	for i, s := range c.Sides {
		if !strings.HasSuffix(s.Label, " --work 1ms") || s.Says != c.Guide.Ways[i].Says {
			t.Errorf("side %d = %+v, want a variant of the guide with --work 1ms", i, s)
		}
	}
}

func TestNewComparisonRefuses(t *testing.T) {
	for want, args := range map[string][]string{
		"compare needs two or more things":       nil,
		"compare needs something to compare nap": {"nap"},
		"compare takes up to 8 things":           strings.Fields("a b c d e f g h i"),
		"nap: --for: bad value":                  {"nap --for x", "nap"},
		"a quote ' is not closed":                {"nap '", "nap"},
		"--sync is what this guided comparison":  {"counter --sync=none"},
		`the nearest workload is "nap"`:          {"nup", "nap"},
		"standard input can be given only once":  {"-", "-"},
		"-o " + aTrace + " is one of the traces": {"nap", aTrace},
	} {
		_, err := experiment.NewComparison(args, experiment.CompareOptions{Out: "out", Repeat: 1, Output: aTrace})
		if err == nil || !strings.Contains(err.Error(), want) || !errors.As(err, new(usage.Error)) {
			t.Errorf("NewComparison(%q) = %v, want a usage error with %q", args, err, want)
		}
	}
	_, err := experiment.NewComparison([]string{"./nope", "nap"}, experiment.CompareOptions{Out: "out"})
	if err == nil || errors.As(err, new(usage.Error)) {
		t.Errorf("NewComparison(./nope) = %v, want the error of reading it", err)
	}
}

// A sweep resumes where it stopped, without repeating finished runs.
func TestSweep(t *testing.T) {
	out, heard := t.TempDir(), new(told)
	plan := sweep.Plan{
		Workload: "nap", Args: []string{"--cores=off"}, Procs: []int{1, 2}, Repeat: 1,
		Vary: &sweep.Axis{Flag: "fail", Values: []string{"false", "true"}},
	}
	s, err := experiment.NewSweep(plan, out, heard.hooks())
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Run(t.Context())
	const failed = "2 of 4 runs failed, the first: running nap: it was asked to fail"
	if err == nil || !strings.HasPrefix(err.Error(), failed) || r == nil || len(r.Log.Done) != 2 {
		t.Fatalf("Run = %+v, %v, want 2 runs and that 2 failed", r, err)
	}
	contains(t, r.Path, "2 of 4 runs are done")
	first := r.Log.Done[0].Dir
	heard.doing = nil
	again, err := s.Run(t.Context())
	if err == nil || again == nil || again.Log.Dir != r.Log.Dir || len(again.Log.Done) != 2 ||
		again.Log.Done[0].Dir != first {
		t.Fatalf("Run, again = %+v, %v, want the same two runs", again, err)
	}
	want := "resuming " + r.Log.Dir + ": 2 of 4 runs are done"
	if len(heard.doing) == 0 || heard.doing[0] != want {
		t.Errorf("the hooks were told %q, want first %q", heard.doing, want)
	}
	dirs, err := filepath.Glob(filepath.Join(out, "sweep-*"))
	if err != nil || len(dirs) != 1 {
		t.Errorf("the sweeps made %q, want one directory", dirs)
	}
	contains(t, filepath.Join(out, experiment.IndexFile), "unfinished: 2 of 4 runs")
}

func TestNewSweepRefuses(t *testing.T) {
	for want, plan := range map[string]sweep.Plan{
		"nap: --for: bad value": {
			Workload: "nap", Procs: []int{1}, Repeat: 1, Vary: &sweep.Axis{Flag: "for", Values: []string{"1ms", "x"}},
		},
		"that would be 10001 runs; a sweep makes up to 10000": {Workload: "nap", Procs: []int{1}, Repeat: 10_001},
	} {
		out := filepath.Join(t.TempDir(), "out")
		_, err := experiment.NewSweep(plan, out, experiment.Hooks{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("NewSweep(%+v) = %v, want %q", plan, err, want)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("NewSweep(%+v) made a directory", plan)
		}
	}
}

// A trace file is found as a trace, a run directory as a run.
func TestFind(t *testing.T) {
	s, _ := setup(t)
	r, err := s.Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	in, err := experiment.Find(r.Run.Dir, experiment.Input{}.Options)
	if err != nil || in.Run == nil || in.Trace != filepath.Join(r.Run.Dir, "trace.out") || in.Cores != "" {
		t.Errorf("Find(a run) = %+v, %v, want the run without a record of cores", in, err)
	}
	a, err := in.Analyze(t.Context(), experiment.Hooks{})
	if err != nil || a.Summary.Stat.Trace.Events != r.Stat().Trace.Events {
		t.Fatalf("Analyze = %v, want the events of the run", err)
	}
	if page := in.Page(a); len(page.Claims) != 2 || !strings.HasPrefix(page.Title, "nap · ") {
		t.Errorf("Page = %q with %d claims, want the run's", page.Title, len(page.Claims))
	}
	if in, err := experiment.Find(aTrace, in.Options); err != nil || in.Run != nil || in.Trace != aTrace {
		t.Errorf("Find(a trace) = %+v, %v", in, err)
	}
	if _, err := experiment.Find("nope", in.Options); !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(),
		"reading nope: ") {
		t.Errorf("Find(nope) = %v, want that it does not exist", err)
	}
}
