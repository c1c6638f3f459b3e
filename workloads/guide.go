package workloads

import (
	"slices"
	"strings"
	"time"

	"schedviz/traceview/compare"
	"schedviz/workloads/query"
)

// Guide is a guided comparison: one workload run in several variants that show the effect of one difference.
type Guide struct {
	Title   string
	Text    string   // what it shows, in a paragraph
	Procs   int      // the GOMAXPROCS that shows it best, if the host has that many cores
	Args    []string // flags of all variants
	Ways    []Way    // in the order of explanation
	Figures []GuideFigure
	Roles   []Role // what the goroutines are there for; all variants show a role in one colour
	View    View   // of each variant's timeline
	// Counters are those shown below the lanes: "runnable". There is no room for more than the guide needs.
	Counters []string
	// Show says in a sentence or two what the figures show, all of which each way has. It returns "" if they do
	// not show it.
	Show func(of []Outcome) string
}

// Way is one way to run the workload.
type Way struct {
	Args []string // the flags that make it differ, of the workload or of every run
	Says string   // what to look for, in a sentence or two
}

// GuideFigure is a figure that the guide is about, measured on each recording.
type GuideFigure struct {
	compare.LessonFigure
	Measure func(Recording) (v float64, ok bool) // false if the recording does not have it
}

// Measure returns the figures of a recording, by their IDs: none if the run did not finish or its trace is
// incomplete.
func (g *Guide) Measure(r Recording) map[string]float64 {
	values := map[string]float64{}
	if r.Window == nil || r.Summary == nil || !r.finished() || !r.Summary.Stat.Trace.Complete {
		return values
	}
	for _, f := range g.Figures {
		if v, ok := f.Measure(r); ok {
			values[f.ID] = v
		}
	}
	return values
}

// Role is what some of a workload's goroutines are there for.
type Role struct {
	Name  string   // "loop"
	Funcs []string // their start functions, as in a View: "(*tightLoop).loop"
}

// Outcome is what the runs of one way measured.
type Outcome struct {
	Name   string             // in sentences: "A"
	Values map[string]float64 // medians, by the figures' IDs
}

// Lead says in a sentence or two what the ways' outcomes, in the same order, show. If they do not show what the guide is
// about, shown is false and the sentence says so, with the figures.
func (g *Guide) Lead(of []Outcome) (sentence string, shown bool) {
	if g.Show != nil && len(of) == len(g.Ways) && !slices.ContainsFunc(of, g.lacks) {
		if sentence = g.Show(of); sentence != "" {
			return sentence, true
		}
	}
	var each []string
	for _, o := range of {
		each = append(each, o.Name+" – "+g.Caption(o))
	}
	return "These runs do not show it (" + strings.Join(each, "; ") +
		"). On a host that is busy with other things, try again, or add --repeat 5.", false
}

// lacks reports whether an outcome lacks a figure.
func (g *Guide) lacks(o Outcome) bool {
	return slices.ContainsFunc(g.Figures, func(f GuideFigure) bool {
		_, ok := o.Values[f.ID]
		return !ok
	})
}

// Caption lists an outcome's figures: "lost updates: 1,230 · time to count: 2.10 ms".
func (g *Guide) Caption(o Outcome) string {
	var each []string
	for _, f := range g.Figures {
		text := "unknown"
		if v, ok := o.Values[f.ID]; ok {
			text = compare.Format(f.Unit, v)
		}
		each = append(each, f.Name+": "+text)
	}
	return strings.Join(each, " · ")
}

// Varies lists the names of the flags in which the ways differ.
func (g *Guide) Varies() []string {
	var names []string
	for _, w := range g.Ways {
		names = append(names, FlagNames(w.Args)...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// FlagNames returns the names of the long flags among command line arguments.
func FlagNames(args []string) []string {
	var names []string
	for _, a := range args {
		if name, ok := strings.CutPrefix(a, "--"); ok {
			name, _, _ = strings.Cut(name, "=")
			names = append(names, name)
		}
	}
	return names
}

// took is the figure of how long the regions of a type took together, from the first start to the last end.
func took(id, name, region string) GuideFigure {
	return GuideFigure{
		compare.LessonFigure{ID: id, Name: name, Unit: compare.Nanoseconds, Floor: float64(100 * time.Microsecond)},
		func(r Recording) (float64, bool) {
			rs := query.Regions(r.Window, region)
			from, to := query.Extent(rs)
			return float64(to.Sub(from)), len(rs) > 0
		},
	}
}

// nanos formats a figure in nanoseconds.
func nanos(v float64) string { return compare.Format(compare.Nanoseconds, v) }

// procsToTry are the numbers of Ps that show how far a host scales: doubling up to four, then all cores and twice
// as many.
func procsToTry(cores int) []int {
	list := []int{1, 2, 4, cores, 2 * cores}
	slices.Sort(list)
	return slices.Compact(list)
}
