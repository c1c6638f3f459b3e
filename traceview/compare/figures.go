package compare

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/classify"
)

// Unit is what a figure is measured in.
type Unit string

// Units. A share is from 0 to 1.
const (
	Nanoseconds Unit = "ns"
	Count       Unit = "count"
	Share       Unit = "share"
)

// Family groups figures on one subject.
type Family string

// Families, in the order of display.
const (
	Length      Family = "length"
	Preemption  Family = "preemption"
	Slices      Family = "slices"
	Latency     Family = "scheduling latency"
	Blocking    Family = "blocking"
	Utilisation Family = "utilisation"
	Migrations  Family = "migrations"
	Cores       Family = "cores"
	GC          Family = "garbage collection"
	Goroutines  Family = "goroutines"
)

// figure is a comparable number from a summary. What is about goroutines is about the program's own.
type figure struct {
	id, name string
	family   Family
	unit     Unit
	grows    bool    // with the length of the trace
	weight   float64 // how much a difference in it matters
	floor    float64 // smaller values count as none
	relative bool    // so do values under 1% of the trace's length
	of       func(*traceview.Summary) float64
	has      func(*traceview.Summary) bool // nil: every trace has it
}

// Smaller values count as none.
const (
	shortTime  = float64(100 * time.Microsecond) // of one wait or slice
	littleTime = float64(5 * time.Millisecond)   // added up
	smallCount = 5
	smallShare = 0.05
	smallPart  = 0.01 // of a trace's length
)

// lengthFigure is the length of the trace.
const lengthFigure = "trace.duration_ns"

