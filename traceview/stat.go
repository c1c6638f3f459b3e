package traceview

import "time"

// Stat is what `schedviz stat --json` prints, schema 1. All times are nanoseconds.
type Stat struct {
	Schema       int             `json:"schema"`
	Trace        TraceStat       `json:"trace"`
	Procs        ProcsStat       `json:"procs"`
	Threads      ThreadsStat     `json:"threads"`
	Goroutines   GoroutinesStat  `json:"goroutines"`
	Preemptions  PreemptionsStat `json:"preemptions"`
	Blocking     []BlockingStat  `json:"blocking"`
	Syscalls     DurationStat    `json:"syscalls"`
	SchedLatency LatencyStat     `json:"sched_latency"`
	Migrations   MigrationsStat  `json:"migrations"`
	GC           GCStat          `json:"gc"`
	Cores        CoresStat       `json:"cores"`
}

// TraceStat describes the file. Events counts x/exp/trace events other than Sync.
type TraceStat struct {
	File        string   `json:"file"`
	Bytes       int64    `json:"bytes"`
	GoVersion   string   `json:"go_version"` // the trace format's version: "1.26"
	Events      int64    `json:"events"`
	Generations int      `json:"generations"`
	StartNS     int64    `json:"start_ns"`
	EndNS       int64    `json:"end_ns"`
	DurationNS  int64    `json:"duration_ns"`
	Complete    bool     `json:"complete"`
	LostBytes   int64    `json:"lost_bytes"`
	Warnings    []string `json:"warnings"`
}

// ProcsStat is about Ps. RunningNS is the time goroutines ran, summed over all Ps; Utilization is
// its share of GOMAXPROCS × duration, 0 to 1.
type ProcsStat struct {
	GOMAXPROCS  int     `json:"gomaxprocs"`
	Count       int     `json:"count"`
	RunningNS   int64   `json:"running_ns"`
	Utilization float64 `json:"utilization"`
}

// ThreadsStat counts the threads (Ms) seen.
type ThreadsStat struct {
	Count int `json:"count"`
}

// GoroutinesStat counts goroutines and sums their time by state.
type GoroutinesStat struct {
	Seen        int       `json:"seen"`
	Created     int       `json:"created"`
	Exited      int       `json:"exited"`
	AliveAtEnd  int       `json:"alive_at_end"`
	MaxRunnable int       `json:"max_runnable"`
	MaxRunning  int       `json:"max_running"`
	StateNS     StateTime `json:"state_ns"`
	// System counts those among them that are the runtime's or the recorder's. The rest are the program's.
	System SystemStat `json:"system"`
	// MainAliveAtEnd reports whether the main goroutine, one of the program's, was alive at the end.
	MainAliveAtEnd bool `json:"main_alive_at_end"`
}

// SystemStat counts the goroutines of the runtime and of the recorder.
type SystemStat struct {
	Seen       int `json:"seen"`
	Created    int `json:"created"`
	Exited     int `json:"exited"`
	AliveAtEnd int `json:"alive_at_end"`
}

// StateTime is time by state.
type StateTime struct {
	Running  int64 `json:"running"`
	Runnable int64 `json:"runnable"`
	Waiting  int64 `json:"waiting"`
	Syscall  int64 `json:"syscall"`
}

// PreemptionsStat counts ends of running spans by kind; see [Preempt].
type PreemptionsStat struct {
	Async        int64 `json:"async"`
	Cooperative  int64 `json:"cooperative"`
	STW          int64 `json:"stw"`
	Suspend      int64 `json:"suspend"`
	Gosched      int64 `json:"gosched"`
	MutexHandoff int64 `json:"mutex_handoff"`
	Unknown      int64 `json:"unknown"`
}

// Of returns the number of stops of a kind.
func (p PreemptionsStat) Of(kind Preempt) int64 {
	if n := p.Counter(kind); n != nil {
		return *n
	}
	return 0
}

