package workloads

import (
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// handedOver returns the sends and the receives, in order. The last receive is the
// one that sees the channel closed.
func handedOver(w *traceview.Window) (sends, receives []traceview.Region) {
	return query.Regions(w, "send"), query.Regions(w, "receive")
}

func sendsMeetReceives(r Recording) Finding {
	w := r.Window
	sends, receives := handedOver(w)
	f := FindingAt(w, sends)
	for i, send := range sends {
		if i >= len(receives) {
			return f.Judged(Fails, "send %d of %d met no receive", i+1, len(sends))
		}
		pair := FindingAt(w, []traceview.Region{send, receives[i]})
		if gap := receives[i].Start.Sub(send.End); gap > 0 {
			return pair.Judged(Fails, "send %d completed %s before its receive began", i+1, length(gap))
		}
		if gap := send.Start.Sub(receives[i].End); gap > 0 {
			return pair.Judged(Fails, "receive %d completed %s before its send began", i+1, length(gap))
		}
	}
	f = FindingAt(w, slices.Concat(sends, receives))
	waits, waited := query.CountIn(w, sends, query.WaitingFor(w, "chan send"))
	return f.Judged(Holds, "each of %s met its receive (%s); the sender waited %s, %s in total",
		count(len(sends), "send"), query.Names(w, query.Owners(slices.Concat(sends, receives))), count(waits,
			"time"), length(waited))
}

func rangeDrains(r Recording) Finding {
	w, p, result := r.Window, Params[*handOver](r), ResultOf[handOverResult](r)
	sends, receives := handedOver(w)
	f := FindingAt(w, receives)
	switch {
	case result.Received != p.values:
		return f.Judged(Fails, "%s received, of %d", count(result.Received, "value"), p.values)
	case !result.InOrder:
		return f.Judged(Fails, "%s received, but not in order", count(result.Received, "value"))
	case len(receives) != p.values+1 || len(sends) != p.values:
		return f.Judged(Fails, "the trace shows %s and %s; it should be %d and %d",
			count(len(sends), "send"), count(len(receives), "receive"), p.values, p.values+1)
	}
	return f.Judged(Holds, "%s received in order, and then the close, at %s", count(result.Received, "value"),
		r.At(receives[p.values].End))
}

// noBuffer is the finding for a claim about buffers if there is none.
func noBuffer() Finding { return inconclusive("a channel of capacity 0 has no buffer") }

// blocksWhenFull looks at each wait: the sends and receives completed when it began give an upper bound on the
// values in the buffer.
func blocksWhenFull(r Recording) Finding {
	w, capacity := r.Window, Params[*handOver](r).capacity
	if capacity == 0 {
		return noBuffer()
	}
	sends, receives := handedOver(w)
	f, waits := FindingAt(w, sends), 0
	for i, send := range sends {
		for s := range query.SpansIn(w, send.G, send.Start, send.End) {
			if !query.WaitingFor(w, "chan send")(s) {
				continue
			}
			waits++
			taken := 0
			for taken < len(receives) && receives[taken].End <= s.Start {
				taken++
			}
			if held := i - taken; held < capacity {
				f.From, f.To = s.Start, s.End
				return f.Judged(Fails, "at send %d, at %s, the producer waited with at most %d of %s in the buffer",
					i+1, r.At(s.Start), held, count(capacity, "slot"))
			}
		}
	}
	if waits == 0 {
		return f.Judged(Inconclusive, "the producer never waited: the buffer of %d was never full", capacity)
	}
	return f.Judged(Holds, "the producer (%s) waited %s in %s, each time with the buffer of %d full",
		query.Names(w, query.Owners(sends)), count(waits, "time"), count(len(sends), "send"), capacity)
}

func producerRunsAhead(r Recording) Finding {
	w, p := r.Window, Params[*handOver](r)
	if p.capacity == 0 {
		return noBuffer()
	}
	sends, receives := handedOver(w)
	ahead := 0
	for i, send := range sends {
		if i < len(receives) && send.End < receives[i].Start {
			ahead++
		}
	}
	f := FindingAt(w, sends)
	switch {
	case ahead > 0:
		return f.Judged(Holds, "%d of %s completed before the value's receive began", ahead, count(len(sends), "send"))
	case p.consume <= p.produce:
		return f.Judged(Inconclusive, "no send completed before its receive began, but the consumer is as fast as "+
			"the producer")
	}
	return f.Judged(Fails, "none of %s completed before its value's receive began", count(len(sends), "send"))
}

// hasRoomForAll restricts a claim to runs whose buffer is never full.
func hasRoomForAll(r Recording) bool {
	p := Params[*handOver](r)
	return p.capacity >= p.values
}

// valuesWaitLonger compares the last value with the one in the middle: it has to lie in the buffer for longer by at least half
// the time that the consumer is busy with those between them.
func valuesWaitLonger(r Recording) Finding {
	w, p := r.Window, Params[*handOver](r)
	sends, receives := handedOver(w)
	last := p.values - 1
	middle := last / 2
	piled := time.Duration(last-middle) * (p.consume - p.produce)
	if p.values < 5 || piled <= 0 || len(receives) < p.values || len(sends) < p.values {
		return inconclusive("%s, of which the producer makes one in %s and the consumer uses one in %s: nothing piles up",
			count(p.values, "value"), length(p.produce), length(p.consume))
	}
	lay := func(i int) time.Duration { return max(receives[i].End.Sub(sends[i].Start), 0) }
	f := FindingAt(w, []traceview.Region{sends[last], receives[last]})
	if waits, waited := query.CountIn(w, sends, query.WaitingFor(w, "chan send")); waits > 0 {
		return f.Judged(Fails, "the producer waited %s, %s in total", count(waits, "time"), length(waited))
	}
	if lay(last)-lay(middle) < piled/2 {
		v := Fails
		if runnableIn(w, query.Lives(w, query.Owners(sends))) > piled/4 {
			v = Inconclusive // the producer was late, for want of a P
		}
		return f.Judged(v, "value %d lay in the buffer for %s, value %d for %s", middle+1, length(lay(middle)), last+1,
			length(lay(last)))
	}
	return f.Judged(Holds, "the producer (%s) never waited; value 1 lay in the buffer for %s, value %d for %s, value %d for %s",
		query.Names(w, query.Owners(sends)), length(lay(0)), middle+1, length(lay(middle)), last+1, length(lay(last)))
}
