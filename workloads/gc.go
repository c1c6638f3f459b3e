package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/debug"
	"runtime/trace"
	"sync"
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

// Run returns how many objects were allocated.
func (p *gcLoad) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	defer debug.SetGCPercent(debug.SetGCPercent(p.gogc))
	c := &console{w: out}
	for range p.goroutines {
		p.wg.Add(1)
		go p.allocate(ctx)
	}
	p.wg.Wait()
	c.printf("%d objects in %d trees", p.nodes, p.goroutines*p.trees)
	return c.finish(ctx, p.nodes)
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
