package main

import (
	"context"
	_ "embed"
	"fmt"
	"io"
	"runtime/trace"
	"sync"
	"time"

	"github.com/spf13/pflag"

	"schedviz/workloads"
	"schedviz/workloads/query"
)

//go:embed relay.go
var relaySource string

// relayWorkload is all that schedviz needs to know about a workload.
var relayWorkload = &workloads.Workload{
	Name:    "relay",
	Title:   "Runners pass on a baton",
	Concept: workloads.Channels,
	Source:  relaySource,
	Lesson: workloads.Lesson{
		What: "Each runner waits for the baton, keeps it for a while and passes it on: only one of them has it at a time.",
		Look: []workloads.Look{{
			Text: "The runners, in the order in which they begin.",
			View: workloads.View{Lanes: "g", Find: "(*relay).runner", Order: "first"},
		}},
		Next: []workloads.Next{{Args: []string{"--runners", "20"}, Effect: "A longer race, still with one runner at a time."}},
		View: workloads.View{Lanes: "g"},
	},
	New: func() workloads.Program { return new(relay) },
	Claims: []workloads.Claim{
		workloads.NewClaim("one-at-a-time", "Only one runner has the baton at a time.", "run", oneAtATime),
	},
}

// relay is the program.
type relay struct {
	runners int
	lap     time.Duration
}

func (p *relay) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.runners, "runners", 4, "number of runners")
	fs.DurationVar(&p.lap, "lap", 5*time.Millisecond, "how long each runner runs")
}

func (p *relay) Validate() error {
	if p.runners < 1 {
		return fmt.Errorf("--runners must be 1 or more, not %d", p.runners)
	}
	return nil
}

// Run returns the number of laps.
func (p *relay) Run(ctx context.Context, out io.Writer) (any, error) {
	baton, finish := make(chan int), make(chan int)
	var wg sync.WaitGroup
	for range p.runners {
		wg.Add(1)
		go p.runner(ctx, &wg, baton, finish)
	}
	laps := 0
	for range p.runners {
		baton <- laps
		laps = <-finish
	}
	wg.Wait()
	fmt.Fprintf(out, "%d laps\n", laps)
	return laps, ctx.Err()
}

func (p *relay) runner(ctx context.Context, wg *sync.WaitGroup, baton <-chan int, finish chan<- int) {
	defer wg.Done()
	laps := <-baton
	trace.WithRegion(ctx, "run", func() { time.Sleep(p.lap) })
	finish <- laps + 1
}

func oneAtATime(r workloads.Recording) workloads.Finding {
	return workloads.KeepsLimit(r, query.Regions(r.Window, "run"), "runner", 1)
}
