package tracefile_test

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"math"
	"os"

	"schedviz/traceview"
	"schedviz/traceview/tracefile"
)

// Open a trace and add it up.
func Example() {
	f, err := tracefile.Open("../testdata/traces/leak.trace")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	s, err := f.Summarize(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("Go", s.Stat.Trace.GoVersion, "with GOMAXPROCS", s.Stat.Procs.GOMAXPROCS)
	for _, g := range s.Groups {
		if g.Func == "main.leaky" {
			fmt.Println(g.Count, "goroutines of", g.Func+",", g.AliveAtEnd, "alive at the end")
		}
	}
	// Output:
	// Go 1.26 with GOMAXPROCS 2
	// 4 goroutines of main.leaky, 4 alive at the end
}

// A window holds the spans of an interval, here of the whole trace. The lane of a goroutine is its
// states: it is created, runs until it receives from a channel, and waits.
func ExampleFile_Window() {
	f, err := tracefile.Open("../testdata/traces/leak.trace")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	w, err := f.Window(context.Background(), 0, math.MaxInt64, 0)
	if err != nil {
		log.Fatal(err)
	}
	for _, g := range w.Goroutines {
		if g.Func != "main.leaky" {
			continue
		}
		for span := range w.On(g.Lane) {
			fmt.Printf("%v %q\n", span.State, w.Reasons[span.Reason])
		}
		break
	}
	// Output:
	// runnable ""
	// running "chan receive"
	// waiting "chan receive"
}

// While a goroutine runs, its span is on three lanes: the goroutine's, its P's and its M's. They
// hold the same index.
func ExampleFile_Window_lanes() {
	f, err := tracefile.Open("../testdata/traces/gosched.trace")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	w, err := f.Window(context.Background(), 0, math.MaxInt64, 0)
	if err != nil {
		log.Fatal(err)
	}
	yields := map[traceview.ProcID]int{}
	for _, p := range w.Procs {
		for span := range w.On(p.Lane) {
			if span.Preempt == traceview.PreemptGosched {
				yields[p.ID]++
			}
		}
	}
	fmt.Println("Gosched by P:", yields)
	// Output:
	// Gosched by P: map[0:40]
}

// A damaged trace is not an error as long as anything can be read: the damage is reported as data.
func ExampleNew() {
	data, err := os.ReadFile("../testdata/traces/generations.trace")
	if err != nil {
		log.Fatal(err)
	}
	half := data[:len(data)/2]
	f, err := tracefile.New(bytes.NewReader(half), int64(len(half)), "half a trace")
	if err != nil {
		log.Fatal(err)
	}
	s, err := f.Summarize(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("complete:", s.Stat.Trace.Complete)
	fmt.Println("warnings:", len(s.Stat.Trace.Warnings))
	// Output:
	// complete: false
	// warnings: 1
}

// An overview is a summary and a window in one reading. If there are more spans than asked for,
// neighbours are merged, with a separate resolution for each kind of lane.
func ExampleFile_Overview() {
	f, err := tracefile.Open("../testdata/traces/gosched.trace")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	s, w, err := f.Overview(context.Background(), 60)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("Gosched:", s.Stat.Preemptions.Gosched)
	fmt.Println("merged:", w.Resolution > 0)
	// Output:
	// Gosched: 40
	// merged: true
}
