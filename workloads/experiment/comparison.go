package experiment

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/compare"
	"schedviz/traceview/input"
	"schedviz/traceview/interrupt"
	"schedviz/traceview/report"
	"schedviz/traceview/words"
	"schedviz/workloads"
	"schedviz/workloads/usage"
)

// MaxSides is the most sides that one page compares: more could not be distinguished.
const MaxSides = 8

// MaxRepeat limits how often a workload is run.
const MaxRepeat = 1000

// CheckRepeat rejects a number of repetitions out of range.
func CheckRepeat(n int) error {
	if n < 1 || n > MaxRepeat {
		return usage.Errorf("--repeat must be from 1 to %d, not %d", MaxRepeat, n)
	}
	return nil
}

// CompareOptions say how to compare.
type CompareOptions struct {
	Out    string // the directory that run directories are made in, and that of the comparison
	Procs  int    // GOMAXPROCS of workloads that don't set it; 0 is the runtime's default
	Repeat int    // how often each workload is run, 1 or more
	Output string // path of the page, "" if not yet known; rejected if it is one of the traces
	Input  input.Options
	Hooks  Hooks
}

// Comparison is a comparison of workloads, traces and runs. Make one with [NewComparison], fill it with
// [Comparison.Measure], then get its result and its page, and keep them with [Comparison.Keep].
type Comparison struct {
	Guide   *workloads.Guide // nil unless it is a guided comparison
	Sides   []*Side
	options CompareOptions
	started time.Time
}

// Side is one of the things compared: a workload, which is run, or an input.
type Side struct {
	Label string
	Says  string     // in a guided comparison, what to look for
	Runs  []Measured // in the order in which they were made; just one for an input

	commandLine commandLine // of a workload
	input       Input       // of a run directory or a trace
}

// NewComparison returns a comparison of what the arguments name: run directories, traces, and workloads with
// their flags ("counter --sync mutex"). A single workload is run in the variants of its guide. Wrong arguments
// give a [usage.Error] before anything runs.
func NewComparison(args []string, o CompareOptions) (*Comparison, error) {
	if len(args) > MaxSides {
		return nil, usage.Errorf("compare takes up to %s at once, not %d", words.Counted(MaxSides, "thing"), len(args))
	}
	c := &Comparison{options: o, started: time.Now().Round(0)}
	for _, arg := range args {
		s, err := c.newSide(arg)
		if err != nil {
			return nil, err
		}
		c.Sides = append(c.Sides, s)
		if s.commandLine.words == nil && SameFile(o.Output, s.input.Trace) {
			return nil, usage.Errorf("-o %s is one of the traces", o.Output)
		}
	}
	if len(c.Sides) == 1 && c.Sides[0].commandLine.words != nil {
		return c, c.guide()
	}
	if len(c.Sides) < 2 {
		return nil, usage.Errorf("compare needs two or more things: run directories, traces, " +
			"or workloads with their flags in quotes")
	}
	return c, nil
}

