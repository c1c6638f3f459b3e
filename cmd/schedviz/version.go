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

// version names the module's version, or the commit it was built from, and the Go
// that built it, which is also the Go of the workloads it records.
func version() string {
	what := "(unknown)"
	if info, ok := debug.ReadBuildInfo(); ok {
		what = info.Main.Version
		if what == "" || what == "(devel)" {
			what = develVersion(info)
		}
	}
	return fmt.Sprintf("schedviz %s %s %s/%s", what, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// develVersion is "(devel)", with the commit where the build knew it.
func develVersion(info *debug.BuildInfo) string {
	commit, modified := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			commit = " " + s.Value[:min(len(s.Value), 12)]
		case s.Key == "vcs.modified" && s.Value == "true":
			modified = "+changes"
		}
	}
	return "(devel)" + commit + modified
}
