package workloads

import (
	"slices"
	"strings"
	"testing"

	"schedviz/traceview"
)

// claimCase is a recording and the expected verdict on one claim.
type claimCase struct {
	claim    string // "say/asleep"
	name     string
	args     string // flags of the workload
	play     func(*tape)
	verdict  Verdict
	evidence string // part of it
}

func TestClaims(t *testing.T) {
	for _, c := range suiteCases() {
		t.Run(c.claim+" "+c.name, func(t *testing.T) {
			workload, id, _ := strings.Cut(c.claim, "/")
			tp := newTape(t, workload, c.args)
			c.play(tp)
			got, ok := checkedClaim(Find(workload), tp.recording(), id)
			if !ok {
				t.Fatalf("Check(%s %s) does not check claim %s", workload, c.args, id)
			}
			if got.Verdict != c.verdict || !strings.Contains(got.Evidence, c.evidence) {
				t.Errorf("claim %s = %s (%s), want %s (…%s…)", c.claim, got.Verdict, got.Evidence, c.verdict, c.evidence)
			}
			checkFinding(t, got.Finding, tp.w)
		})
	}
}

// checkedClaim returns the result of a workload's check of one claim.
func checkedClaim(w *Workload, r Recording, id string) (Checked, bool) {
	checked := w.Check(r)
	i := slices.IndexFunc(checked, func(c Checked) bool { return c.ID == id })
	if i < 0 {
		return Checked{}, false
	}
	return checked[i], true
}

// checkFinding checks that a finding has evidence and points into the window.
func checkFinding(t *testing.T, f Finding, w *traceview.Window) {
	t.Helper()
	if f.Evidence == "" || strings.ContainsAny(f.Evidence, "\n%") && !strings.Contains(f.Evidence, "%)") {
		t.Errorf("evidence = %q, want one sentence", f.Evidence)
	}
	if f.From > f.To || f.From < w.From || f.To > w.To {
		t.Errorf("finding goes from %d to %d, want a part of the window, %d to %d", f.From, f.To, w.From, w.To)
	}
	if f.Verdict == Holds && len(f.Goroutines) == 0 {
		t.Errorf("finding %q holds, but names no goroutine", f.Evidence)
	}
	for _, id := range f.Goroutines {
		if !slices.ContainsFunc(w.Goroutines, func(g traceview.Goroutine) bool { return g.ID == id }) {
			t.Errorf("finding names G%d, which is not in the window", id)
		}
	}
}

// TestEveryClaimIsTested requires, for each claim, a recording for which it holds, one for which it fails or differs, and
// an inconclusive one.
func TestEveryClaimIsTested(t *testing.T) {
	seen := map[string][]Verdict{}
	for _, c := range suiteCases() {
		seen[c.claim] = append(seen[c.claim], c.verdict)
	}
	for _, w := range All() {
		for _, c := range w.Claims {
			got := seen[w.Name+"/"+c.ID]
			for _, v := range []Verdict{Holds, Inconclusive} {
				if !slices.Contains(got, v) {
					t.Errorf("no case of claim %s/%s has the verdict %s", w.Name, c.ID, v)
				}
			}
			if !slices.Contains(got, Fails) && !slices.Contains(got, Differs) {
				t.Errorf("no case of claim %s/%s fails or differs", w.Name, c.ID)
			}
		}
	}
}

// TestPartialRuns checks that claims about a partial run are not reported to hold.
func TestPartialRuns(t *testing.T) {
	for _, w := range All() {
		for name, spoil := range map[string]func(*Recording){
			"no result":        func(r *Recording) { r.Result = []byte("null") },
			"empty result":     func(r *Recording) { r.Result = nil },
			"incomplete trace": func(r *Recording) { r.Summary.Stat.Trace.Complete = false },
			"no window":        func(r *Recording) { r.Window = nil },
			"no summary":       func(r *Recording) { r.Summary = nil },
		} {
			r := newTape(t, w.Name, "").recording()
			spoil(&r)
			checked := w.Check(r)
			if len(checked) == 0 {
				t.Errorf("%s, %s: Check found no claim", w.Name, name)
			}
			for _, c := range checked {
				if c.Verdict != Inconclusive || c.Evidence == "" {
					t.Errorf("%s, %s: claim %s = %s (%s), want inconclusive with a reason", w.Name, name, c.ID, c.Verdict, c.Evidence)
				}
			}
		}
	}
}

// TestEmptyTrace checks that every claim is inconclusive on a trace without what the claim is about.
func TestEmptyTrace(t *testing.T) {
	args := map[string][]string{
		"counter":    {"--sync none", "--sync mutex", "--sync atomic", "--sync channel"},
		"workerpool": {"", "--fail-at 3"},
		"tightloop":  {"--mode tight", "--mode call", "--mode gosched"},
	}
	for _, w := range All() {
		for _, a := range append(args[w.Name], "") {
			for _, result := range []any{struct{}{}, onResult} {
				tp := newTape(t, w.Name, a)
				tp.result(result)
				for _, c := range w.Check(tp.recording()) {
					if c.Verdict != Inconclusive || !strings.Contains(c.Evidence, "no region") {
						t.Errorf("%s %s: claim %s of an empty trace = %s (%s), want inconclusive", w.Name, a, c.ID, c.Verdict, c.Evidence)
					}
				}
			}
		}
	}
}
