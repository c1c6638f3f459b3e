package wire

// Type is the first byte of an event. The comments list the arguments that follow it, each a
// uvarint. Every event in a thread's batch begins with the time since the previous one, which is
// not listed.
type Type uint8

// The event types, as the runtime writes them (src/internal/trace/tracev2).
const (
	_                Type = iota
	EventBatch            // generation, M, time, size
	Stacks                // begins a batch of stacks
	StackEntry            // id, number of frames, and for each frame: PC, function, file, line
	Strings               // begins a batch of strings
	StringEntry           // id, length
	CPUSamples            // begins a batch of CPU samples
	CPUSample             // time, M, P, G, stack
	Frequency             // time units per second
	ProcsChange           // GOMAXPROCS, stack
	ProcStart             // P, sequence number of the P
	ProcStop              //
	ProcSteal             // P, sequence number of the P, M
	ProcStatus            // P, status
	GoCreate              // new G, its first stack, stack
	GoCreateSyscall       // new G
	GoStart               // G, sequence number of the G
	GoDestroy             //
	GoDestroySyscall      //
	GoStop                // reason, stack
	GoBlock               // reason, stack
	GoUnblock             // G, sequence number of the G, stack
	GoSyscallBegin        // sequence number of the P, stack
	GoSyscallEnd          //
	GoSyscallEndBlocked
	GoStatus           // G, M, status
	STWBegin           // reason, stack
	STWEnd             //
	GCActive           // sequence number of the GC
	GCBegin            // sequence number of the GC, stack
	GCEnd              // sequence number of the GC
	GCSweepActive      // P
	GCSweepBegin       // stack
	GCSweepEnd         // bytes swept, bytes reclaimed
	GCMarkAssistActive // G
	GCMarkAssistBegin  // stack
	GCMarkAssistEnd    //
	HeapAlloc          // bytes
	HeapGoal           // bytes
	GoLabel            // label
	UserTaskBegin      // task, parent, name, stack
	UserTaskEnd        // task, stack
	UserRegionBegin    // task, name, stack
	UserRegionEnd      // task, name, stack
	UserLog            // task, category, message, stack
	GoSwitch           // G, sequence number of the G
	GoSwitchDestroy    // G, sequence number of the G
	GoCreateBlocked    // new G, its first stack, stack
	GoStatusStack      // G, M, status, stack
	ExperimentalBatch  // experiment, then as EventBatch
	SyncBatch          // begins a batch of Frequency and ClockSnapshot
	ClockSnapshot      // monotonic time, wall clock in seconds and nanoseconds
	EndOfGeneration    // a single byte, since Go 1.26
)

// The events of the allocation experiment.
const (
	firstExperimental Type = 128
	lastExperimental  Type = 136
)

// shape is the layout of an event.
type shape struct {
	timed bool
	args  uint8 // the number of arguments after the time
	// stack, stack2, text, text2 say which arguments are numbers of stacks and strings, counted from
	// 1.
	stack, stack2, text, text2 uint8
	refers                     bool // any of them is set
}

// shapes are the layouts by type; a type that is not timed does not occur in a thread's batch.
var shapes = withRefs([256]shape{
	CPUSample: {stack: 1}, // in the form in which the reader returns it

	ProcsChange:         {timed: true, args: 2, stack: 2},
	ProcStart:           {timed: true, args: 2},
	ProcStop:            {timed: true},
	ProcSteal:           {timed: true, args: 3},
	ProcStatus:          {timed: true, args: 2},
	GoCreate:            {timed: true, args: 3, stack: 3, stack2: 2},
	GoCreateSyscall:     {timed: true, args: 1},
	GoStart:             {timed: true, args: 2},
	GoDestroy:           {timed: true},
	GoDestroySyscall:    {timed: true},
	GoStop:              {timed: true, args: 2, stack: 2, text: 1},
	GoBlock:             {timed: true, args: 2, stack: 2, text: 1},
	GoUnblock:           {timed: true, args: 3, stack: 3},
	GoSyscallBegin:      {timed: true, args: 2, stack: 2},
	GoSyscallEnd:        {timed: true},
	GoSyscallEndBlocked: {timed: true},
	GoStatus:            {timed: true, args: 3},
	STWBegin:            {timed: true, args: 2, stack: 2, text: 1},
	STWEnd:              {timed: true},
	GCActive:            {timed: true, args: 1},
	GCBegin:             {timed: true, args: 2, stack: 2},
	GCEnd:               {timed: true, args: 1},
	GCSweepActive:       {timed: true, args: 1},
	GCSweepBegin:        {timed: true, args: 1, stack: 1},
	GCSweepEnd:          {timed: true, args: 2},
	GCMarkAssistActive:  {timed: true, args: 1},
	GCMarkAssistBegin:   {timed: true, args: 1, stack: 1},
	GCMarkAssistEnd:     {timed: true},
	HeapAlloc:           {timed: true, args: 1},
	HeapGoal:            {timed: true, args: 1},
	GoLabel:             {timed: true, args: 1, text: 1},
	UserTaskBegin:       {timed: true, args: 4, stack: 4, text: 3},
	UserTaskEnd:         {timed: true, args: 2, stack: 2},
	UserRegionBegin:     {timed: true, args: 3, stack: 3, text: 2},
	UserRegionEnd:       {timed: true, args: 3, stack: 3, text: 2},
	UserLog:             {timed: true, args: 4, stack: 4, text: 2, text2: 3},
	GoSwitch:            {timed: true, args: 2},
	GoSwitchDestroy:     {timed: true, args: 2},
	GoCreateBlocked:     {timed: true, args: 3, stack: 3, stack2: 2},
	GoStatusStack:       {timed: true, args: 4, stack: 4},

	firstExperimental:     {timed: true, args: 3}, // a span of the heap exists
	firstExperimental + 1: {timed: true, args: 3}, // is allocated
	firstExperimental + 2: {timed: true, args: 1}, // is freed
	firstExperimental + 3: {timed: true, args: 2}, // an object exists
	firstExperimental + 4: {timed: true, args: 2}, // is allocated
	firstExperimental + 5: {timed: true, args: 1}, // is freed
	firstExperimental + 6: {timed: true, args: 2}, // a goroutine's stack exists
	firstExperimental + 7: {timed: true, args: 2}, // is allocated
	lastExperimental:      {timed: true, args: 1}, // is freed
})

// withRefs returns the shapes with refers set.
func withRefs(shapes [256]shape) [256]shape {
	for i := range shapes {
		sh := &shapes[i]
		sh.refers = sh.stack != 0 || sh.stack2 != 0 || sh.text != 0 || sh.text2 != 0
	}
	return shapes
}

// Statuses of a goroutine, as in GoStatus.
const (
	GRunnable = 1 + iota
	GRunning
	GSyscall
	GWaiting
)

// Statuses of a P, as in ProcStatus.
const (
	PRunning = 1 + iota
	PIdle
	PSyscall
	// PSyscallAbandoned is a P in a system call whose thread the trace does not give.
	PSyscallAbandoned
)

// HeaderSize is the size of the header before the first generation.
const HeaderSize = 16

const (
	maxBatchSize  = 64 << 10 // larger ones are damage: x/exp/trace also refuses them
	maxFrames     = 128      // of a stack
	maxStringSize = 1 << 10
)

// MaxProcs is larger than any GOMAXPROCS.
const MaxProcs = 1 << 15
