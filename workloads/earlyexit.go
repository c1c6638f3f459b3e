package workloads

import (
	"context"
	"io"
	"runtime/trace"
	"sync"
	"sync/atomic"
	"time"
)

// earlyExit is the program: tasks, and a main that does not wait for them.
type earlyExit struct {
	scaled
	tasks       int
	sleep, stay time.Duration
	wait        bool

	wg       sync.WaitGroup
	finished atomic.Int64
}

// earlyExitResult is what Run returns.
type earlyExitResult struct {
	Tasks    int `json:"tasks"`
	Finished int `json:"finished"` // of these, when main returned
}

// Run returns how many tasks had finished by then.
func (p *earlyExit) Run(ctx context.Context, out io.Writer) (any, error) {
	c := &console{w: out}
	for range p.tasks {
		p.wg.Add(1)
		go p.task(ctx)
	}
	nap(ctx, p.of(p.stay))
	if p.wait {
		p.wg.Wait()
	}
	result := earlyExitResult{p.tasks, int(p.finished.Load())}
	c.printf("main returns; %d of %d goroutines have finished", result.Finished, result.Tasks)
	return c.finish(ctx, result)
}

func (p *earlyExit) task(ctx context.Context) {
	defer p.wg.Done()
	defer trace.StartRegion(ctx, "task").End()
	nap(ctx, p.of(p.sleep))
	p.finished.Add(1)
}
