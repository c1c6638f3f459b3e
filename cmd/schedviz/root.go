package main

import (
	"slices"

	"schedviz/workloads/usage"

	"github.com/spf13/cobra"
)

// newRoot makes the command tree. args is the command line that it will parse, needed for error messages.
func newRoot(args []string) *cobra.Command {
	cobra.EnableCommandSorting = false // list workloads in the order of the documentation
	root := &cobra.Command{
		Use:   "schedviz",
		Short: "See how the Go scheduler really runs a program",
		Long: `schedviz shows how the Go scheduler really runs a program: goroutines (G) on
processors (P) on threads (M). It records documented concurrency workloads, reads
any Go execution trace, and presents them as one HTML page that works offline, as
a list of numbers, or as JSON.`,
		Example: `  schedviz list                                  what can be run
  schedviz explain workerpool                    what it does, and its source
  schedviz run workerpool --procs 4 --open       record it, and look at the page
  schedviz learn --run --open                    the whole course, made on this machine
  schedviz go run ./cmd/app                      record your own program, unchanged
  schedviz attach http://localhost:6060 --open   record a program that is running
  schedviz view trace.out --open                 look at a trace that you have
  schedviz stat trace.out                        its numbers
  schedviz compare before.trace after.trace      how two traces differ
  schedviz sweep gomaxprocs --procs 1,2,4        how it scales`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage.Unknown("command", args[0], subcommands(c))
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetUsageTemplate(usageTemplate)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return explainFlagError(c, err, behind(c, args), childKind(c))
	})
	root.AddCommand(
		newListCommand(), newExplainCommand(), newRunCommand(args), newLearnCommand(args),
		newGoCommand(args), newExecCommand(args), newAttachCommand(args),
		newViewCommand(), newServeCommand(), newStatCommand(), newCompareCommand(), newSweepCommand(),
		newCompletionCommand(), newVersionCommand(), newChildCommand(), newKeepCommand(), newTestCommand(),
	)
	root.SetHelpCommand(newHelpCommand())
	return root
}

// behind returns the arguments after the name of c, all of them for the root.
func behind(c *cobra.Command, args []string) []string {
	if !c.HasParent() {
		return args
	}
	if i := slices.Index(args, c.Name()); i >= 0 {
		return args[i+1:]
	}
	return nil
}

// childKind names the kind of word that follows c on a command line, "" if there is no fixed list of them.
func childKind(c *cobra.Command) string {
	switch {
	case !c.HasParent():
		return "command"
	case c.HasAvailableSubCommands():
		return "workload"
	}
	return ""
}

// newHelpCommand is cobra's help command, except that an unknown topic is wrong usage.
func newHelpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Help about a command",
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if target, rest, err := c.Root().Find(args); err == nil && len(rest) == 0 {
				return subcommands(target), cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			target, rest, err := c.Root().Find(args)
			if err != nil {
				return usage.Errorf("%v", err)
			}
			if len(rest) > 0 {
				if kind := childKind(target); kind != "" {
					return usage.Unknown(kind, rest[0], subcommands(target))
				}
				return usage.Errorf("%s has no help about %q", target.CommandPath(), rest[0])
			}
			target.InitDefaultHelpFlag()
			target.InitDefaultVersionFlag()
			return target.Help()
		},
	}
}

// usageTemplate is what --help shows after a command's description.
const usageTemplate = `Usage:
  {{if .HasParent}}{{.UseLine}}{{else}}{{.CommandPath}} COMMAND [flags]{{end}}{{if .HasExample}}

Examples:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

{{if .HasParent}}Workloads{{else}}Commands{{end}}:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

{{if .HasAvailableInheritedFlags}}Flags of this workload{{else if .HasAvailableSubCommands}}{{if .HasParent}}Flags of every run{{else}}Flags{{end}}{{else}}Flags{{end}}:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Flags of every run:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

"{{.CommandPath}} {{if .HasParent}}WORKLOAD{{else}}COMMAND{{end}} --help" has details.{{end}}
`
