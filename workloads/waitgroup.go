package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"time"
)

// waitGroup is the program: tasks that sleep, and a main that waits for them.
type waitGroup struct {
	scaled
	tasks int
	sleep time.Duration

	wg sync.WaitGroup
}

// Run returns the number of tasks. It could start them with wg.Go, which calls Add and Done itself; this example
// shows those calls.
func (p *waitGroup) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	for id := range p.tasks {
		p.wg.Add(1)
		go p.task(ctx, c, id+1)
	}
	trace.WithRegion(ctx, "wait", p.wg.Wait)
	c.printf("all %d tasks are done", p.tasks)
	return c.finish(ctx, p.tasks)
}

func (p *waitGroup) task(ctx context.Context, c *console, id int) {
	trace.WithRegion(ctx, "task", func() {
		nap(ctx, p.of(p.sleep))
		c.printf("task %d is done", id)
	})
	trace.WithRegion(ctx, "done", p.wg.Done)
}
