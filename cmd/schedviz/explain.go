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
		Short: "Explain a workload: what it does, its claims, its source",
		Long: `Explain a workload: what it does, what to look for on its page, the claims of its
documentation that every run checks, its flags, and its source, to be read as an example.`,
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
	fmt.Fprintf(out, "%s: %s.\n\n%s\n", w.Name, w.Title, strings.TrimSpace(w.Description))
	fmt.Fprintln(out, "\nClaims, each checked on the trace of every run it applies to:")
	t := table{}
	for _, c := range w.Claims {
		t.add(c.ID, c.Text)
	}
	t.write(out, "lw")
	if usages := experiment.FlagsOf(w.New()).FlagUsages(); usages != "" {
		fmt.Fprintf(out, "\nFlags of schedviz run %s:\n%s", w.Name, usages)
	}
	if w.Guide != nil {
		fmt.Fprintf(out, "\nschedviz compare %s runs it in %d variants and compares them.\n", w.Name, len(w.Guide.Ways))
	}
	if w.Source != "" {
		fmt.Fprintf(out, "\nSource:\n\n%s\n", strings.TrimSpace(w.Source))
	}
}
