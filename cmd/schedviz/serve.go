package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"

	"github.com/spf13/cobra"

	"schedviz/traceview"
	"schedviz/traceview/input"
	"schedviz/traceview/interrupt"
	"schedviz/traceview/report"
	"schedviz/traceview/serve"
	"schedviz/workloads/experiment"
	"schedviz/workloads/usage"
)

func newServeCommand() *cobra.Command {
	var addr, coresFile string
	var source experiment.Source
	var maxSize size
	var open bool
	c := &cobra.Command{
		Use:   "serve TRACE|RUNDIR [--addr HOST:PORT] [--cores FILE] [--source auto|on|off] [--max-size SIZE] [--open]",
		Short: "Show a trace of any size in the browser, every span exact",
		Long: `Show a Go execution trace, or a run directory, in the browser: the same page as view,
but whatever is in view is read from the trace on request, so every span is exact, down
to single nanoseconds, however large the trace. The address is printed; Ctrl-C ends the
server. When the file changes, with the next go test -trace for example, the page says
so and offers the new trace.

The address has a token, without which nothing is answered: other users of this
machine can't read the trace. Only this machine can reach the server, unless --addr
says otherwise. The connection is not encrypted.`,
		Args: exactly(1, "a TRACE file or a run directory"),
		RunE: func(c *cobra.Command, args []string) error {
			ctx, stop := interrupt.Signals(c.Context())
			defer stop()
			if _, _, err := net.SplitHostPort(addr); err != nil {
				return usage.Errorf("--addr: bad value %q: want HOST:PORT", addr)
			}
			in, err := experiment.Find(args[0], inputOptions(c, maxSize))
			if err != nil {
				return err
			}
			in.Cores = cmp.Or(coresFile, in.Cores)
			return serveTrace(ctx, c, in, served{input.Title(args[0]), addr, source.Mode(ownSource(args[0])), open})
		},
		DisableFlagsInUseLine: true,
	}
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:0", "listen on `HOST:PORT`; port 0 picks a free one")
	c.Flags().StringVar(&coresFile, "cores", "", "show which cores threads ran on, from `FILE` (cores.data, perf.data)")
	bindMaxSize(c.Flags(), &maxSize)
	source.Bind(c.Flags())
	completeChoices(c)
	c.Flags().BoolVar(&open, "open", false, "open the page in the browser")
	return c
}

// served are the options of serve.
type served struct {
	title, addr string
	source      report.SourceMode
	open        bool
}

// serveTrace serves an input until ctx ends.
func serveTrace(ctx context.Context, c *cobra.Command, in experiment.Input, how served) error {
	stderr := c.ErrOrStderr()
	f, err := in.Open(ctx)
	if err != nil {
		return err
	}
	defer f.Close()
	l, err := net.Listen("tcp", how.addr)
	if err != nil {
		return fmt.Errorf("listening at %s: %w", how.addr, netCause(err))
	}
	serveMemory.use()
	if !serve.Loopback(l.Addr()) {
		warn(stderr, fmt.Sprintf("port %d can be reached from other machines, unencrypted: anyone who sees the address "+
			"or the traffic can read this trace", l.Addr().(*net.TCPAddr).Port))
	}
	s := serve.New(f.File, how.title, drawing(f, in, how))
	s.Reopen = func(ctx context.Context) (serve.Trace, error) {
		f, err := in.Open(ctx)
		if err != nil {
			return serve.Trace{}, err
		}
		return serve.Trace{File: f.File, Draw: drawing(f, in, how), Close: f.Close}, nil
	}
	address := s.Address(reachable(how.addr, l.Addr()))
	fmt.Fprintln(c.OutOrStdout(), address)
	if how.open {
		defer openPrivately(stderr, address)()
	}
	err = interrupt.Do(ctx, "serving "+how.title, func() error {
		return s.Serve(ctx, l, how.addr, func(sum *traceview.Summary) { warn(stderr, sum.Stat.Trace.Warnings...) })
	})
	if ctx.Err() != nil {
		return nil // the usual way to end it
	}
	return err
}

// drawing returns a function that draws the pages of an open trace.
func drawing(f *experiment.Trace, in experiment.Input, how served) serve.Draw {
	return func(sum *traceview.Summary, w *traceview.Window) report.Page {
		f.AddWarnings(sum)
		page := in.Page(&experiment.Analysis{Summary: sum, Window: w})
		page.Source = how.source
		return page
	}
}

// reachable returns the address at which this machine reaches a listener that its user called addr.
func reachable(addr string, at net.Addr) string {
	host, _, _ := net.SplitHostPort(addr)
	_, port, err := net.SplitHostPort(at.String())
	if err != nil {
		return at.String()
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}

// netCause returns why listening or dialling failed, without the address.
func netCause(err error) error {
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Err
	}
	return err
}
