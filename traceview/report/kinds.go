package report

import (
	"maps"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/classify"
)

// kindsView is what package classify says about kinds of preemption and wait reasons. The
// page's scripts classify nothing themselves.
type kindsView struct {
	Preempts []preemptKind `json:"preempts,omitempty"` // by number, the first being none
	Reasons  []reasonKind  `json:"reasons"`
}

type preemptKind struct {
	Name  string `json:"name"`
	Short string `json:"short"`
	Label string `json:"label"`
}

// reasonKind says which family a wait reason belongs to, and what ends such a wait if no
// goroutine does.
type reasonKind struct {
	Reason string `json:"reason"`
	Family string `json:"family"`
	Ender  string `json:"ender"`
}

func viewKinds(reasons map[string]bool) kindsView {
	v := kindsView{Reasons: viewReasons(reasons)}
	for i := range traceview.NumPreempts {
		p := traceview.Preempt(i)
		v.Preempts = append(v.Preempts, preemptKind{p.String(), p.Short(), p.Label()})
	}
	return v
}

// viewReasons lists the reasons with a family, or ended by something other than the
// runtime; the page assumes neither for the rest.
func viewReasons(reasons map[string]bool) []reasonKind {
	out := []reasonKind{}
	for _, r := range slices.Sorted(maps.Keys(reasons)) {
		if f, e := classify.FamilyOf(r), classify.EnderOf(r); f != classify.FamilyOther || e != classify.EnderRuntime {
			out = append(out, reasonKind{r, string(f), e.String()})
		}
	}
	return out
}

// addReasons adds the reasons in a summary's tables to those of the spans.
func addReasons(reasons map[string]bool, s *traceview.Summary) {
	for _, b := range s.Stat.Blocking {
		reasons[b.Reason] = true
	}
	for _, b := range s.Blocks {
		reasons[b.Reason] = true
	}
}

// The owner of a frame, as encoded for the page.
const (
	frameOfProgram = iota
	frameOfLibrary // code that waits on the program's behalf
	frameOfRuntime
)

func whoseFrame(fn string) int64 {
	switch {
	case classify.OfRuntime(fn):
		return frameOfRuntime
	case classify.Library(fn):
		return frameOfLibrary
	}
	return frameOfProgram
}
