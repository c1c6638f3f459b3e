package workloads

import (
	"slices"

	"schedviz/traceview"
)

// handedOver returns the sends and the receives, in order. The last receive is the
// one that sees the channel closed.
func handedOver(w *traceview.Window) (sends, receives []traceview.Region) {
	return regionsOf(w, "send"), regionsOf(w, "receive")
}

func sendsMeetReceives(r Recording) Finding {
	w := r.Window
	sends, receives := handedOver(w)
	f := findingAt(w, sends)
	for i, send := range sends {
		if i >= len(receives) {
			return f.judged(Fails, "send %d of %d met no receive", i+1, len(sends))
		}
		pair := findingAt(w, []traceview.Region{send, receives[i]})
		if gap := receives[i].Start.Sub(send.End); gap > 0 {
			return pair.judged(Fails, "send %d was over %s before its receive began", i+1, length(gap))
		}
		if gap := send.Start.Sub(receives[i].End); gap > 0 {
			return pair.judged(Fails, "receive %d was over %s before its send began", i+1, length(gap))
		}
	}
	f = findingAt(w, slices.Concat(sends, receives))
	waits, waited := waitsIn(w, sends, waitingFor(w, "chan send"))
	return f.judged(Holds, "each of %s met its receive (%s); the sender waited %s, %s in all",
		count(len(sends), "send"), names(w, owners(slices.Concat(sends, receives))), count(waits, "time"), length(waited))
}

func rangeDrains(r Recording) Finding {
	w, p, result := r.Window, params[*handOver](r), resultOf[handOverResult](r)
	sends, receives := handedOver(w)
	f := findingAt(w, receives)
	switch {
	case result.Received != p.values:
		return f.judged(Fails, "%s received, of %d", count(result.Received, "value"), p.values)
	case !result.InOrder:
		return f.judged(Fails, "%s received, but not in order", count(result.Received, "value"))
	case len(receives) != p.values+1 || len(sends) != p.values:
		return f.judged(Fails, "the trace shows %s and %s, where it should be %d and %d",
			count(len(sends), "send"), count(len(receives), "receive"), p.values, p.values+1)
	}
	return f.judged(Holds, "%s received in order, and then the close, at %s", count(result.Received, "value"), r.at(receives[p.values].End))
}

// blocksWhenFull looks at each wait: by the sends and receives that were over when it
// began, the buffer may have held at most so many values.
func blocksWhenFull(r Recording) Finding {
	w, capacity := r.Window, params[*handOver](r).capacity
	sends, receives := handedOver(w)
	f, waits := findingAt(w, sends), 0
	for i, send := range sends {
		for s := range spansIn(w, send.G, send.Start, send.End) {
			if !waitingFor(w, "chan send")(s) {
				continue
			}
			waits++
			taken := 0
			for taken < len(receives) && receives[taken].End <= s.Start {
				taken++
			}
			if held := i - taken; held < capacity {
				f.From, f.To = s.Start, s.End
				return f.judged(Fails, "at send %d, %s, the producer waited with %d of %s in the buffer at most",
					i+1, r.at(s.Start), held, count(capacity, "place"))
			}
		}
	}
	if waits == 0 {
		return f.judged(Inconclusive, "the producer never waited: the buffer of %d was never full", capacity)
	}
	return f.judged(Holds, "the producer (%s) waited %s in %s, each time with all %d places taken",
		names(w, owners(sends)), count(waits, "time"), count(len(sends), "send"), capacity)
}

func producerRunsAhead(r Recording) Finding {
	w, p := r.Window, params[*handOver](r)
	sends, receives := handedOver(w)
	ahead := 0
	for i, send := range sends {
		if i < len(receives) && send.End < receives[i].Start {
			ahead++
		}
	}
	f := findingAt(w, sends)
	switch {
	case ahead > 0:
		return f.judged(Holds, "%d of %s were over before the value's receive began", ahead, count(len(sends), "send"))
	case p.consume <= p.produce:
		return f.judged(Inconclusive, "no send was over before its receive began, but the consumer is as fast as the producer")
	}
	return f.judged(Fails, "none of %s was over before its value's receive began", count(len(sends), "send"))
}
