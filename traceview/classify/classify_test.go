package classify_test

import (
	"strings"
	"testing"

	"schedviz/traceview"
	"schedviz/traceview/classify"
)

// deep is a stack of n equal frames above its root.
func deep(n int, root ...string) string {
	return strings.Repeat("main.descend ", n) + strings.Join(root, " ")
}

func TestStartFunc(t *testing.T) {
	const wait, group = "sync.(*WaitGroup).Go.func1", "golang.org/x/sync/errgroup.(*Group).Go.func1"
	for _, c := range []struct {
		stack string // from the leaf
		want  string
		sure  classify.Certainty
	}{
		{"", "", classify.Unknown},
		{"main.worker", "main.worker", classify.Certain},
		{"runtime.chanrecv1 main.worker", "main.worker", classify.Certain},
		{wait, wait, classify.Unknown},
		{"time.Sleep main.worker " + wait, "main.worker", classify.Certain},
		{"time.Sleep main.(*pool).serve " + group, "main.(*pool).serve", classify.Certain},
		{"time.Sleep main.f cmd/vendor/" + group, "main.f", classify.Certain},
		{"time.Sleep main.f example.com/" + wait, "main.f", classify.Certain},
		{"time.Sleep main.f notsync." + wait, "notsync." + wait, classify.Certain},
		{
			"main.f github.com/sourcegraph/conc/panics.(*Catcher).Try github.com/sourcegraph/conc.(*WaitGroup).Go.func1",
			"main.f", classify.Certain,
		},
		{"main.(*list[sync.(*WaitGroup)]).run " + wait, "main.(*list[sync.(*WaitGroup)]).run", classify.Certain},
		// What a trampoline does itself is not what it was asked to run.
		{"sync.(*WaitGroup).Add sync.(*WaitGroup).Done " + wait, wait, classify.Unknown},
		{"sync.(*WaitGroup).Go.func1.1 " + wait, wait, classify.Unknown},
		{"runtime.asyncPreempt2 runtime.asyncPreempt " + wait, wait, classify.Unknown},
		// A signal's stack may lack the caller of the innermost frame.
		{"runtime.asyncPreempt2 runtime.asyncPreempt main.step " + wait, "main.step", classify.Guessed},
		{"runtime.asyncPreempt2 runtime.asyncPreempt main.step main.compute " + wait, "main.compute", classify.Certain},
		{"runtime.asyncPreempt2 runtime.asyncPreempt main.compute", "main.compute", classify.Certain},
		{"runtime.asyncPreempt", "runtime.asyncPreempt", classify.Unknown},
		// So may the root of a deep one.
		{deep(99, "main.start"), "main.start", classify.Certain},
		{deep(100, "main.descend"), "main.descend", classify.Unknown},
		{deep(127, "main.start", wait), "main.start", classify.Certain},
	} {
		stack := strings.Fields(c.stack)
		got, sure := classify.StartFunc(len(stack), func(i int) string { return stack[i] })
		if got != c.want || sure != c.sure {
			t.Errorf("StartFunc(%.80s) = %q, %d; want %q, %d", c.stack, got, sure, c.want, c.sure)
		}
	}
}

func TestWhoseFunction(t *testing.T) {
	for _, c := range []struct {
		fn                       string
		runtime, system, library bool
	}{
		{"", false, false, false},
		{"main.main", false, false, false},
		{"runtime.main", true, false, true},
		{"runtime.gcBgMarkWorker", true, true, true},
		{"runtime/trace.Start.func1", true, true, true},
		{"runtimes.f", false, false, false},
		{"schedviz/traceview/record.(*child).endOnRequest", false, true, false},
		{"schedviz/traceview/recorder.f", false, false, false},
		{"sync.(*Mutex).Lock", false, false, true},
		{"internal/poll.(*FD).Read", false, false, true},
		{"internals.f", false, false, false},
		{"time.Sleep", false, false, true},
		{"timer.New", false, false, false},
	} {
		got := [3]bool{classify.OfRuntime(c.fn), classify.SystemGoroutine(c.fn), classify.Library(c.fn)}
		if want := [3]bool{c.runtime, c.system, c.library}; got != want {
			t.Errorf("OfRuntime, SystemGoroutine and Library of %q = %v, want %v", c.fn, got, want)
		}
	}
}

