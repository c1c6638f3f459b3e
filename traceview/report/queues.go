package report

import (
	"schedviz/traceview"
	"schedviz/traceview/report/internal/columns"
)

// packQueues packs the run queue samples taken during the window.
func (wp *windowPacker) packQueues(all []traceview.QueueSample) {
	var q []traceview.QueueSample
	var lengths []int
	for _, s := range all {
		if s.Time >= wp.w.From && s.Time <= wp.w.To {
			q, lengths = append(q, s), append(lengths, s.Local...)
		}
	}
	n := len(q)
	wp.addDelta(columns.QueueTime, n, func(i int) int64 { return int64(q[i].Time - wp.w.From) })
	wp.add(columns.QueueGlobal, n, func(i int) int64 { return int64(q[i].Global) })
	wp.add(columns.QueuePs, n, func(i int) int64 { return int64(len(q[i].Local)) })
	wp.add(columns.QueueLocal, len(lengths), func(i int) int64 { return int64(lengths[i]) })
	wp.add(columns.QueueIdle, n, func(i int) int64 { return int64(q[i].IdlePs) })
	wp.add(columns.QueueSpinning, n, func(i int) int64 { return int64(q[i].Spinning) })
	wp.add(columns.QueueThreads, n, func(i int) int64 { return int64(q[i].Threads) })
}
