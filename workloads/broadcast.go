package workloads

import (
	"context"
	_ "embed"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"sync/atomic"
	"time"

	"github.com/spf13/pflag"
)

//go:embed broadcast.go
var broadcastSource string

var broadcastWorkload = &Workload{
	Name:    "broadcast",
	Title:   "Closing a channel wakes all its receivers",
	Concept: Cancellation,
	Source:  broadcastSource,
	Description: `Receivers wait on a channel that carries no values, and main closes it. A value goes to one receiver; a
close reaches all, including those that arrive later. With --send main sends a value to each instead, and has to know
how many there are.

Look at the region "wake" on main (G1): arrows go from there to every receiver. The stacks of their runnable
spans show that it was a close.`,
	New: func() Program { return new(broadcast) },
	Claims: []Claim{
		{
			ID: "one-close-readies-all", region: "wake", check: closeReadiesAll,
			Text: "One close makes all receivers runnable.",
		},
		{
			ID: "late-comer", region: "late", check: lateComerPasses,
			Text: "A receiver that arrives after the close does not wait.",
		},
	},
}

// broadcast is the program: receivers of one signal.
type broadcast struct {
	receivers int
	send      bool

	done    chan struct{}
	wg      sync.WaitGroup
	waiting atomic.Int64
}

func (p *broadcast) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.receivers, "receivers", 10, "number of receivers")
	fs.BoolVar(&p.send, "send", false, "send a value to each receiver instead of closing the channel")
}

func (p *broadcast) Validate() error { return checkInt("receivers", p.receivers, 1, 100_000) }

// Run returns the number of receivers.
func (p *broadcast) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	p.done = make(chan struct{})
	for range p.receivers {
		p.wg.Add(1)
		go p.receiver()
	}
	for int(p.waiting.Load()) < p.receivers {
		time.Sleep(time.Millisecond)
	}
	time.Sleep(5 * time.Millisecond) // they are about to wait; let them get there
	trace.WithRegion(ctx, "wake", p.wake)
	p.wg.Wait()
	if p.send {
		close(p.done)
	}
	trace.WithRegion(ctx, "late", func() { <-p.done })
	c.printf("all %d receivers know", p.receivers)
	return c.finish(ctx, p.receivers)
}

// wake wakes all receivers.
func (p *broadcast) wake() {
	if !p.send {
		close(p.done)
		return
	}
	for range p.receivers {
		p.done <- struct{}{}
	}
}

func (p *broadcast) receiver() {
	defer p.wg.Done()
	p.waiting.Add(1)
	<-p.done
}
