package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"schedviz/traceview/input"
	"schedviz/traceview/words"
	"schedviz/workloads"
)

// maxSides is how many things one page can compare: more could not be told apart.
const maxSides = 8

// maxRepeat bounds --repeat.
const maxRepeat = 1000

// compareFlags are the flags of compare. Of runFlags it has where results go.
type compareFlags struct {
	runFlags
	repeat  int
	output  string
	maxSize size
}

// newCompareCommand makes compare.
func newCompareCommand() *cobra.Command {
	f := new(compareFlags)
	c := &cobra.Command{
		Use:   "compare A B [C...] [--procs N] [--repeat N] [--max-size SIZE] [-o FILE] [--json]",
		Short: "Compare runs, traces or workloads: what changes if …",
		Long: `Compare traces: on one HTML page, their timelines under one another on one time axis,
and in what they differ, the largest differences first, in words and in figures. Each
of A, B, … is a run directory, a trace file, or a workload with its flags in quotes, which
is run on the spot (and kept, as by run). What can't be compared is named.

With --repeat N each workload is run N times, in turn, and medians are compared: a
difference that may be chance is said to be so. One run of each proves nothing about noise.

One workload alone is compared in the ways that show what it is about: ` + strings.Join(guided(), ", ") + `.`,
		Example: `  schedviz compare tightloop
  schedviz compare "counter --sync mutex" "counter --sync atomic" --procs 2 --repeat 6
  schedviz compare "workerpool --procs 1" "workerpool --procs 4"
  schedviz compare before.trace after.trace -o difference.html`,
		ValidArgsFunction: completeSides,
		RunE: func(c *cobra.Command, args []string) error {
			if err := f.check(c); err != nil {
				return err
			}
			e := &encounter{flags: f, stdout: c.OutOrStdout(), stderr: c.ErrOrStderr(), input: inputOptions(c, f.maxSize)}
			if err := e.choose(args); err != nil {
				return err
			}
			return e.do(c.Context())
		},
		DisableFlagsInUseLine: true,
	}
	f.bind(c)
	return c
}

func (f *compareFlags) bind(c *cobra.Command) {
	fs := c.Flags()
	fs.IntVar(&f.procs, "procs", 0, "GOMAXPROCS of the workloads that name none (default the number of cores)")
	fs.IntVar(&f.repeat, "repeat", 1, "run each workload `N` times, and compare medians")
	fs.StringVarP(&f.output, "output", "o", "", "write the page to `FILE`")
	bindMaxSize(fs, &f.maxSize)
	f.bindResults(fs)
	fs.Lookup("out").Usage = "make run directories in `DIR`"
	fs.Lookup("open").Usage = "open the page in the browser"
}

func (f *compareFlags) check(c *cobra.Command) error {
	if c.Flags().Changed("procs") {
		if err := checkProcs(f.procs); err != nil {
			return err
		}
	}
	if err := checkOut(f.out); err != nil {
		return err
	}
	// Better to know before all is run than after it.
	if _, err := os.Stat(filepath.Dir(f.output)); err != nil {
		return fmt.Errorf("writing %s: %w", f.output, pathCause(err))
	}
	return checkRepeat(f.repeat)
}

func checkRepeat(n int) error {
	if n < 1 || n > maxRepeat {
		return usageErrorf("--repeat must be from 1 to %d, not %d", maxRepeat, n)
	}
	return nil
}

// guided lists the workloads that have a guided comparison.
func guided() []string {
	var names []string
	for _, w := range workloads.All() {
		if w.Guide != nil {
			names = append(names, w.Name)
		}
	}
	return names
}

// completeSides completes workloads and files; within quotes a shell asks for nothing.
func completeSides(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var names []string
	for _, w := range workloads.All() {
		names = append(names, w.Name+"\t"+w.Title)
	}
	return names, cobra.ShellCompDirectiveDefault
}

// choose finds out what the arguments name, and refuses wrong ones before anything runs.
func (e *encounter) choose(args []string) error {
	if len(args) > maxSides {
		return usageErrorf("compare takes up to %s at once, not %d", words.Counted(maxSides, "thing"), len(args))
	}
	for _, arg := range args {
		c, err := e.contender(arg)
		if err != nil {
			return err
		}
		e.sides = append(e.sides, c)
		if c.typed.words == nil && sameFile(e.flags.output, c.src.trace) {
			return usageErrorf("-o %s is a trace that is compared", e.flags.output)
		}
	}
	if len(e.sides) == 1 && e.sides[0].typed.words != nil {
		return e.guide()
	}
	if len(e.sides) < 2 {
		return usageErrorf("compare needs two things or more: run directories, traces, or workloads with their flags in quotes")
	}
	return nil
}

// guide replaces the one workload that was typed by the ways of its guide.
func (e *encounter) guide() error {
	t := e.sides[0].typed
	w := workloads.Find(t.words[0])
	if w.Guide == nil {
		return usageErrorf("compare needs something to compare %s with; alone, it compares %s", w.Name, strings.Join(guided(), ", "))
	}
	e.about, e.sides = w.Guide, nil
	for _, way := range w.Guide.Ways {
		typed := typed{words: append([]string{w.Name}, way.Args...), out: t.out}
		typed.procs = cmp.Or(t.procs, min(w.Guide.Procs, runtime.NumCPU()))
		typed.words = append(typed.words, t.words[1:]...)
		if _, err := typed.job(e.stdout, e.stderr); err != nil {
			return err
		}
		e.sides = append(e.sides, &contender{label: typed.label(), typed: typed, says: way.Says})
	}
	return nil
}

// contender finds out what arg names. A workload goes before a file of its name,
// which ./ in front makes a file.
func (e *encounter) contender(arg string) (*contender, error) {
	list, err := splitWords(arg)
	if err != nil {
		return nil, err
	}
	if isWorkload(list) {
		t := typed{words: list, procs: e.flags.procs, out: e.flags.out}
		_, err := t.job(e.stdout, e.stderr)
		return &contender{label: t.label(), typed: t}, err
	}
	src, err := openSource(arg, e.input)
	switch {
	case input.IsStdin(arg):
		return e.stdin(src)
	case err == nil:
		return &contender{label: arg, src: src}, nil
	case len(list) == 0 || strings.ContainsAny(list[0], `./\`):
		return nil, err
	case missing(arg):
		return nil, usageErrorf("%q is no file and no workload: the nearest workload is %q", list[0], words.Nearest(list[0], workloadNames()))
	}
	return nil, err
}

// stdin compares standard input, which can be read once.
func (e *encounter) stdin(src source) (*contender, error) {
	for _, c := range e.sides {
		if input.IsStdin(c.src.trace) {
			return nil, usageErrorf("standard input can only be one of the things that are compared")
		}
	}
	return &contender{label: input.Title(src.trace), src: src}, nil
}

// do runs what is to be run, compares, and tells.
func (e *encounter) do(ctx context.Context) error {
	if err := e.measure(ctx); err != nil {
		return err
	}
	r := e.compare()
	page, err := e.write(ctx, r)
	if err != nil {
		return err
	}
	if e.flags.json {
		err = words.WriteJSON(e.stdout, e.json(r, page))
	} else {
		e.print(r)
		fmt.Fprintln(e.stdout, page)
	}
	if err == nil && e.flags.open {
		openBrowser(e.stderr, page)
	}
	return err
}
