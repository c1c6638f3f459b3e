package traceview

// Names of metrics, as in runtime/metrics.
const (
	MetricGOMAXPROCS = "/sched/gomaxprocs:threads"
	MetricHeap       = "/memory/classes/heap/objects:bytes"
	MetricHeapGoal   = "/gc/heap/goal:bytes"
)

// Names of the runtime's ranges. The name of a stop-the-world continues with its reason.
const (
	RangeGC     = "GC concurrent mark phase"
	RangeAssist = "GC mark assist"
	RangeSweep  = "GC incremental sweep"
	RangeSTW    = "stop-the-world"
)

// RangeGap is the name of the ranges that represent gaps in the trace.
const RangeGap = "missing from the trace"
