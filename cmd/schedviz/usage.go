package main

import (
	"errors"
	"strings"

	"schedviz/workloads/usage"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// subcommands lists the names that may follow c.
func subcommands(c *cobra.Command) []string {
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return names
}

// explainFlagError turns an error in c's flags into one line. rest is the command line after c's name: if a
// subcommand was mistyped, c does not know its flags, and the error should name the mistyped word.
func explainFlagError(c *cobra.Command, err error, rest []string, kind string) error {
	if errors.As(err, new(*pflag.NotExistError)) && kind != "" && len(rest) > 0 && !strings.HasPrefix(rest[0], "-") {
		return usage.Unknown(kind, rest[0], subcommands(c))
	}
	return usage.Explain(c.Flags(), err)
}

// exactly returns a check that a command got exactly n arguments; what names them.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		name := strings.TrimPrefix(c.CommandPath(), c.Root().Name()+" ")
		switch {
		case len(args) < n:
			return usage.Errorf("%s needs %s", name, what)
		case len(args) > n && n == 0:
			return usage.Errorf("%s takes no arguments, not %q", name, args[0])
		case len(args) > n:
			return usage.Errorf("%s takes only %s, not also %q", name, what, args[n])
		}
		return nil
	}
}

// completeChoices lets shells complete the values of c's flags that have a fixed set of them.
func completeChoices(c *cobra.Command) {
	complete := func(f *pflag.Flag) {
		if choice, ok := f.Value.(interface{ Words() []string }); ok {
			fixed := cobra.FixedCompletions(choice.Words(), cobra.ShellCompDirectiveNoFileComp)
			c.RegisterFlagCompletionFunc(f.Name, fixed)
		}
	}
	c.Flags().VisitAll(complete)
	c.PersistentFlags().VisitAll(complete)
}
