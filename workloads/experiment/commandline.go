package experiment

import (
	"strconv"
	"strings"

	"schedviz/workloads"
)

// commandLine is a workload with its flags, as typed.
type commandLine struct {
	words []string // the workload, and its flags; nil is none
	procs int      // GOMAXPROCS if the words don't set it; 0 is the runtime's default
}

// setup returns a setup for one run, with the Out and Hooks of base.
func (l commandLine) setup(base Options) (*Setup, error) {
	s := New(workloads.Find(l.words[0]))
	s.Out, s.Hooks = base.Out, base.Hooks
	if err := s.Parse(l.words[1:]); err != nil {
		return nil, err
	}
	s.Command = append([]string{"schedviz", "run"}, l.words...)
	if s.Procs == 0 && l.procs > 0 {
		s.Procs = l.procs
		s.Command = append(s.Command, "--procs", strconv.Itoa(l.procs))
	}
	return s, nil
}

// label returns the command line as typed.
func (l commandLine) label() string { return strings.Join(l.words, " ") }

// isWorkload reports whether the first of these words names a workload.
func isWorkload(words []string) bool {
	return len(words) > 0 && workloads.Find(words[0]) != nil
}
