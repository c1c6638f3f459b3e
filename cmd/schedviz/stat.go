package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"schedviz/traceview"
	"schedviz/traceview/words"
)

func newStatCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "stat TRACE|RUNDIR [--json]",
		Short: "Print the numbers of a trace",
		Long: `Print what a Go execution trace, or the trace of a run directory, adds up to:
first the ten lines that matter, what is remarkable in words, then tables. Traces come from schedviz run, from
go test -trace, from runtime/trace and from net/http/pprof; of a damaged one, what
can be read is counted.`,
		Args: exactly(1, "a TRACE file or a run directory"),
		RunE: func(c *cobra.Command, args []string) error {
			ctx, stop := withSignals(c.Context())
			defer stop()
			limitMemory(statMemory)
			src, err := openSource(args[0])
			if err != nil {
				return err
			}
			f, err := src.open()
			if err != nil {
				return err
			}
			defer f.Close()
			defer showProgress(c.ErrOrStderr(), f.File)()
			summary, err := f.Summarize(ctx)
			if err != nil {
				return err
			}
			f.tell(summary)
			warn(c.ErrOrStderr(), summary.Stat.Trace.Warnings...)
			if asJSON {
				return writeJSON(c.OutOrStdout(), summary.Stat)
			}
			printStat(c.OutOrStdout(), summary)
			return nil
		},
		DisableFlagsInUseLine: true,
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON; times are nanoseconds")
	return c
}

func printStat(w io.Writer, sum *traceview.Summary) {
	s := &sum.Stat
	fmt.Fprintf(w, "%s: Go %s, %s, %s in %s\n\n", printable(s.Trace.File), printable(s.Trace.GoVersion), words.Bytes(s.Trace.Bytes),
		words.Counted(s.Trace.Events, "event"), words.Counted(s.Trace.Generations, "generation"))
	printNumbers(w, s)
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
