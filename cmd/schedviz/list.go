package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"schedviz/traceview/words"
	"schedviz/workloads"
	"schedviz/workloads/experiment"
)

func newListCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:               "list [--json]",
		Short:             "List the workloads",
		Long:              "List the workloads that schedviz run can record, by concept.",
		Args:              exactly(0, ""),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(c *cobra.Command, _ []string) error {
			if asJSON {
				return words.WriteJSON(c.OutOrStdout(), listing(workloads.All()))
			}
			printList(c.OutOrStdout(), workloads.All())
			return nil
		},
		DisableFlagsInUseLine: true,
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON, with each workload's flags and claims")
	return c
}

// listed is a workload as list --json shows it.
type listed struct {
	Name   string        `json:"name"`
	Title  string        `json:"title"`
	Flags  []listedFlag  `json:"flags"`
	Claims []listedClaim `json:"claims"`
}

type listedFlag struct {
	Name    string `json:"name"`
	Default string `json:"default"`
	Usage   string `json:"usage"`
}

type listedClaim struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

func listing(all []*workloads.Workload) []listed {
	out := make([]listed, 0, len(all))
	for _, w := range all {
		l := listed{Name: w.Name, Title: w.Title, Flags: []listedFlag{}, Claims: []listedClaim{}}
		experiment.FlagsOf(w.New()).VisitAll(func(f *pflag.Flag) {
			_, usage := pflag.UnquoteUsage(f)
			l.Flags = append(l.Flags, listedFlag{f.Name, f.DefValue, usage})
		})
		for _, c := range w.Claims {
			l.Claims = append(l.Claims, listedClaim{c.ID, c.Text})
		}
		out = append(out, l)
	}
	return out
}

// printList prints the workloads by concept, those without a concept last.
func printList(w io.Writer, all []*workloads.Workload) {
	known, width := workloads.Concepts(), 0
	for _, wl := range all {
		width = max(width, len(wl.Name))
	}
	group := func(title workloads.Concept, is func(workloads.Concept) bool) {
		for _, wl := range all {
			if !is(wl.Concept) {
				continue
			}
			if title != "" {
				fmt.Fprintln(w, title)
				title = ""
			}
			fmt.Fprintf(w, "  %-*s  %s\n", width, wl.Name, wl.Title)
		}
	}
	for _, concept := range known {
		group(concept, func(c workloads.Concept) bool { return c == concept })
	}
	group("Others", func(c workloads.Concept) bool { return !slices.Contains(known, c) })
	fmt.Fprintln(w, "\n\"schedviz explain WORKLOAD\" shows what it does, its flags, its claims and its source.")
}
