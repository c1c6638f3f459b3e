package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"schedviz/workloads"
	"schedviz/workloads/experiment"
	"schedviz/workloads/usage"
)

func newExplainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain WORKLOAD",
		Short: "Explain a workload: what runs, its code, what to look at, what to try next",
		Long: `Explain a workload: what runs, its code, to be read as an example, what to look at on
its page, the claims of its documentation that every run checks, its flags, and what to
try next.`,
		Example: `  schedviz explain workerpool
  schedviz explain leak | less`,
		Args: func(c *cobra.Command, args []string) error {
			if err := exactly(1, "a WORKLOAD: "+strings.Join(workloads.Names(), ", "))(c, args); err != nil {
				return err
			}
			if workloads.Find(args[0]) == nil {
				return usage.Unknown("workload", args[0], workloads.Names())
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return workloads.Names(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			explain(c.OutOrStdout(), workloads.Find(args[0]))
			return nil
		},
		DisableFlagsInUseLine: true,
	}
}

func explain(out io.Writer, w *workloads.Workload) {
	fmt.Fprintf(out, "%s: %s", w.Name, introduction(w))
	if code := w.Code(); code != "" {
		fmt.Fprintf(out, "\n\n%s", code)
	}
	fmt.Fprint(out, toLookAt(w), claimsOf(w))
	if usages := experiment.FlagsOf(w.New()).FlagUsages(); usages != "" {
		fmt.Fprintf(out, "\n\nFlags of %s:\n%s", w.RunBySchedviz(), strings.TrimRight(usages, "\n"))
	}
	fmt.Fprintln(out, toTry(w))
}
