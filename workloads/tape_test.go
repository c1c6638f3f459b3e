package workloads

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"schedviz/traceview"
)

// tape makes a recording by hand. Goroutines are added as lanes, whose methods add what they do, step by step.
// Times are milliseconds.
type tape struct {
	t *testing.T
	r Recording
	w *traceview.Window
}

// newTape returns an empty recording of a workload with these flags on 2 Ps and 2 cores,
// whose Run returned an empty object.
func newTape(t *testing.T, workload, args string) *tape {
	t.Helper()
	p, err := program(Find(workload), strings.Fields(args))
	if err != nil {
		t.Fatal(err)
	}
	w := &traceview.Window{Reasons: []string{""}, Stacks: []traceview.Stack{nil}}
	summary := new(traceview.Summary)
	summary.Stat.Trace.Complete = true
	tp := &tape{t: t, w: w, r: Recording{Program: p, Summary: summary, Window: w, NumCPU: 2}}
	tp.procs(2)
	tp.result(struct{}{})
	return tp
}

func (tp *tape) procs(n int) { tp.r.Summary.Stat.Procs.GOMAXPROCS = n }

func (tp *tape) result(v any) {
	data, err := json.Marshal(v)
	if err != nil {
		tp.t.Fatal(err)
	}
	tp.r.Result = data
}

// lane adds a goroutine that starts in the function fn of this package.
func (tp *tape) lane(id traceview.GoID, fn string, at float64) *lane {
	if fn != "" {
		fn = "schedviz/workloads." + fn
	}
	tp.w.Goroutines = append(tp.w.Goroutines, traceview.Goroutine{ID: id, Func: fn, Parent: traceview.NoG, Created: ms(at)})
	return &lane{tp: tp, g: int32(len(tp.w.Goroutines) - 1), now: ms(at), open: map[string]int{}}
}

// recording returns the recording, ordered like a window.
func (tp *tape) recording() Recording {
	slices.SortStableFunc(tp.w.Regions, func(a, b traceview.Region) int { return int(a.Start - b.Start) })
	slices.SortStableFunc(tp.w.Logs, func(a, b traceview.Log) int { return int(a.Time - b.Time) })
	slices.SortFunc(tp.w.Procs, func(a, b traceview.Proc) int { return int(a.ID - b.ID) })
	for _, p := range tp.w.Procs {
		slices.SortFunc(p.Lane, func(a, b int32) int { return int(tp.w.Spans[a].Start - tp.w.Spans[b].Start) })
	}
	tp.r.Summary.Stat.Trace.EndNS = int64(tp.w.To)
	return tp.r
}

func (tp *tape) stack(leaf []string) int32 {
	var stack traceview.Stack
	for _, fn := range leaf {
		stack = append(stack, traceview.Frame{Func: fn})
	}
	tp.w.Stacks = append(tp.w.Stacks, stack)
	return int32(len(tp.w.Stacks) - 1)
}

func (tp *tape) reason(reason string) uint16 {
	i := slices.Index(tp.w.Reasons, reason)
	if i < 0 {
		i = len(tp.w.Reasons)
		tp.w.Reasons = append(tp.w.Reasons, reason)
	}
	return uint16(i)
}

// ms converts milliseconds to a time in nanoseconds.
func ms(t float64) traceview.Time { return traceview.Time(t * float64(time.Millisecond)) }

// lane builds the life of one goroutine.
type lane struct {
	tp   *tape
	g    int32
	now  traceview.Time
	p    traceview.ProcID
	open map[string]int // index of the open region of a type
}

func (l *lane) add(d float64, s traceview.Span) *lane {
	s.Start, s.End, s.G, s.M, s.N = l.now, l.now+ms(d), l.g, -1, 1
	s.Busy = s.Dur()
	if s.State != traceview.StateRunning {
		s.P = traceview.NoP
	}
	if s.State != traceview.StateRunnable {
		s.Waker = -1
	}
	w, i := l.tp.w, int32(len(l.tp.w.Spans))
	w.Spans = append(w.Spans, s)
	w.Goroutines[l.g].Lane = append(w.Goroutines[l.g].Lane, i)
	l.now = s.End
	w.To = max(w.To, s.End)
	if s.State == traceview.StateRunning {
		l.tp.addToProc(s.P, i)
	}
	return l
}

func (tp *tape) addToProc(p traceview.ProcID, span int32) {
	i := slices.IndexFunc(tp.w.Procs, func(x traceview.Proc) bool { return x.ID == p })
	if i < 0 {
		i = len(tp.w.Procs)
		tp.w.Procs = append(tp.w.Procs, traceview.Proc{ID: p})
	}
	tp.w.Procs[i].Lane = append(tp.w.Procs[i].Lane, span)
}

// span returns the lane's span i.
func (l *lane) span(i int) *traceview.Span { return &l.tp.w.Spans[l.tp.w.Goroutines[l.g].Lane[i]] }

// last returns the index of the lane's last span.
func (l *lane) last() int32 { return int32(slices.Max(l.tp.w.Goroutines[l.g].Lane)) }

// on moves the goroutine to a P, on which it will run.
func (l *lane) on(p traceview.ProcID) *lane { l.p = p; return l }

// run runs for d ms until the goroutine stops by itself.
func (l *lane) run(d float64) *lane {
	return l.add(d, traceview.Span{State: traceview.StateRunning, P: l.p})
}

// stopped runs until the goroutine is preempted with these functions on its stack, leaf first.
func (l *lane) stopped(d float64, how traceview.Preempt, leaf ...string) *lane {
	return l.add(d, traceview.Span{State: traceview.StateRunning, P: l.p, Preempt: how, Stack: l.tp.stack(leaf)})
}

// wait waits for a reason with these functions on its stack, leaf first.
func (l *lane) wait(d float64, reason string, leaf ...string) *lane {
	return l.add(d, traceview.Span{State: traceview.StateWaiting, Reason: l.tp.reason(reason), Stack: l.tp.stack(leaf)})
}

// ready is runnable, without a waker.
func (l *lane) ready(d float64) *lane {
	return l.add(d, traceview.Span{State: traceview.StateRunnable, Waker: -1})
}

// readyBy is runnable, readied by another goroutine.
func (l *lane) readyBy(d float64, waker *lane) *lane {
	return l.add(d, traceview.Span{State: traceview.StateRunnable, Waker: waker.g})
}

func (l *lane) begin(region string) *lane {
	l.open[region] = len(l.tp.w.Regions)
	l.tp.w.Regions = append(l.tp.w.Regions, traceview.Region{Type: region, G: l.g, Start: l.now})
	return l
}

func (l *lane) end(region string) *lane {
	l.tp.w.Regions[l.open[region]].End = l.now
	return l
}

func (l *lane) log(category, message string) *lane {
	l.tp.w.Logs = append(l.tp.w.Logs, traceview.Log{Time: l.now, G: l.g, Category: category, Message: message})
	return l
}

func (l *lane) exit() *lane {
	l.tp.w.Goroutines[l.g].Ended = l.now
	return l
}
