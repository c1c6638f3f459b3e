package workloads

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"
)

// console prints lines for several goroutines at once, and keeps the first error.
type console struct {
	mu  sync.Mutex
	w   io.Writer
	err error
}

// printf prints one line.
func (c *console) printf(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, err := fmt.Fprintf(c.w, format+"\n", args...); err != nil && c.err == nil {
		c.err = fmt.Errorf("print the output: %w", err)
	}
}

// finish returns the values for Run to return: the result, unless the run was cut short or printing failed.
func (c *console) finish(ctx context.Context, result any) (any, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if c.err != nil {
		return nil, c.err
	}
	return result, nil
}

// nap sleeps for d in pieces, to notice the end of ctx within a quarter of a second. It does not select on
// ctx.Done, because the goroutine would then wait for "select" instead of "sleep".
func nap(ctx context.Context, d time.Duration) {
	const piece = 250 * time.Millisecond
	for ; d > 0 && ctx.Err() == nil; d -= piece {
		time.Sleep(min(d, piece))
	}
}

// settle waits, at most 100 ms, until there are no more goroutines than before: a goroutine that has signalled
// that it is done still has to return from its function, and the trace might end in between.
func settle(before int) {
	deadline := time.Now().Add(100 * time.Millisecond)
	for runtime.NumGoroutine() > before && time.Now().Before(deadline) {
		time.Sleep(100 * time.Microsecond)
	}
}
