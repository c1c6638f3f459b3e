package traceview

import "time"

// CoreSource says where switches come from.
type CoreSource string

const (
	// CoresNone is no capture at all.
	CoresNone CoreSource = "none"
	// CoresPerf is the kernel's own record of every context switch (perf).
	CoresPerf CoreSource = "perf"
	// CoresProc is an approximation from samples of /proc.
	CoresProc CoreSource = "proc"
)

// SwitchKind says what happened to a thread.
type SwitchKind uint8

const (
	// SwitchIn is a thread that got onto a core.
	SwitchIn SwitchKind = iota + 1
	// SwitchPreempted is a thread taken off its core although it could have gone on.
	SwitchPreempted
	// SwitchBlocked is a thread that gave up its core to wait for something.
	SwitchBlocked
	// SwitchExited is a thread that ended.
	SwitchExited
)

var switchNames = [...]string{
	SwitchIn: "in", SwitchPreempted: "preempted", SwitchBlocked: "blocked", SwitchExited: "exited",
}

// String returns the kind in one lower-case word.
func (k SwitchKind) String() string {
	if int(k) < len(switchNames) && k > 0 {
		return switchNames[k]
	}
	return "invalid kind"
}

// CoreTime splits the time in which the trace calls goroutines running by what the kernel says
// their threads were doing.
type CoreTime struct {
	OnCore    time.Duration
	Preempted time.Duration // off-CPU: preempted by the kernel
	Blocked   time.Duration // off-CPU: blocked, or waking up again
	Unknown   time.Duration // not covered by the kernel's record
}

// Off returns the time off-CPU.
func (c CoreTime) Off() time.Duration { return c.Preempted + c.Blocked }

// Add adds d.
func (c *CoreTime) Add(d CoreTime) {
	c.OnCore += d.OnCore
	c.Preempted += d.Preempted
	c.Blocked += d.Blocked
	c.Unknown += d.Unknown
}

// CoreDetail is what the cores did during the trace. Everything in it lies within the trace's time;
// "the process" is the traced one.
type CoreDetail struct {
	Source    CoreSource
	HostCores int // 0 if the record does not say
	Lost      int64
	Running   CoreTime // of all goroutines

	Cores   []CoreUse      // ascending by ID
	Threads []ThreadCores  // of the process, ascending by ID
	Others  []OtherProcess // that ran on the cores, longest first; only a system-wide record has any

	// FuncProc, ProcThread and ThreadCore are the flow of running time on cores: from goroutines, by
	// start function, through Ps and Ms to cores; longest first.
	FuncProc   []FuncOnProc
	ProcThread []ProcOnThread
	ThreadCore []ThreadOnCore

	// Step is the width of the steps of OffCore and CoreUse.Busy, which begin at the trace's start.
	// OffCore is the mean number of goroutines that the trace calls running while their threads were
	// off-CPU.
	Step    time.Duration
	OffCore []float64
}

// Migrations counts how often a thread of the process got onto a core other than its previous one.
func (d *CoreDetail) Migrations() int64 {
	var n int64
	for _, t := range d.Threads {
		n += t.Migrations
	}
	return n
}

// Stat returns d as stat --json shows it.
func (d *CoreDetail) Stat() CoresStat {
	st := CoresStat{
		Captured: string(d.Source), Lost: d.Lost,
		OnCPUNS: int64(d.Running.OnCore), RunningOffCPUNS: int64(d.Running.Off()),
	}
	for _, c := range d.Cores {
		if c.OnCore > 0 {
			st.Count++
		}
	}
	for _, t := range d.Threads {
		st.Switches += t.Switches
		st.KernelPreemptions += t.Preemptions
	}
	return st
}

// CoreUse is one core. Busy is the share of each step in which a thread of the
// process was on it.
type CoreUse struct {
	ID      int
	OnCore  time.Duration // of threads of the process
	Running time.Duration // of that, with a goroutine running
	Other   time.Duration // of other processes' threads
	Busy    []float64
}

// ThreadCores is a thread's time on cores, with or without a goroutine.
type ThreadCores struct {
	ID          ThreadID
	Name        string // the thread's own name, "" if unknown
	OnCore      time.Duration
	Switches    int64 // times it was scheduled onto a core
	Preemptions int64 // times the kernel took it off
	Migrations  int64 // times it got onto a core other than its previous one
}

// OtherProcess is a process that was not traced.
type OtherProcess struct {
	ID     int
	Name   string // "" if unknown
	OnCore time.Duration
}

// FuncOnProc is the time on cores of goroutines with one start function while they ran on a P.
type FuncOnProc struct {
	Func string
	Proc ProcID
	Time time.Duration
}

// ProcOnThread is the time on cores of goroutines while they ran on a P held by a thread.
type ProcOnThread struct {
	Proc   ProcID
	Thread ThreadID
	Time   time.Duration
}

// ThreadOnCore is the time in which a thread ran goroutines on a core.
type ThreadOnCore struct {
	Thread ThreadID
	Core   int
	Time   time.Duration
}

// Core is a core's lane in a window.
type Core struct {
	ID    int
	Spans []CoreSpan // ascending, without overlap
}

// CoreSpan is a stretch of time in which a thread was on a core.
type CoreSpan struct {
	Start, End Time
	M          int32 // index into Window.Threads, or -1
	Other      int32 // index into Window.Others if M is -1, else -1
	// N is 1, or how many spans were merged into this one. Then Busy is the sum of their lengths,
	// and the other fields are those of the longest.
	N       int32
	Left    SwitchKind // how it left the core; SwitchIn if the record does not say
	Busy    time.Duration
	Longest time.Duration
}

// OtherThread is a thread that appears in a core's lane but ran no goroutine in the window.
type OtherThread struct {
	ID      ThreadID
	Process int
	Name    string // the thread's own name, "" if unknown
	Traced  bool   // it belongs to the traced process: a thread of the runtime's own, such as sysmon
}
