package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"sync/atomic"
	"time"
)

// waitGroup is the program: tasks that sleep, and a main that waits for them.
type waitGroup struct {
	scaled
	tasks     int
	sleep     time.Duration
	add, done string
	panics    bool
	patience  time.Duration

	wg       sync.WaitGroup
	finished atomic.Int64
}

// waitGroupResult is what Run returns.
type waitGroupResult struct {
	Tasks    int  `json:"tasks"`
	Finished int  `json:"finished"`         // of these, when Wait returned
	LetGo    bool `json:"let_go,omitempty"` // main would have waited for ever
}

// Run returns how many tasks were finished when main had waited. It could start them with wg.Go, which calls Add and
// Done itself; this example shows those calls.
func (p *waitGroup) Run(ctx context.Context, out io.Writer) (any, error) {
	before := runtime.NumGoroutine()
	c := &console{w: out}
	for id := 1; id <= p.tasks; id++ {
		switch {
		case p.add == "inside":
			go p.addsItself(ctx, c, id)
		case p.done == "last":
			p.wg.Add(1)
			go p.doneLast(ctx, c, id)
		default:
			p.wg.Add(1)
			go p.task(ctx, c, id)
		}
	}
	inTime := p.limitWait(ctx)
	trace.WithRegion(ctx, "wait", p.wg.Wait)
	result := waitGroupResult{Tasks: p.tasks, Finished: int(p.finished.Load()), LetGo: !inTime()}
	if result.LetGo {
		c.printf("main waits and waits: a task has not called Done; in a real program it would wait for ever")
	}
	c.printf("main goes on; %d of %d tasks are done", result.Finished, p.tasks)
	if p.add == "before" {
		settle(before)
	}
	return c.finish(ctx, result)
}

// task defers Done, so that it is called however the task ends.
func (p *waitGroup) task(ctx context.Context, c *console, id int) {
	defer trace.WithRegion(ctx, "done", p.wg.Done)
	defer p.recover(c, id)
	p.work(ctx, c, id)
}

// doneLast calls Done at its end, and not at all if the task panics before.
func (p *waitGroup) doneLast(ctx context.Context, c *console, id int) {
	defer p.recover(c, id)
	p.work(ctx, c, id)
	trace.WithRegion(ctx, "done", p.wg.Done)
}

// addsItself calls Add when it runs; by then main may have found nothing to wait for.
func (p *waitGroup) addsItself(ctx context.Context, c *console, id int) {
	p.wg.Add(1)
	p.task(ctx, c, id)
}

func (p *waitGroup) work(ctx context.Context, c *console, id int) {
	defer trace.StartRegion(ctx, "task").End()
	nap(ctx, p.of(p.sleep))
	if p.panics && id == p.tasks {
		panic("something went wrong")
	}
	c.printf("task %d is done", id)
	p.finished.Add(1)
}

func (p *waitGroup) recover(c *console, id int) {
	if r := recover(); r != nil {
		c.printf("task %d has panicked and recovered: %v", id, r)
	}
}

// limitWait ends main's wait if nothing else will, after as long as the tasks take and --patience. What it returns
// reports whether that was not necessary.
func (p *waitGroup) limitWait(ctx context.Context) (inTime func() bool) {
	if !p.panics || p.add != "before" || p.done != "last" {
		return func() bool { return true }
	}
	limited, cancel := context.WithTimeout(ctx, p.of(p.sleep)+p.patience)
	stop := context.AfterFunc(limited, p.wg.Done)
	return func() bool { defer cancel(); return stop() }
}
