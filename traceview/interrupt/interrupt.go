// Package interrupt lets callers stop waiting at once for work that checks its context rarely or never: opening a
// FIFO without a writer, sorting a lot of data, packing a page. The abandoned work goes on in the background and
// its result is dropped.
//
// The package serves the command: it may change without notice.
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

// grace is how long work may take to notice that its context has ended, and to clean up.
const grace = 300 * time.Millisecond

// Do returns what work returns. When ctx ends it returns soon, even if work has not; the error then wraps ctx's
// and says what was being done.
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

// Write calls produce to write to w. When ctx ends, it returns ctx's error at once, and later writes of produce
// do not reach w.
func Write(ctx context.Context, w io.Writer, produce func(io.Writer) error) error {
	r, pipe := io.Pipe()
	defer context.AfterFunc(ctx, func() { pipe.CloseWithError(ctx.Err()) })()
	done := make(chan error, 1)
	go func() {
		err := outcome("writing a file", func() error {
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
	r.CloseWithError(err) // ends produce if w failed
	select {
	case produced := <-done:
		return cmp.Or(err, produced)
	default:
		return err
	}
}

// outcome does work and returns a panic as an error.
func outcome(doing string, work func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fault.Caught(p, doing)
		}
	}()
	return work()
}
