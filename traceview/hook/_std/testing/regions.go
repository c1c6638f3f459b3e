// Package testing: this file is added to the standard library's testing by schedviz go test.
package testing

import (
	"context"
	"runtime/trace"
	"strconv"
)

// traceTest marks in the trace, if there is one, the test or subtest that is about to run on this goroutine. The caller
// calls end when it is over.
func traceTest(name string) (end func()) {
	if !trace.IsEnabled() || name == "" || name == "Main" { // the roots of all tests and of all benchmarks
		return func() {}
	}
	return trace.StartRegion(context.Background(), name).End
}

// traceBenchmark does so for one run of a benchmark, with its number of iterations as a log message.
func traceBenchmark(b *B) (end func()) {
	endRegion := traceTest(b.name)
	return func() {
		if trace.IsEnabled() {
			trace.Log(context.Background(), b.name, strconv.Itoa(b.N))
		}
		endRegion()
	}
}
