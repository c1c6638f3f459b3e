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

// million is the program: very many waiting goroutines.
type million struct {
	goroutines, stack int
	hold              time.Duration
	lock              bool

	gate    chan struct{}
	wg      sync.WaitGroup
	arrived atomic.Int64
}

// millionResult is what Run returns.
type millionResult struct {
	Memory   figure `json:"memory"`   // of a goroutine, according to the Go runtime
	Resident figure `json:"resident"` // of a goroutine, according to the kernel
	Creation figure `json:"creation"` // of a goroutine
	// Race reports whether the race detector was on, which makes the figures meaningless.
	Race bool `json:"race,omitempty"`
}

// Run returns the costs of a goroutine.
func (p *million) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	p.gate = make(chan struct{})
	created := make([]float64, p.goroutines)
	resident, _, _ := processMemory()
	memory := goMemory()
	started := p.start(ctx, created)
	for p.arrived.Load() < int64(started) {
		time.Sleep(time.Millisecond)
	}
	var result millionResult
	trace.WithRegion(ctx, "all alive", func() {
		nap(ctx, p.hold)
		more, _, _ := processMemory()
		n := float64(max(started, 1))
		result = millionResult{
			Memory:   figure{What: "memory of a goroutine", Unit: "bytes", Low: 2e3, High: 4e3}.measured((goMemory() - memory) / n),
			Resident: figure{What: "resident memory for each", Unit: "bytes"}.measured(float64(more-resident) / n),
			Creation: figure{What: "creation of a goroutine", Unit: "ns", Low: 1000, High: 2000}.measured(created[:started]...),
			Race:     raceEnabled,
		}
	})
	close(p.gate)
	p.wg.Wait()
	c.printf("%d goroutines: %v", p.goroutines, figuresText(result.Memory, result.Resident, result.Creation))
	return c.finish(ctx, result)
}

// start starts the goroutines, records how long each go statement took, in nanoseconds, and returns how many it
// started before ctx ended.
func (p *million) start(ctx context.Context, took []float64) int {
	for i := range took {
		if i%1000 == 0 && ctx.Err() != nil {
			return i
		}
		p.wg.Add(1)
		before := time.Now()
		go p.goroutine()
		took[i] = float64(time.Since(before))
	}
	return len(took)
}

func (p *million) goroutine() {
	defer p.wg.Done()
	if p.lock {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
	}
	p.wait(p.stack)
}

// wait waits for the gate, stack bytes down the stack.
func (p *million) wait(stack int) byte {
	var frame [256]byte
	if stack > 0 {
		frame[stack%len(frame)] = p.wait(stack - len(frame))
		return frame[0]
	}
	p.arrived.Add(1)
	<-p.gate
	return frame[0]
}
