package workloads

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"runtime/trace"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

// httpServer is the program: a server, its clients and its background workers.
type httpServer struct {
	scaled
	clients, workers             int
	request, tick, stay, timeout time.Duration
	abrupt                       bool

	url      string
	wg       sync.WaitGroup
	answered atomic.Int64
	broken   atomic.Int64
	ticks    atomic.Int64
}

// httpResult is what Run returns.
type httpResult struct {
	Answered int64 `json:"answered"`
	Broken   int64 `json:"broken"` // requests without an answer, not counting refused ones
	Ticks    int64 `json:"ticks"`
	Forced   bool  `json:"forced"` // the deadline passed before all requests were answered
}

// Run serves until the time is up, a signal arrives or ctx ends.
func (p *httpServer) Run(ctx context.Context, out io.Writer) (any, error) {
	until, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen on the loopback interface: %w", err)
	}
	p.url = "http://" + listener.Addr().String()
	background, end := context.WithCancel(ctx)
	defer end()

	server := &http.Server{Handler: http.HandlerFunc(p.handle)}
	p.wg.Add(1 + p.workers + p.clients)
	go p.serve(server, listener)
	for range p.workers {
		go p.worker(background)
	}
	for i := range p.clients {
		go p.client(background, i)
	}
	nap(until, p.of(p.stay))

	forced := p.shutdown(ctx, server)
	end()
	p.wg.Wait()
	result := httpResult{p.answered.Load(), p.broken.Load(), p.ticks.Load(), forced}
	c.printf("%d requests answered, %d broken; %d ticks of %d workers",
		result.Answered, result.Broken, result.Ticks, p.workers)
	return c.finish(ctx, result)
}

// shutdown ends the server, and reports whether requests had to be cut off.
func (p *httpServer) shutdown(ctx context.Context, server *http.Server) (forced bool) {
	defer trace.StartRegion(ctx, "shutdown").End()
	if p.abrupt {
		server.Close()
		return true
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), p.timeout)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		server.Close()
		return true
	}
	return false
}

// serve accepts connections until the server is shut down.
func (p *httpServer) serve(server *http.Server, listener net.Listener) {
	defer p.wg.Done()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		p.broken.Add(1)
	}
}

// handle answers a request, on a goroutine of net/http.
func (p *httpServer) handle(w http.ResponseWriter, r *http.Request) {
	defer trace.StartRegion(r.Context(), "request").End()
	trace.Log(r.Context(), "request", r.URL.Path)
	nap(context.WithoutCancel(r.Context()), p.of(p.request))
	fmt.Fprintln(w, "answer to", r.URL.Path)
}

// worker does something at every tick.
func (p *httpServer) worker(ctx context.Context) {
	defer p.wg.Done()
	ticker := time.NewTicker(p.of(p.tick))
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			p.ticks.Add(1)
		case <-ctx.Done():
			return
		}
	}
}

// client sends requests, each on its own connection, until one is refused.
func (p *httpServer) client(ctx context.Context, id int) {
	defer p.wg.Done()
	transport := &http.Transport{DisableKeepAlives: true}
	defer transport.CloseIdleConnections()
	browser := &http.Client{Transport: transport}
	for n := 0; ctx.Err() == nil; n++ {
		path := fmt.Sprintf("/%d/%d", id, n)
		if !p.ask(ctx, browser, path) {
			return
		}
	}
}

// ask sends one request, and reports whether the connection was accepted.
func (p *httpServer) ask(ctx context.Context, browser *http.Client, path string) bool {
	defer trace.StartRegion(ctx, "call").End()
	trace.Log(ctx, "call", path)
	response, err := browser.Get(p.url + path)
	if err == nil {
		_, err = io.Copy(io.Discard, response.Body)
		err = errors.Join(err, response.Body.Close())
	}
	if err == nil && response.StatusCode == http.StatusOK {
		p.answered.Add(1)
		trace.Log(ctx, "answered", path)
		return true
	}
	if !refused(err) {
		p.broken.Add(1)
	}
	trace.Log(ctx, "unanswered", path+" "+strconv.Quote(fmt.Sprint(err)))
	return false
}

// refused reports whether a request failed because no connection could be made.
func refused(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial"
}
