package experiment_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/trace"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/pflag"

	"schedviz/traceview"
	"schedviz/traceview/cores"
	"schedviz/traceview/record"
	"schedviz/traceview/tracefile"
	"schedviz/workloads"
	"schedviz/workloads/experiment"
	"schedviz/workloads/query"
	"schedviz/workloads/usage"
)

// TestMain lets the test binary act as the child of the tests' runs.
func TestMain(m *testing.M) {
	workloads.Register(napWorkload)
	workloads.Register(talkWorkload)
	experiment.Child()
	os.Exit(m.Run())
}

// napWorkload is a custom workload: it sleeps, or fails.
var napWorkload = &workloads.Workload{
	Name:  "nap",
	Title: "A goroutine sleeps",
	New:   func() workloads.Program { return new(nap) },
	Claims: []workloads.Claim{
		workloads.NewClaim("one", "One goroutine sleeps at a time.", "nap", func(r workloads.Recording) workloads.Finding {
			return workloads.KeepsLimit(r, query.Regions(r.Window, "nap"), "sleeper", 1)
		}),
		workloads.NewClaim("none", "No goroutine sleeps.", "nap", func(r workloads.Recording) workloads.Finding {
			return workloads.KeepsLimit(r, query.Regions(r.Window, "nap"), "sleeper", 0)
		}),
	},
}

type nap struct {
	length time.Duration
	fail   bool
}

func (p *nap) Flags(fs *pflag.FlagSet) {
	fs.DurationVar(&p.length, "for", time.Millisecond, "how long it sleeps")
	fs.BoolVar(&p.fail, "fail", false, "fail after that")
}

func (p *nap) Validate() error {
	if p.length < 0 {
		return fmt.Errorf("--for must be 0 or more, not %v", p.length)
	}
	return nil
}

func (p *nap) Run(ctx context.Context, out io.Writer) (any, error) {
	trace.WithRegion(ctx, "nap", func() {
		select {
		case <-time.After(p.length):
		case <-ctx.Done():
		}
	})
	fmt.Fprintln(out, "awake")
	if p.fail {
		return nil, errors.New("it was asked to fail")
	}
	return "awake", ctx.Err()
}

// setup returns a setup of nap with these flags, whose runs go to a directory of the test, and a record of its
// hooks' calls.
func setup(t *testing.T, args ...string) (*experiment.Setup, *told) {
	t.Helper()
	s := experiment.New(napWorkload)
	if err := s.Parse(append(args, "--cores", "off")); err != nil {
		t.Fatal(err)
	}
	heard := new(told)
	s.Out, s.Hooks = filepath.Join(t.TempDir(), "out"), heard.hooks()
	return s, heard
}

// told records the calls of hooks, a line each.
type told struct{ doing, warned []string }

func (h *told) hooks() experiment.Hooks {
	return experiment.Hooks{
		Doing:   func(s string) { h.doing = append(h.doing, s) },
		Warn:    func(s string) { h.warned = append(h.warned, s) },
		Reading: func(*tracefile.File) func() { h.doing = append(h.doing, "reading"); return func() {} },
	}
}

// contains fails the test unless a file has the text.
func contains(t *testing.T, path, text string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(data), text) {
		t.Errorf("%s: %v, %d bytes, want %q in it", path, err, len(data), text)
	}
}

