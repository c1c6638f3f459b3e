package workloads

import (
	"slices"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// closesBy restricts a claim to a value of --how.
func closesBy(how string) func(Recording) bool {
	return func(r Recording) bool { return Params[*closer](r).how == how }
}

// The runtime's texts.
const (
	panicSend   = "send on closed channel"
	panicClosed = "close of closed channel"
)

// panickedFor returns the goroutines that panicked for a reason.
func panickedFor(w *traceview.Window, reason string) []int32 {
	var gs []int32
	for _, log := range query.Logs(w, "panic") {
		if log.Message == reason {
			gs = append(gs, log.G)
		}
	}
	return gs
}

// senderPanics requires the panic to be that of a send that waited when main closed the channel.
func senderPanics(r Recording) Finding {
	w := r.Window
	sends, closes := query.Regions(w, "send"), query.Regions(w, "close")
	f := FindingAt(w, append(sends, closes...))
	senders := panickedFor(w, panicSend)
	if len(senders) == 0 || len(closes) == 0 {
		return f.Judged(Fails, "%s did not panic", query.Names(w, query.Owners(sends)))
	}
	f.From = closes[0].Start
	wake, waited := wakeOfSend(w, senders[0], closes[0].Start)
	switch who := query.Names(w, senders); {
	case !waited:
		return f.Judged(Inconclusive, "%s panicked, but was not yet waiting to send when the channel was closed", who)
	case wake.Waker != closes[0].G:
		return f.Judged(Fails, "%s was not woken by the close", who)
	default:
		return f.Judged(Holds, `%s waited for "chan send" when G%d closed the channel at %s, and panicked: %s`, who,
			w.Goroutines[closes[0].G].ID, r.At(f.From), panicSend)
	}
}

// wakeOfSend returns how the wait to send ended in which a goroutine was at a time.
func wakeOfSend(w *traceview.Window, g int32, at traceview.Time) (wake traceview.Span, waited bool) {
	for _, wait := range query.Spans(w, []int32{g}, query.WaitingFor(w, "chan send")) {
		if wait.Start <= at && at < wait.End {
			return query.Next(w, wait)
		}
	}
	return traceview.Span{}, false
}

func ownerClosesSafely(r Recording) Finding {
	w, p, result := r.Window, Params[*closer](r), ResultOf[closeResult](r)
	f := FindingAt(w, query.Regions(w, "send"))
	switch {
	case len(result.Panics) > 0:
		return f.Judged(Fails, "%s panicked: %s", count(len(result.Panics), "goroutine"), result.Panics[0])
	case result.Sent != p.values || result.Received != p.values:
		return f.Judged(Fails, "%s sent and %d received, of %d", count(result.Sent, "value"), result.Received, p.values)
	}
	return f.Judged(Holds, "%s sent and received; %s closed the channel at %s, and nothing panicked", count(result.Sent, "value"),
		query.Names(w, query.Owners(query.Regions(w, "send"))), r.At(f.To))
}

func doubleClosePanics(r Recording) Finding {
	w := r.Window
	closes, late := query.Regions(w, "close"), panickedFor(w, panicClosed)
	f := FindingAt(w, closes)
	switch {
	case len(closes) < 2:
		return f.Judged(Inconclusive, "only one goroutine closed the channel")
	case len(late) != len(closes)-1:
		return f.Judged(Fails, "%s closed the channel, and %d panicked", count(len(closes), "goroutine"), len(late))
	}
	first := slices.DeleteFunc(query.Owners(closes), func(g int32) bool { return slices.Contains(late, g) })
	return f.Judged(Holds, "%s closed the channel; %s tried to as well and panicked: %s", query.Names(w, first),
		query.Names(w, late), panicClosed)
}

func onceCloses(r Recording) Finding {
	w, result := r.Window, ResultOf[closeResult](r)
	closes := query.Regions(w, "close")
	f := FindingAt(w, closes)
	switch {
	case len(closes) < 2:
		return f.Judged(Inconclusive, "only one goroutine closed the channel")
	case len(result.Panics) > 0:
		return f.Judged(Fails, "%d of %s panicked: %s", len(result.Panics), count(len(closes), "goroutine"), result.Panics[0])
	}
	return f.Judged(Holds, "%s closed the channel (%s), and none panicked", count(len(closes), "goroutine"),
		query.Names(w, query.Owners(closes)))
}
