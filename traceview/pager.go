package traceview

import (
	"context"
	"errors"
)

// pager collects the events of a generation in pages, and hands on each that is full.
type pager struct {
	emit func(page) error
	page page

	texts map[string]uint32
	named [4]int // how many goroutines, threads, texts and stacks the pages before this one have named
	pages int    // handed on
	known handed // handed on before, by another reader of the same generation
}

// handed says what of a generation has been handed on: some pages, and the names in them.
type handed struct {
	pages int
	named [4]int
}

func newPager(emit func(page) error, known handed) *pager {
	return &pager{emit: emit, page: page{events: newEvents()}, texts: make(map[string]uint32), known: known}
}

// place returns where the next event is to be written; it counts when it is added.
func (p *pager) place() *event {
	n := len(p.page.events)
	return &p.page.events[:n+1][n]
}

func (p *pager) added() { p.page.events = p.page.events[:len(p.page.events)+1] }

func (p *pager) full() bool { return len(p.page.events) >= fullPage }

// flush hands on the page, and begins the next one.
func (p *pager) flush(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	pg := p.page
	p.page = page{events: newEvents()}
	p.count(&pg.names)
	p.pages++
	switch {
	case p.pages > p.known.pages:
		return p.emit(pg)
	case p.pages == p.known.pages && p.named != p.known.named:
		// What comes now would be misunderstood.
		pg.recycle()
		return errors.Join(errDisagree, p.end(page{err: errDisagree}))
	}
	pg.recycle()
	return nil
}

// errDisagree says that two readers do not name the same things in a generation.
const errDisagree = damage("it reads in one way and in another")

// count counts the names of a page that is done.
func (p *pager) count(n *names) {
	for i, more := range [4]int{len(n.gs), len(n.threads), len(n.texts), len(n.stacks)} {
		p.named[i] += more
	}
}

// handed returns what has been handed on so far.
func (p *pager) handed() handed { return handed{p.pages, p.named} }

// finish hands on the last page; err is why the generation ends there, nil if all is well.
func (p *pager) finish(err error) error {
	if p.pages < p.known.pages {
		// More has been handed on than can be read. Nobody needs the last page's names.
		p.page.recycle()
		p.page = page{}
	}
	p.page.err = err
	return p.end(p.page)
}

func (p *pager) end(last page) error {
	last.end = true
	return p.emit(last)
}

// These are the events that say more than an event's fields have room for. Their texts
// and goroutines are numbers.

func (p *pager) metric(name string, value uint64) event {
	return event{op: opMetric, text: p.text(name), stack: p.more(more{value: value})}
}

func (p *pager) task(o op, typ uint32, id, parent uint64) event {
	return event{op: o, text: typ, stack: p.more(more{id: id, parent: parent})}
}

func (p *pager) region(o op, g, typ uint32, task uint64) event {
	return event{op: o, g: g, text: typ, stack: p.more(more{id: task})}
}

func (p *pager) log(g, category uint32, task uint64, message string) event {
	return event{op: opLog, g: g, text: category, stack: p.more(more{id: task, message: message})}
}

// more keeps what an event's fields have no room for, and returns its place.
func (p *pager) more(m more) uint32 {
	p.page.more = append(p.page.more, m)
	return uint32(len(p.page.more) - 1)
}

func (p *pager) text(s string) uint32 {
	if s == "" {
		return 0
	}
	n, ok := p.texts[s]
	if !ok {
		n = uint32(len(p.texts)) + 1
		p.texts[s] = n
		p.page.texts = append(p.page.texts, s)
	}
	return n
}
