// Package interrupt ends work at once that does not look at its context, or not often
// enough: opening a FIFO that nobody writes to, sorting a great deal, packing a page.
// Such work is left to itself, and nobody sees what comes of it.
package interrupt

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"time"

	"schedviz/traceview/fault"
)

// grace is how long work may take to notice that its context has ended, and to tidy up.
const grace = 300 * time.Millisecond

// Do returns what work returns. When ctx ends, it returns soon, whether work has ended
// or not; then with ctx's error and what was being done.
func Do(ctx context.Context, doing string, work func() error) error {
	done := make(chan error, 1)
	go func() { done <- outcome(doing, work) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err
	case <-time.After(grace):
		return fmt.Errorf("%s: %w", doing, ctx.Err())
	}
}

// Write has produce write to w. When ctx ends, it returns ctx's error at once, and
// nothing that produce still writes reaches w.
func Write(ctx context.Context, w io.Writer, produce func(io.Writer) error) error {
	r, pipe := io.Pipe()
	defer context.AfterFunc(ctx, func() { pipe.CloseWithError(ctx.Err()) })()
	done := make(chan error, 1)
	go func() {
		err := outcome("the writing of a file", func() error {
			buf := bufio.NewWriterSize(pipe, 64<<10)
			if err := produce(buf); err != nil {
				return err
			}
			return buf.Flush()
		})
		done <- err
		pipe.CloseWithError(err)
	}()
	_, err := io.Copy(w, r)
	r.CloseWithError(err) // which ends produce, if w failed
	select {
	case produced := <-done:
		return cmp.Or(err, produced)
	default:
		return err
	}
}

// outcome does work. A panic is an error for whoever waits for it.
func outcome(doing string, work func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fault.Caught(p, doing)
		}
	}()
	return work()
}
