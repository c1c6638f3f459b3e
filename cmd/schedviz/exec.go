package main

import (
	"fmt"
	"os/exec"

	"github.com/spf13/cobra"

	"schedviz/traceview/hook"
	"schedviz/traceview/record"
	"schedviz/workloads/usage"
)

// newExecCommand makes the exec command. args is the whole command line, recorded with the run.
func newExecCommand(args []string) *cobra.Command {
	f := new(programFlags)
	c := &cobra.Command{
		Use:   "exec [flags] BINARY [arguments]",
		Short: "Run a program that schedviz go build has built, with a recording",
		Long: `Run a program, record it, and draw its page when it ends. The program must have been built
by "schedviz go build". It may also be started by BINARY, a script for example: the first
process that can record itself is the one that does.

The program gets its arguments, standard input, output and error, directory and signals as without
schedviz, and the exit status is the program's.`,
		Example: `  schedviz go build -o app ./cmd/app
  schedviz exec ./app serve --port 8080
  schedviz exec --after 5s --for 10s ./app serve`,
		RunE: func(c *cobra.Command, words []string) error {
			if len(words) == 0 {
				return usage.Errorf("exec needs a BINARY")
			}
			if err := f.check(c.Flags()); err != nil {
				return err
			}
			path, err := exec.LookPath(words[0])
			if err == nil {
				err = hook.Check(path)
			}
			if err != nil {
				return fmt.Errorf("running %s: %w", words[0], record.Cause(err))
			}
			p := f.program(args, c.ErrOrStderr())
			p.Path, p.Args = path, words
			pageMemory.use()
			r, err := p.Run(c.Context())
			return f.print(c, r, err)
		},
		DisableFlagsInUseLine: true,
	}
	f.bind(c.Flags())
	c.Flags().SetInterspersed(false)
	completeChoices(c)
	return c
}
