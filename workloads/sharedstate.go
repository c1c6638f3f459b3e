package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"time"
)

// sharedState is the program: a map, its readers and its writers.
type sharedState struct {
	sync             string
	readers, writers int
	ops              int
	hold             time.Duration

	wg       sync.WaitGroup
	mu       sync.Mutex
	rw       sync.RWMutex
	requests chan stateRequest
	values   map[int]int // number of writes by key
}

// stateRequest asks the owner to do something with the map.
type stateRequest struct {
	do   func()
	done chan struct{}
}

// stateResult is what Run returns.
type stateResult struct {
	Written int `json:"written"` // writes in the map
	Read    int `json:"read"`    // number of reads
}

// Run returns the numbers of writes and reads.
func (p *sharedState) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	p.values, p.requests = map[int]int{}, make(chan stateRequest)
	if p.sync == "channel" {
		go p.own()
	}
	reads := make([]int, p.readers)
	p.wg.Add(p.readers + p.writers)
	for i := range p.readers {
		go p.reader(ctx, &reads[i])
	}
	for key := range p.writers {
		go p.writer(ctx, key)
	}
	p.wg.Wait()
	close(p.requests)
	var result stateResult
	for _, n := range p.values {
		result.Written += n
	}
	for _, n := range reads {
		result.Read += n
	}
	c.printf("%d writes and %d reads (--sync %s)", result.Written, result.Read, p.sync)
	return c.finish(ctx, result)
}

func (p *sharedState) reader(ctx context.Context, reads *int) {
	defer p.wg.Done()
	for i := 0; i < p.ops && ctx.Err() == nil; i++ {
		p.share(true, func() {
			defer trace.StartRegion(ctx, "read").End()
			_ = p.values[i%p.writers]
			nap(ctx, p.hold)
		})
		*reads++
	}
}

func (p *sharedState) writer(ctx context.Context, key int) {
	defer p.wg.Done()
	for i := 0; i < p.ops && ctx.Err() == nil; i++ {
		p.share(false, func() {
			defer trace.StartRegion(ctx, "write").End()
			p.values[key]++
			nap(ctx, p.hold)
		})
	}
}

// share calls do while this goroutine, or the owner on its behalf, has the map.
func (p *sharedState) share(reading bool, do func()) {
	switch {
	case p.sync == "channel":
		done := make(chan struct{})
		p.requests <- stateRequest{do, done}
		<-done
	case p.sync == "mutex":
		p.mu.Lock()
		defer p.mu.Unlock()
		do()
	case reading:
		p.rw.RLock()
		defer p.rw.RUnlock()
		do()
	default:
		p.rw.Lock()
		defer p.rw.Unlock()
		do()
	}
}

// own is the goroutine that owns the map; the others send to it.
func (p *sharedState) own() {
	for request := range p.requests {
		request.do()
		close(request.done)
	}
}
