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

	texts        numberer[string]
	labels       numberer[uint64] // by hash, for there may be very many
	namesEmitted [numNames]int    // how many of each kind of names the batches before this one have
	batches      int              // handed on
	skip         Emitted          // handed on before, by another reader of the same generation
}

// Emitted says what of a generation has been handed on: some batches, and the names in them.
type Emitted struct {
	batches int
	names   [numNames]int
}

// numNames is how many kinds of names there are.
const numNames = 6

// NewBatcher returns a batcher that hands batches of so many events to emit, but for those that were known before.
func NewBatcher(emit func(Batch) error, events int, skip Emitted) *Batcher {
	return &Batcher{
		emit: emit, events: events, batch: Batch{Events: newEvents()},
		texts: newNumberer[string](), labels: newNumberer[uint64](), skip: skip,
	}
}

// slot returns where the next event is to be written; it counts when it is added.
func (b *Batcher) slot() *Event {
	n := len(b.batch.Events)
	return &b.batch.Events[:n+1][n]
}

func (b *Batcher) commit() { b.batch.Events = b.batch.Events[:len(b.batch.Events)+1] }

func (b *Batcher) full() bool {
	return len(b.batch.Events) >= b.events || b.batch.extraBytes >= batchExtraBytes
}

// flush hands on the batch, and begins the next one.
func (b *Batcher) flush(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	batch := b.batch
	b.batch = Batch{Events: newEvents()}
	b.count(&batch.Names)
	b.batches++
	switch {
	case b.batches > b.skip.batches:
		return b.emit(batch)
	case b.batches == b.skip.batches && b.namesEmitted != b.skip.names:
		// What comes now would be misunderstood.
		batch.Recycle()
		return errors.Join(errDisagree, b.end(Batch{Err: errDisagree}))
	}
	batch.Recycle()
	return nil
}

// errDisagree says that two readers do not name the same things in a generation.
const errDisagree = Damage("it reads in one way and in another")

// count counts the names of a batch that is done.
func (b *Batcher) count(n *Names) {
	for i, more := range [numNames]int{len(n.Gs), len(n.Threads), len(n.Texts), len(n.Labels), len(n.Frames), len(n.Stacks)} {
		b.namesEmitted[i] += more
	}
}

// emitted returns what has been handed on so far.
func (b *Batcher) emitted() Emitted { return Emitted{b.batches, b.namesEmitted} }

// finish hands on the last batch; err is why the generation ends there, nil if all is well.
func (b *Batcher) finish(err error) error {
	if b.batches < b.skip.batches {
		// More has been handed on than can be read. Nobody needs the last batch's names.
		b.batch.Recycle()
		b.batch = Batch{}
	}
	b.batch.Err = err
	return b.end(b.batch)
}

func (b *Batcher) end(last Batch) error {
	last.End = true
	last.trim()
	return b.emit(last)
}

// These are the events that say more than an event's fields have room for. Their texts
// and goroutines are numbers.

func (b *Batcher) metric(name string, value uint64) Event {
	return Event{Op: OpMetric, Text: b.text(name), Stack: b.extra(Extra{Value: value})}
}

func (b *Batcher) task(o Op, typ uint32, id, parent uint64) Event {
	return Event{Op: o, Text: typ, Stack: b.extra(Extra{ID: id, Parent: parent})}
}

func (b *Batcher) region(o Op, g, typ uint32, task uint64) Event {
	return Event{Op: o, G: g, Text: typ, Stack: b.extra(Extra{ID: task})}
}

func (b *Batcher) log(g, category uint32, task uint64, message string) Event {
	return Event{Op: OpLog, G: g, Text: category, Stack: b.extra(Extra{ID: task, Message: message})}
}

// extra keeps what an event's fields have no room for, and returns its place.
func (b *Batcher) extra(m Extra) uint32 {
	if b.batch.Extras == nil {
		b.batch.Extras = *extraPool.Get().(*[]Extra)
	}
	b.batch.Extras = append(b.batch.Extras, m)
	b.batch.extraBytes += int(unsafe.Sizeof(m)) + len(m.Message)
	return uint32(len(b.batch.Extras) - 1)
}

func (b *Batcher) text(s string) uint32 { return nameString(b, &b.texts, s, &b.batch.Texts, s) }

func (b *Batcher) label(s string) uint32 {
	return nameString(b, &b.labels, maphash.String(labelSeed, s), &b.batch.Labels, s)
}

var labelSeed = maphash.MakeSeed()

// nameString returns the number of s, whose key is in numbers, and adds it to the batch's
// names if it is new.
func nameString[K comparable](b *Batcher, numbers *numberer[K], key K, names *[]string, s string) uint32 {
	if s == "" {
		return 0
	}
	n, fresh := numbers.number(key)
	if fresh {
		*names = append(*names, s)
		b.batch.extraBytes += int(unsafe.Sizeof(s)) + len(s)
	}
	return n
}

func (b *Batcher) frame(f traceview.Frame) {
	f.Func = symbolName(f.Func)
	b.batch.Frames = append(b.batch.Frames, f)
	b.batch.extraBytes += int(unsafe.Sizeof(f))
}

func (b *Batcher) stack(frames []uint32) {
	b.batch.Stacks = append(b.batch.Stacks, frames)
	b.batch.extraBytes += int(unsafe.Sizeof(frames)) + 4*len(frames)
}
