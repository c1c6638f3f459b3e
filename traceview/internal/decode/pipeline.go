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
	// baseAheadBytes bounds the events of generations that wait for their turn, if one reader
	// reads. Each more may add aheadBytesMore, as far as mostAheadBytes.
	baseAheadBytes      = 1 << 20
	aheadBytesPerReader = 4 << 20
	maxAheadBytes       = 16 << 20
	// maxReadingBytes bounds the generations that are read at the same time, for each
	// reader holds all of its own. A larger one is read alone.
	maxReadingBytes = 64 << 20
	// maxCurrentBatches and currentBytes bound how far the decoder of the generation in turn may run ahead.
	maxCurrentBatches = 16
	maxCurrentBytes   = 4 << 20
)

// Batches decodes the generations from first up to last, several at once, and hands
// their batches to handle in the order of one sequential read, after begin was called for
// each generation. It ends with ctx's error, handle's, or nil after the last batch or the
// first damaged one. The batches are handle's to recycle.
func (s *Source) Batches(ctx context.Context, first, last int, begin func(gen int), handle func(gen int, b Batch) error) error {
	ctx, cancel := context.WithCancel(ctx)
	readers := min(max(runtime.GOMAXPROCS(0)-1, 1), last-first) // one is for the machine
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
			// In order: the one whose turn it is must not wait for a later one.
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
				// What stops one reader stops them all.
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

// weight is the room that reading generation gen takes, of readingBytes.
func (s *Source) weight(gen int) int64 {
	return min(s.Extents[gen].End-s.Extents[gen].Off, maxReadingBytes)
}

// batchQueue holds decoded batches until their generation's turn has come.
type batchQueue struct {
	mu           sync.Mutex
	changed      sync.Cond
	current      int             // the generation whose batches are taken now
	batches      map[int][]Batch // by generation
	currentBytes int             // bytes of the current one's
	aheadBytes   int             // and of later generations'
	maxAhead     int             // what ahead may be
	stopped      bool
	fault        error // why no more batches come
}

// newBatchQueue returns one for generations from first on. Those that wait for their turn
// have ahead bytes of events at most.
func newBatchQueue(first, ahead int) *batchQueue {
	q := &batchQueue{current: first, maxAhead: ahead, batches: make(map[int][]Batch)}
	q.changed.L = &q.mu
	return q
}

// push adds a batch of generation gen. It waits while enough is decoded ahead.
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

// bytes returns what the batches of generation gen count as.
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

// advance gives the next generation its turn.
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

// fail makes take return err when there are no more batches, and every push fail.
func (q *batchQueue) fail(err error) {
	q.mu.Lock()
	q.fault = err
	q.mu.Unlock()
	q.stop()
}

// stop makes every waiting and later push fail.
func (q *batchQueue) stop() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.stopped = true
	q.changed.Broadcast()
}
