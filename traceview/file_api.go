package traceview

import "context"

// TODO(engine): being written; signatures are settled.

// File is an opened trace, indexed by generation. It holds no events.
type File struct{}

// Open indexes the trace at path. A trace that is damaged but partly readable
// opens; one with nothing readable is an error that says why.
func Open(path string) (*File, error) { panic("engine under construction") }

// Close closes the file.
func (f *File) Close() error { return nil }

// Summarize reads the whole trace. It returns early with ctx's error.
func (f *File) Summarize(ctx context.Context) (*Summary, error) { panic("engine under construction") }

// Window returns what happened from one moment to another; Window(ctx, 0, math.MaxInt64, n) is the
// whole trace. Spans are exact while there are at most maxSpans of them (0: however
// many), else merged; see [Window.Resolution].
func (f *File) Window(ctx context.Context, from, to Time, maxSpans int) (*Window, error) {
	panic("engine under construction")
}
