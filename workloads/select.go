package workloads

import (
	"context"
	_ "embed"
	"io"
	"runtime"
	"runtime/trace"
	"time"

	"github.com/spf13/pflag"
)

//go:embed select.go
var selectSource string

var selectWorkload = &Workload{
	Name:    "select",
	Title:   "One receiver takes values from several channels, whichever is ready",
	Concept: Channels,
	Source:  selectSource,
	Description: `Three producers each send into their own channel, at different paces, and main receives from all of them
with select: from whichever is ready, waiting when none is. A channel that is closed is set to nil, and select ignores
it from then on. With --poll the select has a default case, so main never waits but keeps polling.

Look at main (G1): it waits for "select", woken by one producer after another. With --poll it takes a whole P.`,
	New: func() Program { return new(multiplex) },
	Claims: []Claim{
		{
			ID: "waits-for-select", region: "receive", check: waitsForSelect,
			Text: "The receiver waits for \"select\" and hardly runs.",
		},
		{
			ID: "woken-by-all", region: "receive", check: wokenByAll,
			Text: "Each producer wakes it.",
		},
		{
			ID: "all-arrive", region: "receive", check: allValuesArrive,
			Text: "All values arrive.",
		},
	},
}

// multiplex is the program: a receiver with a select on three channels.
type multiplex struct {
	scaled
	values int
	every  time.Duration
	poll   bool
}

// multiplexResult is what Run returns: how many values came from each producer.
type multiplexResult struct {
	A int `json:"a"`
	B int `json:"b"`
	C int `json:"c"`
}

func (p *multiplex) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.IntVar(&p.values, "values", 5, "values that each producer sends")
	fs.DurationVar(&p.every, "every", 100*time.Millisecond, "pause of the first producer before each value; the "+
		"others' are two and three times as long (see --scale)")
	fs.BoolVar(&p.poll, "poll", false, "poll the channels instead of waiting for them")
}

func (p *multiplex) Validate() error {
	return firstError(
		p.validate(),
		checkInt("values", p.values, 1, 100_000),
		checkDuration("every", p.every, time.Millisecond, time.Minute),
	)
}

// Run is the receiver. It returns how many values it got.
func (p *multiplex) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	a, b, d := make(chan int), make(chan int), make(chan int)
	go p.producer(ctx, a, 1)
	go p.producer(ctx, b, 2)
	go p.producer(ctx, d, 3)
	result := p.receive(ctx, a, b, d)
	c.printf("%d values from the first producer, %d from the second and %d from the third", result.A, result.B, result.C)
	return c.finish(ctx, result)
}

func (p *multiplex) receive(ctx context.Context, a, b, d <-chan int) (got multiplexResult) {
	defer trace.StartRegion(ctx, "receive").End()
	idle := make(chan struct{})
	if p.poll {
		close(idle) // always ready to receive from: the same as a default case
	}
	for a != nil || b != nil || d != nil {
		select {
		case _, ok := <-a:
			a = received(&got.A, a, ok)
		case _, ok := <-b:
			b = received(&got.B, b, ok)
		case _, ok := <-d:
			d = received(&got.C, d, ok)
		case <-idle:
			runtime.Gosched()
		}
	}
	return got
}

// received counts a received value; it returns nil for a closed channel.
func received(n *int, c <-chan int, ok bool) <-chan int {
	if !ok {
		return nil
	}
	*n++
	return c
}

// producer sends its values, each after its pause.
func (p *multiplex) producer(ctx context.Context, c chan<- int, pace int) {
	defer close(c)
	for v := 0; v < p.values && ctx.Err() == nil; v++ {
		nap(ctx, time.Duration(pace)*p.of(p.every))
		c <- v
	}
}
