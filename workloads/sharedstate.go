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
	// Costs has the nanoseconds per read or write by --sync.
	Costs map[string]float64 `json:"costs"`
}

// Run returns the numbers of writes and reads.
func (p *sharedState) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	result := stateResult{Costs: map[string]float64{}}
	for _, way := range p.ways() {
		one := &sharedState{sync: way, readers: p.readers, writers: p.writers, ops: p.ops, hold: p.hold}
		one.use(ctx, c, &result)
	}
	return c.finish(ctx, result)
}

// ways returns the ways in which the map is shared, one after another.
func (p *sharedState) ways() []string {
	if p.sync == "all" {
		return []string{"mutex", "rwmutex", "channel"}
	}
	return []string{p.sync}
}

// use starts the readers and writers, waits for them, and adds what came of it to the result.
func (p *sharedState) use(ctx context.Context, c *console, result *stateResult) {
	p.values, p.requests = map[int]int{}, make(chan stateRequest)
	if p.sync == "channel" {
		go p.own()
	}
	reads, start := make([]int, p.readers), time.Now()
	p.wg.Add(p.readers + p.writers)
	for i := range p.readers {
		go p.reader(ctx, &reads[i])
	}
	for key := range p.writers {
		go p.writer(ctx, key)
	}
	p.wg.Wait()
	took := time.Since(start)
	close(p.requests)
	written, read := 0, 0
	for _, n := range p.values {
		written += n
	}
	for _, n := range reads {
		read += n
	}
	result.Written += written
	result.Read += read
	result.Costs[p.sync] = float64(took) / float64(max(written+read, 1))
	c.printf("%d writes and %d reads (--sync %s) in %s", written, read, p.sync, length(took))
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
