package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"schedviz/traceview/input"
	"schedviz/traceview/interrupt"
)

// patience is how long a server may send nothing, beyond the time for which it was
// asked to record.
const patience = 30 * time.Second

// fetched returns what names a trace or a run; a trace at a URL it first downloads to a
// new file in the current directory. Ctrl-C ends that, but not what comes after.
func fetched(c *cobra.Command, name string, opt input.Options) (string, error) {
	u := input.URL(name)
	if u == nil {
		return name, nil
	}
	ctx, stop := interrupt.Signals(c.Context())
	defer stop()
	part, early, err := input.Download(ctx, u, ".", patience, opt)
	if err != nil {
		return "", fmt.Errorf("downloading %s: %w", u.Redacted(), err)
	}
	defer os.Remove(part) // which is gone if it was kept
	if early != nil {
		warn(c.ErrOrStderr(), "the download ended early ("+strings.ReplaceAll(early.Error(), context.Canceled.Error(), "interrupted")+"): what came by then is kept")
	}
	base, ext := input.Name(u)
	file, err := newFile(base, ext, func(file string) error { return keep(part, file) })
	if err == nil {
		fmt.Fprintf(c.ErrOrStderr(), "schedviz: downloaded to %s\n", file)
	}
	return file, err
}

// keep makes a temporary file one that stays.
func keep(temp, file string) error {
	if err := os.Chmod(temp, 0o644); err != nil {
		return err
	}
	return os.Rename(temp, file)
}
