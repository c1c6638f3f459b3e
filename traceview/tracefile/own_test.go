package tracefile_test

import (
	"maps"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/classify"
)

// checkOwn: the program's figures are those of the goroutines that are not the runtime's.
func checkOwn(t *testing.T, s *traceview.Summary) {
	t.Helper()
	var want traceview.GoroutinesStat
	var stops, moves, waiting int64
	for _, g := range s.Goroutines {
		if classify.SystemGoroutine(g.Func) {
			continue
		}
		want.Seen++
		if g.Created != 0 {
			want.Created++
		}
		if g.Ended != 0 {
			want.Exited++
		}
		if g.AliveAtEnd() {
			want.AliveAtEnd++
			want.MainAliveAtEnd = want.MainAliveAtEnd || classify.MainGoroutine(g.Func)
			if g.EndState == traceview.StateWaiting && !classify.RuntimeWait(g.EndReason) {
				waiting++
			}
		}
		want.StateNS.Add(g.State)
		for _, n := range g.Preempts {
			stops += n
		}
		moves += g.Migrations
	}
	own, all := s.Own, s.Stat.Goroutines
	want.MaxRunnable, want.MaxRunning = own.Goroutines.MaxRunnable, own.Goroutines.MaxRunning
	if own.Goroutines != want {
		t.Errorf("the program's goroutines are %+v, want %+v", own.Goroutines, want)
	}
	if own.Goroutines.MaxRunnable > all.MaxRunnable || own.Goroutines.MaxRunning > all.MaxRunning {
		t.Errorf("peaks of the program's goroutines are %+v, of all %+v", own.Goroutines, all)
	}
	if sys := all.System; sys.Seen != all.Seen-want.Seen || sys.Created != all.Created-want.Created ||
		sys.Exited != all.Exited-want.Exited || sys.AliveAtEnd != all.AliveAtEnd-want.AliveAtEnd {
		t.Errorf("the runtime has %+v of %+v, the program %+v", sys, all, want)
	}
	if got := stopsOf(own.Preemptions); got != stops || own.GBetweenP != moves {
		t.Errorf("the program's goroutines stopped %d times and moved %d times, want %d and %d", got, own.GBetweenP, stops, moves)
	}
	checkOwnWaits(t, s)
	checkUnfinished(t, s, waiting)
}

// checkOwnWaits: the program's waits are all but those of the runtime's groups.
func checkOwnWaits(t *testing.T, s *traceview.Summary) {
	t.Helper()
	want, got := map[string]int64{}, map[string]int64{}
	for _, b := range s.Stat.Blocking {
		want[b.Reason] = b.TotalNS
	}
	latency := s.Stat.SchedLatency.TotalNS
	for _, g := range s.Groups {
		if !classify.SystemGoroutine(g.Func) {
			continue
		}
		latency -= g.Latency.TotalNS
		for _, b := range g.Waits {
			want[b.Reason] -= b.TotalNS
		}
	}
	maps.DeleteFunc(want, func(_ string, total int64) bool { return total == 0 })
	for _, b := range s.Own.Blocking {
		got[b.Reason] = b.TotalNS
	}
	if !maps.Equal(got, want) || s.Own.SchedLatency.TotalNS != latency {
		t.Errorf("the program waits for %v, and %d ns for a P; want %v and %d ns", got, s.Own.SchedLatency.TotalNS, want, latency)
	}
}

func stopsOf(p traceview.PreemptionsStat) (n int64) {
	for _, kind := range traceview.Preempts() {
		n += p.Of(kind)
	}
	return n
}

// checkUnfinished: the sites of unfinished waits have every goroutine that waits at the end, once.
func checkUnfinished(t *testing.T, s *traceview.Summary, waiting int64) {
	t.Helper()
	at := map[traceview.GoID]*traceview.GoroutineStat{}
	for _, g := range s.Goroutines {
		at[g.ID] = g
	}
	end := traceview.Time(s.Stat.Trace.EndNS)
	for _, site := range s.Unfinished {
		waiting -= site.Count
		if site.Last < site.Since || site.Max != end.Sub(site.Since) || site.Total < site.Max || site.Total > site.Max*time.Duration(site.Count) {
			t.Errorf("%d goroutines wait for %s since %d, at most %v, in all %v; the trace ends at %d",
				site.Count, site.Reason, site.Since, site.Max, site.Total, end)
		}
		for _, id := range site.Goroutines {
			if g := at[id]; g == nil || g.EndReason != site.Reason || g.Func != site.Func {
				t.Errorf("G%d waits for %s in %s: %+v", id, site.Reason, site.Func, g)
			}
		}
	}
	if waiting != 0 {
		t.Errorf("%d more goroutines wait at the end than have a site", waiting)
	}
}