// newSide returns the side that arg names. A workload takes precedence over a file of its
// name, which can be written with ./ in front.
func (c *Comparison) newSide(arg string) (*Side, error) {
	list, err := usage.SplitWords(arg)
	if err != nil {
		return nil, err
	}
	if isWorkload(list) {
		line := commandLine{list, c.options.Procs}
		_, err := c.setup(line)
		return &Side{Label: line.label(), commandLine: line}, err
	}
	in, err := Find(arg, c.options.Input)
	switch {
	case input.IsStdin(arg):
		return c.stdin(in)
	case err == nil:
		return &Side{Label: arg, input: in}, nil
	case len(list) == 0 || strings.ContainsAny(list[0], `./\`):
		return nil, err
	case missing(arg):
		return nil, usage.Errorf("%q is no file and no workload: the nearest workload is %q",
			list[0], words.Nearest(list[0], workloads.Names()))
	}
	return nil, err
}

// stdin returns a side for standard input, which can be read only once.
func (c *Comparison) stdin(in Input) (*Side, error) {
	for _, s := range c.Sides {
		if input.IsStdin(s.input.Trace) {
			return nil, usage.Errorf("standard input can be given only once")
		}
	}
	return &Side{Label: input.Title(in.Trace), input: in}, nil
}

func missing(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// SameFile reports whether two paths lead to one file that exists.
func SameFile(a, b string) bool {
	ai, err := os.Stat(a)
	if err != nil {
		return false
	}
	bi, err := os.Stat(b)
	return err == nil && os.SameFile(ai, bi)
}

// guide replaces a single workload by the variants of its guide.
func (c *Comparison) guide() error {
	line := c.Sides[0].commandLine
	w := workloads.Find(line.words[0])
	if w.Guide == nil {
		return usage.Errorf("compare needs something to compare %s with; only %s can be compared alone",
			w.Name, strings.Join(Guided(), ", "))
	}
	c.Guide, c.Sides = w.Guide, nil
	if err := c.checkVaried(line.words[1:]); err != nil {
		return err
	}
	for _, way := range w.Guide.Ways {
		l := commandLine{
			words: slices.Concat([]string{w.Name}, way.Args, w.Guide.Args, line.words[1:]),
			procs: cmp.Or(line.procs, min(w.Guide.Procs, runtime.NumCPU())),
		}
		if _, err := c.setup(l); err != nil {
			return err
		}
		c.Sides = append(c.Sides, &Side{Label: l.label(), commandLine: l, Says: way.Says})
	}
	return nil
}

// checkVaried rejects flags in which the variants of the guide differ.
func (c *Comparison) checkVaried(args []string) error {
	given := workloads.FlagNames(args)
	if c.options.Procs > 0 {
		given = append(given, "procs")
	}
	for _, name := range c.Guide.Varies() {
		if slices.Contains(given, name) {
			return usage.Errorf("--%s is what this guided comparison varies; to choose its values, give each workload "+
				"with its flags in quotes", name)
		}
	}
	return nil
}

// Guided lists the workloads that have a guided comparison.
func Guided() []string {
	var names []string
	for _, w := range workloads.All() {
		if w.Guide != nil {
			names = append(names, w.Name)
		}
	}
	return names
}

// setup makes a setup of a workload to compare.
func (c *Comparison) setup(line commandLine) (*Setup, error) {
	return line.setup(Options{Out: c.options.Out, Hooks: c.options.Hooks})
}

// Measure reads the traces and runs the workloads, taking turns so that changes on the host affect all of them.
// It stops at a workload that fails, and keeps its run.
func (c *Comparison) Measure(ctx context.Context) error {
	if err := c.readInputs(ctx); err != nil {
		return err
	}
	for i := range c.options.Repeat {
		for _, s := range c.Sides {
			if s.commandLine.words == nil {
				continue
			}
			if err := c.runOnce(ctx, s, i); err != nil {
				return err
			}
		}
	}
	return nil
}

// readInputs reads the traces. It handles signals; runs do so themselves.
func (c *Comparison) readInputs(ctx context.Context) error {
	ctx, stop := interrupt.Signals(ctx)
	defer stop()
	for _, s := range c.Sides {
		if s.commandLine.words != nil {
			continue
		}
		a, err := s.input.Overview(ctx, c.spans(), c.options.Hooks)
		if err != nil {
			return err
		}
		c.add(s, s.input, a.Summary).kept = a
	}
	return nil
}

// spans returns how many spans of each side fit on the page.
func (c *Comparison) spans() int { return report.MaxSpans / len(c.Sides) }

// runOnce runs a workload for the i-th time.
func (c *Comparison) runOnce(ctx context.Context, s *Side, i int) error {
	setup, err := c.setup(s.commandLine)
	if err != nil {
		return err
	}
	if c.options.Repeat > 1 {
		c.options.Hooks.doing("round %d of %d", i+1, c.options.Repeat)
	}
	r, err := setup.Run(ctx)
	if err != nil {
		return fmt.Errorf("%s: %w", s.Label, err)
	}
	if err := r.Err(); err != nil {
		return fmt.Errorf("%w; what was recorded is in %s", err, r.Run.Dir)
	}
	m := c.add(s, InputOf(r.Run), r.Analysis.Summary)
	if g := r.guide; g != nil {
		m.addLesson(g, r.lesson)
	}
	return nil
}

// add adds a measured run or trace to a side, and passes on its warnings.
func (c *Comparison) add(s *Side, in Input, sum *traceview.Summary) *Measured {
	for _, w := range sum.Stat.Trace.Warnings {
		c.options.Hooks.warn(s.Label + ": " + w)
	}
	s.Runs = append(s.Runs, Measured{Input: in, Run: compare.Measure(sum), Procs: sum.Stat.Procs.GOMAXPROCS})
	return &s.Runs[len(s.Runs)-1]
}

// Result compares what was measured.
func (c *Comparison) Result() compare.Result {
	sides := make([]compare.Side, 0, len(c.Sides))
	for _, s := range c.Sides {
		sides = append(sides, s.Compared())
	}
	return compare.Sides(sides)
}

// Title returns a title that names the sides.
func (c *Comparison) Title() string {
	if c.Guide != nil {
		return c.Guide.Title
	}
	var labels []string
	for _, s := range c.Sides {
		labels = append(labels, s.Label)
	}
	return strings.Join(labels, " · ")
}
