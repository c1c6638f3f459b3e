package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"schedviz/traceview/input"
	"schedviz/traceview/record"
	"schedviz/traceview/report"
	"schedviz/workloads/experiment"
	"schedviz/workloads/usage"
)

func newViewCommand() *cobra.Command {
	var output, coresFile string
	var source experiment.Source
	var maxSize size
	var open bool
	c := &cobra.Command{
		Use:   "view TRACE|RUNDIR|URL [--cores FILE] [--source auto|on|off] [--max-size SIZE] [-o FILE] [--open]",
		Short: "Draw a trace or a run as one HTML page",
		Long: `Draw a Go execution trace, or a run directory, as one HTML page that works offline,
and print the page's path. Traces come from go test -trace, runtime/trace and
net/http/pprof; the readable part of a damaged trace is drawn. A trace may be
compressed with gzip or zstd, and may come through a pipe: TRACE "-" is standard input.

A trace at a URL, of a program with net/http/pprof for example, is first downloaded to a
new file in the current directory. Ctrl-C ends the download, and what has arrived is drawn:
  schedviz view 'http://localhost:6060/debug/pprof/trace?seconds=5'

With the kernel's record of which thread was on which core, written by perf beside the
trace, the page shows when running goroutines really were on a core:
  perf record -e dummy:u --switch-events --sample-cpu -k CLOCK_MONOTONIC -o FILE ./program

The page of a run directory is its report.html. The page of a TRACE is a new file in the
current directory, named after the trace.`,
		Args: exactly(1, "a TRACE file, a run directory or a URL"),
		RunE: func(c *cobra.Command, args []string) error {
			trace, err := fetched(c, args[0], inputOptions(c, maxSize))
			if err != nil {
				return err
			}
			return interruptible(c.Context(), "drawing "+trace, func(ctx context.Context) error {
				in, err := experiment.Find(trace, inputOptions(c, maxSize))
				if err != nil {
					return err
				}
				auto := ownSource(args[0])
				if trace != args[0] { // it was downloaded
					auto = report.SourceOff
				}
				path, err := view(ctx, c, in, coresFile, output, source.Mode(auto))
				if err != nil {
					return err
				}
				fmt.Fprintln(c.OutOrStdout(), path)
				if open {
					openBrowser(c.ErrOrStderr(), path)
				}
				return nil
			})
		},
		DisableFlagsInUseLine: true,
	}
	c.Flags().StringVar(&coresFile, "cores", "", "show which cores threads ran on, from `FILE` (cores.data, perf.data)")
	source.Bind(c.Flags())
	completeChoices(c)
	bindMaxSize(c.Flags(), &maxSize)
	c.Flags().StringVarP(&output, "output", "o", "", "write the page to `FILE`")
	c.Flags().BoolVar(&open, "open", false, "open the page in the browser")
	return c
}

// view draws an input and returns the page's path.
func view(ctx context.Context, c *cobra.Command, in experiment.Input,
	coresFile, output string, source report.SourceMode,
) (string, error) {
	if experiment.SameFile(output, in.Trace) {
		return "", usage.Errorf("-o %s is the trace itself", output)
	}
	if coresFile != "" {
		if experiment.SameFile(output, coresFile) {
			return "", usage.Errorf("-o %s is the record of cores itself", output)
		}
		in.Cores = coresFile
	}
	pageMemory.use()
	a, err := in.Analyze(ctx, hooks(c.ErrOrStderr()))
	if err != nil {
		return "", err
	}
	warn(c.ErrOrStderr(), a.Summary.Stat.Trace.Warnings...)
	page := in.Page(a)
	page.Source = source
	if in.Run != nil {
		output = cmp.Or(output, in.Run.Path(record.ReportFile))
	}
	if output == "" {
		return writeNewPage(ctx, in.Trace, page)
	}
	return output, experiment.WritePage(ctx, output, page)
}

// writeNewPage writes the page of a trace to a new file in the current directory that is named after the trace:
// trace.html, trace-2.html, …
func writeNewPage(ctx context.Context, trace string, p report.Page) (string, error) {
	return newFile(input.Base(trace), ".html", func(path string) error { return experiment.WritePage(ctx, path, p) })
}

// newFile has write create base+ext in the current directory, or base-2+ext if that exists, and so on.
func newFile(base, ext string, write func(path string) error) (string, error) {
	for n := 1; ; n++ {
		path := base + ext
		if n > 1 {
			path = fmt.Sprintf("%s-%d%s", base, n, ext)
		}
		// Creating the file reserves the name.
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", fmt.Errorf("writing %s: %w", path, record.Cause(err))
		}
		f.Close()
		if err := write(path); err != nil {
			os.Remove(path)
			return "", err
		}
		return path, nil
	}
}

// ownSource returns what --source auto means for the input that the user named: standard input may carry
// anybody's trace.
func ownSource(name string) report.SourceMode {
	if input.IsStdin(name) {
		return report.SourceOff
	}
	return report.SourceOwn
}
