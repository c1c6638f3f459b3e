package main

import (
	"fmt"
	"io"

	"schedviz/traceview/tracefile"
	"schedviz/traceview/words"
	"schedviz/workloads/experiment"
)

// hooks report progress and problems to the user on stderr; progress only if it is a terminal.
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

// note prints a notice.
func note(w io.Writer, text string) {
	fmt.Fprintln(w, "schedviz: "+words.Printable(text))
}

// warn prints each warning on a line of its own.
func warn(w io.Writer, warnings ...string) {
	for _, d := range warnings {
		fmt.Fprintln(w, "schedviz: warning: "+words.Printable(d))
	}
}
