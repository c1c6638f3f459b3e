package decode

import (
	"context"
	"errors"
	"hash/maphash"
	"unsafe"

	"schedviz/traceview"
)

// Batcher collects the events of a generation in batches and emits each batch that is full.
type Batcher struct {
	emit   func(Batch) error
	events int // a batch is emitted when it has this many
	batch  Batch

	texts        numberer[string]
	labels       numberer[uint64] // by hash, since there may be very many
	namesEmitted [numNames]int    // how many names of each kind earlier batches have
	batches      int              // emitted, or skipped
	skip         Emitted          // emitted earlier, by another reader of the same generation
}

// Emitted is what of a generation has been emitted: a number of batches, and the names in them.
type Emitted struct {
	batches int
	names   [numNames]int
}

// numNames is the number of kinds of names.
const numNames = 6

// NewBatcher returns a batcher that passes batches of the given number of events to emit, but skips
// those that were emitted earlier.
func NewBatcher(emit func(Batch) error, events int, skip Emitted) *Batcher {
	return &Batcher{
		emit: emit, events: events, batch: Batch{Events: newEvents()},
		texts: newNumberer[string](), labels: newNumberer[uint64](), skip: skip,
	}
}

// slot returns the next event's slot, uncommitted until commit.
func (b *Batcher) slot() *Event {
	n := len(b.batch.Events)
	return &b.batch.Events[:n+1][n]
}

func (b *Batcher) commit() { b.batch.Events = b.batch.Events[:len(b.batch.Events)+1] }

func (b *Batcher) full() bool {
	return len(b.batch.Events) >= b.events || b.batch.extraBytes >= batchExtraBytes
}

// flush emits the batch and begins the next one.
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
		// The following events would be misinterpreted.
		batch.Recycle()
		return errors.Join(errDisagree, b.end(Batch{Err: errDisagree}))
	}
	batch.Recycle()
	return nil
}

// errDisagree says that the two readers name different things in a generation.
const errDisagree = Damage("the two readers disagree about it")

// count counts the names of a completed batch.
func (b *Batcher) count(n *Names) {
	for i, more := range [numNames]int{
		len(n.Gs), len(n.Threads), len(n.Texts), len(n.Labels), len(n.Frames), len(n.Stacks),
	} {
		b.namesEmitted[i] += more
	}
}

// emitted returns what has been emitted so far.
func (b *Batcher) emitted() Emitted { return Emitted{b.batches, b.namesEmitted} }

// finish emits the last batch; err is why the generation ends there, nil if all is well.
func (b *Batcher) finish(err error) error {
	if b.batches < b.skip.batches {
		// More was emitted than can be read now. The last batch's names are not needed.
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

// The following methods build the events that carry more than an event's fields can hold. Texts and
// goroutines are given by number.

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

// extra stores what an event's fields cannot hold, and returns its index.
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

// nameString returns the number of s, whose key is in numbers, and adds s to the batch's names if
// it is new.
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
