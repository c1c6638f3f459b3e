package tracefile

import (
	"context"
	"fmt"

	"schedviz/traceview"
	"schedviz/traceview/internal/oncore"
	"schedviz/traceview/internal/sched"
	"schedviz/traceview/internal/window"
)

// Window returns what happened between two moments; the bounds may lie outside the trace. If there
// are at most maxSpans spans in all lanes together (0 is no limit), all of them are exact.
// Otherwise spans are merged: see [traceview.Window.Resolution].
func (f *File) Window(ctx context.Context, from, to traceview.Time, maxSpans int) (_ *traceview.Window, err error) {
	defer f.catchAny(fmt.Sprintf("the window from %d to %d ns", from, to), &err)
	if to < from {
		return nil, fmt.Errorf("reading trace %s: a window cannot end (%d ns) before it begins (%d ns)", f.name, to,
			from)
	}
	w := window.New(from, to, maxSpans)
	m, err := f.readWindow(ctx, from, to, w)
	if err != nil {
		return nil, err
	}
	return w.Window(m), nil
}

// readWindow plays the events of a window, from a kept segment if possible.
func (f *File) readWindow(ctx context.Context, from, to traceview.Time, w *window.Builder) (*sched.Machine, error) {
	seg, err := f.segmentOf(ctx, from, to)
	if err != nil {
		return nil, fmt.Errorf("reading trace %s: %w", f.name, err)
	}
	if seg == nil {
		rd, err := f.read(ctx, from, to, w)
		if err != nil {
			return nil, err
		}
		return rd.m, nil
	}
	coreJoin, sinks := oncore.Attach(f.cores, f.limits.stays, []sched.Sink{w})
	m, past := f.replay(seg, from, to, sinks)
	rd := &reading{m: m, coreJoin: coreJoin}
	rd.finish(to, past)
	return m, nil
}
