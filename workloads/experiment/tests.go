package experiment

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"schedviz/traceview"
)

// Test is what a trace says about a test, a subtest or a benchmark: about the goroutine that ran it, not about those
// that it started. A test that ran more than once, with -count or as a benchmark with several numbers of iterations,
// is one Test.
type Test struct {
	Name       string              `json:"name"`
	Runs       int                 `json:"runs"`
	Took       time.Duration       `json:"took_ns"`    // of all runs, from begin to end
	Iterations int64               `json:"iterations"` // of a benchmark, in all runs; 0 for a test
	State      traceview.StateTime `json:"state_ns"`   // of its goroutines
	OffCore    time.Duration       `json:"off_core_ns"`
	Latency    time.Duration       `json:"max_latency_ns"` // the longest that one of them waited for a P
	Goroutines []traceview.GoID    `json:"goroutines"`
}

// Tests returns the tests of a test binary's run, those that waited longest for a P first. Of very many, some are left
// out.
func (a *Analysis) Tests() []*Test {
	tests := map[string]*Test{}
	of := map[traceview.GoID]*Test{}
	var list []*Test
	for _, r := range a.Window.Regions {
		if !isTest(r.Type) || r.G < 0 {
			continue
		}
		t := tests[r.Type]
		if t == nil {
			t = &Test{Name: r.Type, Goroutines: []traceview.GoID{}}
			tests[r.Type], list = t, append(list, t)
		}
		t.Runs++
		t.Took += time.Duration(r.End - r.Start)
		of[a.Window.Goroutines[r.G].ID] = t
	}
	for _, l := range a.Window.Logs {
		if n, err := strconv.ParseInt(l.Message, 10, 64); err == nil && tests[l.Category] != nil {
			tests[l.Category].Iterations += n
		}
	}
	for _, g := range a.Summary.Goroutines {
		if t := of[g.ID]; t != nil {
			t.add(g)
		}
	}
	slices.SortStableFunc(list, func(a, b *Test) int { return cmp.Compare(b.State.Runnable, a.State.Runnable) })
	return list
}

// isTest reports whether a region is one of those that the hook makes.
func isTest(name string) bool {
	return strings.HasPrefix(name, "Test") || strings.HasPrefix(name, "Benchmark") || strings.HasPrefix(name, "Fuzz")
}

// add adds what one of the test's goroutines did.
func (t *Test) add(g *traceview.GoroutineStat) {
	t.Goroutines = append(t.Goroutines, g.ID)
	t.State.Running += g.State.Running
	t.State.Runnable += g.State.Runnable
	t.State.Waiting += g.State.Waiting
	t.State.Syscall += g.State.Syscall
	t.OffCore += g.Cores.Off()
	t.Latency = max(t.Latency, g.MaxLatency)
}