func TestSystemStack(t *testing.T) {
	for stack, want := range map[string]bool{
		"":                                       false,
		"runtime.gcDrain runtime.gcBgMarkWorker": true,
		"runtime.gopark runtime/trace.Start.func1":         true,
		"io.Copy schedviz/traceview/record.(*child).watch": true,
		"runtime.gopark main.worker":                       false,
		"runtime.gopark main.main runtime.main":            false,
		"runtime.gopark main.f sync.(*WaitGroup).Go.func1": false,
	} {
		var s traceview.Stack
		for fn := range strings.FieldsSeq(stack) {
			s = append(s, traceview.Frame{Func: fn})
		}
		if got := classify.SystemStack(s); got != want {
			t.Errorf("SystemStack(%s) = %v, want %v", stack, got, want)
		}
	}
}

func TestTracerStop(t *testing.T) {
	for reason, want := range map[string]bool{"start trace": true, "stop trace": true, "GC mark termination": false, "": false} {
		if got := classify.TracerStop(reason); got != want {
			t.Errorf("TracerStop(%q) = %v, want %v", reason, got, want)
		}
	}
}

func TestReasons(t *testing.T) {
	for _, c := range []struct {
		reason string
		family classify.Family
		ender  string
	}{
		{"", classify.FamilyOther, "runtime"},
		{"forever", classify.FamilyOther, "runtime"},
		{"network", classify.FamilyNetwork, "network poller"},
		{"sleep", classify.FamilySleep, "timer"},
		{"select", classify.FamilySelect, "timer"},
		{"select (no cases)", classify.FamilySelect, "runtime"},
		{"chan receive", classify.FamilyChanReceive, "timer"},
		{"chan receive (nil chan)", classify.FamilyChanReceive, "runtime"},
		{"chan send", classify.FamilyChanSend, "timer"},
		{"sync", classify.FamilySync, "runtime"},
		{"sync.Mutex.Lock", classify.FamilySync, "runtime"},
		{"GC worker (idle)", classify.FamilyRuntime, "GC"},
		{"GC mark assist wait for work", classify.FamilyRuntime, "GC"},
		{"system goroutine wait", classify.FamilyRuntime, "runtime"},
		{"preempted", classify.FamilyRuntime, "GC"},
		{"wait until GC ends", classify.FamilyOther, "GC"},
	} {
		if f, e := classify.FamilyOf(c.reason), classify.EnderOf(c.reason).String(); f != c.family || e != c.ender {
			t.Errorf("%q is of family %q and ended by the %s, want %q and the %s", c.reason, f, e, c.family, c.ender)
		}
	}
}

func TestPreempts(t *testing.T) {
	names := map[string]bool{}
	for _, p := range traceview.Preempts() {
		for _, s := range []string{p.String(), p.Short(), p.Label(), p.Counted()} {
			if s == "" {
				t.Errorf("kind %d lacks a name: %q %q %q %q", p, p.String(), p.Short(), p.Label(), p.Counted())
			}
		}
		names[p.String()] = true
		if want := p != traceview.PreemptGosched && p != traceview.PreemptMutexHandoff; p.Involuntary() != want {
			t.Errorf("%v.Involuntary() = %v, want %v", p, p.Involuntary(), want)
		}
	}
	if len(names) != traceview.NumPreempts-1 || traceview.NotPreempted.Involuntary() ||
		traceview.NotPreempted.String() != "" {
		t.Errorf("the names of the kinds are %v, want %d, and none of NotPreempted", names, traceview.NumPreempts-1)
	}
}

func TestAsyncPreempt(t *testing.T) {
	for godebug, want := range map[string]bool{
		"": true, "asyncpreemptoff=1": false, "asyncpreemptoff=0": true, "x=1,asyncpreemptoff=1": false,
		"asyncpreemptoff=1,asyncpreemptoff=0": true, "asyncpreemptoff": true,
	} {
		if got := classify.AsyncPreempt(godebug); got != want {
			t.Errorf("AsyncPreempt(%q) = %v, want %v", godebug, got, want)
		}
	}
}
