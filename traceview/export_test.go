package traceview

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"runtime"

	"schedviz/traceview/wire"
)

// AsOnePage makes f read its trace with one sequential Reader, as any plain
// program would: what reading by generation must agree with.
func (f *File) AsOnePage() {
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
func (f *File) RecycleAfter(n int) { f.limits.recycled = n }

// Footprint summarizes f and returns how many goroutines' numbers it then has in use,
// and how many bytes on the heap.
func (f *File) Footprint() (numbers int, heap uint64, err error) {
	s := newSummarizer(f.limits.rows)
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
	return int(rd.m.gs.n), mem.HeapAlloc, nil
}

// KeepStays sets how many stays on cores a joiner keeps before it forgets some.
func (f *File) KeepStays(n int) { f.limits.stays = n }

// SegmentBytes sets how much of events is kept around a window.
func (f *File) SegmentBytes(n int) { f.limits.segmentBytes = n }

// StopBytes sets how large the stops of one segment may grow.
func (f *File) StopBytes(n int) { f.limits.stopBytes = n }

// ReadersAgree reads every generation of f twice, as it is read and with x/exp/trace
// alone, and says where the pages differ. Doubt is why one of them needed the second
// reader, nil if none did.
func (f *File) ReadersAgree() (doubt, err error) {
	if !f.version.HasGenerations() {
		return nil, nil // there is but one reader
	}
	d := decoder{source: f.source()}
	for gen := range f.extents {
		var got pageLog
		if err := d.read(context.Background(), gen, got.add); err != nil {
			return nil, err
		}
		if d.doubt != nil {
			doubt = d.doubt
		}
		if errors.Is(d.doubt, wire.FarTime) {
			continue // x/exp/trace does not see that
		}
		// x/exp/trace reads some damage in one way or another.
		for range 20 {
			if err = f.readPlainly(gen).compare(got); err == nil {
				break
			}
		}
		if err != nil {
			return doubt, fmt.Errorf("generation %d of %d: %w", gen+1, len(f.extents), err)
		}
	}
	return doubt, nil
}

func (f *File) readPlainly(gen int) pageLog {
	var log pageLog
	x := f.extents[gen]
	body := io.NewSectionReader(f.r, x.Off, x.End-x.Off)
	src := f.source()
	_ = readPlainly(context.Background(), src.trace(x, body), newPager(log.add, src.pageEvents, handed{}), nil) // nothing stops it
	return log
}

// FullPage sets how many events a page has.
func (f *File) FullPage(n int) { f.limits.pageEvents = n }

// pageLog keeps the pages of a generation.
type pageLog []page

func (l *pageLog) add(p page) error {
	*l = append(*l, p)
	return nil
}

func (l pageLog) compare(got pageLog) error {
	if len(l) != len(got) {
		return fmt.Errorf("%d pages, want %d", len(got), len(l))
	}
	for i, want := range l {
		got := got[i]
		for j := range want.events {
			if j >= len(got.events) || got.events[j] != want.events[j] {
				return fmt.Errorf("page %d, event %d of %d: %+v, want %+v", i, j, len(want.events), got.events[j:min(j+1, len(got.events))], want.events[j])
			}
		}
		// What is said to be wrong is not compared: x/exp/trace says one thing or another.
		if (got.err == nil) != (want.err == nil) || got.end != want.end || len(got.events) != len(want.events) {
			return fmt.Errorf("page %d: %d events, end %v (%v), want %d, %v (%v)", i, len(got.events), got.end, got.err, len(want.events), want.end, want.err)
		}
		if !reflect.DeepEqual(got.names, want.names) || !reflect.DeepEqual(got.more, want.more) {
			return fmt.Errorf("page %d: names %+v and more %+v, want %+v and %+v", i, got.names, got.more, want.names, want.more)
		}
	}
	return nil
}

// Extents returns where the generations stand.
func (f *File) Extents() []wire.Extent { return f.extents }
