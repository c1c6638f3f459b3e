package compare_test

import (
	"context"
	"fmt"
	"log"

	"schedviz/traceview/compare"
	"schedviz/traceview/tracefile"
)

// summarized returns the figures of a trace as one side of a comparison.
func summarized(label, path string) compare.Side {
	f, err := tracefile.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	s, err := f.Summarize(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	return compare.Side{Label: label, Runs: []compare.Run{compare.Measure(s)}}
}

// Two traces are compared figure by figure; the largest difference comes first.
func ExampleSides() {
	r := compare.Sides([]compare.Side{
		summarized("yields", "../testdata/traces/gosched.trace"),
		summarized("leaks", "../testdata/traces/leak.trace"),
	})
	for _, row := range r.Figures {
		if row.ID == "preemptions.gosched" {
			fmt.Println(row.Values[0].Median, "and", row.Values[1].Median, "calls of Gosched:", row.Changes[0].Verdict)
		}
	}
	// Output:
	// 40 and 0 calls of Gosched: differs
}
