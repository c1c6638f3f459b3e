package workloads

import (
	"context"
	_ "embed"
	"fmt"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"sync/atomic"
	"time"

	"github.com/spf13/pflag"
)

//go:embed syscalls.go
var syscallsSource string

var syscallsWorkload = &Workload{
	Name:    "syscalls",
	Title:   "Goroutines in blocking system calls, and others that compute meanwhile",
	Concept: Scheduler,
	Source:  syscallsSource,
	Description: `Some goroutines read from pipes of the operating system that stay empty for --block, in system calls that
block; others compute meanwhile. A thread in a system call can't run goroutines, so the runtime hands its P off to
another thread: there are then more threads than Ps. With --poller the goroutines wait for the runtime's network poller
instead, as os.File and net.Conn do where they can: no system call blocks.

Look at the thread lanes: one thread for each blocked call, and its P is on another thread. On the P lanes the
computation continues.`,
	New: func() Program { return new(syscalls) },
	Claims: []Claim{
		{
			ID: "handed-off", region: "blocked", check: psAreHandedOff,
			Text: "The P of a goroutine in a blocking system call is handed off, and others run on it meanwhile.",
		},
		{
			ID: "more-threads", region: "blocked", check: moreThreadsThanPs,
			Text: "There are more threads than Ps: one more for each goroutine in a system call.",
		},
	},
}

// syscalls is the program: readers in system calls, and goroutines that compute.
type syscalls struct {
	readers, calls int
	block, work    time.Duration
	poller         bool

	wg  sync.WaitGroup
	sum atomic.Uint64
}

// pipe is read by a goroutine and written to by main.
type pipe struct {
	read  func() error // waits until there is data
	write func() error
	close func()
}

func (p *syscalls) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.readers, "readers", 8, "number of goroutines in system calls")
	fs.IntVar(&p.calls, "calls", 3, "system calls of each goroutine")
	fs.DurationVar(&p.block, "block", 20*time.Millisecond, "how long each call blocks")
	fs.DurationVar(&p.work, "work", 30*time.Millisecond, "work of each computing goroutine, one for each P, "+workFlagNote)
	fs.BoolVar(&p.poller, "poller", false, "wait for the network poller instead of blocking in the system call")
}

func (p *syscalls) Validate() error {
	return firstError(
		checkInt("readers", p.readers, 1, 500),
		checkInt("calls", p.calls, 1, 10_000),
		checkDuration("block", p.block, time.Millisecond, 250*time.Millisecond),
		checkDuration("work", p.work, 0, time.Minute),
	)
}

// Run returns the number of calls.
func (p *syscalls) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	pipes, err := p.open()
	defer func() {
		for _, pipe := range pipes {
			pipe.close()
		}
	}()
	if err != nil {
		return nil, fmt.Errorf("make pipes to block on: %w", err)
	}
	var failed atomic.Int64
	for _, pipe := range pipes {
		p.wg.Add(1)
		go p.reader(ctx, pipe, &failed)
	}
	for range runtime.GOMAXPROCS(0) {
		p.wg.Add(1)
		go p.compute(ctx)
	}
	for range p.calls { // a reader makes all its calls, whatever happens, so it must be released
		nap(ctx, p.block)
		for _, pipe := range pipes {
			if err := pipe.write(); err != nil {
				failed.Add(1)
			}
		}
	}
	p.wg.Wait()
	if n := failed.Load(); n > 0 {
		return nil, fmt.Errorf("block in system calls: %d of %d failed", n, p.readers*p.calls)
	}
	c.printf("%d goroutines blocked in %d system calls each", p.readers, p.calls)
	return c.finish(ctx, p.readers*p.calls)
}

// open makes the pipes.
func (p *syscalls) open() ([]pipe, error) {
	newPipe := blockingPipe
	if p.poller {
		newPipe = pollerPipe
	}
	var pipes []pipe
	for range p.readers {
		pipe, err := newPipe()
		if err != nil {
			return pipes, err
		}
		pipes = append(pipes, pipe)
	}
	return pipes, nil
}

func (p *syscalls) reader(ctx context.Context, from pipe, failed *atomic.Int64) {
	defer p.wg.Done()
	for range p.calls {
		region := trace.StartRegion(ctx, "blocked")
		err := from.read()
		region.End()
		if err != nil {
			failed.Add(1)
		}
	}
}

func (p *syscalls) compute(ctx context.Context) {
	defer p.wg.Done()
	x, _ := compute(ctx, 1, p.work)
	p.sum.Add(x)
}
