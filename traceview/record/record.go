package record

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/cores"
)

// patience is how long a child may take to end when asked, before it is killed: its own grace, and time to write
// the trace.
const patience = 2500 * time.Millisecond

// Options say what to record and where.
type Options struct {
	Out  string // the directory that run directories are made in
	Name string // the run directory's name before its number: "workerpool-workers4"

	Workload string
	Params   map[string]string
	Command  []string // the user's command line, recorded with the run

	Child   []string      // what to run: a program that calls Child, and its arguments
	Procs   int           // GOMAXPROCS; 0 is the runtime's default
	GODEBUG []string      // settings as k=v, added to those of the environment; later ones win
	Timeout time.Duration // when to end the run; 0 is never
	Cores   cores.Mode    // how to capture which thread is on which core; "" is off
	Queues  bool          // sample the run queues, by GODEBUG=schedtrace; only on Linux
	Race    bool          // the child is built with the race detector; keep its reports

	// Signals are passed on to the child, which then ends by itself, in its own time. Nil if it does not handle signals.
	Signals <-chan os.Signal
}

// Record runs a child until it ends, the timeout passes or ctx ends, and returns its run directory. Run.Exit says
// how the workload ended; the error says why there is no recording, or that run.json could not be completed.
func Record(ctx context.Context, o Options) (*Run, error) {
	r, err := create(o)
	if err != nil {
		return nil, err
	}
	// On Linux the child is killed when the thread that started it ends.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var c *process
	capture, err := r.launch(o.Cores, func() (pid int, err error) {
		if c, err = start(r, o); err != nil {
			return 0, err
		}
		return c.cmd.Process.Pid, nil
	})
	if err != nil {
		return nil, err
	}
	ending := c.wait(ctx, o)
	if err := r.ended(capture, c.queues); err != nil {
		return r, err
	}
	if err := r.keepRaces(c.cmd.Process.Pid); err != nil {
		return r, err
	}
	out := readOutcome(r)
	r.Exit = exitOf(ending, c.cmd.ProcessState, out, c.stderr.said())
	if out != nil {
		r.Result = out.Result
	}
	r.Complete = true
	return r, r.Save()
}

// launch starts the run's process with start, which returns its ID, with the capture of cores around it. The calling
// goroutine must be locked to its thread: the process inherits the capture from that. If launch fails, the process
// never ran and the run directory, which then holds nothing of value, is gone.
func (r *Run) launch(mode cores.Mode, start func() (pid int, err error)) (*cores.Capture, error) {
	capture, err := cores.Begin(cmp.Or(mode, cores.ModeOff), r.Path(CoresFile))
	if err == nil {
		var pid int
		if pid, err = start(); err == nil {
			capture.Started(pid)
			return capture, nil
		}
		capture.Discard()
	}
	os.RemoveAll(r.Dir)
	return nil, err
}

// ended completes what is recorded outside of the process, once that has ended. queues may be nil.
func (r *Run) ended(capture *cores.Capture, queues *queueWatch) error {
	r.Cores = Captured(capture)
	if queues != nil {
		if err := r.saveQueues(queues.finish()); err != nil {
			return err
		}
	}
	r.Ended = time.Now()
	r.DurationNS = int64(r.Ended.Sub(r.Started))
	return nil
}

// Captured completes the capture of cores and returns what was captured.
func Captured(c *cores.Capture) Cores {
	if err := c.Stop(); err != nil {
		return Cores{Captured: traceview.CoresNone, Why: err.Error()}
	}
	return Cores{Captured: c.Source, Why: c.Why}
}

// create makes the run directory of a child.
func create(o Options) (*Run, error) {
	procs := o.Procs
	if procs == 0 {
		procs = runtime.GOMAXPROCS(0)
	}
	r := &Run{
		Workload:   o.Workload,
		Params:     o.Params,
		Command:    o.Command,
		GOMAXPROCS: procs,
		GODEBUG:    joinGODEBUG(os.Getenv("GODEBUG"), o.GODEBUG),
		GoVersion:  runtime.Version(),
		Host:       ThisHost(),
		Race:       o.Race,
	}
	return r, r.Create(o.Out, o.Name)
}

// joinGODEBUG appends settings to those of the environment: in the runtime, the last setting of a name wins.
func joinGODEBUG(env string, settings []string) string {
	if env != "" {
		settings = append([]string{env}, settings...)
	}
	return strings.Join(settings, ",")
}

// process is a running child.
type process struct {
	cmd    *exec.Cmd
	stop   func() error // closing it asks the child to end
	stderr *stderrWatch
	queues *queueWatch // nil if run queues are not sampled
	output *os.File
}

