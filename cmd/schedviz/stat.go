package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"schedviz/traceview"
	"schedviz/traceview/words"
	"schedviz/workloads/experiment"
)

func newStatCommand() *cobra.Command {
	var asJSON bool
	var maxSize size
	c := &cobra.Command{
		Use:   "stat TRACE|RUNDIR [--max-size SIZE] [--json]",
		Short: "Print the numbers of a trace",
		Long: `Print the numbers of a Go execution trace, or of a run directory's trace: first the most
important lines and the findings in words, which leave out the goroutines of the runtime
and of the recorder, then tables of everything. Traces come from
schedviz run, go test -trace, runtime/trace and net/http/pprof; the readable part of a
damaged trace is counted. A trace may be compressed with gzip or zstd, and may come
through a pipe: TRACE "-" is standard input.`,
		Args: exactly(1, "a TRACE file or a run directory"),
		RunE: func(c *cobra.Command, args []string) error {
			return interruptible(c.Context(), "reading "+args[0], func(ctx context.Context) error {
				return stat(ctx, c, args[0], maxSize, asJSON)
			})
		},
		DisableFlagsInUseLine: true,
	}
	bindMaxSize(c.Flags(), &maxSize)
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON, with times in nanoseconds")
	return c
}

// stat prints the numbers of the trace or run at path.
func stat(ctx context.Context, c *cobra.Command, path string, maxSize size, asJSON bool) error {
	statMemory.use()
	in, err := experiment.Find(path, inputOptions(c, maxSize))
	if err != nil {
		return err
	}
	f, err := in.Open(ctx)
	if err != nil {
		return err
	}
	defer f.Close()
	summary, err := summarize(ctx, f, c.ErrOrStderr())
	if err != nil {
		return err
	}
	warn(c.ErrOrStderr(), summary.Stat.Trace.Warnings...)
	if asJSON {
		return words.WriteJSON(c.OutOrStdout(), summary.Stat)
	}
	printStat(c.OutOrStdout(), summary)
	return nil
}

func summarize(ctx context.Context, f *experiment.Trace, progress io.Writer) (*traceview.Summary, error) {
	defer showProgress(progress, f.File)()
	summary, err := f.Summarize(ctx)
	if err != nil {
		return nil, err
	}
	f.AddWarnings(summary)
	return summary, nil
}

func printStat(w io.Writer, sum *traceview.Summary) {
	s := &sum.Stat
	fmt.Fprintf(w, "%s: Go %s, %s, %s in %s\n\n", words.Printable(s.Trace.File), words.Printable(s.Trace.GoVersion),
		words.Bytes(s.Trace.Bytes), words.Counted(s.Trace.Events, "event"),
		words.Counted(s.Trace.Generations, "generation"))
	printNumbers(w, sum)
	printFindings(w, sum)
	printStates(w, s)
	printLatency(w, s)
	printWorstWaits(w, sum)
	printBlocking(w, s)
	printBlockSites(w, sum)
	printPreempts(w, sum)
	printSlices(w, sum)
	printProcs(w, sum)
	printGroups(w, sum)
	printGC(w, sum)
	printAnnotations(w, sum)
}
