package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"schedviz/traceview/compare"
	"schedviz/traceview/interrupt"
	"schedviz/traceview/record"
	"schedviz/traceview/words"
	"schedviz/workloads"
	"schedviz/workloads/experiment"
)

// compareFlags are the flags of compare. From runFlags it takes the ones that say where results go.
type compareFlags struct {
	runFlags
	repeat  int
	output  string
	maxSize size
}

// newCompareCommand makes the compare command.
func newCompareCommand() *cobra.Command {
	f := &compareFlags{runFlags: newRunFlags()}
	c := &cobra.Command{
		Use:   "compare A B [C...] [--procs N] [--repeat N] [--max-size SIZE] [-o FILE] [--json]",
		Short: "Compare runs, traces or workloads",
		Long: `Compare traces on one HTML page: their timelines below one another on a shared time axis,
and their differences in words and in figures, the largest first. Each of A, B, … is a run
directory, a trace file, or a workload with its flags in quotes, which is run first (and the
run kept). The page also says what can't be compared.

With --repeat N each workload is run N times, taking turns, and medians are compared; a
difference that may be due to chance is marked. One run of each proves nothing about noise.

The page and compare.json, which has what --json prints, are in a new directory in --out.

A single workload is compared in several variants that show what it is about, beginning with
its lesson: ` + strings.Join(experiment.Guided(), ", ") + ".",
		Example: `  schedviz compare tightloop
  schedviz compare leak
  schedviz compare "counter --sync mutex" "counter --sync atomic" --procs 2 --repeat 6
  schedviz compare "workerpool --procs 1" "workerpool --procs 4"
  schedviz compare before.trace after.trace -o difference.html`,
		ValidArgsFunction: completeSides,
		RunE: func(c *cobra.Command, args []string) error {
			if err := f.check(c); err != nil {
				return err
			}
			chosen, err := experiment.NewComparison(args, f.options(c))
			if err != nil {
				return err
			}
			compared := &comparison{chosen, f, c.OutOrStdout(), c.ErrOrStderr()}
			return compared.do(c.Context())
		},
		DisableFlagsInUseLine: true,
	}
	f.bind(c)
	return c
}

func (f *compareFlags) bind(c *cobra.Command) {
	fs := c.Flags()
	fs.IntVar(&f.Procs, "procs", 0, "GOMAXPROCS of workloads that don't set it (default the number of cores)")
	fs.IntVar(&f.repeat, "repeat", 1, "run each workload `N` times and compare medians")
	fs.StringVarP(&f.output, "output", "o", "", "write the page to `FILE`, instead of a directory in --out")
	bindMaxSize(fs, &f.maxSize)
	f.bindResults(fs)
	fs.Lookup("out").Usage = "make run directories, and one for the comparison, in `DIR`"
	fs.Lookup("open").Usage = "open the page in the browser"
}

// options returns how to compare.
func (f *compareFlags) options(c *cobra.Command) experiment.CompareOptions {
	return experiment.CompareOptions{
		Out: f.Out, Procs: f.Procs, Repeat: f.repeat, Output: f.output,
		Input: inputOptions(c, f.maxSize), Hooks: hooks(c.ErrOrStderr()),
	}
}

func (f *compareFlags) check(c *cobra.Command) error {
	if c.Flags().Changed("procs") {
		if err := experiment.CheckProcs(f.Procs); err != nil {
			return err
		}
	}
	if err := experiment.CheckOut(f.Out); err != nil {
		return err
	}
	// Fail before the workloads run, not after.
	if _, err := os.Stat(filepath.Dir(f.output)); err != nil {
		return fmt.Errorf("writing %s: %w", f.output, record.Cause(err))
	}
	return experiment.CheckRepeat(f.repeat)
}

// completeSides completes workloads and files. Shells don't complete inside quotes.
func completeSides(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var names []string
	for _, w := range workloads.All() {
		names = append(names, w.Name+"\t"+w.Title)
	}
	return names, cobra.ShellCompDirectiveDefault
}

// comparison runs a comparison and prints its result.
type comparison struct {
	*experiment.Comparison
	flags          *compareFlags
	stdout, stderr io.Writer
}

// do runs the workloads, compares, and prints the results.
func (c *comparison) do(ctx context.Context) error {
	pageMemory.use()
	if err := c.Measure(ctx); err != nil {
		return err
	}
	r := c.Result()
	page, err := c.write(ctx, r)
	if err != nil {
		return err
	}
	if c.flags.json {
		err = words.WriteJSON(c.stdout, c.Report(r, page))
	} else {
		c.print(r)
		fmt.Fprintln(c.stdout, page)
	}
	if err == nil && c.flags.open {
		openBrowser(c.stderr, page)
	}
	return err
}

// write writes the page and returns its path.
func (c *comparison) write(ctx context.Context, r compare.Result) (string, error) {
	ctx, stop := interrupt.Signals(ctx)
	defer stop()
	page, err := c.Page(ctx, r)
	if err != nil {
		return "", err
	}
	if c.flags.output == "" {
		return c.Keep(ctx, page)
	}
	return c.flags.output, c.WritePage(ctx, c.flags.output, page)
}
