// Package serve shows a trace of any size in the browser: the page of package report, served over HTTP. The page
// has an overview of the whole trace and requests windows of whatever is in view, down to single nanoseconds;
// these are read from the trace on request.
//
// How a page loads: the shell is sent at once; the server reads the trace, its beginning first; the page polls
// how much has been read (progress), shows what is ready (data), and then fetches windows (window). It keeps
// polling: when the trace's file changes, it says so, gets no more windows from a file that may mix two traces,
// and has the new trace read when the user wants that (reread; see edition.go).
//
// A trace reveals much about a program, and any page in a browser can send requests to this machine: see guard.go
// for what is refused.
//
// The package serves the command: it may change without notice.
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
	// beginningBytes is how much of a trace is read and shown first; a trace smaller than wholeBytes is read
	// soon enough as a whole.
	beginningBytes = 4 << 20
	wholeBytes     = 8 * beginningBytes
	// beginningSpans is how many spans the page of the beginning has: few enough to be ready soon.
	beginningSpans = 100_000
	// maxReads is how many windows are read and packed at a time. With many goroutines, each takes more than
	// 100 MB.
	maxReads = 1
	// maxWaiting is how many requests may wait for that, or for their windows to be sent, which take some MB
	// each. A page requests one at a time.
	maxWaiting = 15
)

// Draw makes the page of a trace.
type Draw func(*traceview.Summary, *traceview.Window) report.Page

// Trace is an open trace and how to draw its page.
type Trace struct {
	File *tracefile.File
	// Draw is called for the beginning of the trace, and then for all of it.
	Draw Draw
	// Close is called when the trace is no longer read; nil if the caller closes it.
	Close func()
}

// Server serves the page of one trace.
type Server struct {
	// MaxSpans limits the spans in the page's overview; beyond it, spans are merged.
	MaxSpans int
	// Reopen reopens the trace when its file has changed; nil if that is not possible.
	Reopen func(context.Context) (Trace, error)

	title     string
	token     string        // known to those who may see the trace
	reads     chan struct{} // a slot for each window being read
	places    chan struct{} // a slot for each window requested
	shell     func() []byte // the page without its data, compressed
	reopening sync.Mutex
	reopened  chan struct{} // signals an edition that is not being read yet

	mu      sync.Mutex
	edition *edition
}

// New returns a server of the trace in f, which the caller closes; title is the page's title until the trace has
// been read.
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

// Address returns the page's address for a server at host (HOST:PORT). It includes the token, without which
// nothing is answered: other users of this machine can reach the server too.
func (s *Server) Address(host string) string {
	return "http://" + host + "/?" + tokenParam + "=" + s.token
}

// Serve answers requests on l, which the user called addr, until ctx ends or the trace turns out to be
// unreadable. onSummary is called with the summary of the whole trace when it has been read.
func (s *Server) Serve(ctx context.Context, l net.Listener, addr string, onSummary func(*traceview.Summary)) error {
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
		if err := s.read(ctx, onSummary); err != nil {
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

// close closes the trace once it is no longer read.
func (s *Server) close() {
	e, done := s.use()
	done()
	e.retire()
}

// window reads and packs a part of a trace, from and to in ns after its start, as soon as a slot is free.
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
