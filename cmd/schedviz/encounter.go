package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/compare"
	"schedviz/traceview/input"
	"schedviz/traceview/report"
	"schedviz/workloads"
)

// encounter is one comparison: what is compared, and what came of it.
type encounter struct {
	flags          *compareFlags
	about          *workloads.Guide // nil unless it is a guided one
	sides          []*contender
	stdout, stderr io.Writer
	input          input.Options
}

// contender is one thing that is compared: a source, or a workload to be run.
type contender struct {
	label string
	typed typed  // of a workload
	src   source // of a run directory or a trace
	says  string // what to look for, of a guided comparison
	runs  []measured
}

// measured is one run and what is compared of it.
type measured struct {
	src   source
	run   compare.Run
	procs int       // GOMAXPROCS
	kept  *analysis // of what was not run on the spot: the page is drawn from it
}

func missing(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// measure runs the workloads, in turn so that what changes on the host meanwhile
// falls on all of them, and reads the traces.
func (e *encounter) measure(ctx context.Context) error {
	reading, stop := withSignals(ctx) // a run listens for itself
	defer stop()
	for _, c := range e.sides {
		if c.typed.words != nil {
			continue
		}
		if err := e.read(reading, c); err != nil {
			return err
		}
	}
	stop()
	for i := range e.flags.repeat {
		for _, c := range e.sides {
			if c.typed.words == nil {
				continue
			}
			if err := e.runOnce(ctx, c, i); err != nil {
				return err
			}
		}
	}
	return nil
}

// spans is how many spans of each side fit on the page.
func (e *encounter) spans() int { return report.MaxSpans / len(e.sides) }

// read reads a trace.
func (e *encounter) read(ctx context.Context, c *contender) error {
	a, err := overview(ctx, c.src, e.spans(), e.stderr)
	if err != nil {
		return err
	}
	e.warn(c, a.summary)
	m := measuredOf(c.src, a.summary)
	m.kept = a
	c.runs = append(c.runs, m)
	return nil
}

// runOnce runs a workload for the i-th time.
func (e *encounter) runOnce(ctx context.Context, c *contender, i int) error {
	j, err := c.typed.job(e.stdout, e.stderr)
	if err != nil {
		return err
	}
	if e.flags.repeat > 1 {
		j.progress("round %d of %d", i+1, e.flags.repeat)
	}
	run, a, unread, err := j.make(ctx)
	if err != nil {
		return fmt.Errorf("%s: %w", c.label, err)
	}
	if err := errors.Join(run.Failure(), unread); err != nil {
		return fmt.Errorf("%w; what was recorded is in %s", err, run.Dir)
	}
	e.warn(c, a.summary)
	c.runs = append(c.runs, measuredOf(runSource(run), a.summary))
	return nil
}

func (e *encounter) warn(c *contender, s *traceview.Summary) {
	for _, w := range s.Stat.Trace.Warnings {
		warn(e.stderr, c.label+": "+w)
	}
}

func measuredOf(src source, s *traceview.Summary) measured {
	return measured{src: src, run: compare.Measure(s), procs: s.Stat.Procs.GOMAXPROCS}
}

// compare compares the sides.
func (e *encounter) compare() compare.Result {
	sides := make([]compare.Side, 0, len(e.sides))
	for _, c := range e.sides {
		sides = append(sides, c.side())
	}
	return compare.Sides(sides)
}

// side is the contender as compare takes it.
func (c *contender) side() compare.Side {
	s := compare.Side{Label: c.label, Settings: map[string]string{compare.SettingProcs: strconv.Itoa(c.runs[0].procs)}}
	for _, m := range c.runs {
		s.Runs = append(s.Runs, m.run)
	}
	run := c.runs[0].src.run
	if run == nil {
		return s
	}
	s.Program, s.Params = run.Workload, run.Params
	s.Settings[compare.SettingProcs] = strconv.Itoa(run.GOMAXPROCS)
	s.Settings[compare.SettingHost] = hostFact(run.Host)
	s.Settings["Go"] = strings.TrimPrefix(run.GoVersion, "go")
	s.Settings[compare.SettingAsync] = map[bool]string{true: "on", false: "off"}[classify.AsyncPreempt(run.GODEBUG)]
	var others []string
	for name, value := range classify.Godebug(run.GODEBUG) {
		if name != classify.AsyncPreemptOff {
			others = append(others, name+"="+value)
		}
	}
	slices.Sort(others)
	s.Settings["GODEBUG"] = cmp.Or(strings.Join(others, ","), "unset")
	return s
}

// shown is the run whose timeline stands for all: that of median length.
func (c *contender) shown() measured {
	sorted := slices.SortedStableFunc(slices.Values(c.runs), func(a, b measured) int { return cmp.Compare(a.run.DurationNS, b.run.DurationNS) })
	return sorted[(len(sorted)-1)/2]
}
