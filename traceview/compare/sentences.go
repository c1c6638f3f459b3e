package compare

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"schedviz/traceview/words"
)

// maxSentences limits the sentences about a pair.
const maxSentences = 5

// WorthTelling is the score that a difference needs to be mentioned.
const WorthTelling = 0.12

// sentences describes the largest differences of a pair. rows are sorted by their largest difference over all
// pairs. One or two figures stand for each family.
func (c comparison) sentences(pair Pair, at int, rows []Row) []string {
	clauses := clausesOf(pair, at, rows)
	var out []string
	for i := 0; i < len(clauses); i++ {
		texts := []string{clauses[i].text}
		if i+1 < len(clauses) && clauses[i].goesWith(clauses[i+1]) {
			texts = append(texts, clauses[i+1].text)
			i++
		}
		out = append(out, pair.sentence(clauses[i].verb, texts, len(out) == 0))
	}
	return out[:min(len(out), maxSentences)]
}

// verb is the direction in which a figure changed.
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

// goesWith reports whether two clauses make one sentence: how long goroutines keep a P and how long others wait
// for one changed in the same direction.
func (c clause) goesWith(d clause) bool {
	both := func(f Family) bool { return f == Slices || f == Latency }
	return c.verb == d.verb && both(c.family) && both(d.family)
}

func clausesOf(p Pair, pair int, rows []Row) []clause {
	told := map[Family]int{}
	var out []clause
	for _, row := range rankedBy(pair, rows) {
		limit := 1
		switch row.Family {
		case Preemption:
			limit = 2
		case Lesson:
			limit = maxSentences
		}
		if row.Changes[pair].Score < WorthTelling || told[row.Family] == limit {
			continue
		}
		if row.ID == asyncFigure && p.Cause == asyncCause {
			continue // goes without saying
		}
		told[row.Family]++
		out = append(out, clauseOf(speaker(row, pair, rows), pair))
	}
	return out
}

// speaker is the figure that stands for a row's family: for slices and for waits for a P the longest, which hurts
// most, if it differs in the same direction.
func speaker(row *Row, pair int, rows []Row) *Row {
	for i := range rows {
		r := &rows[i]
		longest := r.ID == "slices.max_ns" || r.ID == "sched_latency.max_ns"
		if longest && r.Family == row.Family && r.Changes[pair].Score >= WorthTelling && r.Changes[pair].verb() == row.Changes[pair].verb() {
			return r
		}
	}
	return row
}

func clauseOf(row *Row, pair int) clause {
	ch := row.Changes[pair]
	text := fmt.Sprintf("%s from %s to %s%s", withArticle(row), row.format(ch.From, ch.PerSecond),
		row.format(ch.To, ch.PerSecond), proof(ch))
	return clause{ch.verb(), row.Family, text}
}

// verb is the direction in which the figure changed.
func (ch Change) verb() verb {
	if ch.To > ch.From {
		return rose
	}
	return fell
}

// rankedBy returns the rows sorted by how much they differ in one pair, largest first after those of the lesson.
func rankedBy(pair int, rows []Row) []*Row {
	out := make([]*Row, len(rows))
	for i := range rows {
		out[i] = &rows[i]
	}
	slices.SortStableFunc(out, byScore(func(r *Row) float64 { return r.Changes[pair].Score }))
	return out
}

// withArticle puts the article before a figure's name.
func withArticle(r *Row) string {
	if r.Unit == Count && !strings.HasPrefix(r.Name, "peak ") {
		return r.Name
	}
	return "the " + r.Name
}

// proof says how well several runs prove a difference.
func proof(ch Change) string {
	switch {
	case ch.Verdict == TooFewRuns:
		return " (too few runs: may be chance)"
	case ch.P < 1:
		return " (" + PValue(ch.P) + ")"
	}
	return ""
}

// PValue formats a p-value: "p=0.008".
func PValue(p float64) string {
	if p < 0.001 {
		return "p<0.001"
	}
	return fmt.Sprintf("p=%.3f", p)
}

// sentence joins clauses of changes in one direction; the first sentence names the cause.
func (pair Pair) sentence(v verb, what []string, first bool) string {
	text := strings.Join(what, " and ")
	if first && pair.Cause != "" {
		does := map[verb]string{fell: " cut ", rose: " raised "}[v]
		return upper(pair.Cause) + does + text + "."
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

// sameness summarizes what does not differ in a pair.
func sameness(pair int, rows []Row) string {
	var alike, noise, few int
	for _, r := range rows {
		switch r.Changes[pair].Verdict {
		case Alike:
			alike++
		case Insignificant:
			noise++
		case TooFewRuns:
			if r.Changes[pair].Score == 0 {
				few++
			}
		}
	}
	var parts []string
	if alike > 0 {
		parts = append(parts, words.Counted(alike, "figure")+" are about the same")
	}
	if noise > 0 {
		parts = append(parts, words.Counted(noise, "figure")+" differ by no more than chance explains (Mann-Whitney, p ≥ 0.05)")
	}
	if few > 0 {
		parts = append(parts, fmt.Sprintf("%s differ, but it takes %d runs of each to separate that from chance",
			words.Counted(few, "figure"), RunsForTest))
	}
	return upper(strings.Join(parts, "; "))
}

// Text formats a side's value of the figure, with the rate per second if a pair is compared per second; "–" is
// unknown.
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

// format formats a value of the figure; it is a rate if perSecond.
func (r *Row) format(v float64, perSecond bool) string {
	text := Format(r.Unit, v)
	if perSecond && v != 0 {
		text += " per second"
	}
	return text
}

// Format formats a value of a unit for readers; 0 is "none".
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
