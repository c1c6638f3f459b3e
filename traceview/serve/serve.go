// Package serve shows a trace of any size in the browser: the page of package report,
// from a server of its own. The page has an overview of the whole trace, and asks for
// windows of what is looked at, down to single nanoseconds; these are read from the
// trace as they are asked for.
//
// The way of a page: the shell comes at once; [Server.Read] reads the trace, its
// beginning first; the page asks how far that is (progress), shows what there is (data),
// and then fetches windows (window). It goes on asking: when the trace's file changes, it
// says so, no longer gets windows of what may be two traces in one file, and has the new
// trace read when its reader wants that (reread; see edition.go).
//
// A trace tells much of a program, and anything in a browser can send requests to this
// machine: see guard.go for what is refused.
package serve

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"math"
	"net"
	"net/http"
	"sync"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/tracefile"
)

const (
	// beginningBytes is how much of a trace is read before the rest, to have
	// something to show; of a trace smaller than wholeBytes the rest comes soon enough.
	beginningBytes = 4 << 20
	wholeBytes     = 8 * beginningBytes
	// beginningSpans is how many spans its page has: few enough to be there soon.
	beginningSpans = 100_000
	// maxReads is how many windows are read and packed at a time. With many goroutines
	// each takes more than 100 MB.
	maxReads = 1
	// maxWaiting is how many more may wait for that, or for their windows to be sent,
	// which take some MB each. A page asks for one at a time.
	maxWaiting = 15
)

// Draw makes the page of a trace.
type Draw func(*traceview.Summary, *traceview.Window) report.Page

// Trace is an open trace, and how its page is made.
type Trace struct {
	File *tracefile.File
	// Draw is called with the beginning of the trace, and then with all of it.
	Draw Draw
	// Close is called when the trace is no longer read; nil if its opener closes it.
	Close func()
}

// Server serves the page of one trace.
type Server struct {
	// MaxSpans is how many spans the page's overview may have; with more, it is merged.
	MaxSpans int
	// Reopen opens the trace anew when its file has changed; nil if it cannot be.
	Reopen func(context.Context) (Trace, error)

	title     string
	token     string        // what those who may see the trace know
	reads     chan struct{} // has room for each window that is read
	places    chan struct{} // has room for each window that is asked for
	shell     func() []byte // the page without its data, compressed
	reopening sync.Mutex
	reopened  chan struct{} // has one when there is an edition that nobody reads yet

	mu      sync.Mutex
	edition *edition
}

// New returns a server of the trace in f, which its caller closes; title is what its
// page is called until more is known.
func New(f *tracefile.File, title string, draw Draw) *Server {
	s := &Server{
		MaxSpans: report.MaxSpans, title: title, token: rand.Text(),
		reads: make(chan struct{}, maxReads), places: make(chan struct{}, maxReads+maxWaiting),
		shell:    sync.OnceValue(func() []byte { return zippedShell(title) }),
		reopened: make(chan struct{}, 1),
	}
	s.edition = newEdition(1, Trace{File: f, Draw: draw})
	return s
}

// Address is where the page is, of a server that is reached at host, HOST:PORT. It has
// the token without which nothing is answered: other users of this machine can reach
// the server too.
func (s *Server) Address(host string) string {
	return "http://" + host + "/?" + tokenParam + "=" + s.token
}

// Serve answers requests on l, of which addr is what the user called it, until ctx ends
// or the trace turns out to be unreadable. tell is called with the summary of the whole
// trace when that has been read.
func (s *Server) Serve(ctx context.Context, l net.Listener, addr string, tell func(*traceview.Summary)) error {
	until := ctx
	ctx, cancel := context.WithCancelCause(ctx)
	srv := &http.Server{
		Handler:           s.Handler(hostsOf(addr, l.Addr())),
		BaseContext:       func(net.Listener) context.Context { return ctx },
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      5 * time.Minute,
		IdleTimeout:       5 * time.Minute,
		MaxHeaderBytes:    16 << 10,
	}
	defer context.AfterFunc(ctx, func() { srv.Close() })()
	var reading sync.WaitGroup
	defer s.close()
	defer reading.Wait()
	defer cancel(nil)
	reading.Go(func() {
		if err := s.read(ctx, tell); err != nil {
			cancel(err)
		}
	})
	err := srv.Serve(l)
	switch {
	case until.Err() != nil:
		return nil
	case errors.Is(err, http.ErrServerClosed):
		return context.Cause(ctx)
	}
	return err
}

// close closes the trace, when it is no longer read.
func (s *Server) close() {
	e, done := s.use()
	done()
	e.retire()
}

// window reads a part of a trace, from and to in ns after its start, as soon as there
// is room for that, and packs it.
func (s *Server) window(ctx context.Context, f *tracefile.File, served *report.Served, from, to int64) ([]byte, error) {
	select {
	case s.reads <- struct{}{}:
		defer func() { <-s.reads }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	start := served.From()
	at := func(ns int64) traceview.Time { return start + min(traceview.Time(ns), math.MaxInt64-start) }
	w, err := f.Window(ctx, at(from), at(to), report.MaxWindowSpans)
	if err != nil {
		return nil, err
	}
	var packed bytes.Buffer
	err = served.Write(&packed, w)
	return packed.Bytes(), err
}