// Counter returns where the stops of a kind are counted, nil if nowhere.
func (p *PreemptionsStat) Counter(kind Preempt) *int64 {
	switch kind {
	case PreemptAsync:
		return &p.Async
	case PreemptCooperative:
		return &p.Cooperative
	case PreemptSTW:
		return &p.STW
	case PreemptSuspend:
		return &p.Suspend
	case PreemptGosched:
		return &p.Gosched
	case PreemptMutexHandoff:
		return &p.MutexHandoff
	case PreemptUnknown:
		return &p.Unknown
	}
	return nil
}

// Involuntary returns the number of real preemptions: neither yields nor mutex handoffs.
func (p PreemptionsStat) Involuntary() (n int64) {
	for _, kind := range InvoluntaryPreempts() {
		n += p.Of(kind)
	}
	return n
}

// DurationStat is a distribution of durations. Quantiles are within 1% of the
// exact ones (see [Histogram]); the rest is exact.
type DurationStat struct {
	Count   int64 `json:"count"`
	TotalNS int64 `json:"total_ns"`
	P50NS   int64 `json:"p50_ns"`
	P99NS   int64 `json:"p99_ns"`
	MaxNS   int64 `json:"max_ns"`
}

// BlockingStat is the waits for one reason whose begin and end are both in the trace.
type BlockingStat struct {
	Reason string `json:"reason"`
	DurationStat
}

// LatencyStat is the scheduling latency: how long goroutines were runnable before they left that
// state, over all waits whose end is in the trace.
type LatencyStat struct {
	Count   int64 `json:"count"`
	TotalNS int64 `json:"total_ns"`
	P50NS   int64 `json:"p50_ns"`
	P90NS   int64 `json:"p90_ns"`
	P99NS   int64 `json:"p99_ns"`
	MaxNS   int64 `json:"max_ns"`
	// FirstRun counts the waits of new goroutines for their first run, BeforeTrace the first waits
	// of goroutines older than the trace. Both are included above. go tool trace counts neither.
	FirstRun    WaitsStat `json:"first_run"`
	BeforeTrace WaitsStat `json:"before_trace"`
}

// WaitsStat is a number of waits and their total length.
type WaitsStat struct {
	Count   int64 `json:"count"`
	TotalNS int64 `json:"total_ns"`
}

// Add counts a wait.
func (w *WaitsStat) Add(d time.Duration) {
	w.Count++
	w.TotalNS = SaturatingAdd(w.TotalNS, int64(d))
}

// MigrationsStat counts migrations: a goroutine runs on a P other than its previous one, a P is
// acquired by another M. Those of Ms between cores require core capture.
type MigrationsStat struct {
	GBetweenP     int64 `json:"g_between_p"`
	PBetweenM     int64 `json:"p_between_m"`
	MBetweenCores int64 `json:"m_between_cores"`
}

// GCStat is about garbage collection and stop-the-world, whatever its reason.
type GCStat struct {
	Cycles        int64 `json:"cycles"`
	STWCount      int64 `json:"stw_count"`
	STWTotalNS    int64 `json:"stw_total_ns"`
	STWMaxNS      int64 `json:"stw_max_ns"`
	AssistTotalNS int64 `json:"assist_total_ns"`
}

// CoresStat is about the host's CPU cores. Captured is "perf", "proc" or "none".
type CoresStat struct {
	Captured          string `json:"captured"`
	Count             int    `json:"count"`
	Switches          int64  `json:"switches"`
	KernelPreemptions int64  `json:"kernel_preemptions"`
	Lost              int64  `json:"lost"`
	OnCPUNS           int64  `json:"oncpu_ns"`
	RunningOffCPUNS   int64  `json:"running_offcpu_ns"`
}

// Sum returns the time in all states together.
func (t *StateTime) Sum() time.Duration {
	return time.Duration(t.Running + t.Runnable + t.Waiting + t.Syscall)
}

// Add adds u.
func (t *StateTime) Add(u StateTime) {
	t.Running = SaturatingAdd(t.Running, u.Running)
	t.Runnable = SaturatingAdd(t.Runnable, u.Runnable)
	t.Waiting = SaturatingAdd(t.Waiting, u.Waiting)
	t.Syscall = SaturatingAdd(t.Syscall, u.Syscall)
}
