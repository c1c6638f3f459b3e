// Command schedviz shows how the Go scheduler really runs a program: it records documented concurrency workloads,
// or takes any Go execution trace, and presents the trace as numbers, as JSON, or as one HTML page that works
// offline.
//
// This package parses flags and calls the other packages; each subcommand has a file of its own. Results go to
// standard output, progress and warnings to standard error. See exitStatus for the exit statuses.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"schedviz/traceview/fault"
	"schedviz/traceview/interrupt"
	"schedviz/traceview/words"
	"schedviz/workloads/experiment"
	"schedviz/workloads/usage"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// Exit statuses; scripts rely on them.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitClaimFailed = 3
)

// run runs one command line and returns the exit status.
func run(args []string, stdout, stderr io.Writer) (status int) {
	defer func() {
		if p := recover(); p != nil {
			fmt.Fprintln(stderr, "schedviz: "+words.Printable(fault.Caught(p, strings.Join(args, " ")).Error()))
			status = exitFailed
		}
	}()
	log.SetOutput(io.Discard) // libraries also return what they log as errors
	out := &resultWriter{w: stdout}
	root := newRoot(args)
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(stderr)
	err := root.Execute()
	if err == nil && out.err != nil {
		err = fmt.Errorf("writing the results: %w", out.err)
	}
	if err == nil {
		return exitDone
	}
	if status, ok := silentStatus(err); ok {
		return status
	}
	line := strings.ReplaceAll(err.Error(), context.Canceled.Error(), "interrupted")
	fmt.Fprintln(stderr, "schedviz: "+words.Printable(line))
	return exitStatus(err)
}

func exitStatus(err error) int {
	switch {
	case errors.As(err, new(usage.Error)):
		return exitUsage
	case errors.As(err, new(claimsFailed)):
		return exitClaimFailed
	}
	return exitFailed
}

// silentStatus returns the exit status of a program or a go command that has said itself why it failed.
func silentStatus(err error) (status int, ok bool) {
	var program programEnded
	var goCommand *experiment.GoFailed
	switch {
	case errors.As(err, &program):
		return program.status(), true
	case errors.As(err, &goCommand):
		return max(goCommand.Status, exitFailed), true
	}
	return 0, false
}

// resultWriter remembers the first write error (a full disk, say), so callers don't check every line.
type resultWriter struct {
	w   io.Writer
	err error
}

func (r *resultWriter) Write(p []byte) (int, error) {
	n, err := r.w.Write(p)
	if r.err == nil {
		r.err = err
	}
	return n, err
}

// interruptible does work in a context that the first Ctrl-C, SIGTERM or SIGHUP cancels, and does not wait for
// the work to end then. doing is what the resulting error says was being done.
func interruptible(ctx context.Context, doing string, work func(context.Context) error) error {
	ctx, stop := interrupt.Signals(ctx)
	defer stop()
	return interrupt.Do(ctx, doing, func() error { return work(ctx) })
}
