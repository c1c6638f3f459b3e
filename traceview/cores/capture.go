package cores

import (
	"errors"
	"fmt"

	"schedviz/traceview"
)

// Mode says how to capture.
type Mode string

const (
	ModeAuto Mode = "auto" // perf_event, else /proc, else not at all
	ModePerf Mode = "perf" // perf_event or an error
	ModeProc Mode = "proc" // /proc or an error
	ModeOff  Mode = "off"
)

// Modes lists all modes.
var Modes = []Mode{ModeAuto, ModePerf, ModeProc, ModeOff}

// Capture records which threads of one process are on which core, and when.
type Capture struct {
	// Source is Perf, Proc or None; Why says why it is not a better one.
	Source traceview.CoreSource
	Why    string

	recorder recorder
}

// recorder is a way to capture. started gets the process ID; stop completes the file.
type recorder interface {
	started(pid int)
	stop() error
	discard()
}

// Begin prepares to capture the child process that the calling goroutine, which must be locked to its thread,
// starts next. The record goes to the file at path. With ModePerf and ModeProc, the error says why that mode is
// not possible here.
func Begin(mode Mode, path string) (*Capture, error) {
	return begin(mode, path, func() (recorder, error) { return beginPerf(path) })
}

// Attach captures a running process and the threads that it starts from now on, until [Capture.Stop]. The record
// goes to the file at path. Errors are as for [Begin].
func Attach(mode Mode, pid int, path string) (*Capture, error) {
	c, err := begin(mode, path, func() (recorder, error) { return attachPerf(pid, path) })
	if err != nil {
		return nil, err
	}
	c.Started(pid)
	return c, nil
}

// begin begins a capture with perf, which uses perf_event, or by sampling /proc.
func begin(mode Mode, path string, perf func() (recorder, error)) (*Capture, error) {
	c := &Capture{Source: traceview.CoresNone}
	if mode == ModeOff {
		return c, nil
	}
	var why error
	if mode != ModeProc {
		r, err := perf()
		if err == nil {
			c.Source, c.recorder = traceview.CoresPerf, r
			return c, nil
		}
		if mode == ModePerf {
			return nil, fmt.Errorf("capturing context switches with perf_event: %w", err)
		}
		why = err
	}
	r, err := beginProc(path)
	if err == nil {
		c.Source, c.recorder = traceview.CoresProc, r
	} else if mode == ModeProc {
		return nil, fmt.Errorf("sampling /proc: %w", err)
	} else if !errors.Is(err, errNotHere) {
		why = errors.Join(why, err)
	}
	if why != nil {
		c.Why = oneLine(why)
	}
	return c, nil
}

// errNotHere is the error on systems other than Linux.
var errNotHere = errors.New("cores can be captured only on Linux")

func oneLine(err error) string {
	var joined interface{ Unwrap() []error }
	if !errors.As(err, &joined) {
		return err.Error()
	}
	line := ""
	for _, e := range joined.Unwrap() {
		if line != "" {
			line += "; "
		}
		line += e.Error()
	}
	return line
}

// Started must be called when the child that [Begin] prepared for runs.
func (c *Capture) Started(pid int) {
	if c.recorder != nil {
		c.recorder.started(pid)
	}
}

// Stop completes the file; a child must have ended. After an error there is none.
func (c *Capture) Stop() error {
	if c.recorder == nil {
		return nil
	}
	err := c.recorder.stop()
	c.recorder = nil
	if err != nil {
		c.Source = traceview.CoresNone
	}
	return err
}

// Discard abandons the capture and removes its file.
func (c *Capture) Discard() {
	if c.recorder != nil {
		c.recorder.discard()
	}
	c.recorder, c.Source = nil, traceview.CoresNone
}
