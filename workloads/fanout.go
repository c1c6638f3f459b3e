package workloads

import (
	"context"
	_ "embed"
	"io"
	"runtime"
	"runtime/trace"
	"slices"
	"strconv"
	"sync"

	"github.com/spf13/pflag"
)

//go:embed fanout.go
var fanoutSource string

var fanOutWorkload = &Workload{
	Name:    "fanout",
	Title:   "A loop starts goroutines, each with its own id",
	Concept: Goroutines,
	Source:  fanoutSource,
	Description: `A loop starts --n goroutines, in a few --rounds. Each gets the loop variable by value, as its own id, and
prints it. The order in which they run is up to the scheduler. With --capture shared they share one variable, as Go's
loops had before 1.22: by the time a goroutine reads it, the loop has moved on, and ids repeat. (This is a deliberate
data race.)

Look at the goroutine lanes of a round: they are created one after another, but the one created last often
runs first.`,
	New: func() Program { return new(fanOut) },
	Claims: []Claim{
		{
			ID: "each-once", region: "greet", applies: fanOutCaptures("own"), check: eachIDOnce,
			Text: "Each goroutine gets its own id: every id is seen exactly once in each round.",
		},
		{
			ID: "order", region: "greet", check: orderIsNotThatOfStart,
			Text: "The order in which the goroutines run is not always the order in which they were started.",
		},
		{
			ID: "ids-repeat", region: "greet", applies: fanOutCaptures("shared"), check: sharedIDsRepeat,
			Text: "With one variable shared by all, ids repeat.",
		},
	},
}

// fanOut is the program: goroutines started in a loop.
type fanOut struct {
	n, rounds int
	capture   string
	inTurn    bool

	wg     sync.WaitGroup
	shared int // the shared id with --capture shared
}

// fanOutResult is what Run returns: the ids that the goroutines of each round saw, sorted.
type fanOutResult struct {
	Rounds [][]int `json:"rounds"`
}

func (p *fanOut) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.n, "n", 5, "goroutines in each round")
	fs.IntVar(&p.rounds, "rounds", 5, "number of rounds")
	fs.StringVar(&p.capture, "capture", "own", "`which` variable the goroutines see: own or shared")
	fs.BoolVar(&p.inTurn, "in-turn", false, "wait for each goroutine before starting the next")
}

func (p *fanOut) Validate() error {
	return firstError(
		checkInt("n", p.n, 1, 10_000),
		checkInt("rounds", p.rounds, 1, 1000),
		checkChoice("capture", p.capture, "own", "shared"),
	)
}

// Run returns the ids that the goroutines saw.
func (p *fanOut) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	var result fanOutResult
	for round := 0; round < p.rounds && ctx.Err() == nil; round++ {
		ids := p.round(ctx, c)
		slices.Sort(ids)
		result.Rounds = append(result.Rounds, ids)
	}
	return c.finish(ctx, result)
}

// round starts the goroutines once and returns the ids that they saw.
func (p *fanOut) round(ctx context.Context, c *console) []int {
	seen := make([]int, p.n)
	for p.shared = 0; p.shared < p.n; p.shared++ {
		id := p.shared
		p.wg.Add(1)
		go p.greet(ctx, c, id, &seen[id])
		if p.inTurn {
			p.wg.Wait()
		}
	}
	p.wg.Wait()
	return seen
}

// greet prints an id: the one it was given or, by mistake, that of the shared loop variable.
func (p *fanOut) greet(ctx context.Context, c *console, id int, seen *int) {
	defer p.wg.Done()
	defer trace.StartRegion(ctx, "greet").End()
	if p.capture == "shared" {
		id = p.shared // the data race that --capture shared demonstrates
	}
	*seen = id
	trace.Log(ctx, "id", strconv.Itoa(id))
	c.printf("hello from %d", id)
}
