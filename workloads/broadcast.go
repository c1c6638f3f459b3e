package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"sync/atomic"
	"time"
)

// broadcast is the program: receivers of one signal.
type broadcast struct {
	receivers int
	send      bool

	done    chan struct{}
	wg      sync.WaitGroup
	waiting atomic.Int64
}

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
		go p.sendLate() // nobody knew of this receiver
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

// sendLate sends the value that a late receiver waits for.
func (p *broadcast) sendLate() {
	time.Sleep(5 * time.Millisecond)
	p.done <- struct{}{}
}

func (p *broadcast) receiver() {
	defer p.wg.Done()
	p.waiting.Add(1)
	<-p.done
}
