package tracefile_test

import (
	"bytes"
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"schedviz/traceview/tracefile"
)

// readersAgree reads a trace with both readers, and returns why the fast one did not support it.
func readersAgree(t *testing.T, data []byte) (doubt error) {
	t.Helper()
	f, err := tracefile.New(bytes.NewReader(data), int64(len(data)), "trace")
	if err != nil {
		t.Fatal(err)
	}
	doubt, err = limited(f).ReadersAgree()
	if err != nil {
		t.Errorf("the readers disagree: %v; the quick one's doubt: %v", err, doubt)
	}
	return doubt
}

// Statuses of Ps and goroutines, as the wire has them.
const (
	pRunning, pIdle, pSyscall, pAbandoned   = 1, 2, 3, 4
	gRunnable, gRunning, gSyscall, gWaiting = 1, 2, 3, 4
)

// handMade are traces on which two readers could easily disagree.
var handMade = []struct {
	name  string
	sound bool // x/exp/trace is not needed
	write func(r *generation)
}{
	{"the GC ends where nowhere runs", false, func(r *generation) {
		r.batch(1, 10, raw("GCActive", 1, 5), raw("GCEnd", 1, 6))
	}},
	{"the GC ends on no thread", false, func(r *generation) {
		r.batch(nowhere, 10, raw("GCActive", 1, 5), raw("GCEnd", 1, 6))
	}},
	{"a system call on no thread", false, func(r *generation) {
		r.batch(nowhere, 10, raw("GoStatus", 1, 7, nowhere, gSyscall))
	}},
	{
		"a goroutine on two threads ends, and stops the world", false,
		func(r *generation) { twice(r, raw("STWBegin", 40, 0, 0)) },
	},
	{
		"a goroutine on two threads ends, and begins a region", false,
		func(r *generation) { twice(r, raw("UserRegionBegin", 40, 0, 0, 0)) },
	},
	{
		"a goroutine on two threads ends, and assists", false,
		func(r *generation) { twice(r, raw("GCMarkAssistBegin", 40, 0)) },
	},
	{"the place of no thread among equal times is that of its empty batch", true, func(r *generation) {
		r.batch(nowhere, 10)
		r.batch(1, 10, raw("ProcStatus", 1, 0, pRunning))
		r.batch(nowhere, 10, raw("GoStatus", 1, 7, 0, gWaiting))
	}},
	{"a CPU sample without a stack", true, func(r *generation) {
		r.batch(1, 10, raw("ProcStatus", 1, 0, pRunning))
		r.batch(nowhere, 10, raw("CPUSamples"), raw("CPUSample", 11, 1, 0, 1, 0))
	}},
	{"the last P there can be sweeps", true, func(r *generation) {
		r.batch(1, 10, raw("ProcStatus", 1, 1<<15-1, pRunning), raw("GCSweepBegin", 1, 0))
	}},
	{"junk behind an event", false, func(r *generation) {
		r.batch(1, 10, raw("ProcStatus", 1, 0, pRunning), raw("HeapAlloc", 1, 5), raw("None"))
	}},
	{"a generation's end in a batch", false, func(r *generation) {
		r.batch(1, 10, raw("ProcStatus", 1, 0, pRunning), raw("HeapAlloc", 1, 5), raw("HeapAlloc", 1, 6))
		r.batch(1, 10, raw("EndOfGeneration"))
		r.batch(2, 10, raw("ProcStatus", 1, 1, pRunning))
	}},
	{"a P whose system call is known after all", true, func(r *generation) {
		r.batch(1, 10, raw("ProcStatus", 1, 0, pRunning), raw("GoStatus", 1, 7, 1, gRunning),
			raw("GoSyscallBegin", 1, 1, 0))
		r.batch(2, 20, raw("ProcStatus", 1, 0, pAbandoned), raw("ProcSteal", 1, 0, 1, 1))
	}},
	{"a system call on another thread, told twice", true, func(r *generation) {
		r.batch(1, 10, raw("GoStatus", 1, 7, 2, gSyscall), raw("GoStatus", 1, 7, 2, gSyscall))
	}},
	{"sweeping since before", true, func(r *generation) {
		r.batch(1, 10, raw("ProcStatus", 1, 0, pRunning), raw("GCSweepActive", 1, 0), raw("GCSweepEnd", 1, 1, 1))
	}},
	{"the next GC's end comes first", true, func(r *generation) {
		runs := func(p, g, thread uint64) []byte {
			return slices.Concat(raw("ProcStatus", 1, p, pRunning), raw("GoStatus", 1, g, thread, gRunning))
		}
		r.batch(1, 10, runs(0, 7, 1), raw("GCBegin", 1, 5, 0), raw("GCEnd", 5, 6))
		r.batch(2, 10, runs(1, 8, 2), raw("GCEnd", 1, 8))
		r.batch(3, 10, runs(2, 9, 3), raw("GCBegin", 9, 7, 0))
	}},
	{"a task that begins twice", false, func(r *generation) {
		r.batch(1, 10, raw("ProcStatus", 1, 0, pRunning), raw("GoStatus", 1, 7, 1, gRunning),
			raw("UserTaskBegin", 1, 3, 0, 1, 0), raw("UserTaskBegin", 1, 3, 0, 1, 0))
	}},
	{"a string with two numbers", false, region(0)},
	{"a goroutine that is switched to", true, func(r *generation) {
		r.batch(1, 10, raw("ProcStatus", 1, 0, pRunning), raw("GoStatus", 1, 8, nowhere, gWaiting),
			raw("GoStatus", 1, 7, 1, gRunning),
			raw("GoSwitch", 1, 8, 1), raw("GoSwitchDestroy", 1, 7, 1))
	}},
	{"goroutines whose ids come again", true, func(r *generation) {
		r.batch(1, 10, raw("ProcStatus", 1, 0, pRunning), raw("GoStatus", 1, 7, 1, gRunning),
			raw("GoCreate", 1, 8, 0, 0), raw("GoDestroy", 1),
			raw("GoStart", 1, 8, 1), raw("GoCreate", 1, 7, 0, 0), raw("GoCreate", 1, 9, 0, 0), raw("GoDestroy", 1),
			raw("GoStart", 1, 7, 1), raw("GoDestroy", 1),
			raw("GoStatus", 1, 8, nowhere, gWaiting), raw("GoUnblock", 1, 8, 1, 0), raw("GoStart", 1, 8, 2),
			raw("STWBegin", 1, 1, 0), raw("STWEnd", 1),
			raw("UserRegionBegin", 1, 0, 1, 0), raw("GoDestroy", 1), raw("GoCreateSyscall", 1, 7))
	}},
	{"a goroutine that runs on two threads", false, func(r *generation) {
		twice(r, raw("GoCreate", 1, 7, 0, 0))
	}},
	{"a system call on two other threads", false, func(r *generation) {
		r.batch(1, 10, raw("GoStatus", 1, 7, 2, gSyscall), raw("GoStatus", 1, 7, 3, gSyscall))
	}},
	{"a call from C that ends with its P", true, func(r *generation) {
		r.batch(1, 10, raw("ProcStatus", 1, 0, pIdle), raw("GoCreateSyscall", 1, 7), raw("ProcStart", 1, 0, 1),
			raw("GoSyscallEndBlocked", 1), raw("GoStart", 1, 7, 1), raw("GoSyscallBegin", 1, 2, 0),
			raw("GoDestroySyscall", 1))
	}},
}

