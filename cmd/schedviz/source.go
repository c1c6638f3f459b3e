package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"runtime/debug"

	"schedviz/traceview"
	"schedviz/traceview/cores"
	"schedviz/traceview/record"
	"schedviz/traceview/report"
)

// source is what view, serve, stat and compare read: a trace file, or a run directory.
type source struct {
	run   *record.Run // nil for a bare trace
	trace string
	cores string // the kernel's record of which thread was on which core; "" if there is none
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
	return runSource(run), nil
}

func runSource(run *record.Run) source {
	src := source{run: run, trace: run.Path(record.TraceFile)}
	if c := run.Cores.Captured; c == cores.Perf || c == cores.Proc {
		src.cores = run.Path(record.CoresFile)
	}
	return src
}

// opened is an open trace, joined with the record of cores where there is one.
type opened struct {
	*traceview.File
	cores *cores.Data
	doubt string // why there is no record of cores although there should be
}

func (s source) open() (*opened, error) {
	f, err := traceview.Open(s.trace)
	if err != nil || s.cores == "" {
		return &opened{File: f}, err
	}
	d, err := cores.Open(s.cores)
	if err != nil {
		return &opened{File: f, doubt: "the record of cores is left aside: " + err.Error()}, nil
	}
	f.SetCores(d)
	return &opened{File: f, cores: d}, nil
}

// saveMemory has garbage collected twice as often, unless the user says how often. A
// page leaves much behind while it is made: this takes a fifth less memory, and a
// fiftieth more time.
func saveMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(50)
	}
}

// tell adds what is wrong with the record of cores to the summary's warnings.
func (o *opened) tell(s *traceview.Summary) {
	if o.doubt != "" {
		s.Stat.Trace.Warnings = append(s.Stat.Trace.Warnings, o.doubt)
	}
}

func (o *opened) Close() {
	o.File.Close()
	if o.cores != nil {
		o.cores.Close()
	}
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
	window  *traceview.Window
	exact   []report.Exact // parts of the trace, where window is not exact
}

// analyse reads a source's trace for a page of its own.
func analyse(ctx context.Context, src source, progress io.Writer) (*analysis, error) {
	return read(ctx, src, report.MaxSpans, progress, func(f *opened, a *analysis) (err error) {
		f.OnProgress(nil)
		a.exact, err = report.NewWindows(a.window).Embed(ctx, a.summary, f.Windows)
		return err
	})
}

// overview reads a source's trace for a part of a page, of so many spans.
func overview(ctx context.Context, src source, spans int, progress io.Writer) (*analysis, error) {
	return read(ctx, src, spans, progress, func(*opened, *analysis) error { return nil })
}

// read reads a source's trace, and has more take from the open file what else is wanted.
func read(ctx context.Context, src source, spans int, progress io.Writer, more func(*opened, *analysis) error) (*analysis, error) {
	saveMemory()
	f, err := src.open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	defer showProgress(progress, f.File)()
	summary, window, err := f.Overview(ctx, spans)
	if err != nil {
		return nil, err
	}
	f.tell(summary)
	a := &analysis{summary: summary, window: window}
	return a, more(f, a)
}

// everySpan returns the source's whole trace with every span exact, which a's window
// is unless the trace is large.
func (a *analysis) everySpan(ctx context.Context, src source) (*traceview.Window, error) {
	if a.window.Resolution == 0 {
		return a.window, nil
	}
	f, err := src.open()
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
