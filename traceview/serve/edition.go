package serve

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync"

	"schedviz/traceview"
	"schedviz/traceview/fault"
	"schedviz/traceview/report"
	"schedviz/traceview/tracefile"
	"schedviz/traceview/words"
)

// edition is the trace as it was when opened. When its file changes, the server keeps serving it until somebody
// asks for the next edition; each page belongs to one edition.
type edition struct {
	number int // starting at 1
	trace  Trace
	ended  context.Context // when the next one has replaced it
	end    context.CancelFunc
	users  sync.WaitGroup // of the file

	mu        sync.Mutex
	read      int64          // bytes
	beginning *report.Served // nil until it is ready, and once the whole is
	whole     *report.Served // nil until it is ready
	err       error          // why the whole trace can't be shown
}

func newEdition(number int, t Trace) *edition {
	e := &edition{number: number, trace: t}
	e.ended, e.end = context.WithCancel(context.Background())
	return e
}

// use returns the current edition, whose file stays open until done is called.
func (s *Server) use() (e *edition, done func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.edition.users.Add(1)
	return s.edition, s.edition.users.Done
}

// retire ends an edition, and closes its file once it is no longer in use.
func (e *edition) retire() {
	e.end()
	e.users.Wait()
	if e.trace.Close != nil {
		e.trace.Close()
	}
}

// reread reopens the trace if the file of edition number, or of a later one that replaced it, has changed. Pages
// then get the new edition.
func (s *Server) reread(ctx context.Context, number int) error {
	s.reopening.Lock()
	defer s.reopening.Unlock()
	old, done := s.use()
	defer done()
	if old.number != number || old.change() == "" || s.Reopen == nil {
		return nil
	}
	t, err := s.Reopen(ctx)
	if err != nil {
		return err
	}
	s.mu.Lock()
	s.edition = newEdition(number+1, t)
	s.mu.Unlock()
	go old.retire()
	select {
	case s.reopened <- struct{}{}:
	default:
	}
	return nil
}

// read reads each new edition until ctx ends, or fails if the first one is unreadable. onSummary is called with each
// summary.
func (s *Server) read(ctx context.Context, onSummary func(*traceview.Summary)) error {
	for last := 0; ; {
		e, done := s.use()
		if e.number > last {
			last = e.number
			sum, err := s.readEdition(ctx, e)
			switch {
			case err == nil:
				onSummary(sum)
			case last == 1 && e.ended.Err() == nil:
				done()
				return err
			}
		}
		done()
		select {
		case <-s.reopened:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// readEdition reads a trace. Meanwhile the server reports its progress.
func (s *Server) readEdition(ctx context.Context, e *edition) (*traceview.Summary, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(e.ended, cancel)()
	sum, err := e.readAll(ctx, s.MaxSpans)
	if err != nil {
		e.mu.Lock()
		e.err = err
		e.mu.Unlock()
	}
	return sum, err
}

func (e *edition) readAll(ctx context.Context, maxSpans int) (_ *traceview.Summary, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fault.Caught(p, "making the page")
		}
	}()
	if err := e.readBeginning(ctx, min(maxSpans, beginningSpans)); err != nil {
		return nil, err
	}
	f := e.trace.File
	f.OnProgress(func(read, _ int64) {
		e.mu.Lock()
		e.read = read
		e.mu.Unlock()
	})
	sum, overview, err := f.Overview(ctx, maxSpans)
	f.OnProgress(nil)
	if err != nil {
		return nil, err
	}
	whole, err := report.Serve(e.trace.Draw(sum, overview), true)
	if err != nil {
		return nil, err
	}
	e.mu.Lock()
	e.whole, e.beginning = whole, nil
	e.mu.Unlock()
	return sum, nil
}

// readBeginning makes a page of the first generations.
func (e *edition) readBeginning(ctx context.Context, maxSpans int) error {
	if e.trace.File.Size() < wholeBytes {
		return nil
	}
	head := e.trace.File.Head(beginningBytes)
	if head == nil {
		return nil
	}
	sum, w, err := head.Overview(ctx, maxSpans)
	if ctx.Err() != nil {
		return err
	}
	if err != nil {
		return nil // the whole trace may be readable; otherwise its error says why
	}
	page := e.trace.Draw(sum, w)
	page.Warnings = []string{fmt.Sprintf("This is the beginning of the trace, the first %s: the rest is being read, "+
		"and then this page will show all of it.", words.Duration(w.To.Sub(w.From)))}
	beginning, err := report.Serve(page, false)
	if err != nil {
		return err
	}
	e.mu.Lock()
	e.beginning = beginning
	e.mu.Unlock()
	return nil
}

// part returns the page data of that name; nil if not ready.
func (e *edition) part(name string) *report.Served {
	e.mu.Lock()
	defer e.mu.Unlock()
	switch name {
	case "beginning":
		return e.beginning
	case "whole":
		return e.whole
	}
	return nil
}

// progress returns how much of the trace has been read.
func (e *edition) progress() progress {
	e.mu.Lock()
	p := progress{Edition: e.number, Read: e.read, Size: e.trace.File.Size(), Beginning: e.beginning != nil, Whole: e.whole != nil}
	if e.err != nil {
		p.Error = e.err.Error()
	}
	e.mu.Unlock()
	p.Changed = e.change()
	return p
}

// change says how the trace's file has changed; "" if it has not.
func (e *edition) change() string {
	switch e.trace.File.Change() {
	case tracefile.Rewritten:
		return "The trace’s file has been rewritten since it was opened: this page reads nothing more from it."
	case tracefile.Replaced:
		return "Another file has replaced this trace’s file: this page still shows the old one."
	case tracefile.Grown:
		return "The trace’s file has grown since it was opened: this page shows its earlier content."
	}
	return ""
}

// errRewritten is why there are no more windows of a trace.
var errRewritten = errors.New("the trace’s file has been rewritten")

// windowOf packs a part of the trace, unless its file may be a mix of two traces by now.
func (s *Server) windowOf(ctx context.Context, e *edition, whole *report.Served, from, to int64) ([]byte, error) {
	if err := e.checkFile(); err != nil {
		return nil, err
	}
	packed, err := s.window(ctx, e.trace.File, whole, from, to)
	return packed, cmp.Or(e.checkFile(), err)
}

// checkFile returns an error if data read from the file may come from two traces.
func (e *edition) checkFile() error {
	if e.trace.File.Change() == tracefile.Rewritten {
		return errRewritten
	}
	return nil
}
