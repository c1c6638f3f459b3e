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
	abrupt, deaf                 bool

	url      string
	wg       sync.WaitGroup // of the server and the clients
	working  sync.WaitGroup // of the workers
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
	c.printf("serving %s", p.url)
	server := &http.Server{Handler: http.HandlerFunc(p.handle)}
	background, end := context.WithCancel(ctx)
	defer end()
	p.start(background, server, listener)

	select {
	case <-until.Done():
		c.printf("shutting down: %v", context.Cause(until))
	case <-time.After(p.of(p.stay)):
	}
	forced := p.shutdown(ctx, server)
	end()
	p.wg.Wait()
	if !p.deaf {
		p.working.Wait()
	}
	result := httpResult{p.answered.Load(), p.broken.Load(), p.ticks.Load(), forced}
	c.printf("%d requests answered, %d broken; %d ticks of %d workers",
		result.Answered, result.Broken, result.Ticks, p.workers)
	return c.finish(ctx, result)
}

// start starts the server, the workers and the clients.
func (p *httpServer) start(ctx context.Context, server *http.Server, listener net.Listener) {
	p.wg.Add(1 + p.clients)
	go p.serve(server, listener)
	for i := range p.clients {
		go p.client(ctx, i)
	}
	if p.deaf { // a bug: the workers do not see the end of ctx
		ctx = context.WithoutCancel(ctx)
	}
	p.working.Add(p.workers)
	for range p.workers {
		go p.worker(ctx)
	}
}

// shutdown ends the server, and reports whether requests had to be cut off.
func (p *httpServer) shutdown(ctx context.Context, server *http.Server) (forced bool) {
	defer trace.StartRegion(ctx, "shutdown").End()
	if p.abrupt {
		server.Close()
		return true
	}
	ctx, cancel := context.WithTimeout(ctx, p.timeout)
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
	select {
	case <-time.After(p.of(p.request)):
		fmt.Fprintln(w, "answer to", r.URL.Path)
	case <-r.Context().Done(): // the connection is closed
	}
}

// worker does something at every tick, until ctx ends.
func (p *httpServer) worker(ctx context.Context) {
	defer p.working.Done()
	for {
		select {
		case <-time.After(p.of(p.tick)):
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
