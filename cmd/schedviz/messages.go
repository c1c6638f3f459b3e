package main

import (
	"fmt"
	"io"

	"schedviz/traceview/tracefile"
	"schedviz/traceview/words"
	"schedviz/workloads/experiment"
)

// hooks tell the user on stderr what goes on and what is wrong: what goes on, only at a
// terminal.
func hooks(stderr io.Writer) experiment.Hooks {
	return experiment.Hooks{
		Doing: func(what string) {
			if out, ok := terminal(stderr); ok {
				fmt.Fprintln(out, "schedviz: "+what)
			}
		},
		Note:    func(text string) { note(stderr, text) },
		Warn:    func(text string) { warn(stderr, text) },
		Reading: func(f *tracefile.File) (done func()) { return showProgress(stderr, f) },
	}
}

// note prints what the user may want to know.
func note(w io.Writer, text string) {
	fmt.Fprintln(w, "schedviz: "+words.Printable(text))
}

// warn prints each doubt on a line of its own.
func warn(w io.Writer, doubts ...string) {
	for _, d := range doubts {
		fmt.Fprintln(w, "schedviz: warning: "+words.Printable(d))
	}
}
