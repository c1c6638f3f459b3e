package findings_test

import (
	"context"
	"fmt"
	"log"

	"schedviz/traceview/findings"
	"schedviz/traceview/tracefile"
)

// What matters most in a trace comes first, with the goroutines to look at.
func ExampleOf() {
	f, err := tracefile.Open("../testdata/traces/leak.trace")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	s, err := f.Summarize(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	first := findings.Of(s, 6)[0]
	fmt.Printf("%s: %d goroutines\n", first.ID, len(first.Goroutines))
	// Output:
	// alive: 4 goroutines
}
