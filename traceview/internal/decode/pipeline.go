package decode

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"golang.org/x/sync/semaphore"

	"schedviz/traceview/fault"
)

const (
	// baseAheadBytes bounds the events of generations that wait for their turn, with one reader.
	// Each further reader adds aheadBytesPerReader, up to maxAheadBytes in all.
	baseAheadBytes      = 1 << 20
	aheadBytesPerReader = 4 << 20
	maxAheadBytes       = 16 << 20
	// maxReadingBytes bounds the generations that are read at the same time, since each reader holds
	// all of its generation. A larger one is read alone.
	maxReadingBytes = 64 << 20
	// maxCurrentBatches and maxCurrentBytes bound how far ahead of the machine the current
	// generation is decoded.
	maxCurrentBatches = 16
	maxCurrentBytes   = 4 << 20
)

// Batches decodes the generations from first up to, not including, last, several in parallel. It
// passes their batches to handle in the order of one sequential read, and calls begin before each
// generation. It returns ctx's error or handle's, or nil after the last batch or the first damaged
// one. handle recycles the batches.
func (s *Source) Batches(ctx context.Context, first, last int, begin func(gen int),
	handle func(gen int, b Batch) error,
) error {
	ctx, cancel := context.WithCancel(ctx)
	readers := min(max(runtime.GOMAXPROCS(0)-1, 1), last-first) // one more P is for the machine
	q := newBatchQueue(first, min(baseAheadBytes+(readers-1)*aheadBytesPerReader, maxAheadBytes))
	var workers sync.WaitGroup
	defer workers.Wait()
	defer q.stop()
	defer cancel()

	next := make(chan int)
	room := semaphore.NewWeighted(maxReadingBytes)
	workers.Go(func() {
		defer close(next)
		for gen := first; gen < last; gen++ {
			// In order: the generation whose turn it is must not wait for a later one.
			if ctx.Err() != nil || room.Acquire(ctx, s.weight(gen)) != nil {
				return
			}
			next <- gen
		}
	})
	for range readers {
		workers.Go(func() {
			d := Decoder{Source: s}
			for gen := range next {
				// An error that stops one reader stops them all.
				d.decode(ctx, gen, q)
				room.Release(s.weight(gen))
			}
		})
	}
	for gen := first; gen < last; gen++ {
		begin(gen)
		for {
			b, err := q.take(ctx)
			if err != nil {
				return err
			}
			err = handle(gen, b)
			if err != nil {
				return err
			}
			if b.Err != nil {
				return nil
			}
			if b.End {
				break
			}
		}
		q.advance()
	}
	return nil
}

// decode pushes the batches of a generation to q.
func (d *Decoder) decode(ctx context.Context, gen int, q *batchQueue) {
	defer func() {
		if p := recover(); p != nil {
			q.fail(fault.Caught(p, fmt.Sprintf("generation %d of %d", gen+1, len(d.Extents))))
		}
	}()
	_ = d.Read(ctx, gen, func(p Batch) error { return q.push(gen, p) })
}

// weight returns the share of maxReadingBytes that reading generation gen takes.
func (s *Source) weight(gen int) int64 {
	return min(s.Extents[gen].End-s.Extents[gen].Off, maxReadingBytes)
}

// batchQueue holds decoded batches until it is their generation's turn.
type batchQueue struct {
	mu           sync.Mutex
	changed      sync.Cond
	current      int             // the generation whose batches are being taken
	batches      map[int][]Batch // by generation
	currentBytes int             // of the current generation's batches
	aheadBytes   int             // of later generations' batches
	maxAhead     int             // limit of aheadBytes
	stopped      bool
	fault        error // why there are no more batches
}

// newBatchQueue returns a queue for generations from first up. Those that wait for their turn have
// at most ahead bytes of events.
func newBatchQueue(first, ahead int) *batchQueue {
	q := &batchQueue{current: first, maxAhead: ahead, batches: make(map[int][]Batch)}
	q.changed.L = &q.mu
	return q
}

// push adds a batch of generation gen. It blocks while too much is decoded ahead.
func (q *batchQueue) push(gen int, b Batch) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	for !q.stopped && q.full(gen) {
		q.changed.Wait()
	}
	if q.stopped {
		return context.Canceled
	}
	q.batches[gen] = append(q.batches[gen], b)
	*q.bytes(gen) += b.Bytes()
	q.changed.Broadcast()
	return nil
}

// bytes returns the count to which the batches of generation gen belong.
func (q *batchQueue) bytes(gen int) *int {
	if gen == q.current {
		return &q.currentBytes
	}
	return &q.aheadBytes
}

func (q *batchQueue) full(gen int) bool {
	if gen == q.current {
		return len(q.batches[gen]) >= maxCurrentBatches || q.currentBytes >= maxCurrentBytes
	}
	return q.aheadBytes >= q.maxAhead
}

// take returns the next batch of the current generation.
func (q *batchQueue) take(ctx context.Context) (Batch, error) {
	defer context.AfterFunc(ctx, q.stop)()
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.batches[q.current]) == 0 {
		if err := ctx.Err(); err != nil {
			return Batch{}, err
		}
		if q.fault != nil {
			return Batch{}, q.fault
		}
		q.changed.Wait()
	}
	batches := q.batches[q.current]
	b := batches[0]
	batches[0] = Batch{}
	q.batches[q.current] = batches[1:]
	q.currentBytes -= b.Bytes()
	q.changed.Broadcast()
	return b, nil
}

// advance makes the next generation the current one.
func (q *batchQueue) advance() {
	q.mu.Lock()
	defer q.mu.Unlock()
	delete(q.batches, q.current)
	q.current++
	for _, b := range q.batches[q.current] {
		q.aheadBytes -= b.Bytes()
		q.currentBytes += b.Bytes()
	}
	q.changed.Broadcast()
}

// fail makes take return err once the queue is empty, and makes every push fail.
func (q *batchQueue) fail(err error) {
	q.mu.Lock()
	q.fault = err
	q.mu.Unlock()
	q.stop()
}

// stop makes every blocked and later push fail.
func (q *batchQueue) stop() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.stopped = true
	q.changed.Broadcast()
}
