package traceview

import (
	"context"
	"errors"
	"hash/maphash"
	"unsafe"
)

// pager collects the events of a generation in pages, and hands on each that is full.
type pager struct {
	emit   func(page) error
	events int // a page is handed on when it has so many
	page   page

	texts  numberer[string]
	labels numberer[uint64] // by hash, for there may be very many
	named  [numNames]int    // how many of each kind of names the pages before this one have
	pages  int              // handed on
	known  handed           // handed on before, by another reader of the same generation
}

// handed says what of a generation has been handed on: some pages, and the names in them.
type handed struct {
	pages int
	named [numNames]int
}

// numNames is how many kinds of names there are.
const numNames = 6

func newPager(emit func(page) error, events int, known handed) *pager {
	return &pager{
		emit: emit, events: events, page: page{events: newEvents()},
		texts: newNumberer[string](), labels: newNumberer[uint64](), known: known,
	}
}

// place returns where the next event is to be written; it counts when it is added.
func (p *pager) place() *event {
	n := len(p.page.events)
	return &p.page.events[:n+1][n]
}

func (p *pager) added() { p.page.events = p.page.events[:len(p.page.events)+1] }

func (p *pager) full() bool { return len(p.page.events) >= p.events || p.page.extra >= pageExtra }

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
	for i, more := range [numNames]int{len(n.gs), len(n.threads), len(n.texts), len(n.labels), len(n.frames), len(n.stacks)} {
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
	last.trim()
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
	if p.page.more == nil {
		p.page.more = *morePool.Get().(*[]more)
	}
	p.page.more = append(p.page.more, m)
	p.page.extra += int(unsafe.Sizeof(m)) + len(m.message)
	return uint32(len(p.page.more) - 1)
}

func (p *pager) text(s string) uint32 { return nameString(p, &p.texts, s, &p.page.texts, s) }

func (p *pager) label(s string) uint32 {
	return nameString(p, &p.labels, maphash.String(labelSeed, s), &p.page.labels, s)
}

var labelSeed = maphash.MakeSeed()

// nameString returns the number of s, whose key is in numbers, and adds it to the page's
// names if it is new.
func nameString[K comparable](p *pager, numbers *numberer[K], key K, names *[]string, s string) uint32 {
	if s == "" {
		return 0
	}
	n, fresh := numbers.number(key)
	if fresh {
		*names = append(*names, s)
		p.page.extra += int(unsafe.Sizeof(s)) + len(s)
	}
	return n
}

func (p *pager) frame(f Frame) {
	f.Func = symbolName(f.Func)
	p.page.frames = append(p.page.frames, f)
	p.page.extra += int(unsafe.Sizeof(f))
}

func (p *pager) stack(frames []uint32) {
	p.page.stacks = append(p.page.stacks, frames)
	p.page.extra += int(unsafe.Sizeof(frames)) + 4*len(frames)
}
