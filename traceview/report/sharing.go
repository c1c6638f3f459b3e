package report

import (
	"cmp"
	"slices"

	"schedviz/traceview"
)

// maxGroups is how many groups of goroutines the sharing matrix shows; the rest
// are one row.
const maxGroups = 12

// sharing says which goroutines, grouped by start function, ran on which P.
type sharing struct {
	Procs  []traceview.ProcID `json:"procs"`
	Groups []group            `json:"groups"` // longest running time first
}

// group is the goroutines of one start function.
type group struct {
	Func       string  `json:"func"`
	Goroutines int     `json:"goroutines"`
	Others     int     `json:"others,omitempty"` // how many functions this last row sums up
	Running    []int64 `json:"running"`          // ns, by P, in the order of sharing.Procs
	Total      int64   `json:"total"`
}

// shareOf adds up the running time of the window by start function and P.
func shareOf(w *traceview.Window) sharing {
	sh := sharing{Procs: make([]traceview.ProcID, len(w.Procs)), Groups: runningBy(w)}
	at := map[string]int{}
	for i, g := range sh.Groups {
		at[g.Func] = i
	}
	sh.Groups = foldGroups(sh.Groups)
	for i := range sh.Groups {
		sh.Groups[i].Running = make([]int64, len(w.Procs))
	}
	for p := range w.Procs {
		sh.Procs[p] = w.Procs[p].ID
		for s := range running(w, p) {
			g := &sh.Groups[min(at[w.Goroutines[s.G].Func], len(sh.Groups)-1)]
			g.Running[p] += int64(busy(s))
		}
	}
	return sh
}

// running lists the running spans on a P.
func running(w *traceview.Window, p int) func(yield func(s *traceview.Span) bool) {
	return func(yield func(s *traceview.Span) bool) {
		for s := range w.On(w.Procs[p].Lane) {
			if s.State == traceview.StateRunning && s.G >= 0 && int(s.G) < len(w.Goroutines) && !yield(s) {
				return
			}
		}
	}
}

// runningBy adds up the running time by start function, longest first.
func runningBy(w *traceview.Window) []group {
	groups := map[string]*group{}
	seen := make([]bool, len(w.Goroutines))
	for p := range w.Procs {
		for s := range running(w, p) {
			fn := w.Goroutines[s.G].Func
			g := groups[fn]
			if g == nil {
				g = &group{Func: fn}
				groups[fn] = g
			}
			if !seen[s.G] {
				seen[s.G] = true
				g.Goroutines++
			}
			g.Total += int64(busy(s))
		}
	}
	var out []group
	for _, g := range groups {
		out = append(out, *g)
	}
	slices.SortFunc(out, func(a, b group) int {
		return cmp.Or(cmp.Compare(b.Total, a.Total), cmp.Compare(a.Func, b.Func))
	})
	return out
}

// foldGroups combines all groups after the first maxGroups.
func foldGroups(groups []group) []group {
	if len(groups) <= maxGroups+1 {
		return groups
	}
	rest := group{Others: len(groups) - maxGroups}
	for _, g := range groups[maxGroups:] {
		rest.Goroutines += g.Goroutines
		rest.Total += g.Total
	}
	return append(groups[:maxGroups:maxGroups], rest)
}
