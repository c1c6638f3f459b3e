package tracefile

import (
	"context"
	"math"
	"sync"

	"schedviz/traceview"
	"schedviz/traceview/internal/summarize"
	"schedviz/traceview/internal/window"
)

// Summarize reads the whole trace and adds it up. It returns early with ctx's error.
func (f *File) Summarize(ctx context.Context) (_ *traceview.Summary, err error) {
	defer f.catchAny("the summary", &err)
	s := summarize.New(f.limits.rows)
	rd, err := f.read(ctx, math.MinInt64, math.MaxInt64, s)
	if err != nil {
		return nil, err
	}
	return f.summary(rd, s), nil
}

// Overview does what Summarize and Window over the whole trace do, reading it once.
func (f *File) Overview(ctx context.Context, maxSpans int) (_ *traceview.Summary, _ *traceview.Window, err error) {
	defer f.catchAny("the summary", &err)
	s, w := summarize.New(f.limits.rows), window.New(math.MinInt64, math.MaxInt64, maxSpans)
	rd, err := f.read(ctx, math.MinInt64, math.MaxInt64, s, w)
	if err != nil {
		return nil, nil, err
	}
	// Both only read the machine's state.
	var window *traceview.Window
	var fault error
	var other sync.WaitGroup
	other.Go(func() {
		defer f.catchAny("the window over the whole trace", &fault)
		window = w.Window(rd.m)
	})
	sum := f.summary(rd, s)
	other.Wait()
	return sum, window, fault
}

func (f *File) summary(rd *reading, s *summarize.Summarizer) *traceview.Summary {
	sum := s.Summary(rd.m)
	lost, complete, warnings := f.losses(rd)
	if b := s.Warning(rd.m); b != "" {
		warnings = append(warnings, b)
	}
	sum.Stat.Trace = traceview.TraceStat{
		File: f.name, Bytes: f.size, GoVersion: f.version.String(),
		Events: rd.m.Events, Generations: rd.gens - rd.m.SkippedGenerations,
		StartNS: int64(rd.m.Start), EndNS: int64(rd.m.Now), DurationNS: int64(rd.m.Now - rd.m.Start),
		Complete: complete, LostBytes: lost, Warnings: append([]string{}, warnings...),
	}
	f.CheckChange(&sum.Stat)
	if rd.coreJoin != nil {
		rd.coreJoin.Fill(rd.m, sum)
	}
	return sum
}
