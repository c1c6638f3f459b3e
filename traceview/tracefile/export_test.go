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

// AsOneGeneration makes f read its trace with one sequential Reader, as a plain program would:
// reading by generation must give the same results.
func (f *File) AsOneGeneration() {
	f.extents = []wire.Extent{{Off: wire.HeaderSize, End: f.size, Ended: true}}
}

// Name returns the path the trace was opened with.
func (f *File) Name() string { return f.name }

// Generations returns how many generations the index found.
func (f *File) Generations() int { return len(f.extents) }

// KeepRows sets how many goroutines a summary lists.
func (f *File) KeepRows(n int) { f.limits.rows = n }

// RecycleAfter sets how many goroutines must have ended before their numbers are reused.
func (f *File) RecycleAfter(n int) { f.limits.recycleAfter = n }

// Footprint summarizes f and returns how many goroutine numbers are then in use, and how many bytes
// are on the heap.
func (f *File) Footprint() (numbers int, heap uint64, err error) {
	s := summarize.New(f.limits.rows)
	rd, err := f.read(context.Background(), math.MinInt64, math.MaxInt64, s)
	if err != nil {
		return 0, 0, err
	}
	f.checkpoints = nil // these are bounded on their own
	var mem runtime.MemStats
	for range 3 { // the contents of a sync.Pool survive one GC, and the victim cache another
		runtime.GC()
	}
	runtime.ReadMemStats(&mem)
	runtime.KeepAlive(s)
	return int(rd.m.Gs.Len), mem.HeapAlloc, nil
}

// KeepStays sets how many stays on cores a CoreJoin keeps before it drops some.
func (f *File) KeepStays(n int) { f.limits.stays = n }

// SegmentBytes sets how many bytes of events are kept around a window.
func (f *File) SegmentBytes(n int) { f.limits.segmentBytes = n }

// SnapshotBytes bounds the snapshots of one segment.
func (f *File) SnapshotBytes(n int) { f.limits.snapshotBytes = n }

// ReadersAgree reads every generation of f twice, as usual and with x/exp/trace alone, and reports
// where the batches differ. unsupported is why a generation needed x/exp/trace, nil if none did.
func (f *File) ReadersAgree() (unsupported, err error) {
	if !f.version.HasGenerations() {
		return nil, nil // there is only one reader
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
			continue // x/exp/trace does not notice that
		}
		// x/exp/trace reads some damage differently from run to run.
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
	b := decode.NewBatcher(log.add, src.BatchEvents, decode.Emitted{})
	_ = decode.ReadReference(context.Background(), src.Trace(x, body), b, nil) // nothing stops it
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
				return fmt.Errorf("batch %d, event %d of %d: %+v, want %+v", i, j, len(want.Events),
					got.Events[j:min(j+1, len(got.Events))], want.Events[j])
			}
		}
		// The error texts are not compared: those of x/exp/trace vary.
		if (got.Err == nil) != (want.Err == nil) || got.End != want.End || len(got.Events) != len(want.Events) {
			return fmt.Errorf("batch %d: %d events, end %v (%v), want %d, %v (%v)", i, len(got.Events), got.End,
				got.Err, len(want.Events), want.End, want.Err)
		}
		if !reflect.DeepEqual(got.Names, want.Names) || !reflect.DeepEqual(got.Extras, want.Extras) {
			return fmt.Errorf("batch %d: names %+v and more %+v, want %+v and %+v", i, got.Names, got.Extras,
				want.Names, want.Extras)
		}
	}
	return nil
}

// Extents returns the generations' extents.
func (f *File) Extents() []wire.Extent { return f.extents }
