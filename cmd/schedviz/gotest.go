package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"schedviz/traceview/words"
	"schedviz/workloads/experiment"
)

// testResult is what go test --json prints for each test binary.
type testResult struct {
	programResult
	Tests []*experiment.Test `json:"tests"`
}

// goTest runs go test and prints where the pages are, and which tests waited longest for a P.
func (f *programFlags) goTest(c *cobra.Command, args []string, p *experiment.Program) error {
	pageMemory.use()
	results := []testResult{}
	stderr := c.ErrOrStderr()
	err := experiment.GoTest(c.Context(), args, p, func(r *experiment.Result) error {
		warnOf(stderr, r)
		result := testResult{resultOfProgram(r), []*experiment.Test{}}
		if r.Analysis != nil {
			result.Tests = r.Analysis.Tests()
		}
		results = append(results, result)
		if !f.json {
			printTests(stderr, result.Tests)
			note(stderr, pageOf(r))
		}
		return nil
	})
	if f.json {
		if err := words.WriteJSON(c.OutOrStdout(), map[string]any{"runs": results}); err != nil {
			return err
		}
	}
	if f.open && len(results) > 0 {
		openBrowser(stderr, f.pageOfAll(results))
	}
	return err
}

// pageOfAll returns the page to look at: the only one, or the index.
func (f *programFlags) pageOfAll(results []testResult) string {
	if len(results) == 1 {
		return results[0].Report
	}
	return filepath.Join(f.Out, experiment.IndexFile)
}

// maxTests is how many tests are printed.
const maxTests = 10

// printTests prints the tests that waited longest for a P.
func printTests(w io.Writer, tests []*experiment.Test) {
	if len(tests) == 0 {
		return
	}
	t := new(table)
	t.add("waited for a P", "at most", "off-core", "ran", "took", "test (its own goroutine)")
	for i, test := range tests[:min(len(tests), maxTests)] {
		if test.State.Runnable == 0 && i > 0 {
			break
		}
		t.add(perOp(test.State.Runnable, test.Iterations), words.Duration(test.Latency),
			perOp(int64(test.OffCore), test.Iterations), perOp(test.State.Running, test.Iterations),
			perOp(int64(test.Took), test.Iterations), testName(test))
	}
	t.write(w, "rrrrrl")
	if more := len(tests) - maxTests; more > 0 {
		fmt.Fprintf(w, "  … and %s\n", words.Counted(more, "other test"))
	}
}

// perOp formats a time, for a benchmark by iteration.
func perOp(ns, iterations int64) string {
	if iterations == 0 {
		return nanos(ns)
	}
	return strconv.FormatFloat(float64(ns)/float64(iterations), 'f', 1, 64) + " ns/op"
}

func testName(t *experiment.Test) string {
	if t.Runs > 1 {
		return t.Name + " ×" + strconv.Itoa(t.Runs)
	}
	return t.Name
}
