package experiment

import (
	"context"
	"math"

	"schedviz/traceview"
	"schedviz/traceview/interrupt"
	"schedviz/traceview/report"
)

// Analysis is the part of a trace that a page shows.
type Analysis struct {
	Summary *traceview.Summary
	Window  *traceview.Window // the whole trace
	Exact   []report.Exact    // exact parts of the trace, if Window is merged
}

// Analyze reads the trace for its own page.
func (in Input) Analyze(ctx context.Context, h Hooks) (*Analysis, error) {
	return in.read(ctx, report.MaxSpans, h, func(t *Trace, a *Analysis) (err error) {
		t.OnProgress(nil)
		a.Exact, err = report.NewWindows(a.Window).Embed(ctx, a.Summary, t.Windows)
		return err
	})
}

// Overview reads the trace for a part of a page, with at most spans spans.
func (in Input) Overview(ctx context.Context, spans int, h Hooks) (*Analysis, error) {
	return in.read(ctx, spans, h, func(*Trace, *Analysis) error { return nil })
}

// read reads the trace; more reads further data from the open trace.
func (in Input) read(ctx context.Context, spans int, h Hooks, more func(*Trace, *Analysis) error) (*Analysis, error) {
	t, err := in.Open(ctx)
	if err != nil {
		return nil, err
	}
	defer t.Close()
	defer h.reading(t.File)()
	a := new(Analysis)
	err = interrupt.Do(ctx, "reading trace "+in.Trace, func() (err error) {
		if a.Summary, a.Window, err = t.Overview(ctx, spans); err != nil {
			return err
		}
		if err := more(t, a); err != nil {
			return err
		}
		t.AddWarnings(a.Summary)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return a, nil
}

// everySpan returns a window of the whole trace with every span exact. a.Window is that, unless the trace is
// large.
func (a *Analysis) everySpan(ctx context.Context, in Input) (*traceview.Window, error) {
	if a.Window.Resolution == 0 {
		return a.Window, nil
	}
	t, err := in.Open(ctx)
	if err != nil {
		return nil, err
	}
	defer t.Close()
	return t.Window(ctx, 0, math.MaxInt64, 0)
}
