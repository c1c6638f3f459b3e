package report_test

import (
	"iter"
	"runtime"
	"strings"
	"sync"
	"testing"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/sample"
)

// caller is the frame of its caller, as the compiler names it.
func caller() (f traceview.Frame) {
	pcs := make([]uintptr, 1)
	frame, _ := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)]).Next()
	return traceview.Frame{Func: frame.Function, File: frame.File, Line: frame.Line}
}

type plain struct{}

func (plain) value() traceview.Frame    { return caller() }
func (*plain) pointer() traceview.Frame { return caller() }

type generic[T any] struct{}

func (*generic[T]) method() traceview.Frame { return caller() }

func of[T any]() traceview.Frame { return caller() }

func ofClosure[T any]() (f traceview.Frame) {
	func() {
		f = caller()
	}()
	return f
}

var initial = func() traceview.Frame {
	return caller()
}()

var early traceview.Frame

func init() {
	early = caller()
}

func pairs() iter.Seq[int] {
	return func(yield func(int) bool) { yield(1) }
}

func nested() (f traceview.Frame) {
	func() {
		defer func() {
			f = caller()
		}()
	}()
	return f
}

func inLoop() (f traceview.Frame) {
	for range pairs() {
		f = caller()
	}
	return f
}

func inInlined() (f traceview.Frame) {
	var wg sync.WaitGroup
	wg.Go(func() {
		f = caller()
	})
	wg.Wait()
	return f
}

// starter is the frame of the closure in sync.WaitGroup.Go, which is inlined into its caller.
func starter() (f traceview.Frame) {
	var wg sync.WaitGroup
	wg.Go(func() {
		pcs := make([]uintptr, 10)
		frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
		for {
			frame, more := frames.Next()
			if strings.HasSuffix(frame.File, "waitgroup.go") {
				f = traceview.Frame{Func: frame.Function, File: frame.File, Line: frame.Line}
			}
			if !more {
				return
			}
		}
	})
	wg.Wait()
	return f
}

// However the compiler names the functions it generates, the program's lines are found.
func TestSourceOfWhatCompilersName(t *testing.T) {
	byValue, byPointer := plain.value, (*plain).pointer
	bound := (&plain{}).pointer
	for name, f := range map[string]traceview.Frame{
		"a function":              caller(),
		"a method":                plain{}.value(),
		"a pointer's method":      (&plain{}).pointer(),
		"a method expression":     byValue(plain{}),
		"one of a pointer":        byPointer(&plain{}),
		"a method value":          bound(),
		"a generic method":        (&generic[[]int]{}).method(),
		"a generic function":      of[map[string][]int](),
		"its closure":             ofClosure[struct{ x []int }](),
		"a variable's value":      initial,
		"init":                    early,
		"a closure in a closure":  nested(),
		"a loop over a function":  inLoop(),
		"a closure for a library": inInlined(),
		"a library, inlined":      starter(),
	} {
		p := pool(sample.Pool)
		p.Source = report.SourceOn
		p.Summary.Preempts[0].Where = f
		if sourceText(t, p) == "" {
			t.Errorf("%s, %+v: the page does not have its line", name, f)
		}
	}
}
