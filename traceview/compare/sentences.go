package compare

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"schedviz/traceview/words"
)

// maxSentences is how many sentences a pair of sides is worth.
const maxSentences = 5

// WorthTelling is the score a difference needs to be told.
const WorthTelling = 0.12

// sentences tells the largest differences of a leg, rows being sorted by theirs
// over all legs. Of each family one figure or two speak for the others.
func (c comparison) sentences(leg Leg, at int, rows []Row) []string {
	clauses := clausesOf(leg, at, rows)
	var out []string
	for i := 0; i < len(clauses); i++ {
		told := []string{clauses[i].text}
		if i+1 < len(clauses) && clauses[i].goesWith(clauses[i+1]) {
			told = append(told, clauses[i+1].text)
			i++
		}
		out = append(out, leg.tell(clauses[i].verb, told, len(out) == 0))
	}
	return out[:min(len(out), maxSentences)]
}

// verb is in which direction a figure changed.
type verb int

const (
	fell verb = iota
	rose
)

// clause is a difference in words, without its subject and verb: "the longest
// slice from 203 ms to 10.1 ms".
type clause struct {
	verb   verb
	family Family
	text   string
}

// goesWith tells that two clauses make one sentence: how long goroutines keep a P
// and how long others wait for one changed in the same direction.
func (c clause) goesWith(d clause) bool {
	both := func(f Family) bool { return f == Slices || f == Latency }
	return c.verb == d.verb && both(c.family) && both(d.family)
}

func clausesOf(l Leg, leg int, rows []Row) []clause {
	told := map[Family]int{}
	var out []clause
	for _, row := range rankedBy(leg, rows) {
		limit := 1
		if row.Family == Preemption {
			limit = 2
		}
		if row.Changes[leg].Score < WorthTelling || told[row.Family] == limit {
			continue
		}
		if row.ID == asyncFigure && l.Cause == asyncCause {
			continue // that goes without saying
		}
		told[row.Family]++
		out = append(out, clauseOf(speaker(row, leg, rows), leg))
	}
	return out
}

// speaker is the figure that speaks for a row's family: of slices and of waits for
// a P the longest, if it differs in the same direction, as it is what hurts.
func speaker(row *Row, leg int, rows []Row) *Row {
	for i := range rows {
		r := &rows[i]
		longest := r.ID == "slices.max_ns" || r.ID == "sched_latency.max_ns"
		if longest && r.Family == row.Family && r.Changes[leg].Score >= WorthTelling && r.Changes[leg].verb() == row.Changes[leg].verb() {
			return r
		}
	}
	return row
}

func clauseOf(row *Row, leg int) clause {
	ch := row.Changes[leg]
	text := fmt.Sprintf("%s from %s to %s%s", the(row), row.write(ch.From, ch.PerSecond), row.write(ch.To, ch.PerSecond), proof(ch))
	return clause{ch.verb(), row.Family, text}
}

// verb is in which direction the figure changed.
func (ch Change) verb() verb {
	if ch.To > ch.From {
		return rose
	}
	return fell
}

// rankedBy returns the rows by how much they differ in one leg, the most first.
func rankedBy(leg int, rows []Row) []*Row {
	out := make([]*Row, len(rows))
	for i := range rows {
		out[i] = &rows[i]
	}
	slices.SortStableFunc(out, func(a, b *Row) int { return cmp.Compare(b.Changes[leg].Score, a.Changes[leg].Score) })
	return out
}

// the puts the article before a figure's name.
func the(r *Row) string {
	name := quantile(r.Name)
	if r.Unit == Count && !strings.HasPrefix(name, "most ") || strings.HasPrefix(name, "the ") {
		return name
	}
	return "the " + name
}

// quantile turns "99% of slices, within" to what reads well before "from 2 ms to 3 ms".
func quantile(name string) string {
	if of, ok := strings.CutSuffix(name, ", within"); ok {
		if rest, ok := strings.CutPrefix(of, "99% of "); ok {
			return "the 99th percentile of " + rest
		}
		if rest, ok := strings.CutPrefix(of, "half of "); ok {
			return "the median of " + rest
		}
	}
	return name
}

// proof says how far several runs prove a difference.
func proof(ch Change) string {
	switch {
	case ch.Verdict == TooFewRuns:
		return " (too few runs: may be chance)"
	case ch.P < 1:
		return " (" + PValue(ch.P) + ")"
	}
	return ""
}

// PValue writes a p-value: "p=0.008".
func PValue(p float64) string {
	if p < 0.001 {
		return "p<0.001"
	}
	return fmt.Sprintf("p=%.3f", p)
}

// tell makes a sentence of what changed in one direction; the first names the cause.
func (leg Leg) tell(v verb, what []string, first bool) string {
	text := strings.Join(what, " and ")
	if leg.Cause != "" {
		does := map[verb]string{fell: "cut", rose: "raised"}[v]
		who := "It"
		if first {
			who = upper(leg.Cause)
		}
		return who + " " + does + " " + text + "."
	}
	// "the longest slice from 3 ms to 2 ms" becomes "the longest slice fell from 3 ms to 2 ms".
	does := map[verb]string{fell: " fell from ", rose: " rose from "}[v]
	return upper(strings.ReplaceAll(text, " from ", does)) + "."
}

func upper(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// sameness sums up what does not differ in a leg.
func sameness(leg int, rows []Row) string {
	var alike, noise, few int
	for _, r := range rows {
		switch r.Changes[leg].Verdict {
		case Alike:
			alike++
		case Insignificant:
			noise++
		case TooFewRuns:
			if r.Changes[leg].Score == 0 {
				few++
			}
		}
	}
	var parts []string
	if alike > 0 {
		parts = append(parts, words.Counted(alike, "figure")+" are about the same")
	}
	if noise > 0 {
		parts = append(parts, words.Counted(noise, "figure")+" differ by no more than chance would bring (Mann-Whitney, p ≥ 0.05)")
	}
	if few > 0 {
		parts = append(parts, fmt.Sprintf("%s differ, but it takes %d runs of each to tell that from chance", words.Counted(few, "figure"), RunsForTest))
	}
	return upper(strings.Join(parts, "; "))
}

// Text writes a side's value of the figure, with what it adds up to per second
// where it is told of more than one second or less; "–" is unknown.
func (r *Row) Text(v *Value) string {
	if v == nil {
		return "–"
	}
	text := Format(r.Unit, v.Median)
	for _, ch := range r.Changes {
		if ch.PerSecond && v.Rate != nil && v.Median != 0 {
			return text + " (" + Format(r.Unit, *v.Rate) + "/s)"
		}
	}
	return text
}

// write writes a value of the figure; it is a rate if perSecond.
func (r *Row) write(v float64, perSecond bool) string {
	text := Format(r.Unit, v)
	if perSecond && v != 0 {
		text += " a second"
	}
	return text
}

// Format writes a value of a unit as people read it; nothing is "none".
func Format(u Unit, v float64) string {
	switch {
	case u == Share:
		return words.Percent(v)
	case v == 0:
		return "none"
	case u == Nanoseconds && v >= 1e13:
		return words.Number(int64(v/1e9)) + " s"
	case u == Nanoseconds:
		return words.Duration(time.Duration(math.Round(v)))
	case v < 10 && v != math.Trunc(v):
		return fmt.Sprintf("%.1f", v)
	}
	return words.Number(int64(math.Round(v)))
}
