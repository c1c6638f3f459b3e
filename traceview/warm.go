package traceview

import (
	"context"
	"errors"
	"slices"
	"sort"
)

const (
	// warmBytes bounds the events that are kept for the next window.
	warmBytes = 96 << 20
	// warmGenerations is how many generations a window may touch for them to be kept.
	warmGenerations = 2
	// stopPages is how many pages there are from one stop to the next, at least.
	stopPages = 8
	// stopBytes bounds the stops of one generation.
	stopBytes = 16 << 20
)

// warm is a generation whose events are kept, with stops on the way: a window in
// it reads nothing, and plays again only what is between the stop before it and
// its end. It does not change once it is there.
type warm struct {
	gen   int
	pages []page
	stops []stop // ascending; none before the first page, where a checkpoint is
	bytes int
	// symbols are those known at its end. Playing it again adds none, so that
	// several machines can share them.
	symbols symbols
	// firsts are, of the trace's first generation, the first event about each
	// goroutine; see [machine.foretell].
	firsts page
}

// stop is the machine before a page.
type stop struct {
	page  int
	names translation
	machineState
}

// warmed returns generation gen if it is kept, and marks it as used.
func (f *File) warmed(gen int) *warm {
	f.mu.Lock()
	defer f.mu.Unlock()
	i := slices.IndexFunc(f.warm, func(w *warm) bool { return w.gen == gen })
	if i < 0 {
		return nil
	}
	w := f.warm[i]
	f.warm = append(slices.Delete(f.warm, i, i+1), w)
	return w
}

// keepWarm adds a generation to those that are kept, and drops the ones that have
// not been used for longest.
func (f *File) keepWarm(w *warm) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.warm = append(f.warm, w)
	total := 0
	for i, x := range slices.Backward(f.warm) {
		if total += x.bytes; total > warmBytes {
			f.warm = slices.Clone(f.warm[i+1:])
			return
		}
	}
}

// warmUp returns the generations from first up to last, which it reads if they
// are not kept. It returns nil if they are too many or too large to be kept, or
// damaged: whoever wants their spans reads them then, and keeps nothing.
func (f *File) warmUp(ctx context.Context, first, last int) ([]*warm, error) {
	if last-first > warmGenerations {
		return nil, nil
	}
	// One at a time: whoever waits here mostly wants the same generation.
	select {
	case f.warming <- struct{}{}:
		defer func() { <-f.warming }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	var all []*warm
	for gen := first; gen < last; gen++ {
		w := f.warmed(gen)
		if w == nil {
			var err error
			if w, err = f.readWarm(ctx, gen); w == nil || err != nil {
				return nil, err
			}
			f.keepWarm(w)
		}
		all = append(all, w)
	}
	return all, nil
}

// errTooLarge ends the reading of a generation that cannot be kept.
var errTooLarge = errors.New("too large to keep")

// readWarm reads a generation to keep it; nil if it is too large, or damaged.
func (f *File) readWarm(ctx context.Context, gen int) (*warm, error) {
	m := newMachine(f.version.hasGenerations(), nil)
	first := f.resume(m, gen)
	w := &warm{gen: gen}
	every, size, seen := stopPages, 0, make(map[uint32]bool)
	at := first - 1
	err := f.play(ctx, first, gen+1, func(g int, p page) error {
		if g != at {
			at = g
			f.keep(g, m)
			m.beginGeneration()
		}
		if g < gen {
			defer p.recycle()
			return m.play(p, never)
		}
		if n := len(w.pages); n > 0 && n%every == 0 {
			s := m.stop(n)
			size += s.size()
			if w.stops = append(w.stops, s); size > stopBytes {
				every, size = 2*every, size/2
				w.stops = slices.DeleteFunc(w.stops, func(s stop) bool { return s.page%every != 0 })
			}
		}
		if g == 0 {
			w.note(&p, seen)
		}
		w.pages = append(w.pages, p)
		if w.bytes += p.bytes(); w.bytes > warmBytes {
			return errTooLarge
		}
		if err := m.play(p, never); err != nil {
			return err
		}
		return p.err
	})
	var d damage
	switch {
	case errors.Is(err, errTooLarge) || errors.As(err, &d):
		return nil, nil
	case err != nil:
		return nil, err
	case m.events == 0:
		return nil, nil
	}
	w.symbols = m.symbols
	w.symbols.scratch = nil
	return w, nil
}

// note keeps the first event about each goroutine.
func (w *warm) note(p *page, seen map[uint32]bool) {
	for _, ev := range p.events {
		if ev.op == opGo && !seen[ev.g] {
			seen[ev.g] = true
			w.firsts.events = append(w.firsts.events, ev)
		}
	}
}

// stop saves the machine before page n.
func (m *machine) stop(n int) stop {
	names := translation{
		gs: slices.Clone(m.page.gs), threads: slices.Clip(m.page.threads),
		texts: slices.Clip(m.page.texts), stacks: slices.Clip(m.page.stacks),
	}
	return stop{page: n, machineState: m.save(names.gs), names: names}
}

func (s *stop) size() int { return s.machineState.size() + 4*len(s.names.gs) }

// before returns the last stop at or before a moment; nil is the generation's begin.
func (w *warm) before(t Time) *stop {
	i := sort.Search(len(w.stops), func(i int) bool { return w.stops[i].now > t })
	if i == 0 {
		return nil
	}
	return &w.stops[i-1]
}

// replay returns a machine that has played kept generations up to time to, from
// the last stop at or before from; past tells that there is more in them.
func (f *File) replay(all []*warm, from, to Time, sinks []sink) (m *machine, past bool) {
	m = newMachine(f.version.hasGenerations(), sinks)
	sy := all[len(all)-1].symbols // which has the same numbers for those of the earlier ones
	s := all[0].before(from)
	if s != nil {
		m.restore(&s.machineState, sy)
		m.page = s.names.clone()
	} else {
		f.restore(m, all[0].gen, sy)
	}
	for i, w := range all {
		pages := w.pages
		if i == 0 && s != nil {
			pages = pages[s.page:]
		} else {
			m.beginGeneration()
		}
		for n := range pages {
			if m.play(pages[n], to) != nil {
				w.foretell(m, pages[n+1:])
				return m, true
			}
		}
	}
	return m, false
}

// foretell tells m of the goroutines that the trace mentions only after the window.
func (w *warm) foretell(m *machine, rest []page) {
	if w.gen > 0 {
		return
	}
	for i := range rest {
		m.learn(&rest[i].names)
	}
	m.foretell(&w.firsts)
}

func (x *translation) clone() translation {
	return translation{slices.Clone(x.gs), slices.Clone(x.threads), slices.Clone(x.texts), slices.Clone(x.stacks)}
}
