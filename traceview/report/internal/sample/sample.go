// Package sample makes up traces for the report's tests: a small simulated scheduler with
// made-up durations produces windows and summaries like those of real traces, but of any
// size and with any names.
package sample

import (
	"container/heap"
	"maps"
	"math/rand/v2"
	"slices"
	"time"

	"schedviz/traceview"
)

// Options describe the made-up program. Zero values default to those of [Pool].
type Options struct {
	Procs   int
	Workers int
	Tight   int           // loops that never wait, and are preempted roughly every 10 ms
	Job     time.Duration // mean length of a worker's run
	For     time.Duration
	Name    string // part of every name: function, reason, task, region, log
	Seed    uint64
}

// Pool is a worker pool and two tight loops on four Ps.
var Pool = Options{Procs: 4, Workers: 10, Tight: 2, Job: time.Millisecond, For: 340 * time.Millisecond, Seed: 1}

// start is the start of made-up traces on the trace's clock.
const start traceview.Time = 1_000_000_000_000

// stacks and reasons, by index.
const (
	stackNone = iota
	stackWait
	stackLoop
	stackStart
)

const (
	reasonNone = iota
	reasonRecv
	reasonPreempted
)

// Trace simulates the program.
func Trace(o Options) (*traceview.Window, *traceview.Summary) {
	s := newSim(o)
	s.run()
	s.finish()
	return s.w, summarize(s.w, o)
}

// sim is the state of the simulation: an event is a goroutine becoming runnable, or the end
// of its slice on a P.
type sim struct {
	o       Options
	w       *traceview.Window
	rand    *rand.Rand
	events  events
	queue   []int32                     // runnable goroutines
	open    []traceview.Span            // each goroutine's current span
	free    []int                       // Ps without a goroutine
	on      map[int32]int               // the P of a running goroutine
	end     traceview.Time              // of the simulation
	preempt map[int32]traceview.Preempt // how its slice will end
}

type event struct {
	at traceview.Time
	g  int32
}

type events []event

func (e events) Len() int { return len(e) }
func (e events) Less(i, j int) bool {
	return e[i].at < e[j].at || e[i].at == e[j].at && e[i].g < e[j].g
}
func (e events) Swap(i, j int) { e[i], e[j] = e[j], e[i] }
func (e *events) Push(x any)   { *e = append(*e, x.(event)) }
func (e *events) Pop() any {
	old := *e
	x := old[len(old)-1]
	*e = old[:len(old)-1]
	return x
}

func newSim(o Options) *sim {
	name := func(s string) string { return s + o.Name }
	w := &traceview.Window{
		From: start, To: start + traceview.Time(o.For),
		Reasons: []string{"", name("chan receive"), name("preempted")},
		Stacks: []traceview.Stack{
			stackNone:  {},
			stackWait:  {{Func: "runtime.chanrecv1", File: "/go/src/runtime/chan.go", Line: 509}, {Func: name("main.worker"), File: name("/app/pool.go"), Line: 34}},
			stackLoop:  {{Func: "runtime.asyncPreempt2", File: "/go/src/runtime/preempt.go", Line: 320}, {Func: "runtime.asyncPreempt", File: "/go/src/runtime/preempt.s", Line: 8}, {Func: name("main.spin"), File: name("/app/spin.go"), Line: 12}},
			stackStart: {{Func: name("main.main"), File: name("/app/main.go"), Line: 20}},
		},
	}
	s := &sim{
		o: o, w: w, rand: rand.New(rand.NewPCG(o.Seed, 7)), end: w.To,
		on: map[int32]int{}, preempt: map[int32]traceview.Preempt{},
	}
	for p := range o.Procs {
		s.free = append(s.free, o.Procs-1-p)
		w.Procs = append(w.Procs, traceview.Proc{ID: traceview.ProcID(p)})
		w.Threads = append(w.Threads, traceview.Thread{ID: traceview.ThreadID(4000 + p)})
	}
	for i := range o.Workers + o.Tight {
		g := traceview.Goroutine{ID: traceview.GoID(10 + i), Func: name("main.worker"), Parent: 1, Created: start + traceview.Time(i)*5000}
		if i >= o.Workers {
			g.Func = name("main.spin")
		}
		w.Goroutines = append(w.Goroutines, g)
		s.open = append(s.open, traceview.Span{Start: g.Created, G: int32(i), M: -1, P: traceview.NoP, Waker: -1, N: 1, Stack: stackStart, State: traceview.StateRunnable})
		s.queue = append(s.queue, int32(i))
	}
	return s
}

func (s *sim) run() {
	s.dispatch(start + 100_000)
	for s.events.Len() > 0 {
		e := heap.Pop(&s.events).(event)
		if e.at >= s.end {
			break
		}
		if s.open[e.g].State == traceview.StateRunning {
			s.stop(e.g, e.at)
		} else {
			s.ready(e.g, e.at, stackWait, -1)
		}
		s.dispatch(e.at)
	}
}

