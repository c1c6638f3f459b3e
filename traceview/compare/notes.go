package compare

import (
	"fmt"
	"slices"
	"strings"

	"schedviz/traceview"
	"schedviz/traceview/words"
)

// notes tell what can't be compared and why, and what to bear in mind. unmatched
// is why goroutines are not matched by function, "" if they are.
func (c comparison) notes(r Result, unmatched string) []string {
	notes := []string{c.noise()}
	if unmatched != "" {
		notes = append(notes, upper(unmatched)+". Goroutines are not matched by function, and what differs is the programs before anything else.")
	}
	notes = append(notes, c.truncated(), c.lengths(r), c.captured(), c.versions(), c.hosts())
	return slices.DeleteFunc(notes, func(s string) bool { return s == "" })
}

// noise tells how far the runs can tell a difference from chance.
func (c comparison) noise() string {
	var single, few []string
	least := len(c.sides[0].Runs)
	for i, s := range c.sides {
		switch n := len(s.Runs); {
		case n == 1:
			single = append(single, Name(i))
		case n < RunsForTest:
			few = append(few, Name(i))
		}
		least = min(least, len(s.Runs))
	}
	switch {
	case len(single) == len(c.sides):
		return "One run of each proves nothing about noise: the next run may differ as much. Workloads can be run several times with --repeat."
	case len(single) > 0:
		return fmt.Sprintf("Of %s there is one run only: no test can tell a difference to it from chance.", counted(single))
	case len(few) > 0:
		return fmt.Sprintf("%s have fewer than %d runs: too few to tell any difference from chance.", counted(few), RunsForTest)
	case least < RunsForInterval:
		return fmt.Sprintf("Medians of the runs, with the range of all of them; a confidence interval takes %d runs. Of many figures, one in twenty differs “significantly” by chance alone (p < 0.05).", RunsForInterval)
	}
	return "Medians of the runs, with their 95% confidence intervals. Of many figures, one in twenty differs “significantly” by chance alone (p < 0.05)."
}

// truncated names sides of which the end is missing.
func (c comparison) truncated() string {
	var cut []string
	for i, s := range c.sides {
		if !s.whole() {
			cut = append(cut, Name(i))
		}
	}
	if len(cut) == 0 {
		return ""
	}
	return counted(cut) + ": the trace is not whole. Its length and what was alive at its end say nothing and are left out; the rest is about the part that can be read."
}

// lengths says why something is compared per second.
func (c comparison) lengths(r Result) string {
	if !slices.ContainsFunc(r.Legs, func(l Leg) bool { return l.PerSecond }) {
		return ""
	}
	var each []string
	for i, s := range c.sides {
		each = append(each, Name(i)+" "+words.Duration(s.Length()))
	}
	return "The traces differ in length (" + strings.Join(each, ", ") + "): counts and sums are compared per second."
}

// captured says why nothing, or little, can be said of cores.
func (c comparison) captured() string {
	var none, sampled []string
	for i, s := range c.sides {
		switch s.captured() {
		case traceview.CoresPerf:
		case traceview.CoresProc:
			sampled = append(sampled, Name(i))
		default:
			none = append(none, Name(i))
		}
	}
	var notes []string
	if len(none) > 0 {
		notes = append(notes, fmt.Sprintf("For %s it was not captured which thread was on which core: nothing can be said of cores there.", counted(none)))
	}
	if len(sampled) > 0 {
		notes = append(notes, fmt.Sprintf("The cores of %s are approximate (sampled from /proc): small differences in them mean nothing.", counted(sampled)))
	}
	return strings.Join(notes, " ")
}

// captured is the poorest record of cores of the side's runs.
func (s Side) captured() traceview.CoreSource {
	worst := traceview.CoresPerf
	for _, r := range s.Runs {
		switch {
		case r.Captured == traceview.CoresNone:
			return traceview.CoresNone
		case r.Captured == traceview.CoresProc:
			worst = traceview.CoresProc
		}
	}
	return worst
}

// versions tells of traces by different versions of Go.
func (c comparison) versions() string {
	var each []string
	different := false
	for i, s := range c.sides {
		v := s.Runs[0].GoVersion
		different = different || v != c.sides[0].Runs[0].GoVersion
		each = append(each, Name(i)+" Go "+v)
	}
	if !different {
		return ""
	}
	return "The traces are of different versions of Go (" + strings.Join(each, ", ") + "): a difference may be Go’s, and older traces tell less (before 1.22 no thread ids, before 1.25 not every kind of preemption)."
}

// hosts tells of runs on different machines.
func (c comparison) hosts() string {
	hosts := map[string]bool{}
	for _, s := range c.sides {
		if h := s.Settings[SettingHost]; h != "" {
			hosts[h] = true
		}
	}
	if len(hosts) < 2 {
		return ""
	}
	return "The runs were made on different machines: times do not compare."
}
