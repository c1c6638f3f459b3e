package compare

import (
	"fmt"
	"slices"
	"strings"

	"schedviz/traceview"
	"schedviz/traceview/words"
)

// notes says what can't be compared and why, and what to bear in mind. unmatched is why goroutines are not
// matched by function, "" if they are.
func (c comparison) notes(r Result, unmatched string) []string {
	notes := []string{c.noise()}
	if unmatched != "" {
		notes = append(notes, upper(unmatched)+". Goroutines are not matched by function, and the differences are "+
			"mainly those of the programs.")
	}
	notes = append(notes, c.truncated(), c.lengths(r), c.coresNote(), c.versions(), c.hosts(), ownOnly)
	return slices.DeleteFunc(notes, func(s string) bool { return s == "" })
}

// ownOnly says whose figures they are.
const ownOnly = "Goroutines of the runtime and the recorder are left out; figures of Ps, threads, cores and the GC " +
	"include what these do."

// noise says how well the runs can separate a difference from chance.
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
		return "One run of each proves nothing about noise: the next run may differ as much. Workloads can be run " +
			"several times with --repeat."
	case len(single) > 0:
		return fmt.Sprintf("%s only one run: no test can separate a difference from chance.", has(single))
	case len(few) > 0:
		return fmt.Sprintf("%s fewer than %d runs: too few to separate any difference from chance.", has(few), RunsForTest)
	case least < RunsForInterval:
		return fmt.Sprintf("Medians of the runs, with their full range; a confidence interval takes %d runs. Among many "+
			"figures, one in twenty differs “significantly” by chance alone (p < 0.05).", RunsForInterval)
	}
	return "Medians of the runs, with their 95% confidence intervals. Among many figures, one in twenty differs " +
		"“significantly” by chance alone (p < 0.05)."
}

// truncated names the sides whose traces are incomplete.
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
	return enumerate(cut) + ": the trace is incomplete. Its length and the goroutines alive at its end mean nothing " +
		"and are left out; all else is about the readable part."
}

// lengths says why figures are compared per second.
func (c comparison) lengths(r Result) string {
	if !slices.ContainsFunc(r.Pairs, func(p Pair) bool { return p.PerSecond }) {
		return ""
	}
	var each []string
	for i, s := range c.sides {
		each = append(each, Name(i)+" "+words.Duration(s.Length()))
	}
	return "The traces differ in length (" + strings.Join(each, ", ") + "): counts and sums are compared per second."
}

// coresNote says why little or nothing can be said about cores.
func (c comparison) coresNote() string {
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
		notes = append(notes, fmt.Sprintf("%s no record of which thread was on which core.", has(none)))
	}
	if len(sampled) > 0 {
		notes = append(notes, fmt.Sprintf("The cores of %s are approximate (sampled from /proc): small "+
			"differences mean nothing.", enumerate(sampled)))
	}
	return strings.Join(notes, " ")
}

// captured is the least exact source of cores among the side's runs.
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

// versions says that the traces are of different versions of Go.
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
	return "The traces are of different versions of Go (" + strings.Join(each, ", ") + "): a difference may come from " +
		"Go itself, and older traces have less (no thread IDs before 1.22, not every kind of preemption before 1.25)."
}

// hosts says that the runs were made on different machines.
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
	return "The runs were made on different machines: times are not comparable."
}
