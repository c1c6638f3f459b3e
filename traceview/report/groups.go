package report

import (
	"schedviz/traceview"
	"schedviz/traceview/classify"
)

// maxFunctions is how many groups of goroutines the table lists.
const maxFunctions = 2000

// functionView is a row of the table of goroutines by start function. Times are nanoseconds.
type functionView struct {
	Func       string         `json:"func"`
	System     bool           `json:"system"` // the runtime's or the recorder's
	Count      int            `json:"count"`
	Alive      int            `json:"alive"`
	Running    int64          `json:"running"`
	Runnable   int64          `json:"runnable"`
	Waiting    int64          `json:"waiting"`
	Syscall    int64          `json:"syscall"`
	LifeP50    int64          `json:"lifeP50"`
	LatencyP99 int64          `json:"latencyP99"`
	MaxSlice   int64          `json:"maxSlice"`
	Preempted  int64          `json:"preempted"`
	Children   int            `json:"children"`
	Waits      []blockingView `json:"waits"` // by reason, longest first
}

type blockingView struct {
	Reason string `json:"reason"`
	Count  int64  `json:"count"`
	Total  int64  `json:"total"` // ns, like the quantiles
	P50    int64  `json:"p50"`
	P99    int64  `json:"p99"`
}

// maxGroupWaits is how many wait reasons a row names.
const maxGroupWaits = 4

func viewFunctions(groups []traceview.GroupStat) []functionView {
	out := make([]functionView, min(len(groups), maxFunctions))
	for i := range out {
		g := &groups[i]
		out[i] = functionView{
			Func: g.Func, System: classify.SystemGoroutine(g.Func), Count: g.Count, Alive: g.AliveAtEnd,
			Running: g.State.Running, Runnable: g.State.Runnable, Waiting: g.State.Waiting, Syscall: g.State.Syscall,
			LifeP50: g.Lifetime.P50NS, LatencyP99: g.Latency.P99NS,
			MaxSlice: int64(g.MaxSlice), Preempted: involuntary(g.Preempts[:]), Children: g.Children, Waits: []blockingView{},
		}
		for _, w := range g.Waits[:min(len(g.Waits), maxGroupWaits)] {
			out[i].Waits = append(out[i].Waits, blockingView{w.Reason, w.Count, w.TotalNS, w.P50NS, w.P99NS})
		}
	}
	return out
}

// involuntary counts preemptions, without Gosched and mutex handoffs, which are the
// program's own doing.
func involuntary(preempts []int64) (n int64) {
	for kind, count := range preempts {
		if traceview.Preempt(kind).Involuntary() {
			n += count
		}
	}
	return n
}
