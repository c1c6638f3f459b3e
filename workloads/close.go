package workloads

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"time"
)

// closer is the program: who closes the channel, and when?
type closer struct {
	how             string
	closers, values int

	once   sync.Once
	wg     sync.WaitGroup
	mu     sync.Mutex
	panics []string
}

// closeResult is what Run returns.
type closeResult struct {
	Sent     int      `json:"sent"`
	Received int      `json:"received"`
	Panics   []string `json:"panics,omitempty"`
}

// Run returns what was sent and received, and the panics.
func (p *closer) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	var result closeResult
	switch p.how {
	case "owner":
		result = p.ownerCloses(ctx)
	case "receiver":
		result = p.receiverCloses(ctx)
	default: // "double", "once"
		p.allClose(ctx)
	}
	result.Panics = p.panics
	for _, text := range p.panics {
		c.printf("as expected, a panic: %s", text)
	}
	c.printf("%s sent, %d received, %s (--how %s)", count(result.Sent, "value"), result.Received,
		count(len(p.panics), "panic"), p.how)
	return c.finish(ctx, result)
}

// ownerCloses is the rule: only the goroutine that sends closes the channel, when it has sent all. The receiver ranges.
func (p *closer) ownerCloses(ctx context.Context) (result closeResult) {
	values := make(chan int)
	sent := make(chan int, 1)
	go p.sender(ctx, values, p.values, sent)
	for range values {
		result.Received++
	}
	result.Sent = <-sent
	return result
}

// receiverCloses breaks it: the receiver has enough and closes the channel, while the sender is about to send.
func (p *closer) receiverCloses(ctx context.Context) (result closeResult) {
	values := make(chan int)
	sent := make(chan int, 1)
	go p.sender(ctx, values, 2*p.values, sent)
	for result.Received < p.values {
		<-values
		result.Received++
	}
	time.Sleep(time.Millisecond) // the sender already waits to send the next one
	trace.WithRegion(ctx, "close", func() { close(values) })
	result.Sent = <-sent
	return result
}

// sender sends n values, closes the channel, and says how many it has sent.
func (p *closer) sender(ctx context.Context, values chan<- int, n int, sent chan<- int) {
	done := 0
	defer func() { sent <- done }()
	defer trace.StartRegion(ctx, "send").End()
	defer p.keepPanic(ctx)
	for ; done < n; done++ {
		values <- done
	}
	close(values)
}

// allClose lets several goroutines close one channel, each when it is done.
func (p *closer) allClose(ctx context.Context) {
	done := make(chan struct{})
	p.wg.Add(p.closers)
	for i := range p.closers {
		go p.closeIt(ctx, i, done)
	}
	p.wg.Wait()
}

// closeIt closes the channel, with --how once only if no other goroutine has done so.
func (p *closer) closeIt(ctx context.Context, i int, done chan struct{}) {
	defer p.wg.Done()
	time.Sleep(time.Duration(i+1) * time.Millisecond)
	defer trace.StartRegion(ctx, "close").End()
	defer p.keepPanic(ctx)
	if p.how == "once" {
		p.once.Do(func() { close(done) })
		return
	}
	close(done)
}

// keepPanic, deferred, recovers from a panic, which would otherwise end the program.
func (p *closer) keepPanic(ctx context.Context) {
	if cause := recover(); cause != nil {
		trace.Log(ctx, "panic", fmt.Sprint(cause))
		p.mu.Lock()
		defer p.mu.Unlock()
		p.panics = append(p.panics, fmt.Sprint(cause))
	}
}
