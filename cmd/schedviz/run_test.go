package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"schedviz/traceview"
	"schedviz/traceview/record"
	"schedviz/workloads"
	"schedviz/workloads/experiment"
)

// runJSON runs the command and decodes its output, which must be one JSON value without fields that v lacks.
func runJSON(t *testing.T, v any, args ...string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if status := run(args, &stdout, &stderr); status != exitDone || stderr.Len() != 0 {
		t.Fatalf("schedviz %s: status %d, standard error %q", strings.Join(args, " "), status, stderr.String())
	}
	dec := json.NewDecoder(&stdout)
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		t.Fatalf("schedviz %s: %v", strings.Join(args, " "), err)
	}
	if dec.More() {
		t.Errorf("schedviz %s prints more than one JSON value", strings.Join(args, " "))
	}
}

func TestListJSON(t *testing.T) {
	var got []struct {
		Name, Title string
		Flags       []struct{ Name, Default, Usage string }
		Claims      []struct{ ID, Text string }
	}
	runJSON(t, &got, "list", "--json")
	if len(got) != len(workloads.All()) {
		t.Fatalf("list --json has %d workloads, want %d", len(got), len(workloads.All()))
	}
	for i, w := range workloads.All() {
		if got[i].Name != w.Name || got[i].Title != w.Title || len(got[i].Claims) != len(w.Claims) {
			t.Errorf("list --json [%d] = %+v, want %s with %d claims", i, got[i], w.Name, len(w.Claims))
		}
		for _, f := range got[i].Flags {
			if f.Name == "" || f.Usage == "" {
				t.Errorf("list --json: flag %+v of %s lacks a name or a usage", f, w.Name)
			}
		}
	}
}

// The shape of run --json is a contract, so this test decodes it into its own types.
func TestRunJSON(t *testing.T) {
	var got struct {
		RunDir   string `json:"run_dir"`
		Report   string
		Workload string
		Params   map[string]string
		Exit     struct {
			Status      int
			Signal      string
			Error       string
			TimedOut    bool `json:"timed_out"`
			Interrupted bool
		}
		Claims []struct {
			ID, Text, Verdict string
			Evidence          struct {
				Text       string
				Goroutines []int64
				FromNS     int64 `json:"from_ns"`
				ToNS       int64 `json:"to_ns"`
			}
		}
		Stat traceview.Stat
	}
	out := t.TempDir()
	runJSON(t, &got, "run", "waitgroup", "--procs", "3", "--out", out, "--json")
	dir := filepath.Join(out, "waitgroup-procs3-1")
	if got.RunDir != dir || got.Report != filepath.Join(dir, "report.html") || got.Workload != "waitgroup" {
		t.Errorf("run --json: run_dir %q, report %q, workload %q, want those of %s", got.RunDir, got.Report, got.Workload, dir)
	}
	if got.Exit.Status != 0 || got.Exit.Error != "" || got.Params["tasks"] != "3" {
		t.Errorf("run --json: exit %+v, params %v, want a good exit and 3 tasks", got.Exit, got.Params)
	}
	if got.Stat.Schema != 1 || got.Stat.Procs.GOMAXPROCS != 3 || got.Stat.Trace.Events == 0 {
		t.Errorf("run --json: stat %+v, want one of a trace with 3 Ps", got.Stat)
	}
	if len(got.Claims) == 0 {
		t.Error("run --json: no claims")
	}
	for _, c := range got.Claims {
		ok := c.Verdict == "holds" || c.Verdict == "fails" || c.Verdict == "inconclusive"
		if c.ID == "" || c.Text == "" || !ok || c.Evidence.Text == "" {
			t.Errorf("run --json: claim %+v lacks something", c)
		}
		if c.Verdict != "inconclusive" && (c.Evidence.Goroutines == nil || c.Evidence.ToNS <= c.Evidence.FromNS) {
			t.Errorf("run --json: claim %s %s without goroutines or a time: %+v", c.ID, c.Verdict, c.Evidence)
		}
	}
}

// A workload's flag must not hide a flag of every run.
func TestFlagsDoNotCollide(t *testing.T) {
	f := newRunFlags()
	ofRuns := pflag.NewFlagSet("", pflag.ContinueOnError)
	f.bind(ofRuns)
	for _, w := range workloads.All() {
		experiment.FlagsOf(w.New()).VisitAll(func(flag *pflag.Flag) {
			if ofRuns.Lookup(flag.Name) != nil || flag.Name == "help" {
				t.Errorf("%s has a flag --%s, which every run has", w.Name, flag.Name)
			}
		})
	}
}

func TestVerdict(t *testing.T) {
	run := func(failure string, verdicts ...string) *record.Run {
		r := &record.Run{Workload: "w", Exit: record.Exit{Error: failure}}
		for _, v := range verdicts {
			r.Claims = append(r.Claims, record.Claim{Verdict: v})
		}
		return r
	}
	unread := os.ErrInvalid
	tests := []struct {
		name   string
		run    *record.Run
		strict bool
		unread error
		want   int
		err    string
	}{
		{"all hold", run("", "holds", "holds"), true, nil, 0, ""},
		{"one can't tell", run("", "holds", "inconclusive"), true, nil, 0, ""},
		{"one fails, not strict", run("", "holds", "fails"), false, nil, 0, ""},
		{"one fails", run("", "holds", "fails"), true, nil, 3, "checking w: 1 of 2 claims failed"},
		{"the workload fails", run("panic: x", "fails"), true, nil, 1, "running w: panic: x"},
		{"no trace", run("", "inconclusive"), true, unread, 1, "invalid argument"},
		{"the workload fails and leaves no trace", run("killed"), false, unread, 1, "running w: killed"},
	}
	for _, tt := range tests {
		j := &job{flags: &runFlags{strict: tt.strict}}
		err := j.verdict(&experiment.Result{Run: tt.run, Unread: tt.unread})
		if err == nil && tt.want == 0 {
			continue
		}
		if err == nil || exitStatus(err) != tt.want || err.Error() != tt.err {
			t.Errorf("verdict(%s) = %v, want status %d and %q", tt.name, err, tt.want, tt.err)
		}
	}
}
