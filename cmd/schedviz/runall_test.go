package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"schedviz/traceview"
	"schedviz/traceview/record"
	"schedviz/workloads"
	"schedviz/workloads/experiment"
)

// TestRunAll runs every workload once, with short sleeps. No claim may fail.
func TestRunAll(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	var got struct {
		Runs []struct {
			RunDir   string `json:"run_dir"`
			Report   string
			Workload string
			Params   map[string]string
			Exit     record.Exit
			Claims   []record.Claim
			Stat     *traceview.Stat
		}
	}
	runJSON(t, &got, "run", "--all", "--scale", "0.05", "--json", "--out", out)
	if len(got.Runs) != len(workloads.All()) {
		t.Fatalf("run --all ran %d workloads, want %d", len(got.Runs), len(workloads.All()))
	}
	index, err := os.ReadFile(filepath.Join(out, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	for i, w := range workloads.All() {
		r := got.Runs[i]
		if r.Workload != w.Name || !r.Exit.OK() || r.Stat == nil || r.Stat.Trace.Events == 0 || len(r.Claims) == 0 {
			t.Errorf("run --all [%d] = %s: %+v, %d claims, want %s with a trace and claims", i, r.Workload, r.Exit, len(r.Claims), w.Name)
		}
		if scale, ok := r.Params["scale"]; ok && scale != "0.05" {
			t.Errorf("%s: --scale = %s, want 0.05", w.Name, scale)
		}
		if link := filepath.Base(r.RunDir) + "/report.html"; !bytes.Contains(index, []byte(link)) {
			t.Errorf("the index page has no link to %s", link)
		}
		if _, err := os.Stat(r.Report); err != nil {
			t.Errorf("%s has no report: %v", w.Name, err)
		}
		for _, c := range r.Claims {
			if c.Verdict == string(workloads.Fails) || c.Evidence.Text == "" {
				t.Errorf("%s: claim %s = %s (%s), want holds or inconclusive, with a reason", w.Name, c.ID, c.Verdict, c.Evidence.Text)
			}
		}
	}
}

// madeUp returns a made-up run.
func madeUp(name string, err error, verdicts ...workloads.Verdict) experiment.Outcome {
	r := &record.Run{Dir: "out/" + name + "-1", Workload: name}
	for _, v := range verdicts {
		r.Claims = append(r.Claims, record.Claim{ID: "it-works", Text: "It works.", Verdict: string(v), Evidence: record.Evidence{Text: "seen at 1 ms"}})
	}
	return experiment.Outcome{Run: r, Err: err}
}

func TestBatchVerdict(t *testing.T) {
	broken := errors.New("running leak: exit status 2")
	type runs = []experiment.Outcome
	for _, c := range []struct {
		name   string
		strict bool
		runs   runs
		want   string
		status int
	}{
		{"all hold", true, runs{madeUp("say", nil, workloads.Holds, workloads.Inconclusive)}, "", exitDone},
		{"a claim fails", false, runs{madeUp("say", nil, workloads.Fails)}, "", exitDone},
		{
			"a claim fails, strict", true,
			runs{madeUp("say", nil, workloads.Holds), madeUp("quit", nil, workloads.Fails)},
			"checking all workloads: 1 of 2 claims failed", exitClaimFailed,
		},
		{
			"a run fails", true,
			runs{madeUp("say", nil, workloads.Fails), madeUp("leak", broken)},
			"running leak: exit status 2", exitFailed,
		},
		{
			"two runs fail", false,
			runs{madeUp("say", broken), madeUp("leak", broken)},
			"2 workloads failed (say, leak), the first: running leak: exit status 2", exitFailed,
		},
	} {
		err := (&batch{flags: &runFlags{strict: c.strict}}).verdict(c.runs)
		if c.want == "" {
			if err != nil {
				t.Errorf("%s: verdict = %v, want none", c.name, err)
			}
			continue
		}
		if err == nil || err.Error() != c.want || exitStatus(err) != c.status {
			t.Errorf("%s: verdict = %v, want %q and exit status %d", c.name, err, c.want, c.status)
		}
	}
}

func TestBatchTable(t *testing.T) {
	var out bytes.Buffer
	b := &batch{flags: &runFlags{Options: experiment.Defaults()}, stdout: &out}
	if err := b.print([]experiment.Outcome{
		madeUp("say", nil, workloads.Holds, workloads.Holds),
		madeUp("quit", nil, workloads.Holds, workloads.Fails),
		madeUp("leak", errors.New("running leak: timed out")),
	}); err != nil {
		t.Fatal(err)
	}
	want := `  workload  took  holds  fails  inconclusive  differs  run
  say       0 ns      2      -             -        -  out/say-1
  quit      0 ns      1      1             -        -  out/quit-1
  leak      0 ns      -      -             -        -  failed: running leak: timed out

quit: fails: It works.
  seen at 1 ms

` + filepath.Join("out", "index.html") + "\n"
	if got := out.String(); got != want {
		t.Errorf("print = %s\nwant %s", got, want)
	}
}

func TestListByConcept(t *testing.T) {
	var out bytes.Buffer
	mine := &workloads.Workload{Name: "mine", Title: "My own"}
	printList(&out, []*workloads.Workload{workloads.Find("steal"), mine, workloads.Find("say")})
	want := `Goroutines, and waiting for them
  say    Main says hello while a goroutine says world
The scheduler at work
  steal  One goroutine makes many runnable, and other Ps steal them
Others
  mine   My own
`
	if got := out.String(); !strings.HasPrefix(got, want) {
		t.Errorf("printList = %s\nwant it to begin with %s", got, want)
	}
}
