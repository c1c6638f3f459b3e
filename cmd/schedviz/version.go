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
		Short:             "Print the versions of schedviz and of its Go",
		Args:              exactly(0, ""),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(c *cobra.Command, _ []string) error {
			fmt.Fprintln(c.OutOrStdout(), version())
			return nil
		},
	}
}

// version names the module's version, which go build derives from the commit where
// it can, and the Go that built it, which is also the Go of the workloads it records.
func version() string {
	what := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		what = info.Main.Version
	}
	return fmt.Sprintf("schedviz %s %s %s/%s", what, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