// twice has a goroutine run on two threads and end on one of them; then come the events of the
// other.
func twice(r *generation, then []byte) {
	r.batch(1, 10, raw("ProcStatus", 0, 0, pRunning), raw("GoStatus", 0, 7, 1, gRunning), raw("GoDestroy", 20))
	r.batch(2, 10, raw("ProcStatus", 1, 1, pRunning), raw("GoStatus", 0, 7, 2, gRunning), then)
}

// region writes some events, and a region whose begin and end use two numbers of the same name:
// only x/exp/trace compares the names.
func region(before int) func(r *generation) {
	return func(r *generation) {
		r.batch(1, 10, raw("ProcStatus", 1, 0, pRunning), raw("GoStatus", 1, 7, 1, gRunning),
			bytes.Repeat(raw("HeapAlloc", 1, 5), before),
			raw("UserRegionBegin", 1, 0, 3, 0), raw("UserRegionEnd", 1, 0, 4, 0), raw("HeapAlloc", 1, 5))
	}
}

// TestReadersOnHandMade uses batches of several events and of one, because what the fast reader has
// emitted before it gives up depends on that.
func TestReadersOnHandMade(t *testing.T) {
	for _, c := range handMade {
		for _, version := range []int{22, 26} {
			for full := range 4 {
				reset := lower(func(f *tracefile.File) { f.BatchEvents(full + 1) })
				r := newGeneration(version)
				r.tables()
				c.write(r)
				if doubt := readersAgree(t, r.whole()); (doubt == nil) != c.sound {
					t.Errorf("%s, Go 1.%d, %d events a batch: doubt %v, want one: %v", c.name, version, full+1, doubt,
						!c.sound)
				}
				reset()
			}
		}
	}
}

