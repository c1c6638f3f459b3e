package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"schedviz/traceview/tracefile"
)

// showProgress shows on w how far a reading of f has come, if w is a terminal. The
// function it returns takes the bar away again.
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

// terminal is w, if that is a terminal.
func terminal(w io.Writer) (*os.File, bool) {
	out, ok := w.(*os.File)
	return out, ok && term.IsTerminal(int(out.Fd()))
}
