package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"schedviz/workloads"
)

func newListCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:               "list [--json]",
		Short:             "List the workloads",
		Long:              "List the workloads that schedviz run can record.",
		Args:              exactly(0, ""),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(c *cobra.Command, _ []string) error {
			if asJSON {
				return writeJSON(c.OutOrStdout(), listing(workloads.All()))
			}
			printList(c.OutOrStdout(), workloads.All())
			return nil
		},
		DisableFlagsInUseLine: true,
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON, with every workload's flags and claims")
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
		flagsOf(w.New()).VisitAll(func(f *pflag.Flag) {
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

// flagsOf returns the flags of a program.
func flagsOf(p workloads.Program) *pflag.FlagSet {
	fs := pflag.NewFlagSet("", pflag.ContinueOnError)
	p.Flags(fs)
	return fs
}

func printList(w io.Writer, all []*workloads.Workload) {
	t := table{}
	for _, wl := range all {
		t.add(wl.Name, wl.Title)
	}
	t.write(w, "ll")
	fmt.Fprintln(w, "\n\"schedviz run WORKLOAD --help\" tells what one does, its flags and its claims.")
}
