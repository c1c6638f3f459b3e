package workloads

import (
	"cmp"
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"time"
)

// threads is the program: the same work on goroutines and on threads.
type threads struct {
	n, switches int
	hold        time.Duration
	lock        bool
	limit       int
}

// threadsResult is what Run returns: figures to be compared in pairs.
type threadsResult struct {
	Threads   int64    `json:"threads"` // increase with the locked ones, by the kernel's count; 0 if unknown
	Goroutine costs    `json:"goroutine"`
	Thread    costs    `json:"thread"`
	Reserved  figure   `json:"reserved"`            // of a thread
	Untrue    []string `json:"not_true,omitempty"`  // the documented figures that are not true here
	Unknown   []string `json:"not_known,omitempty"` // those that could not be measured
	// Limited is what became of a process with a limit of threads; nil without --limit.
	Limited *threadLimit `json:"limited,omitempty"`
}

// costs are the costs of one goroutine or one thread.
type costs struct {
	Memory   figure `json:"memory"`
	Creation figure `json:"creation"`
	Switch   figure `json:"switch"`
}

// Run returns the costs of both.
func (p *threads) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	kilo, mega := 1e3, 1e6
	goroutine := costs{
		Memory:   figure{What: "memory of a goroutine", Unit: "bytes", Low: 2 * kilo, High: 4 * kilo},
		Creation: figure{What: "creation of a goroutine", Unit: "ns", Low: 1e3, High: 2e3},
		Switch:   figure{What: "switch between goroutines", Unit: "ns", Low: 200, High: 200},
	}
	thread := costs{
		Memory:   figure{What: "resident memory of a thread", Unit: "bytes", Low: mega, High: 2 * mega},
		Creation: figure{What: "creation of a thread", Unit: "ns", Low: 100e3, High: 1000e3},
		Switch:   figure{What: "switch between threads", Unit: "ns", Low: 1e3, High: 2e3},
	}
	var result threadsResult
	held := p.create(ctx, false)
	goroutine.Memory = goroutine.Memory.measured(held.goBytes / float64(p.n))
	goroutine.Creation = goroutine.Creation.measured(held.created...)
	held = p.create(ctx, p.lock)
	thread.Memory = thread.Memory.measured(held.resident / float64(p.n))
	thread.Creation = thread.Creation.measured(held.created...)
	result.Threads = held.threads
	result.Reserved = figure{
		What: "reserved memory of a thread",
		Unit: "bytes", Low: mega, High: 2 * mega,
	}.measured(held.reserved / float64(p.n))
	goroutine.Switch = goroutine.Switch.measured(p.pingPong(ctx, false)...)
	thread.Switch = thread.Switch.measured(p.pingPong(ctx, p.lock)...)
	result.Goroutine, result.Thread = goroutine, thread
	for _, f := range []figure{goroutine.Memory, thread.Memory, result.Reserved, goroutine.Creation, thread.Creation, goroutine.Switch, thread.Switch} {
		c.printf("%v", f)
		if !f.known() {
			result.Unknown = append(result.Unknown, f.What)
		} else if !f.trueHere() {
			result.Untrue = append(result.Untrue, f.What)
		}
	}
	if p.limit > 0 {
		limited, err := p.untilLimit(ctx, c)
		if err != nil && ctx.Err() == nil {
			return nil, err
		}
		result.Limited = &limited
	}
	return c.finish(ctx, result)
}

// untilLimit starts another process, which may have only so many threads, and lets it create threads until it has no more.
func (p *threads) untilLimit(ctx context.Context, c *console) (threadLimit, error) {
	defer trace.StartRegion(ctx, "until limit").End()
	limited, err := reachThreadLimit(ctx, p.limit, p.lock)
	if err == nil {
		c.printf("a process that may have %d threads started %d goroutines; then: %s", p.limit, limited.Goroutines,
			cmp.Or(limited.Ended, "nothing happened"))
	}
	return limited, err
}

// group holds the measurements of n goroutines that were held.
type group struct {
	created            []float64 // nanoseconds to create each
	goBytes            float64   // increase of memory by the Go runtime's count
	resident, reserved float64   // and by the kernel's
	threads            int64     // increase of threads
}

// create makes the goroutines one by one, measures, and releases them.
func (p *threads) create(ctx context.Context, lock bool) (made group) {
	gate, here := make(chan struct{}), make(chan struct{})
	var wg sync.WaitGroup
	resident, reserved, threads := processMemory()
	memory := goMemory()
	for i := 0; i < p.n && ctx.Err() == nil; i++ {
		wg.Add(1)
		start := time.Now()
		if lock {
			go p.thread(&wg, here, gate)
		} else {
			go p.goroutine(&wg, here, gate)
		}
		<-here
		made.created = append(made.created, float64(time.Since(start)))
	}
	region := "hold goroutines"
	if lock || !p.lock {
		region = "hold threads"
	}
	trace.WithRegion(ctx, region, func() { nap(ctx, p.hold) })
	made.goBytes = goMemory() - memory
	resident2, reserved2, threads2 := processMemory()
	made.resident, made.reserved, made.threads = float64(resident2-resident), float64(reserved2-reserved), threads2-threads
	close(gate)
	wg.Wait()
	return made
}

func (p *threads) goroutine(wg *sync.WaitGroup, here chan<- struct{}, gate <-chan struct{}) {
	defer wg.Done()
	here <- struct{}{}
	<-gate
}

// thread is a goroutine that is locked to its thread, so the thread has to wait with it and runs no other
// goroutine.
func (p *threads) thread(wg *sync.WaitGroup, here chan<- struct{}, gate <-chan struct{}) {
	defer lockThread(true)()
	p.goroutine(wg, here, gate)
}

// lockThread locks the caller to its thread if lock is set; unlock undoes that.
func lockThread(lock bool) (unlock func()) {
	if !lock {
		return func() {}
	}
	runtime.LockOSThread()
	return runtime.UnlockOSThread
}

// pingPong has two goroutines send a value back and forth, and returns how long a switch took, in nanoseconds;
// each value is a mean over a few switches.
func (p *threads) pingPong(ctx context.Context, lock bool) []float64 {
	ping, pong, took := make(chan struct{}), make(chan struct{}), make(chan []float64)
	go p.first(ctx, lock, ping, pong, took)
	go p.second(lock, ping, pong)
	return <-took
}

// first starts and measures.
func (p *threads) first(ctx context.Context, lock bool, ping chan<- struct{}, pong <-chan struct{}, took chan<- []float64) {
	const batch = 20
	defer lockThread(lock)()
	defer close(ping)
	var means []float64
	for n := 0; n < p.switches && ctx.Err() == nil; n += batch {
		start := time.Now()
		for range batch / 2 {
			ping <- struct{}{}
			<-pong
		}
		means = append(means, float64(time.Since(start))/batch)
	}
	took <- means
}

// second sends back what it receives.
func (p *threads) second(lock bool, ping <-chan struct{}, pong chan<- struct{}) {
	defer lockThread(lock)()
	for range ping {
		pong <- struct{}{}
	}
}
