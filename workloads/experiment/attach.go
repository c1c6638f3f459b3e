package experiment

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/pflag"

	"schedviz/traceview/attach"
	"schedviz/traceview/cores"
	"schedviz/traceview/input"
	"schedviz/traceview/interrupt"
	"schedviz/traceview/record"
	"schedviz/traceview/report"
	"schedviz/workloads/usage"
)

// Attachment records a program that is already running, once or again and again.
type Attachment struct {
	Target  attach.Target
	For     time.Duration // how long to record
	Every   time.Duration // from the start of a snapshot to the start of the next; 0 is a single one
	Keep    int           // how many snapshots to keep, the latest; 0 is all
	Out     string        // the directory that run directories are made in
	Cores   cores.Mode    // how to capture which thread is on which core
	Source  Source        // whether the page shows source lines
	Input   input.Options // how to download the trace
	Command []string      // the command line for run.json
	Hooks   Hooks

	fallback string // how cores were captured if not exactly, as the user was told last
}

// NewAttachment returns what schedviz attach does without flags.
func NewAttachment() *Attachment {
	return &Attachment{Out: "out", For: 5 * time.Second, Cores: cores.ModeAuto, Source: SourceAuto}
}

// Bind binds the flags for how to record.
func (a *Attachment) Bind(fs *pflag.FlagSet) {
	fs.DurationVar(&a.For, "for", a.For, "record for this time")
	fs.DurationVar(&a.Every, "every", a.Every, "record again and again, a snapshot each time, until Ctrl-C")
	fs.IntVar(&a.Keep, "keep", a.Keep, "of --every, keep only the latest `N` snapshots (default all)")
	BindCores(fs, &a.Cores)
	a.Source.Bind(fs)
}

// Check rejects invalid values. set is the parsed flags. If they do not say how long to record, the URL may.
func (a *Attachment) Check(set *pflag.FlagSet) error {
	if u := a.Target.URL; u != nil && !set.Changed("for") {
		a.For = cmp.Or(input.RecordingTime(u), a.For)
	}
	switch {
	case a.For <= 0:
		return usage.Errorf("--for must be above 0, not %v", a.For)
	case set.Changed("every") && a.Every < a.For:
		return usage.Errorf("--every must be at least as long as a snapshot takes, %v, not %v", a.For, a.Every)
	case set.Changed("keep") && a.Keep < 1:
		return usage.Errorf("--keep must be at least 1, not %d", a.Keep)
	case set.Changed("keep") && a.Every == 0:
		return usage.Errorf("--keep is only for snapshots: use it with --every")
	}
	return CheckOut(a.Out)
}

// Record records the program once and completes the run directory. The first Ctrl-C ends the recording and keeps what
// was recorded; the next ends what follows. The error says why there is no usable run directory.
func (a *Attachment) Record(ctx context.Context) (*Result, error) {
	recording, stop := interrupt.Signals(ctx)
	run, err := a.record(recording)
	stop()
	if err != nil {
		return nil, err
	}
	ctx, stop = interrupt.Signals(ctx)
	defer stop()
	return a.draw(ctx, run)
}

// Watch takes snapshots of the program until Ctrl-C, and calls each with every finished one. Later snapshots that fail
// are only a warning, unless the process has ended. It returns the snapshots that are kept.
func (a *Attachment) Watch(ctx context.Context, each func(*Result)) (kept []Outcome, err error) {
	ctx, stop := interrupt.Signals(ctx)
	defer stop()
	for ctx.Err() == nil {
		start := time.Now()
		r, err := a.snapshot(ctx)
		switch {
		case err == nil:
			kept = a.prune(ctx, append(kept, Outcome{Run: r.Run, Stat: r.Stat(), Took: time.Since(start), Err: r.Err()}))
			each(r)
		case ctx.Err() != nil && len(kept) > 0:
			return kept, nil
		case len(kept) == 0 || errors.Is(err, attach.ErrGone):
			return kept, err
		default:
			a.Hooks.warn("this snapshot is left out: " + err.Error())
		}
		select {
		case <-time.After(time.Until(start.Add(a.Every))):
		case <-ctx.Done():
		}
	}
	return kept, nil
}

// snapshot is [Attachment.Record], except that what was recorded is drawn even if ctx has ended.
func (a *Attachment) snapshot(ctx context.Context) (*Result, error) {
	run, err := a.record(ctx)
	if err != nil {
		return nil, err
	}
	return a.draw(context.WithoutCancel(ctx), run)
}

// prune removes the oldest of the snapshots if there are more than to be kept, and returns the others.
func (a *Attachment) prune(ctx context.Context, snapshots []Outcome) []Outcome {
	if a.Keep == 0 || len(snapshots) <= a.Keep {
		return snapshots
	}
	if err := snapshots[0].Run.Remove(); err != nil {
		a.Hooks.warn(err.Error())
	}
	listRuns(context.WithoutCancel(ctx), a.Out, a.Hooks)
	return snapshots[1:]
}

// record finds and records the program.
func (a *Attachment) record(ctx context.Context) (*record.Run, error) {
	program, err := attach.Find(ctx, a.Target, a.Input)
	if err != nil {
		return nil, fmt.Errorf("attaching: %w", err)
	}
	a.Hooks.doing("recording %s for %v; Ctrl-C ends it early and keeps what was recorded", program.Name, a.For)
	run, err := program.Record(ctx, attach.Options{
		Out: a.Out, For: a.For, Cores: a.Cores, Command: a.Command, Input: a.Input,
	})
	if err != nil {
		return nil, fmt.Errorf("attaching to %s: %w", program.Name, err)
	}
	if run.Cores.Why != "" && a.fallback != coresFallback(run.Cores) {
		a.fallback = coresFallback(run.Cores)
		a.Hooks.note(a.fallback)
	}
	return run, nil
}

// draw completes the run directory.
func (a *Attachment) draw(ctx context.Context, run *record.Run) (*Result, error) {
	r := &Result{Run: run}
	r.Analysis, r.Unread = InputOf(run).Analyze(ctx, a.Hooks)
	if errors.Is(r.Unread, context.Canceled) {
		return nil, fmt.Errorf("%w; what was recorded is in %s", r.Unread, run.Dir)
	}
	if stat := r.Stat(); stat != nil {
		run.GOMAXPROCS = stat.Procs.GOMAXPROCS
		run.GoVersion = cmp.Or(run.GoVersion, "go"+stat.Trace.GoVersion)
	}
	source := report.SourceOff // another machine's program may have other sources
	if run.Attached.PID != 0 {
		source = report.SourceOwn
	}
	return r, r.keep(ctx, a.Out, a.Source.Mode(source), a.Hooks)
}
