package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"slices"
	"sync"
)

// fanOut is the program: goroutines started in a loop.
type fanOut struct {
	n, rounds int
	capture   string
	inTurn    bool
}

// fanOutResult is what Run returns: the ids that the goroutines of each round saw, sorted.
type fanOutResult struct {
	Rounds [][]int `json:"rounds"`
}

// Run returns the ids that the goroutines saw.
func (p *fanOut) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	var result fanOutResult
	for round := 0; round < p.rounds && ctx.Err() == nil; round++ {
		r := &fanOutRound{ctx: ctx, console: c, inTurn: p.inTurn}
		switch p.capture {
		case "own":
			r.own(p.n)
		case "copy":
			r.copied(p.n)
		case "shared":
			r.shared(p.n)
		}
		r.wg.Wait()
		slices.Sort(r.seen)
		result.Rounds = append(result.Rounds, r.seen)
	}
	return c.finish(ctx, result)
}

// fanOutRound is one round: its goroutines, and the ids that they saw.
type fanOutRound struct {
	ctx     context.Context
	console *console
	inTurn  bool

	wg   sync.WaitGroup
	mu   sync.Mutex
	seen []int
}

// own has a variable for each iteration, as all loops since Go 1.22.
func (r *fanOutRound) own(n int) {
	for i := range n {
		r.wg.Add(1)
		go func() {
			defer r.wg.Done()
			r.greet(i)
		}()
		r.next()
	}
}

// shared has one variable for all iterations, as all loops before Go 1.22. The loop moves on before a goroutine reads it:
// a data race.
func (r *fanOutRound) shared(n int) {
	var i int
	for i = range n {
		r.wg.Add(1)
		go func() {
			defer r.wg.Done()
			r.greet(i)
		}()
		r.next()
	}
}

// copied makes a variable for each iteration from the one for all, as had to be done before Go 1.22.
func (r *fanOutRound) copied(n int) {
	var i int
	for i = range n {
		i := i
		r.wg.Add(1)
		go func() {
			defer r.wg.Done()
			r.greet(i)
		}()
		r.next()
	}
}

func (r *fanOutRound) greet(id int) {
	defer trace.StartRegion(r.ctx, "greet").End()
	r.console.printf("hello from %d", id)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.seen = append(r.seen, id)
}

// next waits for the goroutine just started if they run in turn.
func (r *fanOutRound) next() {
	if r.inTurn {
		r.wg.Wait()
	}
}
