package record

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"schedviz/traceview"
)

const (
	// QueuesFile holds the samples of the run queues, if a run took any.
	QueuesFile = "runq.json"
	// queuesEvery is the interval between samples, in milliseconds.
	queuesEvery = 10
	// stderrEnv tells the child that its standard error is file descriptor 3: the runtime prints the samples
	// to 2.
	stderrEnv = "SCHEDVIZ_STDERR"
	stderrFD  = 3
	// longestLine limits how much of a line is kept until it ends.
	longestLine = 64 << 10
)

// apartStderr separates the workload's standard error from the runtime's if the parent asked for that. It returns what
// the runtime still writes to and must not be closed, as a collection would do if nothing referred to it.
func apartStderr() (runtimes *os.File) {
	runtimes = os.Stderr
	if os.Getenv(stderrEnv) != "" {
		os.Stderr = os.NewFile(stderrFD, "stderr")
		log.SetOutput(os.Stderr)
	}
	return runtimes
}

// queueWatch extracts the lines of GODEBUG=schedtrace from the runtime's output, and passes the rest on.
type queueWatch struct {
	next    io.Writer
	now     func() int64 // on the trace's clock
	line    []byte
	samples []queueLine
	base    int64 // when the runtime's count began
}

// queueLine is a sample, at a time relative to the start of the runtime's count.
type queueLine struct {
	ms int64
	traceview.QueueSample
}

// errNoClock is why run queues are not sampled.
var errNoClock = errors.New("sampling run queues: the trace's clock can be read only on Linux")

// watchQueues returns a watch that passes the runtime's other output on to next.
func watchQueues(next io.Writer) (*queueWatch, error) {
	now, ok := traceClock()
	if !ok {
		return nil, errNoClock
	}
	return newQueueWatch(next, now), nil
}

// queuesEnv is the environment variable that has the runtime print its run queues.
func (r *Run) queuesEnv() string {
	return "GODEBUG=" + joinGODEBUG(r.GODEBUG, []string{"schedtrace=" + strconv.Itoa(queuesEvery)})
}

func newQueueWatch(next io.Writer, now func() int64) *queueWatch {
	return &queueWatch{next: next, now: now, base: math.MaxInt64}
}

func (w *queueWatch) Write(p []byte) (int, error) {
	now := w.now()
	for rest := p; len(rest) > 0; {
		line, after, ended := bytes.Cut(rest, []byte("\n"))
		w.line = append(w.line, line...)
		if !ended && len(w.line) < longestLine {
			break
		}
		w.endLine(now)
		rest = after
	}
	return len(p), nil
}

// endLine keeps a sample, or passes the line on. A line may arrive late, but the runtime's own count is exact;
// the line with the least delay shows when that count began.
func (w *queueWatch) endLine(now int64) {
	if l, ok := parseQueues(string(w.line)); ok {
		w.samples = append(w.samples, l)
		w.base = min(w.base, now-l.ms*1e6)
	} else {
		w.next.Write(append(w.line, '\n'))
	}
	w.line = w.line[:0]
}

// finish passes on the rest, and returns the samples.
func (w *queueWatch) finish() []traceview.QueueSample {
	if len(w.line) > 0 {
		w.endLine(w.now())
	}
	out := make([]traceview.QueueSample, 0, len(w.samples))
	for _, l := range w.samples {
		l.Time = traceview.Time(w.base + l.ms*1e6)
		out = append(out, l.QueueSample)
	}
	return out
}

var (
	queueHead  = regexp.MustCompile(`^SCHED (\d+)ms: (.*)$`)
	queueLocal = regexp.MustCompile(`(?:^| )\[([\d ]*)\]`)
)

// parseQueues parses a line such as "SCHED 20ms: gomaxprocs=4 … runqueue=3 [ 0 1 0 2 ] …".
func parseQueues(line string) (queueLine, bool) {
	head := queueHead.FindStringSubmatch(line)
	if head == nil {
		return queueLine{}, false
	}
	var l queueLine
	n, err := strconv.ParseInt(head[1], 10, 48)
	if err != nil {
		return queueLine{}, false
	}
	l.ms = n
	rest := head[2]
	if at := queueLocal.FindStringSubmatchIndex(rest); at != nil {
		for _, f := range strings.Fields(rest[at[2]:at[3]]) {
			n, err := strconv.Atoi(f)
			if err != nil {
				return queueLine{}, false
			}
			l.Local = append(l.Local, n)
		}
		rest = rest[:at[0]]
	}
	fields := map[string]*int{
		"gomaxprocs": &l.GOMAXPROCS, "idleprocs": &l.IdlePs, "threads": &l.Threads,
		"spinningthreads": &l.Spinning, "idlethreads": &l.Idle, "runqueue": &l.Global,
	}
	for _, f := range strings.Fields(rest) {
		key, value, _ := strings.Cut(f, "=")
		if to := fields[key]; to != nil {
			if *to, err = strconv.Atoi(value); err != nil {
				return queueLine{}, false
			}
		}
	}
	return l, l.GOMAXPROCS > 0
}

// saveQueues writes the samples into the run directory.
func (r *Run) saveQueues(samples []traceview.QueueSample) error {
	return WriteFile(r.Path(QueuesFile), func(w io.Writer) error { return json.NewEncoder(w).Encode(samples) })
}

// Queues returns the samples of the run queues, none if the run took none.
func (r *Run) Queues() ([]traceview.QueueSample, error) {
	data, err := os.ReadFile(r.Path(QueuesFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading run queues: %w", err)
	}
	var samples []traceview.QueueSample
	if err := json.Unmarshal(data, &samples); err != nil {
		return nil, fmt.Errorf("reading run queues: %s is damaged: %w", r.Path(QueuesFile), err)
	}
	slices.SortStableFunc(samples, func(a, b traceview.QueueSample) int { return cmp.Compare(a.Time, b.Time) })
	return samples, nil
}