// fixed are the figures that do not depend on the wait reasons in a trace.
var fixed = slices.Concat([]figure{
	{
		id: lengthFigure, name: "length of the trace", family: Length, unit: Nanoseconds,
		weight: 0.8, floor: shortTime,
		of: func(s *traceview.Summary) float64 { return float64(s.Stat.Trace.DurationNS) }, has: whole,
	},
}, preemptions(), []figure{
	{
		id: "slices.max_ns", name: "longest slice", family: Slices, unit: Nanoseconds, weight: 1, floor: shortTime,
		of: longestSlice,
	},
	{
		id: "slices.p99_ns", name: "p99 slice", family: Slices, unit: Nanoseconds, weight: 0.8, floor: shortTime,
		of: func(s *traceview.Summary) float64 { return float64(s.Own.Slices.Quantile(0.99)) },
	},
	{
		id: "slices.p50_ns", name: "median slice", family: Slices, unit: Nanoseconds, weight: 0.35, floor: shortTime,
		of: func(s *traceview.Summary) float64 { return float64(s.Own.Slices.Quantile(0.5)) },
	},
	{
		id: "slices.count", name: "slices", family: Slices, unit: Count, grows: true, weight: 0.3, floor: 50,
		of: func(s *traceview.Summary) float64 { return float64(s.Own.Slices.Count()) },
	},

	{
		id: "sched_latency.max_ns", name: "worst wait for a P", family: Latency, unit: Nanoseconds,
		weight: 1, floor: shortTime, of: func(s *traceview.Summary) float64 { return float64(s.Own.SchedLatency.MaxNS) },
	},
	{
		id: "sched_latency.p99_ns", name: "p99 wait for a P", family: Latency, unit: Nanoseconds,
		weight: 0.9, floor: shortTime,
		of: func(s *traceview.Summary) float64 { return float64(s.Own.SchedLatency.P99NS) },
	},
	{
		id: "sched_latency.p50_ns", name: "median wait for a P", family: Latency, unit: Nanoseconds,
		weight: 0.35, floor: shortTime,
		of: func(s *traceview.Summary) float64 { return float64(s.Own.SchedLatency.P50NS) },
	},
	{
		id: "sched_latency.total_ns", name: "time waiting for a P", family: Latency, unit: Nanoseconds, grows: true,
		weight: 0.7, floor: littleTime,
		of: func(s *traceview.Summary) float64 { return float64(s.Own.SchedLatency.TotalNS) },
	},

	{
		id: "syscalls.total_ns", name: "time in system calls", family: Blocking, unit: Nanoseconds, grows: true,
		weight: 0.4, floor: littleTime,
		of: func(s *traceview.Summary) float64 { return float64(s.Own.Syscalls.TotalNS) },
	},
	{
		id: "syscalls.count", name: "system calls", family: Blocking, unit: Count, grows: true,
		weight: 0.3, floor: 50, of: func(s *traceview.Summary) float64 { return float64(s.Own.Syscalls.Count) },
	},

	{
		id: "procs.utilization", name: "utilisation of the Ps", family: Utilisation, unit: Share,
		weight: 0.9, floor: smallShare, of: func(s *traceview.Summary) float64 { return s.Stat.Procs.Utilization },
	},
	{
		id: "procs.running_ns", name: "time goroutines ran", family: Utilisation, unit: Nanoseconds, grows: true,
		weight: 0.5, floor: littleTime, of: func(s *traceview.Summary) float64 { return float64(s.Own.Goroutines.StateNS.Running) },
	},
	{
		id: "procs.wasted", name: "P time idle while goroutines were ready", family: Utilisation, unit: Share,
		weight: 0.6,
		floor:  smallShare, of: wasted,
	},

	{
		id: "migrations.g_between_p", name: "moves of goroutines between Ps", family: Migrations, unit: Count, grows: true,
		weight: 0.5, floor: 20, of: func(s *traceview.Summary) float64 { return float64(s.Own.GBetweenP) },
	},
	{
		id: "migrations.p_between_m", name: "moves of Ps between threads", family: Migrations, unit: Count, grows: true,
		weight: 0.4, floor: 20,
		of: func(s *traceview.Summary) float64 { return float64(s.Stat.Migrations.PBetweenM) }, has: knowsThreads,
	},
	{
		id: "migrations.m_between_cores", name: "moves of threads between cores",
		family: Migrations, unit: Count, grows: true,
		weight: 0.4, floor: 20,
		of: func(s *traceview.Summary) float64 { return float64(s.Stat.Migrations.MBetweenCores) }, has: exactCores,
	},

	{
		id: "cores.off_share", name: "share of running time off-core", family: Cores, unit: Share, weight: 0.9,
		floor: smallShare, of: offCore, has: anyCores,
	},
	{
		id: "cores.running_offcpu_ns", name: "running time off-core", family: Cores, unit: Nanoseconds, grows: true,
		weight: 0.5, floor: littleTime,
		of: func(s *traceview.Summary) float64 { return float64(s.Stat.Cores.RunningOffCPUNS) }, has: anyCores,
	},
	{
		id: "cores.kernel_preemptions", name: "preemptions of threads by the kernel", family: Cores, unit: Count, grows: true,
		weight: 0.5, floor: 20,
		of: func(s *traceview.Summary) float64 { return float64(s.Stat.Cores.KernelPreemptions) }, has: exactCores,
	},

	{
		id: "gc.cycles", name: "garbage collections", family: GC, unit: Count, grows: true, weight: 0.5, floor: 2,
		of: func(s *traceview.Summary) float64 { return float64(s.Stat.GC.Cycles) },
	},
	{
		id: "gc.stw_max_ns", name: "longest stop-the-world pause", family: GC, unit: Nanoseconds,
		weight: 0.5, floor: shortTime, of: func(s *traceview.Summary) float64 { return float64(s.Own.Stops.MaxNS) },
	},
	{
		id: "gc.stw_total_ns", name: "stop-the-world time", family: GC, unit: Nanoseconds, grows: true,
		weight: 0.4, floor: float64(time.Millisecond),
		of: func(s *traceview.Summary) float64 { return float64(s.Own.Stops.TotalNS) },
	},
	{
		id: "gc.assist_total_ns", name: "GC assist time", family: GC, unit: Nanoseconds, grows: true,
		weight: 0.4, floor: float64(time.Millisecond),
		of: func(s *traceview.Summary) float64 { return float64(s.Stat.GC.AssistTotalNS) },
	},

	{
		id: "goroutines.created", name: "goroutines created", family: Goroutines, unit: Count, grows: true,
		weight: 0.5, floor: 10, of: func(s *traceview.Summary) float64 { return float64(s.Own.Goroutines.Created) },
	},
	{
		id: "goroutines.max_runnable", name: "peak of runnable goroutines", family: Goroutines, unit: Count,
		weight: 0.5, floor: 2, of: func(s *traceview.Summary) float64 { return float64(s.Own.Goroutines.MaxRunnable) },
	},
	{
		id: "goroutines.max_running", name: "peak of running goroutines", family: Goroutines, unit: Count,
		weight: 0.4, floor: 1, of: func(s *traceview.Summary) float64 { return float64(s.Own.Goroutines.MaxRunning) },
	},
	{
		id: "goroutines.alive_at_end", name: "goroutines alive at the end", family: Goroutines, unit: Count,
		weight: 0.4, floor: 10,
		of: func(s *traceview.Summary) float64 { return float64(s.Own.Goroutines.AliveAtEnd) }, has: whole,
	},
	{
		id: "threads.count", name: "threads (Ms)", family: Goroutines, unit: Count, weight: 0.4, floor: 3,
		of: func(s *traceview.Summary) float64 { return float64(s.Stat.Threads.Count) }, has: knowsThreads,
	},
})

