package record

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/trace"
	"sync"
	"time"
)

// dirEnv names the run directory to the child.
const dirEnv = "SCHEDVIZ_RUN_DIR"

// resultFile passes the child's outcome to the parent, which removes it.
const resultFile = "result.json"

// grace is how long a workload may take to end when asked, before its trace is stopped anyway.
const grace = 500 * time.Millisecond

// Exit statuses of a child. A workload that exits by itself can have any; its outcome counts, if it leaves one.
const (
	exitDone        = 0
	exitFailed      = 1
	exitMisused     = 2
	exitInterrupted = 130
)

// Func is what a child runs. It returns when it is done, or soon after ctx ends. Its output for people goes to
// out; its result must be encodable as JSON.
type Func func(ctx context.Context, out io.Writer) (result any, err error)

// outcome is what the child tells its parent.
type outcome struct {
	Result      json.RawMessage `json:"result"`
	Error       string          `json:"error"`
	Interrupted bool            `json:"interrupted"` // it was asked to end before it was done
}

// Child is the child's side of [Record]. It must be called on the main goroutine, runs the workload under a
// trace, and exits the process.
func Child(run Func) {
	dir := os.Getenv(dirEnv)
	if dir == "" {
		fmt.Fprintln(os.Stderr, "this command is only for schedviz itself: it needs "+dirEnv)
		os.Exit(exitMisused)
	}
	f, err := os.OpenFile(filepath.Join(dir, TraceFile), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		fmt.Fprintln(os.Stderr, "creating the trace:", err)
		os.Exit(exitFailed)
	}
	runtimeStderr := apartStderr()
	c := &child{dir: dir, trace: &traceWriter{f: f}}
	ctx, cancel := context.WithCancel(context.Background())
	// Everything of the recorder is set up before the trace starts, so the trace shows only one waiting
	// goroutine of it.
	go c.endOnRequest(stopPipe(), cancel)
	runtime.GC() // of what the program has allocated until now: that must not start a collection during a short workload
	if err := trace.Start(c.trace); err != nil {
		c.end(outcome{Error: "starting the trace: " + err.Error()})
	}
	result, err := run(ctx, os.Stdout)
	trace.Stop()
	c.end(finished(ctx, result, err))
	runtime.KeepAlive(runtimeStderr)
}

// finished returns the outcome of a workload that returned.
func finished(ctx context.Context, result any, err error) outcome {
	o := outcome{Interrupted: ctx.Err() != nil}
	if o.Interrupted && errors.Is(err, ctx.Err()) {
		return o // it ended as requested
	}
	if err != nil {
		o.Error = err.Error()
		return o
	}
	if o.Result, err = json.Marshal(result); err != nil {
		o.Error = fmt.Sprintf("keeping the workload's result: %v", err)
	}
	return o
}

type child struct {
	dir   string
	trace *traceWriter
	once  sync.Once
}

// endOnRequest waits until the parent closes stop or dies, then cancels the workload. If that does not return, it
// stops the trace and ends the process.
func (c *child) endOnRequest(stop io.Reader, cancel context.CancelFunc) {
	io.Copy(io.Discard, stop)
	cancel()
	time.Sleep(grace)
	trace.Stop()
	c.end(outcome{Interrupted: true, Error: fmt.Sprintf("the workload did not return within %v", grace)})
}

// end writes the outcome and exits. Only the first call counts: others block until the process ends.
func (c *child) end(o outcome) {
	c.once.Do(func() {
		if err := c.trace.close(); err != nil && o.Error == "" {
			o.Error = fmt.Sprintf("writing %s: %v", TraceFile, err)
		}
		err := WriteFile(filepath.Join(c.dir, resultFile), func(w io.Writer) error { return json.NewEncoder(w).Encode(o) })
		if o.Error != "" {
			fmt.Fprintln(os.Stderr, o.Error)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		os.Exit(o.status(err))
	})
}

func (o outcome) status(err error) int {
	switch {
	case o.Interrupted:
		return exitInterrupted
	case o.Error != "" || err != nil:
		return exitFailed
	}
	return exitDone
}

// traceWriter writes the trace and keeps the first error, which runtime/trace ignores. It writes nothing after an
// error, so the file is a clean prefix.
type traceWriter struct {
	f   *os.File
	mu  sync.Mutex
	err error
}

func (w *traceWriter) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err == nil {
		_, w.err = w.f.Write(p)
	}
	return len(p), nil
}

func (w *traceWriter) close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := errors.Join(syncFile(w.f), w.f.Close()); w.err == nil {
		w.err = err
	}
	return Cause(w.err)
}