// start starts the child of run r.
func start(r *Run, o Options) (*process, error) {
	dir, err := filepath.Abs(r.Dir)
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", r.Workload, err)
	}
	output, err := os.OpenFile(r.Path(OutputFile), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o666)
	if err != nil {
		return nil, fmt.Errorf("keeping the output of %s: %w", r.Workload, err)
	}
	stderr := &stderrWatch{file: output}
	cmd := exec.Command(o.Child[0], o.Child[1:]...)
	cmd.Env = append(os.Environ(), dirEnv+"="+dir, "GOMAXPROCS="+strconv.Itoa(r.GOMAXPROCS), "GODEBUG="+r.GODEBUG)
	if o.Race {
		cmd.Env = append(cmd.Env, raceEnv(dir))
	}
	cmd.Stdout = output
	cmd.Stderr = stderr
	p := &process{cmd: cmd, stderr: stderr, output: output}
	if o.Queues {
		if p.queues, err = watchQueues(stderr); err != nil {
			output.Close()
			return nil, err
		}
		cmd.Stderr = p.queues
		cmd.ExtraFiles = []*os.File{output}
		cmd.Env = append(cmd.Env, stderrEnv+"="+strconv.Itoa(stderrFD), r.queuesEnv())
	}
	cmd.SysProcAttr = processAttr()
	cmd.WaitDelay = time.Second // in case a grandchild keeps standard error open
	stop, err := cmd.StdinPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		output.Close()
		return nil, fmt.Errorf("starting %s: %w", r.Workload, err)
	}
	p.stop = stop.Close
	return p, nil
}

// ending says why a run ended before its workload did.
type ending struct {
	timedOut, interrupted bool
	signalled             bool          // a signal was passed on
	after                 time.Duration // when it was asked to end
	killed                bool          // it did not comply
}

func (e ending) early() bool { return e.timedOut || e.interrupted }

// wait waits for the child to end, and ends it after the timeout or when ctx ends.
func (p *process) wait(ctx context.Context, o Options) ending {
	defer p.output.Close()
	done := make(chan struct{})
	go func() {
		defer close(done)
		p.cmd.Wait() // ProcessState has all that matters
	}()
	e := p.untilAsked(ctx, o, done)
	if !e.early() {
		return e
	}
	p.stop()
	select {
	case <-done:
	case <-time.After(patience):
		e.killed = true
		kill(p.cmd.Process)
		<-done
	}
	return e
}

// untilAsked waits until the child has ended, or has to be asked to end, and passes signals on until then.
func (p *process) untilAsked(ctx context.Context, o Options, done <-chan struct{}) (e ending) {
	var expired <-chan time.Time
	if o.Timeout > 0 {
		expired = time.After(o.Timeout)
	}
	began := time.Now()
	for {
		select {
		case <-done:
			return e
		case s := <-o.Signals:
			e.signalled, e.after = true, time.Since(began).Round(10*time.Millisecond)
			passOn(p.cmd.Process, s)
			continue
		case <-expired:
			e.timedOut, e.after = true, o.Timeout
		case <-ctx.Done():
			e.interrupted, e.after = true, time.Since(began).Round(10*time.Millisecond)
		}
		return e
	}
}

// readOutcome reads and removes the child's outcome; it returns nil if there is none.
func readOutcome(r *Run) *outcome {
	path := r.Path(resultFile)
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	os.Remove(path)
	var o outcome
	if json.Unmarshal(data, &o) != nil {
		return nil
	}
	return &o
}

// statusOf returns a process's exit status and the signal that ended it.
func statusOf(state *os.ProcessState) Exit {
	name, number := signalOf(state)
	return Exit{Status: state.ExitCode(), Signal: name, SignalNumber: number}
}

// exitOf assembles how a run ended; said is the decisive line of its standard error.
func exitOf(e ending, state *os.ProcessState, out *outcome, said string) Exit {
	x := statusOf(state)
	if e.signalled && x.Signal != "" && out == nil {
		e.interrupted = true // it did not handle the signal yet
	}
	if e.early() && (out == nil || out.Interrupted) {
		x.TimedOut, x.Interrupted = e.timedOut, e.interrupted
		x.Error = e.describe(out)
		return x
	}
	switch {
	case out != nil && out.Interrupted:
		x.Interrupted = true
		x.Error = "interrupted"
	case out != nil:
		x.Error = out.Error
	case x.Signal != "":
		x.Error = withDetail("killed by signal: "+x.Signal, said)
	case x.Status != 0:
		x.Error = withDetail("exit status "+strconv.Itoa(x.Status), said)
	default:
		x.Error = "the workload exited before its recording was stopped"
	}
	return x
}

// describe says in one line how a run ended early, and what went wrong with that.
func (e ending) describe(out *outcome) string {
	what := "interrupted after "
	if e.timedOut {
		what = "timed out after "
	}
	what += e.after.String()
	switch {
	case e.killed:
		return what + " and killed: it did not end when asked to"
	case out == nil:
		return what + " and ended without stopping its recording"
	case out.Error != "":
		return what + ": " + out.Error
	}
	return what
}

func withDetail(what, detail string) string {
	if detail == "" {
		return what
	}
	return what + ": " + detail
}

// Failure returns the run's error as an error that names the workload, nil if there is none.
func (r *Run) Failure() error {
	if r.Exit.OK() {
		return nil
	}
	return fmt.Errorf("running %s: %w", r.Workload, errors.New(r.Exit.Error))
}
