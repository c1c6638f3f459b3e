package report

import "schedviz/traceview"

// packQueues packs the samples of the run queues that are in the window.
func (wp *windowPacker) packQueues(all []traceview.QueueSample) {
	var q []traceview.QueueSample
	var lengths []int
	for _, s := range all {
		if s.Time >= wp.w.From && s.Time <= wp.w.To {
			q, lengths = append(q, s), append(lengths, s.Local...)
		}
	}
	n := len(q)
	wp.addDelta("queue.time", "f64", n, func(i int) int64 { return int64(q[i].Time - wp.w.From) })
	wp.add("queue.global", "i32", n, func(i int) int64 { return int64(q[i].Global) })
	wp.add("queue.ps", "i32", n, func(i int) int64 { return int64(len(q[i].Local)) })
	wp.add("queue.local", "i32", len(lengths), func(i int) int64 { return int64(lengths[i]) })
	wp.add("queue.idle", "i32", n, func(i int) int64 { return int64(q[i].IdlePs) })
	wp.add("queue.spinning", "i32", n, func(i int) int64 { return int64(q[i].Spinning) })
	wp.add("queue.threads", "i32", n, func(i int) int64 { return int64(q[i].Threads) })
}
