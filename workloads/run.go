package workloads

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"
)

// console prints for several goroutines at once, a line each, and keeps the first error.
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

// finish returns what Run returns: the result, unless the run was cut short or
// could not print.
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

// nap sleeps for d, in pieces, so that the end of ctx is noticed within a quarter
// of a second. It does not select on ctx.Done: the goroutine would wait for
// "select" instead of "sleep".
func nap(ctx context.Context, d time.Duration) {
	const piece = 250 * time.Millisecond
	for ; d > 0 && ctx.Err() == nil; d -= piece {
		time.Sleep(min(d, piece))
	}
}

// settle waits until there are no more goroutines than before, at most 100 ms: a
// goroutine that has said it is done still has to return from its function, and
// the trace might end in between.
func settle(before int) {
	deadline := time.Now().Add(100 * time.Millisecond)
	for runtime.NumGoroutine() > before && time.Now().Before(deadline) {
		time.Sleep(100 * time.Microsecond)
	}
}
