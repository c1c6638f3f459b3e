package findings

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/words"
)

// waits are the waits of the program's goroutines for one reason, at one line of source or anywhere.
type waits struct {
	reason     string
	where      traceview.Frame // without its PC; the zero Frame: anywhere
	ended      int64
	unfinished int64
	created    int64 // of the goroutines in unfinished waits, those created in the trace
	total, max time.Duration
	p50        time.Duration  // of those that ended, if they are counted anywhere
	since      traceview.Time // when the first of the unfinished ones began
	goroutines []traceview.GoID
}

func (w *waits) addUnfinished(u *traceview.UnfinishedSite) {
	if w.unfinished == 0 || u.Since < w.since {
		w.since = u.Since
	}
	w.unfinished += u.Count
	w.created += u.Created
	w.total, w.max = traceview.SaturatingAdd(w.total, u.Total), max(w.max, u.Max)
	w.goroutines = append(w.goroutines, u.Goroutines...)
}

// byReason adds up waits by reason, longest total first. A wait of which the trace gives no reason is left out.
func byReason(s *traceview.Summary) []*waits {
	var all []*waits
	for _, b := range s.Own.Blocking {
		if !classify.RuntimeWait(b.Reason) {
			all = append(all, &waits{
				reason: b.Reason, ended: b.Count, total: time.Duration(b.TotalNS), max: time.Duration(b.MaxNS), p50: time.Duration(b.P50NS),
			})
		}
	}
	for i := range s.Unfinished {
		u := &s.Unfinished[i]
		if u.Reason == "" {
			continue
		}
		at := slices.IndexFunc(all, func(w *waits) bool { return w.reason == u.Reason })
		if at < 0 {
			at, all = len(all), append(all, &waits{reason: u.Reason})
		}
		all[at].addUnfinished(u)
	}
	slices.SortStableFunc(all, func(a, b *waits) int { return cmp.Compare(b.total, a.total) })
	return all
}

// byLine adds up waits by reason and line of source, longest total first.
func byLine(s *traceview.Summary) []*waits {
	type key struct {
		reason string
		where  traceview.Frame
	}
	var all []*waits
	index := map[key]*waits{}
	at := func(reason string, stack traceview.Stack) *waits {
		where := classify.Location(stack)
		where.PC = 0
		k := key{reason, where}
		if index[k] == nil {
			index[k] = &waits{reason: reason, where: where}
			all = append(all, index[k])
		}
		return index[k]
	}
	for i := range s.Blocks {
		if b := &s.Blocks[i]; !classify.SystemStack(b.Stack) {
			w := at(b.Reason, b.Stack)
			w.ended += b.Count
			w.total, w.max = traceview.SaturatingAdd(w.total, b.Total), max(w.max, b.Max)
		}
	}
	for i := range s.Unfinished {
		at(s.Unfinished[i].Reason, s.Unfinished[i].Stack).addUnfinished(&s.Unfinished[i])
	}
	slices.SortStableFunc(all, func(a, b *waits) int { return cmp.Compare(b.total, a.total) })
	return all
}

// biggestWait is the wait reason with the largest total among the program's goroutines, and where they waited.
func biggestWait(s *traceview.Summary) Finding {
	all := byReason(s)
	if len(all) == 0 || all[0].total == 0 {
		return Finding{}
	}
	w := all[0]
	f := Finding{
		ID: "wait", Value: words.Duration(w.total) + " in " + w.reason,
		Text:  "The largest total by reason: " + w.described() + ".",
		Score: 22, Share: ofLength(s, w.total),
	}
	lines := byLine(s)
	i := slices.IndexFunc(lines, func(l *waits) bool { return l.reason == w.reason })
	if i >= 0 && lines[i].where != (traceview.Frame{}) {
		f.Text += " The largest part in " + lines[i].place() + "."
	}
	return f
}

// described says how many waits there were, how long they took, and how many had not ended.
func (w *waits) described() string {
	switch n := w.ended + w.unfinished; {
	case n == 1 && w.unfinished == 1:
		return "a single wait, which had not ended when the trace did"
	case n == 1:
		return "a single wait"
	case w.ended == 0:
		return fmt.Sprintf("%s, none of which had ended when the trace did; longest %s", words.Counted(n, "wait"), words.Duration(w.max))
	case w.unfinished > 0:
		return fmt.Sprintf("%s, %s of which had not ended when the trace did; longest %s",
			words.Counted(n, "wait"), words.Number(w.unfinished), words.Duration(w.max))
	default:
		return fmt.Sprintf("%s, p50 %s, longest %s", words.Counted(n, "wait"), words.Duration(w.p50), words.Duration(w.max))
	}
}

// place names the line.
func (w *waits) place() string { return words.Place(w.where.Func, w.where.File, w.where.Line) }

// leftWaiting is the goroutines created in the trace that waited at its end, where no wait has ended: a leak, or a
// program cut short. Where waits do end, as those of idle workers and connections, another one is nothing special;
// and sleeps and the network end by themselves.
func leftWaiting(s *traceview.Summary) Finding {
	all := slices.DeleteFunc(byLine(s), func(w *waits) bool { return w.created == 0 || w.ended > 0 || !needsWaker(w.reason) })
	if len(all) == 0 {
		return Finding{}
	}
	w := slices.MaxFunc(all, func(a, b *waits) int { return cmp.Compare(a.created, b.created) })
	since := words.Duration(w.since.Sub(traceview.Time(s.Stat.Trace.StartNS)))
	f := Finding{
		ID: "alive", Value: words.Counted(w.created, "goroutine") + " left waiting",
		Text: fmt.Sprintf("Created in this trace and waiting for %s in %s when it ended, since %s after its start.",
			w.reason, w.place(), since),
		Goroutines: w.goroutines, From: w.since, To: w.since + traceview.Time(w.max),
		Score: 18, Share: ofLength(s, w.max),
	}
	if w.created > 1 {
		f.Text = fmt.Sprintf("Created in this trace and waiting for %s in %s when it ended, the first since %s after its start. "+
			"No wait there has ended: a leak, unless something was still to wake them.", w.reason, w.place(), since)
		f.Score = w.suspicion(int64(s.Own.Goroutines.Created))
	}
	return f
}

// suspicion is the score of several goroutines left waiting at a line, out of all that were created. A select often
// waits for a timer or for the program's end, too.
func (w *waits) suspicion(created int64) float64 {
	score := 30 + 20*(1-1/float64(w.created)) + 20*float64(w.created)/float64(max(created, w.created))
	if classify.FamilyOf(w.reason) == classify.FamilySelect {
		score -= 15
	}
	return score
}

// needsWaker reports whether another goroutine must end a wait with this reason.
func needsWaker(reason string) bool {
	switch classify.FamilyOf(reason) {
	case classify.FamilyChanReceive, classify.FamilyChanSend, classify.FamilySelect, classify.FamilySync:
		return true
	}
	return false
}
