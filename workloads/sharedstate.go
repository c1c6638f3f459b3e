package workloads

import (
	"context"
	_ "embed"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
	"time"

	"github.com/spf13/pflag"
)

//go:embed sharedstate.go
var sharedstateSource string

var sharedStateWorkload = &Workload{
	Name:    "sharedstate",
	Title:   "Readers and writers of one map: a mutex, a read-write mutex, or an owner behind a channel",
	Concept: SharedState,
	Source:  sharedstateSource,
	Description: `Several goroutines read one map and some write it; each holds it briefly. With --sync mutex one of them
has the map at a time. With rwmutex readers share it and a writer has it alone. With channel only one goroutine has it,
the owner, which serves the others' requests one by one.

Look at the regions "read" and "write", the times in which the map is held: readers overlap
with rwmutex, and never with the others. All other goroutines wait for "sync", or for "chan send" and "chan receive".`,
	New: func() Program { return new(sharedState) },
	Claims: []Claim{
		{
			ID: "all-writes", region: "write", check: allWritesArrive,
			Text: "All writes arrive.",
		},
		{
			ID: "readers-overlap", region: "read", applies: stateUses("rwmutex"), check: readersOverlap,
			Text: "With a read-write mutex readers overlap in time.",
		},
		{
			ID: "readers-alone", region: "read", applies: stateUses("mutex", "channel"), check: readersAlone,
			Text: "With a mutex or an owner, readers never overlap.",
		},
		{
			ID: "writers-alone", region: "write", check: writersAlone,
			Text: "A writer has the map to itself: no other writer and no reader overlaps it.",
		},
	},
}

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

func (p *sharedState) Flags(fs *pflag.FlagSet) {
	fs.StringVar(&p.sync, "sync", "rwmutex", "`how` the map is shared: mutex, rwmutex or channel")
	fs.IntVar(&p.readers, "readers", 4, "number of readers")
	fs.IntVar(&p.writers, "writers", 2, "number of writers")
	fs.IntVar(&p.ops, "ops", 10, "how often each reads or writes")
	fs.DurationVar(&p.hold, "hold", time.Millisecond, "how long each holds the map, sleeping")
}

func (p *sharedState) Validate() error {
	return firstError(
		checkChoice("sync", p.sync, "mutex", "rwmutex", "channel"),
		checkInt("readers", p.readers, 1, 10_000),
		checkInt("writers", p.writers, 1, 10_000),
		checkInt("ops", p.ops, 1, 1_000_000),
		checkDuration("hold", p.hold, 0, time.Second),
	)
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
