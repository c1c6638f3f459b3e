package experiment

import (
	"context"
	"fmt"
	"os"

	"schedviz/traceview"
	"schedviz/traceview/cores"
	"schedviz/traceview/input"
	"schedviz/traceview/interrupt"
	"schedviz/traceview/record"
)

// Input is a trace or a run directory.
type Input struct {
	Run     *record.Run // nil for a bare trace
	Trace   string      // as package input accepts it
	Cores   string      // path of the record of cores; "" for none
	Options input.Options
}

// Find returns the input at path: a trace file, a run directory, or "-" for standard input. o says how to read
// its trace.
func Find(path string, o input.Options) (Input, error) {
	if input.IsStdin(path) {
		return Input{Trace: path, Options: o}, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return Input{}, fmt.Errorf("reading %s: %w", path, record.Cause(err))
	}
	if !info.IsDir() {
		return Input{Trace: path, Options: o}, nil
	}
	run, err := record.Load(path)
	if err != nil {
		return Input{}, err
	}
	return InputOf(run), nil
}

// InputOf returns the input for a run directory.
func InputOf(run *record.Run) Input {
	in := Input{Run: run, Trace: run.Path(record.TraceFile)}
	if c := run.Cores.Captured; c == traceview.CoresPerf || c == traceview.CoresProc {
		in.Cores = run.Path(record.CoresFile)
	}
	return in
}

// Trace is an open trace, joined with its record of cores if it has one.
type Trace struct {
	*input.Trace
	cores   *cores.Data
	warning string // why the record of cores is missing
}

// Open opens the input's trace and joins it with its record of cores. A record that can't be read is ignored;
// [Trace.AddWarnings] reports that.
func (in Input) Open(ctx context.Context) (*Trace, error) {
	t := new(Trace)
	err := interrupt.Do(ctx, "opening trace "+in.Trace, func() (err error) {
		if t.Trace, err = input.Open(ctx, in.Trace, in.Options); err != nil || in.Cores == "" {
			return err
		}
		if t.cores, err = cores.Open(in.Cores); err != nil {
			t.warning = "the record of cores is ignored: " + err.Error()
			return nil
		}
		t.SetCores(t.cores)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return t, nil
}

// AddWarnings adds to the warnings of t's summary what is wrong with the input and with the record of cores, and
// whether the trace's file has changed since it was opened.
func (t *Trace) AddWarnings(s *traceview.Summary) {
	trace := &s.Stat.Trace
	if len(t.Trace.Warnings) > 0 {
		trace.Warnings, trace.Complete = append(trace.Warnings, t.Trace.Warnings...), false
	}
	if t.warning != "" {
		trace.Warnings = append(trace.Warnings, t.warning)
	}
	t.CheckChange(&s.Stat)
}

// Close closes the trace and the record of cores.
func (t *Trace) Close() {
	t.Trace.Close()
	if t.cores != nil {
		t.cores.Close()
	}
}