// dispatch assigns free Ps to runnable goroutines.
func (s *sim) dispatch(at traceview.Time) {
	for len(s.queue) > 0 && len(s.free) > 0 {
		g := s.queue[0]
		s.queue = s.queue[1:]
		p := s.free[len(s.free)-1]
		s.free = s.free[:len(s.free)-1]
		s.on[g] = p
		s.turn(g, max(at, s.open[g].Start+500), traceview.Span{State: traceview.StateRunning, P: traceview.ProcID(p), M: int32(p), Waker: -1})
		heap.Push(&s.events, event{s.open[g].Start + traceview.Time(s.length(g)), g})
	}
}

// length returns how long g will run, and how its slice ends.
func (s *sim) length(g int32) time.Duration {
	if int(g) >= s.o.Workers {
		s.preempt[g] = traceview.PreemptAsync
		return 10*time.Millisecond + time.Duration(s.rand.Int64N(int64(10*time.Millisecond)))
	}
	s.preempt[g] = traceview.NotPreempted
	switch s.rand.IntN(40) {
	case 0:
		s.preempt[g] = traceview.PreemptCooperative
	case 1:
		s.preempt[g] = traceview.PreemptGosched
	}
	return time.Duration(float64(s.o.Job) * (0.2 + s.rand.ExpFloat64()))
}

// stop ends g's slice: it is preempted, or waits for its next job.
func (s *sim) stop(g int32, at traceview.Time) {
	p := s.on[g]
	delete(s.on, g)
	s.free = append(s.free, p)
	run := &s.open[g]
	run.Preempt = s.preempt[g]
	if run.Preempt == traceview.NotPreempted {
		run.Stack, run.Reason = stackWait, reasonRecv
		s.turn(g, at, traceview.Span{State: traceview.StateWaiting, Reason: reasonRecv, Stack: stackWait, M: -1, P: traceview.NoP, Waker: -1})
		heap.Push(&s.events, event{at + 1000 + traceview.Time(s.rand.ExpFloat64()*float64(s.o.Job)), g})
		return
	}
	run.Stack, run.Reason = stackLoop, reasonPreempted
	s.w.Marks = append(s.w.Marks, traceview.Mark{Time: at, G: g, M: int32(p), P: traceview.ProcID(p), Stack: stackLoop, N: 1, Kind: run.Preempt})
	s.ready(g, at, stackLoop, g)
}

func (s *sim) ready(g int32, at traceview.Time, stack, waker int32) {
	switch {
	case waker == g:
		waker = -1 // as in a real trace, after a preemption
	case waker < 0:
		waker = s.waker(g)
	}
	s.turn(g, at, traceview.Span{State: traceview.StateRunnable, Stack: stack, M: -1, P: traceview.NoP, Waker: waker})
	s.queue = append(s.queue, g)
}

// waker is one of the running goroutines, if there is one; otherwise a timer.
func (s *sim) waker(g int32) int32 {
	running := slices.Sorted(maps.Keys(s.on))
	if len(running) == 0 {
		return -1
	}
	return running[int(g)%len(running)]
}

// turn ends g's current span at t and begins the next one.
func (s *sim) turn(g int32, at traceview.Time, next traceview.Span) {
	s.close(g, at)
	next.Start, next.G, next.N = at, g, 1
	s.open[g] = next
}

func (s *sim) close(g int32, at traceview.Time) {
	span := s.open[g]
	span.End = at
	span.Busy = span.Dur()
	if span.End <= span.Start {
		return
	}
	i := int32(len(s.w.Spans))
	s.w.Spans = append(s.w.Spans, span)
	s.w.Goroutines[g].Lane = append(s.w.Goroutines[g].Lane, i)
	if span.State == traceview.StateRunning {
		s.w.Procs[span.P].Lane = append(s.w.Procs[span.P].Lane, i)
		s.w.Threads[span.M].Lane = append(s.w.Threads[span.M].Lane, i)
	}
}

// finish closes what is still open at the end, and adds ranges and annotations.
func (s *sim) finish() {
	for g := range s.open {
		s.close(int32(g), s.end)
	}
	d := traceview.Time(s.o.For)
	name := func(n string) string { return n + s.o.Name }
	s.w.Ranges = []traceview.Range{
		{Name: name("stop-the-world (start trace)"), Start: start, End: start + 40_000, G: -1, P: traceview.NoP},
		{Name: name("GC concurrent mark phase"), Start: start + d/2, End: start + d/2 + d/20, G: -1, P: traceview.NoP},
		{Name: name("stop-the-world (GC mark termination)"), Start: start + d/2 + d/20, End: start + d/2 + d/20 + 60_000, G: -1, P: traceview.NoP},
	}
	if len(s.w.Goroutines) == 0 {
		return
	}
	s.w.Tasks = []traceview.Task{{ID: 1, Type: name("pool"), Start: start, End: s.end}}
	s.w.Regions = []traceview.Region{{Task: 1, Type: name("job"), G: 0, Start: start + d/4, End: start + d/3}}
	s.w.Logs = []traceview.Log{{Time: start + d/4, G: 0, Task: 1, Category: name("job"), Message: name("begun")}}
}