// preemptionFigure is the ID of the count of preemptions of a kind.
func preemptionFigure(kind traceview.Preempt) string { return "preemptions." + kind.String() }

// PreemptionFigures lists the IDs of the counts of involuntary preemptions.
func PreemptionFigures() (ids []string) {
	for _, kind := range traceview.InvoluntaryPreempts() {
		ids = append(ids, preemptionFigure(kind))
	}
	return ids
}

// preemptions returns the figures that count preemptions by kind.
func preemptions() (list []figure) {
	weights := map[traceview.Preempt]float64{
		traceview.PreemptAsync: 0.9, traceview.PreemptCooperative: 0.8, traceview.PreemptSTW: 0.5,
		traceview.PreemptSuspend: 0.4,
		traceview.PreemptUnknown: 0.5, traceview.PreemptGosched: 0.6, traceview.PreemptMutexHandoff: 0.6,
	}
	for _, kind := range traceview.Preempts() {
		list = append(list, figure{
			id: preemptionFigure(kind), name: kind.Plural(), family: Preemption, unit: Count, grows: true,
			weight: weights[kind], floor: smallCount,
			of: func(s *traceview.Summary) float64 { return float64(s.Own.Preemptions.Of(kind)) },
		})
	}
	return list
}

// whole reports whether the trace is complete.
func whole(s *traceview.Summary) bool { return s.Stat.Trace.Complete }

// knowsThreads reports whether the trace has thread IDs, as traces of Go 1.22 and later do.
func knowsThreads(s *traceview.Summary) bool {
	var minor int
	_, err := fmt.Sscanf(s.Stat.Trace.GoVersion, "1.%d", &minor)
	return err == nil && minor >= 22
}

func anyCores(s *traceview.Summary) bool {
	return s.Stat.Cores.Captured != string(traceview.CoresNone) && s.Stat.Cores.Captured != ""
}

// exactCores reports whether every context switch was recorded, none sampled.
func exactCores(s *traceview.Summary) bool {
	return s.Stat.Cores.Captured == string(traceview.CoresPerf)
}

// longestSlice is the program's longest slice, including one still running at the end.
func longestSlice(s *traceview.Summary) float64 {
	longest := s.Own.Slices.Max()
	for _, slice := range s.LongestSlices {
		if !classify.SystemGoroutine(slice.Func) {
			longest = max(longest, slice.Dur())
		}
	}
	return float64(longest)
}

func wasted(s *traceview.Summary) float64 {
	return float64(s.Wasted.P) / float64(max(1, s.Covered()*time.Duration(s.Stat.Procs.GOMAXPROCS)))
}

func offCore(s *traceview.Summary) float64 {
	c := s.Stat.Cores
	return float64(c.RunningOffCPUNS) / float64(max(1, c.OnCPUNS+c.RunningOffCPUNS))
}

// reasonPrefix begins the IDs of figures about one wait reason.
const reasonPrefix = "blocking."

// medianSuffix ends the ID of the median of waits for a reason.
const medianSuffix = ".p50_ns"

// ofReason returns the figures about one wait reason.
func ofReason(reason string) []figure {
	id := reasonPrefix + reason
	return []figure{
		{
			id: id + ".total_ns", name: "time in " + reason, family: Blocking, unit: Nanoseconds, grows: true,
			weight: 0.6, floor: littleTime, relative: true,
		},
		{id: id + ".count", name: "waits in " + reason, family: Blocking, unit: Count, grows: true, weight: 0.4, floor: 20},
		{
			id: id + medianSuffix, name: "median wait in " + reason, family: Blocking, unit: Nanoseconds, weight: 0.35,
			floor: shortTime, relative: true,
		},
		{
			id: id + ".max_ns", name: "longest wait in " + reason, family: Blocking, unit: Nanoseconds, weight: 0.4,
			floor: shortTime, relative: true,
		},
	}
}

// fewestForMedian is how many waits a median takes to mean anything.
const fewestForMedian = 5

// reasonValues returns the values of the figures of ofReason; NaN is unknown.
func reasonValues(w traceview.OwnWaits) []float64 {
	median := float64(w.P50)
	if w.Ended < fewestForMedian {
		median = math.NaN()
	}
	return []float64{float64(w.Total), float64(w.Ended + w.Unfinished), median, float64(w.Max)}
}

// figures lists the figures that any side has.
func (c comparison) figures() []figure {
	out := append(c.lessonFigures(), fixed...)
	seen := map[string]bool{}
	for _, s := range c.sides {
		for _, run := range s.Runs {
			for _, reason := range run.reasons {
				seen[reason] = true
			}
		}
	}
	for _, reason := range slices.SortedFunc(maps.Keys(seen), cmp.Compare) {
		out = append(out, ofReason(reason)...)
	}
	return out
}
