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
	Groups []group            `json:"groups"` // that ran longest first
}

// group is the goroutines of one start function.
type group struct {
	Func       string  `json:"func"`
	Goroutines int     `json:"goroutines"`
	Others     int     `json:"others,omitempty"` // how many functions the last row sums up
	Running    []int64 `json:"running"`          // ns, by P as in sharing.Procs
	Total      int64   `json:"total"`
}

// shareOf adds up the running time of the window by start function and P.
func shareOf(w *traceview.Window) sharing {
	sh := sharing{Procs: make([]traceview.ProcID, len(w.Procs))}
	groups := map[string]*group{}
	seen := make([]bool, len(w.Goroutines))
	for p := range w.Procs {
		sh.Procs[p] = w.Procs[p].ID
		for _, s := range w.Procs[p].Spans {
			if s.State != traceview.StateRunning || s.G < 0 || int(s.G) >= len(w.Goroutines) {
				continue
			}
			g := groups[w.Goroutines[s.G].Func]
			if g == nil {
				g = &group{Func: w.Goroutines[s.G].Func, Running: make([]int64, len(w.Procs))}
				groups[g.Func] = g
			}
			if !seen[s.G] {
				seen[s.G] = true
				g.Goroutines++
			}
			g.Running[p] += int64(busy(s))
			g.Total += int64(busy(s))
		}
	}
	for _, g := range groups {
		sh.Groups = append(sh.Groups, *g)
	}
	slices.SortFunc(sh.Groups, func(a, b group) int {
		return cmp.Or(cmp.Compare(b.Total, a.Total), cmp.Compare(a.Func, b.Func))
	})
	sh.Groups = foldGroups(sh.Groups)
	return sh
}

// foldGroups sums up all groups after the first maxGroups.
func foldGroups(groups []group) []group {
	if len(groups) <= maxGroups+1 {
		return groups
	}
	rest := group{Others: len(groups) - maxGroups, Running: make([]int64, len(groups[0].Running))}
	for _, g := range groups[maxGroups:] {
		rest.Goroutines += g.Goroutines
		rest.Total += g.Total
		for p, t := range g.Running {
			rest.Running[p] += t
		}
	}
	return append(groups[:maxGroups:maxGroups], rest)
}
