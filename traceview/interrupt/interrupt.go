// Package interrupt ends work at once that does not look at its context, or not often
// enough: opening a FIFO that nobody writes to, sorting a great deal, packing a page.
// Such work is left to itself, and nobody sees what comes of it.
package interrupt

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"time"
)

// grace is how long work may take to notice that its context has ended, and to tidy up.
const grace = 300 * time.Millisecond

// Do returns what work returns. When ctx ends, it returns soon, whether work has ended
// or not; then with ctx's error and what was being done.
func Do(ctx context.Context, doing string, work func() error) error {
	done := make(chan result, 1)
	go func() { done <- outcome(work) }()
	select {
	case r := <-done:
		return r.pass()
	case <-ctx.Done():
	}
	select {
	case r := <-done:
		return r.pass()
	case <-time.After(grace):
		return fmt.Errorf("%s: %w", doing, ctx.Err())
	}
}

// Write has produce write to w. When ctx ends, it returns ctx's error at once, and
// nothing that produce still writes reaches w.
func Write(ctx context.Context, w io.Writer, produce func(io.Writer) error) error {
	r, pipe := io.Pipe()
	defer context.AfterFunc(ctx, func() { pipe.CloseWithError(ctx.Err()) })()
	done := make(chan result, 1)
	go func() {
		res := outcome(func() error {
			buf := bufio.NewWriterSize(pipe, 64<<10)
			if err := produce(buf); err != nil {
				return err
			}
			return buf.Flush()
		})
		done <- res
		pipe.CloseWithError(res.err)
	}()
	_, err := io.Copy(w, r)
	r.CloseWithError(err) // which ends produce, if w failed
	select {
	case res := <-done:
		return cmp.Or(err, res.pass())
	default:
		return err
	}
}

// result is how work ended.
type result struct {
	err      error
	panicked any // nil if it did not
}

// outcome does work. A panic is for whoever waits for it, not for the goroutine it is in.
func outcome(work func() error) (r result) {
	defer func() {
		if p := recover(); p != nil {
			r.panicked = fmt.Sprintf("%v\n\n%s", p, debug.Stack())
			r.err = errors.New("it panicked")
		}
	}()
	return result{err: work()}
}

// pass ends as work did.
func (r result) pass() error {
	if r.panicked != nil {
		panic(r.panicked)
	}
	return r.err
}
