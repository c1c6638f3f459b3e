package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newVersionCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "version",
		Short:             "Print the version of schedviz and of the Go that built it",
		Args:              exactly(0, ""),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(c *cobra.Command, _ []string) error {
			fmt.Fprintln(c.OutOrStdout(), version())
			return nil
		},
	}
}

// version returns the module's version, which go build derives from the commit if it can, and the version of the
// Go that built schedviz and so the workloads it records.
func version() string {
	what := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		what = info.Main.Version
	}
	return fmt.Sprintf("schedviz %s %s %s/%s", what, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
