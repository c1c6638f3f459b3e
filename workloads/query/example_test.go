package query_test

import (
	"context"
	"fmt"
	"log"
	"math"

	"schedviz/traceview"
	"schedviz/traceview/tracefile"
	"schedviz/workloads/query"
)

// relay is a recording of workloads/example: three runners that wait for the baton one after another, each with a
// region "run".
func relay() *traceview.Window {
	f, err := tracefile.Open("testdata/relay.trace")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	w, err := f.Window(context.Background(), 0, math.MaxInt64, 0)
	if err != nil {
		log.Fatal(err)
	}
	return w
}

// How many goroutines were in regions of a type at once, at most, and which?
func ExamplePeak() {
	w := relay()
	runs := query.Regions(w, "run")
	most, from, _ := query.Peak(runs)
	fmt.Printf("%d runs, at most %d at once\n", len(runs), most)
	fmt.Println("first at the peak:", query.Names(w, query.Owners(query.OpenAt(runs, from))))
	// Output:
	// 3 runs, at most 1 at once
	// first at the peak: G27
}

// What did the goroutines of a function wait for, and which goroutine woke them?
func ExampleWakeups() {
	w := relay()
	runners := query.StartedIn(w, "main.(*relay).runner")
	fmt.Println("runners:", query.Names(w, runners))
	for _, s := range query.Wakeups(w, runners, query.WaitingFor(w, "chan receive")) {
		fmt.Printf("%s got the baton from %s\n", query.Names(w, []int32{s.G}), query.Names(w, []int32{s.Waker}))
	}
	// Output:
	// runners: G25…G27
	// G25 got the baton from G1
	// G26 got the baton from G1
}

// How long did a goroutine sleep in its region?
func ExampleTimeIn() {
	w := relay()
	for _, run := range query.Regions(w, "run") {
		asleep := query.TimeIn(w, run, query.WaitingFor(w, "sleep"))
		fmt.Println(query.Names(w, []int32{run.G}), asleep*10 > run.End.Sub(run.Start)*9)
	}
	// Output:
	// G27 true
	// G25 true
	// G26 true
}
