package workloads

import (
	"context"
	"fmt"
	"io"
	"net"
	"runtime"
	"runtime/trace"
	"sync"
	"sync/atomic"
	"time"
)

// netPoll is the program: goroutines that read from sockets.
type netPoll struct {
	connections int
	hold        time.Duration
	pipes       bool

	wg     sync.WaitGroup
	failed atomic.Int64
}

// Run returns the number of connections.
func (p *netPoll) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	writers, err := p.connect(ctx)
	if err == nil {
		trace.WithRegion(ctx, "hold", func() { nap(ctx, p.hold) })
		for _, w := range writers {
			if _, err := w.Write([]byte("x")); err != nil {
				p.failed.Add(1)
			}
		}
	}
	for _, w := range writers {
		w.Close()
	}
	p.wg.Wait()
	if err != nil {
		return nil, fmt.Errorf("make %d loopback connections: %w", p.connections, err)
	}
	if n := p.failed.Load(); n > 0 {
		return nil, fmt.Errorf("read from %d loopback connections: %d failed", p.connections, n)
	}
	c.printf("%d goroutines each read from a connection", p.connections)
	return c.finish(ctx, p.connections)
}

// connect makes the connections and starts their readers. It returns the write ends of the connections made.
func (p *netPoll) connect(ctx context.Context) (writers []net.Conn, err error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	defer listener.Close()
	for range p.connections {
		r, w, err := p.pair(listener)
		if err != nil {
			return writers, err
		}
		writers = append(writers, w)
		p.wg.Add(1)
		go p.reader(ctx, r)
	}
	return writers, nil
}

// pair returns the two ends of a new connection.
func (p *netPoll) pair(listener net.Listener) (r, w net.Conn, err error) {
	if p.pipes {
		r, w = net.Pipe()
		return r, w, nil
	}
	w, err = net.Dial("tcp", listener.Addr().String())
	if err != nil {
		return nil, nil, err
	}
	r, err = listener.Accept()
	if err != nil {
		w.Close()
		return nil, nil, err
	}
	return r, w, nil
}

func (p *netPoll) reader(ctx context.Context, r net.Conn) {
	defer p.wg.Done()
	defer r.Close()
	if _, err := r.Read(make([]byte, 1)); err != nil && ctx.Err() == nil {
		p.failed.Add(1)
	}
}
