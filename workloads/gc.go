package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/debug"
	"runtime/trace"
	"sync"
	"time"
)

// gcLoad is the program: goroutines that allocate.
type gcLoad struct {
	goroutines, trees, depth, keep, gogc int

	wg    sync.WaitGroup
	mu    sync.Mutex
	nodes int
}

// node is an object with pointers, which the collector has to follow.
type node struct{ left, right *node }

// gcResult is what Run returns.
type gcResult struct {
	Nodes   int     `json:"nodes"` // of each round
	With    gcRound `json:"with"`
	Without gcRound `json:"without"`
}

// gcRound is how long a round took.
type gcRound struct {
	TookNS int64 `json:"took_ns"`
	// CPUNS is the process's CPU time in the round; 0 if unknown.
	CPUNS int64 `json:"cpu_ns"`
}

// Run builds the trees twice, with the collector and without it, and returns what that took.
func (p *gcLoad) Run(ctx context.Context, out io.Writer) (any, error) {
	const enough = 512 << 20 // bytes: at this limit there are collections even in the round without
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	with := p.round(ctx, "with collection", p.gogc)
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(enough))
	without := p.round(ctx, "without collection", -1)
	nodes := p.nodes / 2
	c.printf("%d objects in %d trees took %s with collection and %s without", nodes, p.goroutines*p.trees,
		length(time.Duration(with.TookNS)), length(time.Duration(without.TookNS)))
	return c.finish(ctx, gcResult{nodes, with, without})
}

// round runs all goroutines with this GOGC.
func (p *gcLoad) round(ctx context.Context, name string, gogc int) gcRound {
	defer debug.SetGCPercent(debug.SetGCPercent(gogc))
	defer trace.StartRegion(ctx, name).End()
	start, used := time.Now(), cpuTime()
	for range p.goroutines {
		p.wg.Add(1)
		go p.allocate(ctx)
	}
	p.wg.Wait()
	return gcRound{time.Since(start).Nanoseconds(), (cpuTime() - used).Nanoseconds()}
}

// allocate builds trees and counts their nodes.
func (p *gcLoad) allocate(ctx context.Context) {
	defer p.wg.Done()
	defer trace.StartRegion(ctx, "allocate").End()
	kept, nodes := make([]*node, p.keep), 0
	for i := 0; i < p.trees && ctx.Err() == nil; i++ {
		kept[i%p.keep] = grow(p.depth)
		nodes += kept[i%p.keep].size()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.nodes += nodes
}

// grow makes a tree.
func grow(depth int) *node {
	if depth == 0 {
		return nil
	}
	return &node{grow(depth - 1), grow(depth - 1)}
}

func (n *node) size() int {
	if n == nil {
		return 0
	}
	return 1 + n.left.size() + n.right.size()
}
