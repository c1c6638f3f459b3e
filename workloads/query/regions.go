package query

import (
	"cmp"
	"slices"
	"time"

	"schedviz/traceview"
)

// Regions returns the runtime/trace regions of a type, in the order of their start.
func Regions(w *traceview.Window, typ string) []traceview.Region {
	var rs []traceview.Region
	for _, r := range w.Regions {
		if r.Type == typ {
			rs = append(rs, r)
		}
	}
	return rs
}

// Logs returns the runtime/trace log messages of a category, in time order.
func Logs(w *traceview.Window, category string) []traceview.Log {
	var logs []traceview.Log
	for _, l := range w.Logs {
		if l.Category == category {
			logs = append(logs, l)
		}
	}
	return logs
}

// Owners returns the goroutines of the regions, each once, ascending.
func Owners(rs []traceview.Region) []int32 {
	var gs []int32
	for _, r := range rs {
		gs = append(gs, r.G)
	}
	slices.Sort(gs)
	return slices.Compact(gs)
}

// Extent returns the first start and the last end of the regions, 0 and 0 if there are none.
func Extent(rs []traceview.Region) (from, to traceview.Time) {
	for i, r := range rs {
		if i == 0 {
			from, to = r.Start, r.End
		}
		from, to = min(from, r.Start), max(to, r.End)
	}
	return from, to
}

// Total returns the total length of the regions.
func Total(rs []traceview.Region) time.Duration {
	var sum time.Duration
	for _, r := range rs {
		sum += r.End.Sub(r.Start)
	}
	return sum
}

// OpenAt returns the regions that are open at t. A region is not open at its end.
func OpenAt(rs []traceview.Region, t traceview.Time) []traceview.Region {
	return slices.DeleteFunc(slices.Clone(rs), func(r traceview.Region) bool { return t < r.Start || t >= r.End })
}

// Peak returns the largest number of regions that are open at once, and the first period in which that many are.
// A region that ends when another starts does not overlap it.
func Peak(rs []traceview.Region) (most int, from, to traceview.Time) {
	type edge struct {
		at    traceview.Time
		delta int
	}
	edges := make([]edge, 0, 2*len(rs))
	for _, r := range rs {
		edges = append(edges, edge{r.Start, 1}, edge{r.End, -1})
	}
	slices.SortFunc(edges, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.delta, b.delta))
	})
	open := 0
	for i, e := range edges {
		if open += e.delta; open > most {
			most, from, to = open, e.at, edges[i+1].at
		}
	}
	return most, from, to
}

// Overlap returns how long two or more of the regions are open.
func Overlap(rs []traceview.Region) time.Duration {
	rs = slices.SortedFunc(slices.Values(rs), func(a, b traceview.Region) int { return cmp.Compare(a.Start, b.Start) })
	var sum time.Duration
	var last, counted traceview.Time // the latest end so far, and the time up to which the sum counts
	for i, r := range rs {
		if i > 0 {
			if from, to := max(r.Start, counted), min(r.End, last); from < to {
				sum += to.Sub(from)
				counted = to
			}
		}
		last = max(last, r.End)
	}
	return sum
}