// TestProgressBack: progress does not go back when another reader takes over.
func TestProgressBack(t *testing.T) {
	r := newGeneration(26)
	r.tables()
	region(9000)(r)
	data := r.whole()
	f, err := tracefile.New(bytes.NewReader(data), int64(len(data)), "trace")
	if err != nil {
		t.Fatal(err)
	}
	var told []int64
	f.OnProgress(func(read, _ int64) { told = append(told, read) })
	s, err := f.Summarize(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSorted(told) || len(told) < 3 || s.Stat.Trace.Events != 9005 {
		t.Errorf("told of %d bytes, %d events; want ascending numbers, 9005 events", told, s.Stat.Trace.Events)
	}
}

// TestReadersOnInvented generates traces at random, event by event: one that x/exp/trace accepts
// stays, and the next is tried after it.
func TestReadersOnInvented(t *testing.T) {
	defer lower(func(f *tracefile.File) { f.BatchEvents(3) })()
	told := make(map[string]bool)
	for seed := range uint64(80) {
		in := &invention{rng: rand.New(rand.NewPCG(seed, 2)), clock: 10}
		in.version = []int{22, 23, 25, 26}[seed%4]
		in.threads = []uint64{1, 2, 3, nowhere}[:2+in.rng.IntN(3)]
		for range 150 {
			next := in.event()
			in.events = append(in.events, next)
			if readersAgree(t, in.write()) == nil {
				told[next.name] = true
				in.clock = max(in.clock, next.time)
			} else if in.rng.IntN(30) > 0 {
				in.events = in.events[:len(in.events)-1]
			}
			if t.Failed() {
				t.Fatalf("seed %d, Go 1.%d: %+v", seed, in.version, in.events)
			}
		}
	}
	if want := len(eventArgs) * 3 / 4; len(told) < want {
		t.Errorf("only %d kinds of events came about, want %d: %v", len(told), want, told)
	}
}

// invention is a randomly generated trace.
type invention struct {
	rng     *rand.Rand
	version int
	threads []uint64
	events  []invented
	clock   uint64
}

type invented struct {
	thread int
	time   uint64
	name   string
	args   []uint64
	breaks bool // a new batch begins
}

// eventArgs are the types of events, with the number of their arguments besides the time.
var eventArgs = map[string]int{
	"ProcsChange": 2, "ProcStart": 2, "ProcStop": 0, "ProcSteal": 3, "ProcStatus": 2,
	"GoCreate": 3, "GoCreateSyscall": 1, "GoStart": 2, "GoDestroy": 0, "GoDestroySyscall": 0,
	"GoStop": 2, "GoBlock": 2, "GoUnblock": 3, "GoSyscallBegin": 2, "GoSyscallEnd": 0, "GoSyscallEndBlocked": 0,
	"GoStatus": 3,
	"STWBegin": 2, "STWEnd": 0, "GCActive": 1, "GCBegin": 2, "GCEnd": 1,
	"GCSweepActive": 1, "GCSweepBegin": 1, "GCSweepEnd": 2,
	"GCMarkAssistActive": 1, "GCMarkAssistBegin": 1, "GCMarkAssistEnd": 0, "HeapAlloc": 1, "HeapGoal": 1,
	"GoLabel": 1, "UserTaskBegin": 4, "UserTaskEnd": 2, "UserRegionBegin": 3, "UserRegionEnd": 3, "UserLog": 4,
	"GoSwitch": 2, "GoSwitchDestroy": 2, "GoCreateBlocked": 3, "GoStatusStack": 4,
}

// event invents one event. Numbers are small, so that they often match.
func (in *invention) event() invented {
	kinds := rawEvents
	if len(in.events) < 4 {
		kinds = []string{"ProcStatus", "GoStatus", "GoStatusStack"}
	}
	e := invented{thread: in.rng.IntN(len(in.threads)), time: in.clock + in.rng.Uint64N(2), breaks: in.rng.IntN(6) == 0}
	if in.rng.IntN(12) == 0 {
		e.time = in.clock - min(in.clock-1, in.rng.Uint64N(4))
	}
	for e.name = "None"; ; e.name = kinds[in.rng.IntN(len(kinds))] {
		if n, ok := eventArgs[e.name]; ok {
			e.args = make([]uint64, n)
			break
		}
	}
	for i := range e.args {
		switch in.rng.IntN(40) {
		case 0:
			e.args[i] = nowhere - in.rng.Uint64N(2)
		default:
			e.args[i] = in.rng.Uint64N(5)
		}
	}
	return e
}

// write returns the trace of what has been invented so far.
func (in *invention) write() []byte {
	r := newGeneration(in.version)
	r.tables()
	r.batch(nowhere, 1, raw("CPUSamples"), raw("CPUSample", 12, 1, 0, 1, 1), raw("CPUSample", 12, 1, 0, 1, 0))
	type open struct {
		begin, last uint64
		events      [][]byte
	}
	batches := make([]open, len(in.threads))
	flush := func(thread int) {
		if b := &batches[thread]; len(b.events) > 0 {
			r.batch(in.threads[thread], b.begin, b.events...)
		}
	}
	for _, e := range in.events {
		b := &batches[e.thread]
		if len(b.events) == 0 || e.breaks || e.time < b.last {
			flush(e.thread)
			*b = open{begin: e.time, last: e.time}
		}
		b.events = append(b.events, raw(e.name, append([]uint64{e.time - b.last}, e.args...)...))
		b.last = e.time
	}
	for thread := range batches {
		flush(thread)
	}
	return r.whole()
}
