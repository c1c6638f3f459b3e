package attach

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/cores"
	"schedviz/traceview/input"
	"schedviz/traceview/record"
)

// Options say how to record a running program and where.
type Options struct {
	Out     string        // the directory that run directories are made in
	For     time.Duration // how long to record
	Cores   cores.Mode    // how to capture which thread is on which core
	Command []string      // the user's command line, recorded with the run
	Input   input.Options // how to download the trace
}

// Record records the program and returns the run directory, whose GOMAXPROCS and, if it was not known, Go version are
// for the caller to fill in. When ctx ends, the recording ends, too, and what was recorded is kept. The error says
// why there is no recording.
func (p *Program) Record(ctx context.Context, o Options) (*record.Run, error) {
	r := &record.Run{
		Workload: p.Name, Params: map[string]string{}, Command: o.Command,
		Attached: &record.Attached{PID: p.PID, URL: p.URL.Redacted()},
	}
	if p.PID != 0 {
		r.Host, r.GoVersion = record.ThisHost(), p.Build.GoVersion
		r.Program = &record.Program{Args: []string{p.Executable}, Dir: p.Dir, Flags: []string{}}
		r.Program.Describe(p.Build)
	}
	if err := r.Create(o.Out, "attach-"+p.Name); err != nil {
		return nil, err
	}
	if err := p.fill(ctx, r, o); err != nil {
		os.RemoveAll(r.Dir) // it holds nothing of value
		return nil, err
	}
	r.Ended = time.Now()
	r.DurationNS = int64(r.Ended.Sub(r.Started))
	r.Complete = true
	return r, r.Save()
}

// fill records into the run directory.
func (p *Program) fill(ctx context.Context, r *record.Run, o Options) error {
	capture, err := p.capture(cmp.Or(o.Cores, cores.ModeOff), r.Path(record.CoresFile))
	if err != nil {
		return err
	}
	early, err := download(ctx, lasting(p.URL, o.For), r, o.Input)
	if err != nil {
		capture.Discard()
		return err
	}
	r.Exit.Interrupted = ctx.Err() != nil
	if early != nil && !r.Exit.Interrupted {
		r.Exit.Error = "the download ended early: " + early.Error()
	}
	r.Cores = record.Captured(capture)
	return nil
}

// capture begins to capture the cores of the program.
func (p *Program) capture(mode cores.Mode, path string) (*cores.Capture, error) {
	if p.PID != 0 || mode == cores.ModeOff {
		return cores.Attach(mode, p.PID, path)
	}
	if mode == cores.ModeAuto {
		return &cores.Capture{Source: traceview.CoresNone, Why: p.Why}, nil
	}
	return nil, fmt.Errorf("capturing cores: %w", errors.New(cmp.Or(p.Why, errNotHere.Error())))
}

// download downloads the trace into the run directory.
func download(ctx context.Context, u *url.URL, r *record.Run, opt input.Options) (early, err error) {
	part, early, err := input.Download(ctx, u, r.Dir, input.Patience, opt)
	if err == nil {
		err = input.Keep(part, r.Path(record.TraceFile))
	}
	if err != nil {
		return nil, fmt.Errorf("downloading %s: %w", u.Redacted(), err)
	}
	return early, nil
}
