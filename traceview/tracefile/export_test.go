package tracefile

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"runtime"

	"schedviz/traceview/internal/decode"
	"schedviz/traceview/internal/summarize"
	"schedviz/traceview/internal/wire"
)

// AsOneGeneration makes f read its trace with one sequential Reader, as any plain
// program would: what reading by generation must agree with.
func (f *File) AsOneGeneration() {
	f.extents = []wire.Extent{{Off: wire.HeaderSize, End: f.size, Ended: true}}
}

// Name returns the path the trace was opened with.
func (f *File) Name() string { return f.name }

// Generations returns how many generations the index found.
func (f *File) Generations() int { return len(f.extents) }

// KeepRows sets how many goroutines a summary lists.
func (f *File) KeepRows(n int) { f.limits.rows = n }

// RecycleAfter sets how many goroutines must have ended for their numbers to be given
// to others.
func (f *File) RecycleAfter(n int) { f.limits.recycleAfter = n }

// Footprint summarizes f and returns how many goroutines' numbers it then has in use,
// and how many bytes on the heap.
func (f *File) Footprint() (numbers int, heap uint64, err error) {
	s := summarize.New(f.limits.rows)
	rd, err := f.read(context.Background(), math.MinInt64, math.MaxInt64, s)
	if err != nil {
		return 0, 0, err
	}
	f.checkpoints = nil // bounded on their own
	var mem runtime.MemStats
	for range 3 { // what is in a sync.Pool survives the first, and its successor the second
		runtime.GC()
	}
	runtime.ReadMemStats(&mem)
	runtime.KeepAlive(s)
	return int(rd.m.Gs.Len), mem.HeapAlloc, nil
}

// KeepStays sets how many stays on cores a joiner keeps before it forgets some.
func (f *File) KeepStays(n int) { f.limits.stays = n }

// SegmentBytes sets how much of events is kept around a window.
func (f *File) SegmentBytes(n int) { f.limits.segmentBytes = n }

// SnapshotBytes sets how large the stops of one segment may grow.
func (f *File) SnapshotBytes(n int) { f.limits.snapshotBytes = n }

// ReadersAgree reads every generation of f twice, as it is read and with x/exp/trace
// alone, and says where the batches differ. Doubt is why one of them needed the second
// reader, nil if none did.
func (f *File) ReadersAgree() (unsupported, err error) {
	if !f.version.HasGenerations() {
		return nil, nil // there is but one reader
	}
	d := decode.Decoder{Source: f.source()}
	for gen := range f.extents {
		var got batchLog
		if err := d.Read(context.Background(), gen, got.add); err != nil {
			return nil, err
		}
		if d.Unsupported != nil {
			unsupported = d.Unsupported
		}
		if errors.Is(d.Unsupported, wire.FarTime) {
			continue // x/exp/trace does not see that
		}
		// x/exp/trace reads some damage in one way or another.
		for range 20 {
			if err = f.readReference(gen).compare(got); err == nil {
				break
			}
		}
		if err != nil {
			return unsupported, fmt.Errorf("generation %d of %d: %w", gen+1, len(f.extents), err)
		}
	}
	return unsupported, nil
}

func (f *File) readReference(gen int) batchLog {
	var log batchLog
	x := f.extents[gen]
	body := io.NewSectionReader(f.r, x.Off, x.End-x.Off)
	src := f.source()
	_ = decode.ReadReference(context.Background(), src.Trace(x, body), decode.NewBatcher(log.add, src.BatchEvents, decode.Emitted{}), nil) // nothing stops it
	return log
}

// BatchEvents sets how many events a batch has.
func (f *File) BatchEvents(n int) { f.limits.batchEvents = n }

// batchLog keeps the batches of a generation.
type batchLog []decode.Batch

func (l *batchLog) add(b decode.Batch) error {
	*l = append(*l, b)
	return nil
}

func (l batchLog) compare(got batchLog) error {
	if len(l) != len(got) {
		return fmt.Errorf("%d batches, want %d", len(got), len(l))
	}
	for i, want := range l {
		got := got[i]
		for j := range want.Events {
			if j >= len(got.Events) || got.Events[j] != want.Events[j] {
				return fmt.Errorf("batch %d, event %d of %d: %+v, want %+v", i, j, len(want.Events), got.Events[j:min(j+1, len(got.Events))], want.Events[j])
			}
		}
		// What is said to be wrong is not compared: x/exp/trace says one thing or another.
		if (got.Err == nil) != (want.Err == nil) || got.End != want.End || len(got.Events) != len(want.Events) {
			return fmt.Errorf("batch %d: %d events, end %v (%v), want %d, %v (%v)", i, len(got.Events), got.End, got.Err, len(want.Events), want.End, want.Err)
		}
		if !reflect.DeepEqual(got.Names, want.Names) || !reflect.DeepEqual(got.Extras, want.Extras) {
			return fmt.Errorf("batch %d: names %+v and more %+v, want %+v and %+v", i, got.Names, got.Extras, want.Names, want.Extras)
		}
	}
	return nil
}

// Extents returns where the generations stand.
func (f *File) Extents() []wire.Extent { return f.extents }
