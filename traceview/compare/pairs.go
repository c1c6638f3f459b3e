package compare

import (
	"fmt"
	"slices"
	"time"

	"schedviz/traceview"
)

// alikeLength is the ratio of two traces' lengths beyond which figures that grow with the length are compared per
// second.
const alikeLength = 1.1

// asyncCause is the name of a difference in SettingAsync, and asyncFigure the figure that it changes directly.
const asyncCause = "Async preemption"

var asyncFigure = preemptionFigure(traceview.PreemptAsync)

// pairs pairs each side but the first with the earlier side from which it differs in the fewest settings. If only
// one setting differs, it is the cause.
func (c comparison) pairs() []Pair {
	var pairs []Pair
	for to := 1; to < len(c.sides); to++ {
		from := 0
		for i := 1; i < to; i++ {
			if c.distance(i, to) < c.distance(from, to) {
				from = i
			}
		}
		pairs = append(pairs, c.pair(from, to))
	}
	return pairs
}

// distance is the number of settings in which two sides differ; it is large for different programs.
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

func (c comparison) pair(from, to int) Pair {
	a, b := c.sides[from], c.sides[to]
	pair := Pair{From: from, To: to, Differs: []string{}, Sentences: []string{}}
	params, settings := differing(a.Params, b.Params), differing(a.Settings, b.Settings)
	sameProgram := a.Program != "" && a.Program == b.Program
	if sameProgram && len(params)+len(settings) == 1 {
		pair = c.caused(pair, params, settings)
		a, b = c.sides[pair.From], c.sides[pair.To]
	}
	if sameProgram {
		for _, name := range params {
			pair.Differs = append(pair.Differs, fmt.Sprintf("--%s %s instead of %s", name, b.Params[name], a.Params[name]))
		}
	}
	for _, name := range settings {
		pair.Differs = append(pair.Differs, fmt.Sprintf("%s %s instead of %s", name, b.Settings[name], a.Settings[name]))
	}
	// Complete runs of one workload are compared as they are: a setting's effect is the change in total.
	// Other traces can only be compared by rate.
	wholeRuns := sameProgram && a.whole() && b.whole()
	pair.PerSecond = !wholeRuns && !alike(a.Length(), b.Length())
	pair.shorter = min(a.Length(), b.Length())
	return pair
}

// caused names the one setting that differs. The effect of async preemption is described as that of switching it
// on, whatever the order of the sides.
func (c comparison) caused(pair Pair, params, settings []string) Pair {
	if len(params) == 1 {
		name := params[0]
		pair.Cause = fmt.Sprintf("--%s %s instead of %s", name, c.sides[pair.To].Params[name],
			c.sides[pair.From].Params[name])
		return pair
	}
	name := settings[0]
	from, to := c.sides[pair.From].Settings[name], c.sides[pair.To].Settings[name]
	switch name {
	case SettingAsync:
		pair.Cause = asyncCause
		if from == "on" {
			pair.From, pair.To = pair.To, pair.From
		}
	case SettingProcs:
		pair.Cause = fmt.Sprintf("GOMAXPROCS %s instead of %s", to, from)
	case SettingHost: // not a cause that anybody chose
	default:
		pair.Cause = fmt.Sprintf("%s %s instead of %s", name, to, from)
	}
	return pair
}

// Length is the median length of the side's runs.
func (s Side) Length() time.Duration {
	var all []float64
	for _, r := range s.Runs {
		all = append(all, float64(r.DurationNS))
	}
	return time.Duration(DistributionOf(all).Median)
}

// whole reports whether all runs of the side are complete.
func (s Side) whole() bool {
	return !slices.ContainsFunc(s.Runs, func(r Run) bool { return !r.Complete })
}

func alike(a, b time.Duration) bool {
	long, short := max(a, b), min(a, b)
	return float64(long) <= alikeLength*float64(max(short, 1))
}

// Name returns a side's name in sentences and tables: A, B, C, …
func Name(i int) string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	if i < len(letters) {
		return letters[i : i+1]
	}
	return fmt.Sprintf("%c%d", letters[i%len(letters)], i/len(letters))
}

// enumerate joins names: "A and B", "A, B and C".
func enumerate(names []string) string {
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

// has begins a sentence about sides: "A has", "A and B have".
func has(names []string) string {
	if len(names) == 1 {
		return names[0] + " has"
	}
	return enumerate(names) + " have"
}
