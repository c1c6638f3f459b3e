package main

import (
	"github.com/spf13/cobra"

	"schedviz/traceview/record"
	"schedviz/workloads"
)

// childCommand is the subcommand that run runs itself with: the workload, alone
// in a process of its own.
const childCommand = "__record"

func newChildCommand() *cobra.Command {
	return &cobra.Command{
		Use:                childCommand + " WORKLOAD [flags]",
		Hidden:             true,
		DisableFlagParsing: true,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageErrorf("%s is only for schedviz itself", childCommand)
			}
			w := workloads.Find(args[0])
			if w == nil {
				return usageErrorf("%s: no workload %q", childCommand, args[0])
			}
			p := w.New()
			if err := flagsOf(p).Parse(args[1:]); err != nil {
				return usageErrorf("%s: %v", childCommand, err)
			}
			record.Child(p.Run)
			return nil
		},
	}
}
