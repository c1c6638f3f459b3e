package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"schedviz/traceview/input"
	"schedviz/traceview/interrupt"
)

// fetched returns the name of a local trace or run. It first downloads a trace at a URL to a new file in the
// current directory. Ctrl-C ends the download, not what follows it.
func fetched(c *cobra.Command, name string, opt input.Options) (string, error) {
	u := input.URL(name)
	if u == nil {
		return name, nil
	}
	ctx, stop := interrupt.Signals(c.Context())
	defer stop()
	part, early, err := input.Download(ctx, u, ".", input.Patience, opt)
	if err != nil {
		return "", fmt.Errorf("downloading %s: %w", u.Redacted(), err)
	}
	defer os.Remove(part) // no longer there if it was kept
	if early != nil {
		why := strings.ReplaceAll(early.Error(), context.Canceled.Error(), "interrupted")
		warn(c.ErrOrStderr(), "the download ended early ("+why+"): what had arrived is kept")
	}
	base, ext := input.Name(u)
	file, err := newFile(base, ext, func(file string) error { return input.Keep(part, file) })
	if err == nil {
		fmt.Fprintf(c.ErrOrStderr(), "schedviz: downloaded to %s\n", file)
	}
	return file, err
}
