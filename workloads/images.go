package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"time"
)

// images is the program: tasks of different lengths, that sleep or compute.
type images struct {
	scaled
	count      int
	base, step time.Duration
	work       string
	inTurn     bool

	wg sync.WaitGroup
}

// takes returns how long an image takes; they are numbered from 1.
func (p *images) takes(id int) time.Duration {
	return p.of(p.base) + time.Duration(id)*p.of(p.step)
}

// imagesResult is what Run returns.
type imagesResult struct {
	Images int   `json:"images"`
	CPUNS  int64 `json:"cpu_ns"` // processor time that they took together, in nanoseconds
}

// Run returns how many images were made.
func (p *images) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	used := cpuTime()
	for id := 1; id <= p.count && ctx.Err() == nil; id++ {
		p.wg.Add(1)
		go p.image(ctx, c, id)
		if p.inTurn {
			p.wg.Wait()
		}
	}
	p.wg.Wait()
	c.printf("all %d images are done", p.count)
	return c.finish(ctx, imagesResult{p.count, int64(cpuTime() - used)})
}

func (p *images) image(ctx context.Context, c *console, id int) {
	defer p.wg.Done()
	defer trace.StartRegion(ctx, "image").End()
	if p.work == "cpu" {
		compute(ctx, uint64(id), p.takes(id))
	} else {
		nap(ctx, p.takes(id))
	}
	c.printf("image %d is done", id)
}
