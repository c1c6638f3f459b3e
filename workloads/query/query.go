// Package query is how claims, including those of your own workloads, read a recording: it queries a
// [traceview.Window] for regions, goroutines and their spans.
//
// Queries need a window of the whole trace with every span exact, as in a [schedviz/workloads.Recording]. A
// goroutine is identified by its index in Window.Goroutines, as in spans and regions; [IDs] and [Names] convert
// indices for display. Times are nanoseconds on the trace's clock.
//
// A check usually starts with the runtime/trace regions that mark a workload's work, and continues with their
// goroutines and the spans in them:
//
//	jobs := query.Regions(w, "job")
//	most, from, to := query.Peak(jobs)                               // how many at once, and when
//	waited := query.TimeIn(w, jobs[0], query.WaitingFor(w, "sleep")) // of the first job
//	who := query.Names(w, query.Owners(query.OpenAt(jobs, from)))    // "G8, G9"
//
// Package [schedviz/traceview] says what is stable.
package query

import (
	"fmt"
	"slices"
	"strings"

	"schedviz/traceview"
	"schedviz/traceview/words"
)

// Main is the ID of the main goroutine, which calls a workload's Run.
const Main traceview.GoID = 1

// StartedIn returns the goroutines whose start function is fn, a full name such as "main.(*relay).runner",
// ordered by ID.
func StartedIn(w *traceview.Window, fn string) []int32 {
	var gs []int32
	for i, g := range w.Goroutines {
		if g.Func == fn {
			gs = append(gs, int32(i))
		}
	}
	return gs
}

// Lives returns the goroutines' lives as regions without a type: from their creation, or the start of the window
// if they are older, to their end, or the end of the window if they are alive then; such a region is Open.
func Lives(w *traceview.Window, gs []int32) []traceview.Region {
	rs := make([]traceview.Region, 0, len(gs))
	for _, g := range gs {
		life := w.Goroutines[g]
		r := traceview.Region{G: g, Start: max(life.Created, w.From), End: life.Ended, Open: life.Ended == 0}
		if r.Open {
			r.End = w.To
		}
		rs = append(rs, r)
	}
	return rs
}

// AliveAtEnd returns the goroutines that have not ended.
func AliveAtEnd(w *traceview.Window, gs []int32) []int32 {
	return slices.DeleteFunc(slices.Clone(gs), func(g int32) bool { return w.Goroutines[g].Ended != 0 })
}

// FirstRun returns when a goroutine first ran in the window; ok is false if it did not.
func FirstRun(w *traceview.Window, g int32) (at traceview.Time, ok bool) {
	for s := range w.On(w.Goroutines[g].Lane) {
		if s.State == traceview.StateRunning {
			return s.Start, true
		}
	}
	return 0, false
}

// LastState returns what a goroutine was doing at the end of the window,
// [traceview.StateUnknown] if the window has no spans of it.
func LastState(w *traceview.Window, g int32) traceview.State {
	lane := w.Goroutines[g].Lane
	if len(lane) == 0 {
		return traceview.StateUnknown
	}
	return w.Spans[lane[len(lane)-1]].State
}

// IDs returns the IDs of the goroutines, in the same order.
func IDs(w *traceview.Window, gs []int32) []traceview.GoID {
	list := make([]traceview.GoID, len(gs))
	for i, g := range gs {
		list[i] = w.Goroutines[g].ID
	}
	return list
}

// Names lists goroutines for display, by ascending ID: "G1, G8…G17".
func Names(w *traceview.Window, gs []int32) string {
	const most = 4
	list := slices.Sorted(slices.Values(IDs(w, gs)))
	var parts []string
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n] == list[0]+traceview.GoID(n) {
			n++
		}
		if len(parts) == most {
			parts = append(parts, fmt.Sprintf("%d more", len(list)))
			break
		}
		if n < 3 {
			n = 1
			parts = append(parts, words.Goroutine(list[0], ""))
		} else {
			parts = append(parts, words.Goroutine(list[0], "")+"…"+words.Goroutine(list[n-1], ""))
		}
		list = list[n:]
	}
	return strings.Join(parts, ", ")
}