func TestRun(t *testing.T) {
	s, heard := setup(t, "--for", "2ms", "--procs", "2", "--godebug", "gctrace=0")
	r, err := s.Run(t.Context())
	if err != nil || r.Err() != nil {
		t.Fatalf("Run = %v, %v", err, r.Err())
	}
	dir := filepath.Join(s.Out, "nap-for2ms-procs2-cores-off-godebug-gctrace-0-1")
	if r.Run.Dir != dir || r.Report() != filepath.Join(dir, "report.html") || r.Stat().Procs.GOMAXPROCS != 2 {
		t.Errorf("Run made %s with report %s, on %d Ps, want %s, on 2", r.Run.Dir, r.Report(),
			r.Stat().Procs.GOMAXPROCS, dir)
	}
	got := map[string]string{}
	for _, c := range r.Run.Claims {
		got[c.ID] = c.Verdict
	}
	if got["one"] != "holds" || got["none"] != "fails" || len(got) != 2 {
		t.Errorf("Run: verdicts %v, want that one holds and none fails", got)
	}
	if n := experiment.Verdicts(r.Run.Claims); n.Holds != 1 || n.Fails != 1 || n.Inconclusive != 0 {
		t.Errorf("Verdicts = %+v, want one that holds and one that fails", n)
	}
	contains(t, filepath.Join(dir, "output.txt"), "awake\n")
	contains(t, filepath.Join(dir, "report.html"), "<title>nap · 2 Ps")
	contains(t, filepath.Join(s.Out, experiment.IndexFile), filepath.Base(dir)+"/report.html")
	saved, err := record.Load(dir)
	if err != nil || len(saved.Claims) != 2 || !slices.Equal(saved.Command, os.Args) || !saved.Complete {
		t.Errorf("run.json = %+v, %v, want a complete run with claims and the test's command line", saved, err)
	}
	var stat traceview.Stat
	data, err := os.ReadFile(filepath.Join(dir, "stat.json"))
	if err == nil {
		err = json.Unmarshal(data, &stat)
	}
	if err != nil || stat.Trace.Events != r.Stat().Trace.Events {
		t.Errorf("stat.json has %d events, %v, want %d", stat.Trace.Events, err, r.Stat().Trace.Events)
	}
	want := []string{"recording nap; Ctrl-C ends it early and keeps what was recorded", "reading"}
	if !slices.Equal(heard.doing, want) || len(heard.warned) > 0 {
		t.Errorf("the hooks were told %+v, want %q", heard, want)
	}
}

// A run that ends early keeps what was recorded, says how it ended, and has a page.
func TestRunThatFails(t *testing.T) {
	for _, c := range []struct {
		name, want string
		args       []string
	}{
		{"fails", "running nap: it was asked to fail", []string{"--fail"}},
		{"timeout", "running nap: timed out after 200ms", []string{"--for", "1m", "--timeout", "200ms"}},
	} {
		s, _ := setup(t, c.args...)
		r, err := s.Run(t.Context())
		if err != nil {
			t.Fatalf("%s: Run = %v, want a result", c.name, err)
		}
		if r.Err() == nil || r.Err().Error() != c.want {
			t.Errorf("%s: Err = %v, want %q", c.name, r.Err(), c.want)
		}
		for _, claim := range r.Run.Claims {
			if claim.Verdict != "inconclusive" {
				t.Errorf("%s: claim %s = %s, want inconclusive", c.name, claim.ID, claim.Verdict)
			}
		}
		if r.Stat() == nil {
			t.Errorf("%s: nothing of the trace was read", c.name)
		}
		contains(t, r.Report(), "The workload failed: ")
	}
}

// When the context ends, everything ends: nobody is waiting for a page.
func TestRunOfCancelled(t *testing.T) {
	s, _ := setup(t, "--for", "1m")
	ctx, cancel := context.WithTimeoutCause(t.Context(), 300*time.Millisecond, nil)
	defer cancel()
	if r, err := s.Run(ctx); err == nil && r.Err() == nil {
		t.Error("Run of a context that ends = no error")
	}
	runs, err := record.List(s.Out)
	if err != nil || len(runs) != 1 || !runs[0].Exit.Interrupted {
		t.Errorf("it leaves %d runs, %v, want the one that was interrupted", len(runs), err)
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string // part of the error
	}{
		{[]string{"--for", "3ms", "--procs", "4", "--cores", "proc", "--async-preempt", "off"}, ""},
		{[]string{"--for", "-1s"}, "nap: --for must be 0 or more, not -1s"},
		{[]string{"--fro", "1s"}, `nap: unknown flag "--fro": the nearest is "--for"`},
		{[]string{"--for", "long"}, `nap: --for: bad value "long": want a time such as`},
		{[]string{"--procs", "0"}, "nap: --procs must be from 1 to 4096, not 0"},
		{[]string{"--cores", "prof"}, `nap: --cores: unknown value "prof": the nearest is "proc"`},
		{[]string{"--timeout", "0"}, "nap: --timeout must be above 0, not 0s"},
		{[]string{"more"}, `nap takes no arguments, not "more"`},
	} {
		s := experiment.New(napWorkload)
		err := s.Parse(c.args)
		if c.want == "" {
			if err != nil || s.Procs != 4 || s.Cores != cores.ModeProc || s.AsyncPreempt != "off" ||
				s.Program.(*nap).length != 3*time.Millisecond {
				t.Errorf("Parse(%q) = %v, sets %+v and %+v", c.args, err, s.Options, s.Program)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), c.want) || !errors.As(err, new(usage.Error)) {
			t.Errorf("Parse(%q) = %v, want a usage error with %q", c.args, err, c.want)
		}
	}
}

