package workloads

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/trace"
	"strconv"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
)

// errGroup is the program: tasks in a group that ends with the first error.
type errGroup struct {
	tasks, limit, failAt int
	wait                 time.Duration
	deaf                 bool

	done atomic.Int64
}

// errGroupResult is what Run returns. Tasks are numbered from 1.
type errGroupResult struct {
	Done   int64 `json:"done"`
	Failed int   `json:"failed,omitempty"` // the task whose error Wait returned
}

// taskError is the error of a task that --fail-at makes fail.
type taskError struct{ task int }

func (e taskError) Error() string { return fmt.Sprintf("task %d: it was asked to fail", e.task) }

// Run returns how many tasks were done, and which error ended them.
func (p *errGroup) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	group, inner := errgroup.WithContext(ctx) // inner ends with the first error
	if p.limit > 0 {
		group.SetLimit(p.limit)
	}
	go p.watch(inner)
	for task := 1; task <= p.tasks; task++ {
		group.Go(func() error { return p.task(inner, task) }) // waits if --limit tasks are running
	}
	err := group.Wait()
	result := errGroupResult{Done: p.done.Load()}
	if first := (taskError{}); errors.As(err, &first) {
		result.Failed = first.task
		c.printf("first error: %v", err)
	}
	c.printf("%d of %d tasks done", result.Done, p.tasks)
	return c.finish(ctx, result)
}

// task waits, as for a database, unless the group has ended.
func (p *errGroup) task(ctx context.Context, n int) error {
	defer trace.StartRegion(ctx, "task").End()
	end := ctx.Done()
	if p.deaf {
		end = nil // a bug: the task does not see the end of the group
	}
	if p.failAt > 0 && n >= p.failAt {
		trace.Log(ctx, "failed", strconv.Itoa(n))
		return taskError{n}
	}
	select {
	case <-end:
		return ctx.Err()
	case <-time.After(p.wait):
		p.done.Add(1)
		return nil
	}
}

// watch is not in the group, but sees the end of its context, too.
func (p *errGroup) watch(ctx context.Context) {
	defer trace.StartRegion(ctx, "watch").End()
	<-ctx.Done()
}
