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
	"schedviz/traceview/cores"
	"schedviz/traceview/input"
	"schedviz/traceview/interrupt"
	"schedviz/traceview/record"
	"schedviz/traceview/report"
)

// source is what view, serve, stat and compare read: a trace, or a run directory.
type source struct {
	run   *record.Run // nil for a bare trace
	trace string      // as package input takes it
	cores string      // the kernel's record of which thread was on which core; "" if there is none
	input input.Options
}

// openSource finds out what path names; opt is how its trace is got at.
func openSource(path string, opt input.Options) (source, error) {
	if input.IsStdin(path) {
		return source{trace: path, input: opt}, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return source{}, fmt.Errorf("reading %s: %w", path, pathCause(err))
	}
	if !info.IsDir() {
		return source{trace: path, input: opt}, nil
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
	*input.Trace
	cores *cores.Data
	doubt string // why there is no record of cores although there should be
}

func (s source) open(ctx context.Context) (*opened, error) {
	o := new(opened)
	err := interrupt.Do(ctx, "opening trace "+s.trace, func() (err error) {
		if o.Trace, err = input.Open(ctx, s.trace, s.input); err != nil || s.cores == "" {
			return err
		}
		if o.cores, err = cores.Open(s.cores); err != nil {
			o.doubt = "the record of cores is left aside: " + err.Error()
			return nil
		}
		o.SetCores(o.cores)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return o, nil
}

// tell adds to the summary's warnings what is wrong with the input and the record of
// cores, and what became of the trace's file since it was opened.
func (o *opened) tell(s *traceview.Summary) {
	t := &s.Stat.Trace
	if len(o.Doubts) > 0 {
		t.Warnings, t.Complete = append(t.Warnings, o.Doubts...), false
	}
	if o.doubt != "" {
		t.Warnings = append(t.Warnings, o.doubt)
	}
	o.CheckChange(&s.Stat)
}

func (o *opened) Close() {
	o.Trace.Close()
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
	pageMemory.use()
	f, err := src.open(ctx)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	defer showProgress(progress, f.File)()
	a := new(analysis)
	err = interrupt.Do(ctx, "reading trace "+src.trace, func() (err error) {
		if a.summary, a.window, err = f.Overview(ctx, spans); err != nil {
			return err
		}
		if err := more(f, a); err != nil {
			return err
		}
		f.tell(a.summary)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return a, nil
}

// everySpan returns the source's whole trace with every span exact, which a's window
// is unless the trace is large.
func (a *analysis) everySpan(ctx context.Context, src source) (*traceview.Window, error) {
	if a.window.Resolution == 0 {
		return a.window, nil
	}
	f, err := src.open(ctx)
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
