package experiment

import (
	"strconv"
	"strings"

	"schedviz/workloads"
	"schedviz/workloads/usage"
)

// commandLine is a workload with its flags, as a comparison takes it in one argument.
type commandLine struct {
	words []string // the workload, and its flags; nil is none
	procs int      // GOMAXPROCS if the words name none; 0 is the runtime's
}

// setup makes a setup of it, for one run. base has what else there is to be set.
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

// label is how it was typed.
func (l commandLine) label() string { return strings.Join(l.words, " ") }

// SplitWords splits a command line into its words, as a shell does: at spaces that
// are not quoted.
func SplitWords(line string) ([]string, error) {
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
		return nil, usage.Errorf("%q: a quote %c is not closed", line, quote)
	}
	if open {
		words = append(words, word.String())
	}
	return words, nil
}

// isWorkload reports whether the first of these words names a workload.
func isWorkload(words []string) bool {
	return len(words) > 0 && workloads.Find(words[0]) != nil
}
