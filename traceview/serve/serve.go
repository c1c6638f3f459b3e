// Package serve shows a trace of any size in the browser: the page of package report,
// from a server of its own. The page has an overview of the whole trace, and asks for
// windows of what is looked at, down to single nanoseconds; these are read from the
// trace as they are asked for.
//
// The way of a page: the shell comes at once; [Server.Read] reads the trace, its
// beginning first; the page asks how far that is (progress), shows what there is (data),
// and then fetches windows (window).
//
// A trace tells much of a program, and anything in a browser can send requests to this
// machine: see guard.go for what is refused.
package serve

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net"
	"net/http"
	"sync"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/words"
)

const (
	// beginningBytes is how much of a trace is read before the rest, to have
	// something to show; of a trace smaller than wholeBytes the rest comes soon enough.
	beginningBytes = 4 << 20
	wholeBytes     = 8 * beginningBytes
	// beginningSpans is how many spans its page has: few enough to be there soon.
	beginningSpans = 100_000
	// maxReads is how many windows are read at a time. Each takes some 50 MB.
	maxReads = 2
)

// Draw makes the page of a trace.
type Draw func(*traceview.Summary, *traceview.Window) report.Page

// Server serves the page of one trace.
type Server struct {
	// MaxSpans is how many spans the page's overview may have; with more, it is merged.
	MaxSpans int

	file  *traceview.File
	title string
	draw  Draw
	reads chan struct{} // one token for each window that is read

	mu        sync.Mutex
	read      int64          // bytes
	beginning *report.Served // nil until it is there, and when the whole is
	whole     *report.Served // nil until it is there
	err       error          // why there will be no whole
}

// New returns a server of the trace in f; title is what its page is called until more
// is known. draw is called with the beginning of the trace, and then with all of it.
func New(f *traceview.File, title string, draw Draw) *Server {
	return &Server{MaxSpans: report.MaxSpans, file: f, title: title, draw: draw, reads: make(chan struct{}, maxReads)}
}

// Read reads the trace. Meanwhile the server tells how far that is.
func (s *Server) Read(ctx context.Context) (*traceview.Summary, error) {
	sum, err := s.readAll(ctx)
	if err != nil {
		s.mu.Lock()
		s.err = err
		s.mu.Unlock()
	}
	return sum, err
}

func (s *Server) readAll(ctx context.Context) (*traceview.Summary, error) {
	if err := s.readBeginning(ctx); err != nil {
		return nil, err
	}
	s.file.OnProgress(func(read, _ int64) {
		s.mu.Lock()
		s.read = read
		s.mu.Unlock()
	})
	sum, overview, err := s.file.Overview(ctx, s.MaxSpans)
	s.file.OnProgress(nil)
	if err != nil {
		return nil, err
	}
	whole, err := report.Serve(s.draw(sum, overview), true)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	s.whole, s.beginning = whole, nil
	s.mu.Unlock()
	return sum, nil
}

// readBeginning makes a page of the first generations.
func (s *Server) readBeginning(ctx context.Context) error {
	if s.file.Size() < wholeBytes {
		return nil
	}
	head := s.file.Head(beginningBytes)
	if head == nil {
		return nil
	}
	sum, w, err := head.Overview(ctx, min(s.MaxSpans, beginningSpans))
	if ctx.Err() != nil {
		return err
	}
	if err != nil {
		return nil // the whole may be better, and else says why
	}
	page := s.draw(sum, w)
	page.Warnings = []string{fmt.Sprintf("This is only the beginning, the first %s of the trace: the rest is being read, and this page then shows all of it.", words.Duration(w.To.Sub(w.From)))}
	beginning, err := report.Serve(page, false)
	if err != nil {
		return err
	}
	s.mu.Lock()
	s.beginning = beginning
	s.mu.Unlock()
	return nil
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
	defer reading.Wait()
	defer cancel(nil)
	reading.Go(func() {
		sum, err := s.Read(ctx)
		if err != nil {
			cancel(err)
			return
		}
		tell(sum)
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

// window reads a part of the trace, from and to in ns after its start, as soon as
// there is room for that.
func (s *Server) window(ctx context.Context, served *report.Served, from, to int64) (*traceview.Window, error) {
	select {
	case s.reads <- struct{}{}:
		defer func() { <-s.reads }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	start := served.From()
	return s.file.Window(ctx, start+traceview.Time(from), start+traceview.Time(min(to, math.MaxInt64-int64(start))), report.MaxWindowSpans)
}
