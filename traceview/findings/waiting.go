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

// line is a line of source at which goroutines wait for one reason.
type line struct {
	reason string
	where  traceview.Frame // without its PC
}

// waits are the waits of the program's goroutines at a line.
type waits struct {
	line
	ended      int64
	unfinished int64
	created    int64          // of the goroutines in unfinished waits, those created in the trace
	total      time.Duration  // of all of them
	max        time.Duration  // of the unfinished ones
	since      traceview.Time // when the first of the unfinished ones began
	last       traceview.Time // when the last of them began
	goroutines []traceview.GoID
}

func (w *waits) addEnded(b *traceview.BlockSite) {
	w.ended += b.Count
	w.total = traceview.SaturatingAdd(w.total, b.Total)
}

func (w *waits) addUnfinished(u *traceview.UnfinishedSite) {
	if w.unfinished == 0 || u.Since < w.since {
		w.since = u.Since
	}
	w.last = max(w.last, u.Last)
	w.unfinished += u.Count
	w.created += u.Created
	w.total, w.max = traceview.SaturatingAdd(w.total, u.Total), max(w.max, u.Max)
	w.goroutines = append(w.goroutines, u.Goroutines...)
}

// byLine adds up waits by line, longest total first.
func byLine(s *traceview.Summary) []*waits {
	var all []*waits
	index := map[line]*waits{}
	at := func(reason string, stack traceview.Stack) *waits {
		l := line{reason, classify.Location(stack)}
		l.where.PC = 0
		if index[l] == nil {
			index[l] = &waits{line: l}
			all = append(all, index[l])
		}
		return index[l]
	}
	for i := range s.Blocks {
		if b := &s.Blocks[i]; !classify.SystemStack(b.Stack) {
			at(b.Reason, b.Stack).addEnded(b)
		}
	}
	for i := range s.Unfinished {
		u := &s.Unfinished[i]
		at(u.Reason, u.Stack).addUnfinished(u)
	}
	slices.SortStableFunc(all, func(a, b *waits) int { return cmp.Compare(b.total, a.total) })
	return all
}

// biggestWait is the wait reason with the largest total among the program's goroutines, and where they waited.
func biggestWait(s *traceview.Summary) Finding {
	all := slices.DeleteFunc(s.OwnWaits(), func(w traceview.OwnWaits) bool { return classify.RuntimeWait(w.Reason) })
	if len(all) == 0 || all[0].Total == 0 {
		return Finding{}
	}
	w := all[0]
	f := Finding{
		ID: "wait", Value: words.Duration(w.Total) + " in " + w.Reason,
		Text:  "The largest total by reason: " + described(w) + ".",
		Score: 22, Share: ofLength(s, w.Total),
	}
	lines := byLine(s)
	i := slices.IndexFunc(lines, func(l *waits) bool { return l.reason == w.Reason })
	if i >= 0 && lines[i].where != (traceview.Frame{}) {
		f.Text += " The largest part in " + lines[i].place() + "."
	}
	return f
}

// described says how many waits there were, how long they took, and how many had not ended.
func described(w traceview.OwnWaits) string {
	n := w.Ended + w.Unfinished
	switch {
	case n == 1 && w.Unfinished == 1:
		return "a single wait, which had not ended when the trace did"
	case n == 1:
		return "a single wait"
	case w.Unfinished == 0:
		return fmt.Sprintf("%s, p50 %s, longest %s", words.Counted(n, "wait"), words.Duration(w.P50), words.Duration(w.Max))
	}
	open := words.Number(w.Unfinished) + " of which had not ended"
	if w.Ended == 0 {
		open = "none of which had ended"
	}
	return fmt.Sprintf("%s, %s when the trace did; longest %s", words.Counted(n, "wait"), open, words.Duration(w.Max))
}

// place names the line.
func (l line) place() string { return words.Place(l.where.Func, l.where.File, l.where.Line) }

// leftWaiting is the goroutines created in the trace that waited at its end, where no wait has ended: a leak, or a
// program cut short. Where waits do end, as those of idle workers and connections, another one is nothing special;
// and sleeps and the network end by themselves.
func leftWaiting(s *traceview.Summary) Finding {
	all := slices.DeleteFunc(byLine(s), func(w *waits) bool { return w.created == 0 || w.ended > 0 || !needsWaker(w.reason) })
	if len(all) == 0 {
		return Finding{}
	}
	w := slices.MaxFunc(all, func(a, b *waits) int { return cmp.Compare(a.created, b.created) })
	f := Finding{
		ID: "alive", Value: words.Counted(w.created, "goroutine") + " left waiting",
		Text: fmt.Sprintf("Created in this trace and waiting for %s in %s when it ended, %s after its start.",
			w.reason, w.place(), w.begun(traceview.Time(s.Stat.Trace.StartNS))),
		Goroutines: w.goroutines, From: w.since, To: w.since + traceview.Time(w.max),
		Score: 18, Share: ofLength(s, w.max),
	}
	if w.created > 1 {
		f.Text += " No wait there has ended: a leak, unless something was still to wake them."
		f.Score = w.suspicion(int64(s.Own.Goroutines.Created))
	}
	return f
}

// begun says when the unfinished waits began, counted from start: "the first since 1.00 ms, the last since 9.00 ms".
func (w *waits) begun(start traceview.Time) string {
	first, last := words.Duration(w.since.Sub(start)), words.Duration(w.last.Sub(start))
	switch {
	case w.unfinished == 1:
		return "since " + first
	case first == last:
		return "all since " + first
	}
	return "the first since " + first + ", the last since " + last
}

// suspicion is the score of several goroutines left waiting at a line, out of all that were created. A select often
// waits for a timer or for the program's end, too.
func (w *waits) suspicion(created int64) float64 {
	score := 40 + 40*(1-1/float64(w.created)) + 20*float64(w.created)/float64(max(created, w.created))
	if classify.FamilyOf(w.reason) == classify.FamilySelect {
		score -= 25
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
