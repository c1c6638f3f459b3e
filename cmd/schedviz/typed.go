package main

import (
	"io"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"schedviz/workloads"
)

// typed is a workload with its flags, as compare takes it in one argument.
type typed struct {
	words []string // the workload, and its flags
	// procs is the GOMAXPROCS of a workload that names none; 0 is the runtime's.
	procs int
	out   string // where run directories are made
}

// job makes a job of it, for one run.
func (t typed) job(stdout, stderr io.Writer) (*job, error) {
	w := workloads.Find(t.words[0])
	p := w.New()
	params := flagsOf(p)
	f := &runFlags{out: t.out}
	all := pflag.NewFlagSet(w.Name, pflag.ContinueOnError)
	all.AddFlagSet(params)
	f.bindProcs(all)
	f.bindRecording(all)
	if err := all.Parse(t.words[1:]); err != nil {
		return nil, usageErrorf("%s: %v", w.Name, flagError(all, err))
	}
	if all.NArg() > 0 {
		return nil, usageErrorf("%s takes no arguments, not %q", w.Name, all.Arg(0))
	}
	args := append([]string{"run"}, t.words...)
	if !all.Changed("procs") && t.procs > 0 {
		f.procs = t.procs
		args = append(args, "--procs", strconv.Itoa(t.procs))
	}
	if err := f.check(all); err != nil {
		return nil, usageErrorf("%s: %v", w.Name, err)
	}
	if err := p.Validate(); err != nil {
		return nil, usageErrorf("%s: %v", w.Name, err)
	}
	return &job{workload: w, program: p, params: params, flags: f, args: args, stdout: stdout, stderr: stderr}, nil
}

// label is how it was typed.
func (t typed) label() string { return strings.Join(t.words, " ") }

// splitWords splits a command line into its words, as a shell does: at spaces that
// are not quoted.
func splitWords(line string) ([]string, error) {
	var words []string
	var word strings.Builder
	open, quote := false, rune(0)
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '\'' || r == '"':
			open, quote = true, r
		case r == ' ' || r == '\t' || r == '\n':
			if open {
				words = append(words, word.String())
			}
			word.Reset()
			open = false
		default:
			open = true
			word.WriteRune(r)
		}
	}
	if quote != 0 {
		return nil, usageErrorf("%q: a quote %c is not closed", line, quote)
	}
	if open {
		words = append(words, word.String())
	}
	return words, nil
}

// isWorkload tells whether the first of these words names a workload.
func isWorkload(words []string) bool {
	return len(words) > 0 && workloads.Find(words[0]) != nil
}
