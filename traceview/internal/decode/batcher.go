package decode

import (
	"context"
	"errors"
	"hash/maphash"
	"unsafe"

	"schedviz/traceview"
)

// Batcher collects the events of a generation in batches, and hands on each that is full.
type Batcher struct {
	emit   func(Batch) error
	events int // a batch is handed on when it has so many
	batch  Batch

	texts   numberer[string]
	labels  numberer[uint64] // by hash, for there may be very many
	named   [numNames]int    // how many of each kind of names the batches before this one have
	batches int              // handed on
	skip    Emitted          // handed on before, by another reader of the same generation
}

// Emitted says what of a generation has been handed on: some batches, and the names in them.
type Emitted struct {
	batches int
	named   [numNames]int
}

// numNames is how many kinds of names there are.
const numNames = 6

// NewBatcher returns a batcher that hands batches of so many events to emit, but for those that were known before.
func NewBatcher(emit func(Batch) error, events int, known Emitted) *Batcher {
	return &Batcher{
		emit: emit, events: events, batch: Batch{Events: newEvents()},
		texts: newNumberer[string](), labels: newNumberer[uint64](), skip: known,
	}
}

// place returns where the next event is to be written; it counts when it is added.
func (p *Batcher) place() *Event {
	n := len(p.batch.Events)
	return &p.batch.Events[:n+1][n]
}

func (p *Batcher) added() { p.batch.Events = p.batch.Events[:len(p.batch.Events)+1] }

func (p *Batcher) full() bool {
	return len(p.batch.Events) >= p.events || p.batch.extraBytes >= batchExtra
}

// flush hands on the batch, and begins the next one.
func (p *Batcher) flush(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	pg := p.batch
	p.batch = Batch{Events: newEvents()}
	p.count(&pg.Names)
	p.batches++
	switch {
	case p.batches > p.skip.batches:
		return p.emit(pg)
	case p.batches == p.skip.batches && p.named != p.skip.named:
		// What comes now would be misunderstood.
		pg.Recycle()
		return errors.Join(errDisagree, p.end(Batch{Err: errDisagree}))
	}
	pg.Recycle()
	return nil
}

// errDisagree says that two readers do not name the same things in a generation.
const errDisagree = Damage("it reads in one way and in another")

// count counts the names of a batch that is done.
func (p *Batcher) count(n *Names) {
	for i, more := range [numNames]int{len(n.Gs), len(n.Threads), len(n.Texts), len(n.Labels), len(n.Frames), len(n.Stacks)} {
		p.named[i] += more
	}
}

// emitted returns what has been handed on so far.
func (p *Batcher) emitted() Emitted { return Emitted{p.batches, p.named} }

// finish hands on the last batch; err is why the generation ends there, nil if all is well.
func (p *Batcher) finish(err error) error {
	if p.batches < p.skip.batches {
		// More has been handed on than can be read. Nobody needs the last batch's names.
		p.batch.Recycle()
		p.batch = Batch{}
	}
	p.batch.Err = err
	return p.end(p.batch)
}

func (p *Batcher) end(last Batch) error {
	last.End = true
	last.trim()
	return p.emit(last)
}

// These are the events that say more than an event's fields have room for. Their texts
// and goroutines are numbers.

func (p *Batcher) metric(name string, value uint64) Event {
	return Event{Op: OpMetric, Text: p.text(name), Stack: p.extra(Extra{Value: value})}
}

func (p *Batcher) task(o Op, typ uint32, id, parent uint64) Event {
	return Event{Op: o, Text: typ, Stack: p.extra(Extra{ID: id, Parent: parent})}
}

func (p *Batcher) region(o Op, g, typ uint32, task uint64) Event {
	return Event{Op: o, G: g, Text: typ, Stack: p.extra(Extra{ID: task})}
}

func (p *Batcher) log(g, category uint32, task uint64, message string) Event {
	return Event{Op: OpLog, G: g, Text: category, Stack: p.extra(Extra{ID: task, Message: message})}
}

// extra keeps what an event's fields have no room for, and returns its place.
func (p *Batcher) extra(m Extra) uint32 {
	if p.batch.Extras == nil {
		p.batch.Extras = *morePool.Get().(*[]Extra)
	}
	p.batch.Extras = append(p.batch.Extras, m)
	p.batch.extraBytes += int(unsafe.Sizeof(m)) + len(m.Message)
	return uint32(len(p.batch.Extras) - 1)
}

func (p *Batcher) text(s string) uint32 { return nameString(p, &p.texts, s, &p.batch.Texts, s) }

func (p *Batcher) label(s string) uint32 {
	return nameString(p, &p.labels, maphash.String(labelSeed, s), &p.batch.Labels, s)
}

var labelSeed = maphash.MakeSeed()

// nameString returns the number of s, whose key is in numbers, and adds it to the batch's
// names if it is new.
func nameString[K comparable](p *Batcher, numbers *numberer[K], key K, names *[]string, s string) uint32 {
	if s == "" {
		return 0
	}
	n, fresh := numbers.number(key)
	if fresh {
		*names = append(*names, s)
		p.batch.extraBytes += int(unsafe.Sizeof(s)) + len(s)
	}
	return n
}

func (p *Batcher) frame(f traceview.Frame) {
	f.Func = symbolName(f.Func)
	p.batch.Frames = append(p.batch.Frames, f)
	p.batch.extraBytes += int(unsafe.Sizeof(f))
}

func (p *Batcher) stack(frames []uint32) {
	p.batch.Stacks = append(p.batch.Stacks, frames)
	p.batch.extraBytes += int(unsafe.Sizeof(frames)) + 4*len(frames)
}
