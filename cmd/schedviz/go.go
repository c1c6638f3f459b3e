package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"schedviz/traceview/hook"
	"schedviz/workloads/experiment"
	"schedviz/workloads/usage"
)

// goVerbs are the go commands that schedviz go takes.
var goVerbs = []string{string(hook.Run), string(hook.Test), string(hook.Build)}

// newGoCommand makes the go command. args is the whole command line, recorded with the run.
func newGoCommand(args []string) *cobra.Command {
	f := new(programFlags)
	c := &cobra.Command{
		Use:   "go run|test|build [flags] [GO ARGUMENTS]",
		Short: "Run, test or build any Go program, unchanged, with a recording",
		Long: `Do what the go command does with the same arguments, and record the program:

  schedviz go run ./cmd/app serve --port 8080    run it, and draw its page when it ends
  schedviz go test ./... -run TestPool           test, and draw a page for each package, with a
                                                 region for each test, subtest and benchmark
  schedviz go build -o app ./cmd/app             a binary that "schedviz exec" records, and that
                                                 otherwise costs nothing

The flags of schedviz come first; everything after them goes to the go command and to the program, which gets
its standard input, output and error, its directory and its signals as without schedviz. The exit status is
the program's. Nothing is changed in the module: go build -overlay adds a file to the standard library's
runtime/trace, and an import of that to the main package.

Ctrl-C goes to the program; what was recorded is kept and drawn when it has ended.`,
		Example: `  schedviz go run .
  schedviz go run --out runs --for 10s -race ./cmd/app serve
  schedviz go run golang.org/x/tools/cmd/stringer@latest -help`,
		DisableFlagParsing:    true,
		DisableFlagsInUseLine: true,
	}
	f.bind(c.Flags())
	c.RunE = func(c *cobra.Command, words []string) error {
		if len(words) == 0 {
			return usage.Errorf("go needs a go command: %s", strings.Join(goVerbs, ", "))
		}
		if isHelp(words[0]) {
			return c.Help()
		}
		verb := hook.Verb(words[0])
		if !slices.Contains(goVerbs, words[0]) {
			return usage.Unknown("go command", words[0], goVerbs)
		}
		own, rest := ownFlags(c.Flags(), words[1:])
		if len(own) > 0 && isHelp(own[0]) {
			return c.Help()
		}
		if err := c.Flags().Parse(own); err != nil {
			return usage.Explain(c.Flags(), err)
		}
		if err := f.check(c.Flags()); err != nil {
			return err
		}
		switch verb {
		case hook.Build:
			return experiment.GoBuild(c.Context(), rest)
		case hook.Test:
			return f.goTest(c, rest, f.program(args, c.ErrOrStderr()))
		}
		pageMemory.use()
		r, err := experiment.GoRun(c.Context(), rest, f.program(args, c.ErrOrStderr()))
		return f.print(c, r, err)
	}
	return c
}

func isHelp(word string) bool { return word == "-h" || word == "--help" }

// ownFlags splits arguments into those that are for schedviz and the rest: the leading ones that begin with two
// dashes and that fs has. A "--" between them is dropped.
func ownFlags(fs *pflag.FlagSet, args []string) (own, rest []string) {
	for i := 0; i < len(args); i++ {
		name, dashed := strings.CutPrefix(args[i], "--")
		if dashed && name == "" {
			return args[:i], args[i+1:]
		}
		name, _, assigned := strings.Cut(name, "=")
		f := fs.Lookup(name)
		if !dashed || f == nil {
			return args[:i], args[i:]
		}
		if !assigned && f.NoOptDefVal == "" {
			i++
		}
	}
	return args, nil
}
