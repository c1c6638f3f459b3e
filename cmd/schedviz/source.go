package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"

	"schedviz/traceview"
	"schedviz/traceview/record"
	"schedviz/traceview/report"
)

// source is what view and stat read: a trace file, or a run directory.
type source struct {
	run   *record.Run // nil for a bare trace
	trace string
}

func openSource(path string) (source, error) {
	info, err := os.Stat(path)
	if err != nil {
		return source{}, fmt.Errorf("reading %s: %w", path, pathCause(err))
	}
	if !info.IsDir() {
		return source{trace: path}, nil
	}
	run, err := record.Load(path)
	if err != nil {
		return source{}, err
	}
	return source{run, run.Path(record.TraceFile)}, nil
}

// pathCause is why a file operation failed, without the path.
func pathCause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// analysis is what a trace says, for a page.
type analysis struct {
	summary *traceview.Summary
	window  *traceview.Window // of at most report.MaxSpans spans
}

// analyse reads the trace at path.
func analyse(ctx context.Context, path string, progress io.Writer) (*analysis, error) {
	f, err := traceview.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	defer showProgress(progress, f)()
	summary, window, err := f.Overview(ctx, report.MaxSpans)
	if err != nil {
		return nil, err
	}
	return &analysis{summary, window}, nil
}

// exact returns the whole trace at path with every span exact, which a's window
// is unless the trace is large.
func (a *analysis) exact(ctx context.Context, path string) (*traceview.Window, error) {
	if a.window.Resolution == 0 {
		return a.window, nil
	}
	f, err := traceview.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Window(ctx, 0, math.MaxInt64, 0)
}

// warn prints each doubt on a line of its own.
func warn(w io.Writer, doubts ...string) {
	for _, d := range doubts {
		fmt.Fprintln(w, "schedviz: warning: "+printable(d))
	}
}
