package traceview

// Names of metrics, as in runtime/metrics.
const (
	MetricGOMAXPROCS = "/sched/gomaxprocs:threads"
	MetricHeap       = "/memory/classes/heap/objects:bytes"
	MetricHeapGoal   = "/gc/heap/goal:bytes"
)

// Names of the runtime's ranges. A stop-the-world's name goes on with its reason.
const (
	RangeGC     = "GC concurrent mark phase"
	RangeAssist = "GC mark assist"
	RangeSweep  = "GC incremental sweep"
	RangeSTW    = "stop-the-world"
)

// RangeGap is the name of the ranges that stand for gaps of the trace.
const RangeGap = "missing from the trace"
