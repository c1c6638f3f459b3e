package compare

import (
	"fmt"
	"slices"
	"time"

	"schedviz/traceview"
)

// alikeLength is how much longer one trace may be before what grows with the
// length is compared per second.
const alikeLength = 1.1

// asyncCause is what a difference in SettingAsync is called, and asyncFigure what
// it changes of itself.
const asyncCause = "Async preemption"

var asyncFigure = preemptionFigure(traceview.PreemptAsync)

// legs pairs each side but the first with the one before it that it differs from
// in the fewest settings: where just one differs, that one is the cause.
func (c comparison) legs() []Leg {
	var legs []Leg
	for to := 1; to < len(c.sides); to++ {
		from := 0
		for i := 1; i < to; i++ {
			if c.distance(i, to) < c.distance(from, to) {
				from = i
			}
		}
		legs = append(legs, c.leg(from, to))
	}
	return legs
}

// distance is in how many settings two sides differ. Other programs are far apart.
func (c comparison) distance(i, j int) int {
	a, b := c.sides[i], c.sides[j]
	n := len(differing(a.Params, b.Params)) + len(differing(a.Settings, b.Settings))
	if a.Program != b.Program {
		n += 1000
	}
	return n
}

// differing lists the names of settings with different values.
func differing(a, b map[string]string) []string {
	var names []string
	for name, value := range a {
		if other, ok := b[name]; ok && other != value {
			names = append(names, name)
		}
	}
	return slices.Sorted(slices.Values(names))
}

func (c comparison) leg(from, to int) Leg {
	a, b := c.sides[from], c.sides[to]
	leg := Leg{From: from, To: to, Differs: []string{}, Sentences: []string{}}
	params, settings := differing(a.Params, b.Params), differing(a.Settings, b.Settings)
	sameProgram := a.Program != "" && a.Program == b.Program
	if sameProgram && len(params)+len(settings) == 1 {
		leg = c.caused(leg, params, settings)
		a, b = c.sides[leg.From], c.sides[leg.To]
	}
	if sameProgram {
		for _, name := range params {
			leg.Differs = append(leg.Differs, fmt.Sprintf("--%s %s instead of %s", name, b.Params[name], a.Params[name]))
		}
	}
	for _, name := range settings {
		leg.Differs = append(leg.Differs, fmt.Sprintf("%s %s instead of %s", name, b.Settings[name], a.Settings[name]))
	}
	// Whole runs of one workload compare as they are: what a setting changes in all
	// is its effect. Of other traces only the pace can be compared.
	wholeRuns := sameProgram && a.whole() && b.whole()
	leg.PerSecond = !wholeRuns && !alike(a.Length(), b.Length())
	leg.shorter = min(a.Length(), b.Length())
	return leg
}

// caused names the one setting that differs. What async preemption does is told of
// switching it on, whatever the order of the sides.
func (c comparison) caused(leg Leg, params, settings []string) Leg {
	if len(params) == 1 {
		name := params[0]
		leg.Cause = fmt.Sprintf("--%s %s instead of %s", name, c.sides[leg.To].Params[name], c.sides[leg.From].Params[name])
		return leg
	}
	name := settings[0]
	from, to := c.sides[leg.From].Settings[name], c.sides[leg.To].Settings[name]
	switch name {
	case SettingAsync:
		leg.Cause = asyncCause
		if from == "on" {
			leg.From, leg.To = leg.To, leg.From
		}
	case SettingProcs:
		leg.Cause = fmt.Sprintf("GOMAXPROCS %s instead of %s", to, from)
	case SettingHost: // no cause that was chosen
	default:
		leg.Cause = fmt.Sprintf("%s %s instead of %s", name, to, from)
	}
	return leg
}

// Length is the median length of the side's runs.
func (s Side) Length() time.Duration {
	var all []float64
	for _, r := range s.Runs {
		all = append(all, float64(r.DurationNS))
	}
	return time.Duration(DistributionOf(all).Median)
}

// whole tells that no run of the side was cut off.
func (s Side) whole() bool {
	return !slices.ContainsFunc(s.Runs, func(r Run) bool { return !r.Complete })
}

func alike(a, b time.Duration) bool {
	long, short := max(a, b), min(a, b)
	return float64(long) <= alikeLength*float64(max(short, 1))
}

// Name is what a side is called in sentences and tables: A, B, C, …
func Name(i int) string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	if i < len(letters) {
		return letters[i : i+1]
	}
	return fmt.Sprintf("%c%d", letters[i%len(letters)], i/len(letters))
}

// counted names sides: "A and B", "A, B and C".
func counted(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	}
	text := names[0]
	for _, n := range names[1 : len(names)-1] {
		text += ", " + n
	}
	return text + " and " + names[len(names)-1]
}