// A program that serves for a minute is not ended by the default timeout of a minute, but by one that was asked for.
func TestTimeoutFits(t *testing.T) {
	for _, c := range []struct {
		workload, args string
		want           time.Duration
	}{
		{"httpserver", "--for 60s --scale 1 --deadline 5s", time.Minute + 65*time.Second},
		{"httpserver", "--for 60s --scale 1 --timeout 1m", time.Minute},
		{"say", "--scale 10", time.Minute},
	} {
		s := experiment.New(workloads.Find(c.workload))
		if err := s.Parse(strings.Fields(c.args)); err != nil || s.Timeout != c.want {
			t.Errorf("%s %s: timeout = %v, %v, want %v", c.workload, c.args, s.Timeout, err, c.want)
		}
	}
}

func TestRunAll(t *testing.T) {
	s, heard := setup(t)
	failing, _ := setup(t, "--fail")
	outcomes, err := experiment.RunAll(t.Context(), []*experiment.Setup{failing, s})
	if err != nil || len(outcomes) != 2 {
		t.Fatalf("RunAll = %d outcomes, %v, want 2", len(outcomes), err)
	}
	if outcomes[0].Err == nil || outcomes[1].Err != nil {
		t.Errorf("RunAll: errors %v, %v, want that the first fails", outcomes[0].Err, outcomes[1].Err)
	}
	if o := outcomes[1]; o.Stat == nil || o.Took <= 0 || len(o.Run.Claims) != 2 {
		t.Errorf("RunAll: outcome %+v, want one with figures and claims", o)
	}
	if len(heard.doing) == 0 || heard.doing[0] != "2 of 2" {
		t.Errorf("the hooks were told %q, want first that it is 2 of 2", heard.doing)
	}
}

func TestRunChildRefuses(t *testing.T) {
	for want, args := range map[string][]string{
		"__record is only for schedviz itself": nil,
		`__record: no workload "nope"`:         {"nope"},
		"__record: unknown flag: --x":          {"nap", "--x"},
	} {
		if err := experiment.RunChild(args); err == nil || err.Error() != want || !errors.As(err, new(usage.Error)) {
			t.Errorf("RunChild(%q) = %v, want %q", args, err, want)
		}
	}
}

// A program whose children could not run the workload, or would start children endlessly, gets an error, and
// nothing is left behind.
func TestRunRefuses(t *testing.T) {
	s, _ := setup(t)
	stranger := *napWorkload
	s.Workload = &stranger
	_, err := s.Run(t.Context())
	if err == nil || !strings.Contains(err.Error(), "starting nap: it is not registered") {
		t.Errorf("Run of a workload that is not registered = %v", err)
	}
	s.Workload = napWorkload
	args := os.Args
	defer func() { os.Args = args }()
	os.Args = []string{"program", experiment.ChildArg, "nap"}
	_, err = s.Run(t.Context())
	if err == nil || !strings.Contains(err.Error(), "main must call experiment.Child first") {
		t.Errorf("Run in a child process = %v", err)
	}
	if _, err := os.Stat(s.Out); err == nil {
		t.Error("it leaves an output directory")
	}
}
