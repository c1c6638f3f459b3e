package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"schedviz/traceview/tracefile"
)

// showProgress shows on w how much of f has been read, if w is a terminal. done removes the bar.
func showProgress(w io.Writer, f *tracefile.File) (done func()) {
	out, ok := terminal(w)
	if !ok {
		return func() {}
	}
	bar := progressbar.NewOptions64(f.Size(),
		progressbar.OptionSetWriter(out), progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowBytes(true), progressbar.OptionSetWidth(30), progressbar.OptionClearOnFinish(),
		progressbar.OptionThrottle(50*time.Millisecond),
	)
	f.OnProgress(func(read, _ int64) { bar.Set64(read) })
	return func() { bar.Finish() }
}

// terminal returns w as a file if it is a terminal.
func terminal(w io.Writer) (*os.File, bool) {
	out, ok := w.(*os.File)
	return out, ok && term.IsTerminal(int(out.Fd()))
}
