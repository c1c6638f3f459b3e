package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"schedviz/traceview/attach"
	"schedviz/traceview/input"
	"schedviz/traceview/words"
	"schedviz/workloads/experiment"
	"schedviz/workloads/usage"
)

// newAttachCommand makes the attach command. args is the whole command line, recorded with the run.
func newAttachCommand(args []string) *cobra.Command {
	a := experiment.NewAttachment()
	maxSize := size(input.DefaultMaxSize)
	var open, json bool
	c := &cobra.Command{
		Use:   "attach PID|URL [--for D] [--every D [--keep N]] [flags]",
		Short: "Record a running program that serves net/http/pprof",
		Long: `Record a Go program that is already running and serves net/http/pprof, and draw the
trace as one HTML page that works offline. Name it by its process ID, or by the URL at
which it serves /debug/pprof: one is found from the other. On Linux the kernel's record of
which thread was on which core is captured, too, if the program runs on this machine and
belongs to the same user. Other users' programs take root, or the capabilities
CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH.

Each recording gets a new directory, out/attach-PROGRAM-N; the last line printed is the path
of its page. Ctrl-C ends a recording early and keeps what was recorded.

With --every, snapshots are taken until Ctrl-C, or until the process ends. The path of each
page is printed; the index page lists them. --keep removes the oldest of them.`,
		Example: `  schedviz attach 4711 --open
  schedviz attach http://localhost:6060 --for 10s
  schedviz attach http://localhost:6060 --every 1m --keep 20`,
		Args: exactly(1, "a process ID, or a URL"),
		RunE: func(c *cobra.Command, words []string) error {
			var ok bool
			if a.Target, ok = attach.Parse(words[0]); !ok {
				return usage.Errorf("attach needs a process ID, or a URL such as http://localhost:6060, not %q", words[0])
			}
			if err := a.Check(c.Flags()); err != nil {
				return err
			}
			s := &session{c.OutOrStdout(), c.ErrOrStderr(), json, open}
			a.Input, a.Hooks = inputOptions(c, maxSize), hooks(s.stderr)
			a.Input.Cut = true
			a.Command = append([]string{"schedviz"}, withoutPassword(args, words[0])...)
			pageMemory.use()
			if a.Every > 0 {
				return s.watch(c.Context(), a)
			}
			return s.once(c.Context(), a)
		},
		DisableFlagsInUseLine: true,
	}
	a.Bind(c.Flags())
	c.Flags().Var(&maxSize, "max-size", "end the recording when the trace exceeds `SIZE` (500MB, 2GB)")
	bindOut(c.Flags(), &a.Out)
	bindOpen(c.Flags(), &open)
	bindJSON(c.Flags(), &json)
	completeChoices(c)
	return c
}

// withoutPassword returns the arguments without the password in the URL that is one of them.
func withoutPassword(args []string, target string) []string {
	t, ok := attach.Parse(target)
	i := slices.Index(args, target)
	if !ok || t.URL == nil || i < 0 {
		return args
	}
	args = slices.Clone(args)
	args[i] = t.URL.Redacted()
	return args
}

// session prints the results of attach.
type session struct {
	stdout, stderr io.Writer
	json, open     bool
}

// once records the program once.
func (s *session) once(ctx context.Context, a *experiment.Attachment) error {
	r, err := a.Record(ctx)
	if err != nil {
		return err
	}
	s.warn(r)
	if s.json {
		err = words.WriteJSON(s.stdout, resultOf(r.Run, r.Stat()))
	} else {
		printResult(s.stdout, r)
	}
	if s.open {
		openBrowser(s.stderr, r.Report())
	}
	if err != nil {
		return err
	}
	return r.Unread
}

// watch takes snapshots of the program.
func (s *session) watch(ctx context.Context, a *experiment.Attachment) error {
	index := filepath.Join(a.Out, experiment.IndexFile)
	opened := false
	kept, err := a.Watch(ctx, func(r *experiment.Result) {
		s.warn(r)
		if !s.json {
			fmt.Fprintln(s.stdout, r.Report())
		}
		if s.open && !opened {
			opened = true
			openBrowser(s.stderr, index)
		}
	})
	if len(kept) == 0 {
		return err
	}
	if s.json {
		if failed := writeRuns(s.stdout, kept); err == nil {
			err = failed
		}
	} else {
		fmt.Fprintln(s.stdout, index)
	}
	return err
}

// warn prints what is wrong with a recording that was kept nevertheless.
func (s *session) warn(r *experiment.Result) {
	if !r.Run.Exit.OK() {
		warn(s.stderr, r.Run.Exit.Error+": what had arrived is kept")
	}
	if stat := r.Stat(); stat != nil {
		warn(s.stderr, stat.Trace.Warnings...)
	}
}
