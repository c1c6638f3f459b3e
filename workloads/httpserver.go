package workloads

import (
	"context"
	_ "embed"
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

	"github.com/spf13/pflag"
)

//go:embed httpserver.go
var httpserverSource string

var httpServerWorkload = &Workload{
	Name:    "httpserver",
	Title:   "An HTTP server with background workers, shut down gracefully under load",
	Concept: Patterns,
	Source:  httpserverSource,
	Description: `A net/http server on the loopback interface answers the requests of --clients clients; each takes
--request. Meanwhile --workers background workers do something every --tick. After --for, or on SIGTERM or Ctrl-C, the
server shuts down: it closes its listener, finishes the requests in flight (within --deadline), and the workers end with
their context. With --abrupt it closes all connections at once instead.

Look at the region "shutdown" on main (G1): the requests in flight end inside it, and none begins. The
connections' goroutines wait for "network", and hold no thread while they do.`,
	New: func() Program { return new(httpServer) },
	Claims: []Claim{
		{
			ID: "in-flight-answered", region: "shutdown", check: inFlightAnswered,
			Text: "Requests in flight at the shutdown are answered.",
		},
		{
			ID: "no-new-requests", region: "shutdown", check: noNewRequests,
			Text: "No request is accepted once the listener is closed.",
		},
		{
			ID: "ours-end", region: "shutdown", check: serverGoroutinesEnd,
			Text: "All of the program's own goroutines end.",
		},
		{
			ID: "network-waits", region: "request", check: networkWaits,
			Text: "Goroutines wait for \"network\", and mostly the network poller makes them runnable.",
		},
	},
}

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

func (p *httpServer) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.IntVar(&p.clients, "clients", 4, "number of clients, each with one request at a time")
	fs.IntVar(&p.workers, "workers", 3, "number of background workers")
	fs.DurationVar(&p.request, "request", 200*time.Millisecond, "how long a request takes (see --scale)")
	fs.DurationVar(&p.tick, "tick", 2*time.Second, "how often a background worker does something, "+
		"as documented (see --scale)")
	fs.DurationVar(&p.stay, "for", 5*time.Second, "shut down after this time (see --scale)")
	fs.DurationVar(&p.timeout, "deadline", 10*time.Second, "how long the shutdown may take, as documented (not scaled)")
	fs.BoolVar(&p.abrupt, "abrupt", false, "close all connections instead of shutting down gracefully")
}

func (p *httpServer) Validate() error {
	return firstError(
		p.validate(),
		checkInt("clients", p.clients, 1, 1000),
		checkInt("workers", p.workers, 0, 1000),
		checkDuration("request", p.request, 0, time.Minute),
		checkDuration("tick", p.tick, 10*time.Millisecond, time.Minute),
		checkDuration("for", p.stay, 10*time.Millisecond, 10*time.Minute),
		checkDuration("deadline", p.timeout, time.Millisecond, time.Minute),
	)
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
