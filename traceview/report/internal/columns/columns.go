// Package columns names the columns of a page's data, once for both the Go code that packs
// them (package report) and the scripts that read them: go generate writes trace/columns.js
// from it.
package columns

// Type is the typed array that a script decodes a column into.
type Type string

const (
	F64 Type = "f64" // Float64Array: times in ns, IDs, and whatever may exceed 2^31
	I32 Type = "i32" // Int32Array
	U8  Type = "u8"  // Uint8Array
)

// Column is the name and type of a column. Only this package makes them.
type Column struct {
	name string
	typ  Type
}

// Name is the column's name in the page's data: "span.start".
func (c Column) Name() string { return c.name }

// Type is the typed array that the column is decoded into.
func (c Column) Type() Type { return c.typ }

var all []Column

// All lists the columns in the order in which they are declared.
func All() []Column { return all }

func f64(name string) Column { return declare(name, F64) }
func i32(name string) Column { return declare(name, I32) }
func u8(name string) Column  { return declare(name, U8) }

func declare(name string, typ Type) Column {
	c := Column{name, typ}
	all = append(all, c)
	return c
}

// The columns of goroutines.
var (
	GID      = f64("g.id")
	GFunc    = i32("g.func")
	GSystem  = u8("g.system")
	GParent  = f64("g.parent")
	GCreated = f64("g.created")
)

// The columns of spans, each once.
var (
	SpanStart   = f64("span.start")
	SpanDur     = f64("span.dur")
	SpanG       = i32("span.g")
	SpanM       = i32("span.m")
	SpanP       = i32("span.p")
	SpanStack   = i32("span.stack")
	SpanWaker   = i32("span.waker")
	SpanN       = i32("span.n")
	SpanReason  = i32("span.reason")
	SpanState   = u8("span.state")
	SpanPreempt = u8("span.preempt")
	SpanIdle    = f64("span.idle")
	SpanOnCore  = i32("span.oncore")
)

// The columns of preemption marks.
var (
	MarkTime  = f64("mark.time")
	MarkG     = i32("mark.g")
	MarkM     = i32("mark.m")
	MarkP     = i32("mark.p")
	MarkStack = i32("mark.stack")
	MarkN     = i32("mark.n")
	MarkKind  = u8("mark.kind")
)

// The columns of ranges: GC phases, stop-the-world pauses and the like.
var (
	RangeName  = i32("range.name")
	RangeStart = f64("range.start")
	RangeDur   = f64("range.dur")
	RangeG     = i32("range.g")
	RangeP     = i32("range.p")
	RangeN     = i32("range.n")
	RangeBusy  = f64("range.busy")
)

// The columns of tasks.
var (
	TaskID     = f64("task.id")
	TaskParent = f64("task.parent")
	TaskType   = i32("task.type")
	TaskStart  = f64("task.start")
	TaskEnd    = f64("task.end")
	TaskOpen   = u8("task.open")
)

// The columns of regions.
var (
	RegionTask  = f64("region.task")
	RegionType  = i32("region.type")
	RegionG     = f64("region.g")
	RegionStart = f64("region.start")
	RegionEnd   = f64("region.end")
	RegionOpen  = u8("region.open")
)

// The columns of log messages.
var (
	LogTime     = f64("log.time")
	LogG        = f64("log.g")
	LogTask     = f64("log.task")
	LogCategory = i32("log.category")
	LogMessage  = i32("log.message")
)

// The columns of groups of goroutines that do not all have a lane.
var (
	GroupFunc       = i32("group.func")
	GroupOthers     = u8("group.others")
	GroupGoroutines = i32("group.goroutines")
	GroupLanes      = i32("group.lanes")
	GroupRunning    = f64("group.running")
	GroupRunnable   = f64("group.runnable")
)

// The columns of samples of the heap's size.
var (
	SampleTime  = f64("sample.time")
	SampleName  = i32("sample.name")
	SampleValue = f64("sample.value")
)

// The columns of cores, and of threads' stays on them.
var (
	CoreKey   = i32("core.key")
	CoreCount = i32("core.count")
	CoreStart = f64("core.start")
	CoreDur   = f64("core.dur")
	CoreM     = i32("core.m")
	CoreOther = i32("core.other")
	CoreN     = i32("core.n")
	CoreLeft  = u8("core.left")
	CoreIdle  = f64("core.idle")
)

// The columns of other processes on the cores.
var (
	OtherID      = f64("other.id")
	OtherProcess = f64("other.process")
	OtherName    = i32("other.name")
	OtherTraced  = u8("other.traced")
)

// The columns of samples of the run queues.
var (
	QueueTime     = f64("queue.time")
	QueueGlobal   = i32("queue.global")
	QueuePs       = i32("queue.ps")
	QueueLocal    = i32("queue.local")
	QueueIdle     = i32("queue.idle")
	QueueSpinning = i32("queue.spinning")
	QueueThreads  = i32("queue.threads")
)

// The columns of the table of goroutines.
var (
	TableID         = f64("table.id")
	TableFunc       = i32("table.func")
	TableParent     = f64("table.parent")
	TableEnded      = f64("table.ended")
	TableLife       = f64("table.life")
	TableRunning    = f64("table.running")
	TableRunnable   = f64("table.runnable")
	TableWaiting    = f64("table.waiting")
	TableSyscall    = f64("table.syscall")
	TableRuns       = f64("table.runs")
	TableMaxSlice   = f64("table.maxSlice")
	TableMaxLatency = f64("table.maxLatency")
	TablePreempted  = f64("table.preempted")
	TableMigrations = f64("table.migrations")
	TableEndState   = u8("table.endState")
	TableEndReason  = i32("table.endReason")
	TableSystem     = u8("table.system")
)

// The columns of heat maps.
var (
	HeatUtilisation = u8("heat.utilisation")
	HeatCores       = u8("heat.cores")
)

// Lane is the columns of the lanes of one kind: the key of each, the number of spans on it,
// and the indices of those, lane after lane.
type Lane struct{ Key, Count, Rows Column }

var (
	LaneG = lane("lane.g", i32) // the key is the index of a packed goroutine
	LaneP = lane("lane.p", i32)
	LaneM = lane("lane.m", f64)
)

func lane(prefix string, key func(name string) Column) Lane {
	return Lane{key(prefix + ".key"), i32(prefix + ".count"), i32(prefix + ".rows")}
}

// Stacks is the columns of stacks: the number of frames of each, the indices of those, stack
// after stack, and the frames themselves.
type Stacks struct{ Len, Frames, Func, File, Line, Whose Column }

var (
	WindowStacks = stacks("")      // for the timeline
	SiteStacks   = stacks("site.") // for tables and flame graphs
)

func stacks(prefix string) Stacks {
	return Stacks{
		i32(prefix + "stack.len"), i32(prefix + "stack.frames"),
		i32(prefix + "frame.func"), i32(prefix + "frame.file"), i32(prefix + "frame.line"),
		u8(prefix + "frame.whose"),
	}
}

// Flame is the columns of a flame graph's boxes.
type Flame struct{ Depth, Name, Frame, Total, Count Column }

var (
	FlameBlocking = flame("flame.blocking")
	FlameReady    = flame("flame.ready")
	FlameSyscalls = flame("flame.syscalls")
	FlameSamples  = flame("flame.samples")
)

func flame(prefix string) Flame {
	return Flame{
		i32(prefix + ".depth"), i32(prefix + ".name"), i32(prefix + ".frame"),
		f64(prefix + ".total"), f64(prefix + ".count"),
	}
}
