package main

import (
	"io"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"schedviz/traceview/input"
)

// bindMaxSize binds --max-size.
func bindMaxSize(fs *pflag.FlagSet, s *size) {
	*s = input.DefaultMaxSize
	fs.Var(s, "max-size", "download, unpack or take from a pipe no more than `SIZE` (500MB, 2GB)")
}

// inputOptions returns how c reads a trace.
func inputOptions(c *cobra.Command, maxSize size) input.Options {
	stderr := c.ErrOrStderr()
	return input.Options{
		MaxSize:  int64(maxSize),
		Stdin:    c.InOrStdin(),
		Progress: func(what string, size int64) io.WriteCloser { return copyProgress(stderr, what, size) },
		Note:     func(s string) { note(stderr, s) },
	}
}

// copyProgress shows on a terminal how many of size bytes have arrived; size is -1 if unknown. It returns nil if
// stderr is not a terminal.
func copyProgress(stderr io.Writer, what string, size int64) io.WriteCloser {
	out, ok := terminal(stderr)
	if !ok {
		return nil
	}
	return progressbar.NewOptions64(size,
		progressbar.OptionSetWriter(out), progressbar.OptionSetDescription(what),
		progressbar.OptionShowBytes(true), progressbar.OptionSetWidth(30), progressbar.OptionClearOnFinish(),
	)
}
