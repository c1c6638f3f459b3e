package report

import (
	"maps"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/classify"
)

// kindsView is what package classify says about the kinds of preemption and the reasons to
// wait. The page's scripts classify nothing themselves.
type kindsView struct {
	Preempts []preemptKind `json:"preempts,omitempty"` // by number, the first being none
	Reasons  []reasonKind  `json:"reasons"`
}

type preemptKind struct {
	Name  string `json:"name"`
	Short string `json:"short"`
	Label string `json:"label"`
}

// reasonKind says of a reason to wait to which family it belongs, and what ends such a
// wait if no goroutine does.
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

// viewReasons lists the reasons of which there is something to say: the others are of no
// family, and the runtime ends such waits.
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

// Whose a frame is, as the page gets it.
const (
	frameOfProgram = iota
	frameOfLibrary // which goroutines wait in on the program's behalf
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
