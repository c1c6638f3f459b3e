package main

import (
	"github.com/spf13/cobra"

	"schedviz/workloads/experiment"
)

// newChildCommand makes the hidden command that run starts as a child: it runs the workload in a process of its
// own.
func newChildCommand() *cobra.Command {
	return &cobra.Command{
		Use:                experiment.ChildArg + " WORKLOAD [flags]",
		Hidden:             true,
		DisableFlagParsing: true,
		RunE:               func(_ *cobra.Command, args []string) error { return experiment.RunChild(args) },
	}
}

// newKeepCommand makes the hidden command that the go command starts instead of a program that it has built.
func newKeepCommand() *cobra.Command {
	return &cobra.Command{
		Use:                experiment.KeepArg + " DIR PROGRAM [arguments]",
		Hidden:             true,
		DisableFlagParsing: true,
		RunE:               func(_ *cobra.Command, args []string) error { return experiment.Keep(args) },
	}
}

// newTestCommand makes the hidden command that go test starts instead of a test binary, which it runs.
func newTestCommand() *cobra.Command {
	return &cobra.Command{
		Use:                experiment.TestArg + " DIR PROGRAM [arguments]",
		Hidden:             true,
		DisableFlagParsing: true,
		RunE: func(_ *cobra.Command, args []string) error {
			exit, err := experiment.RunTest(args)
			if err == nil && !exit.OK() {
				err = programEnded{exit}
			}
			return err
		},
	}
}
