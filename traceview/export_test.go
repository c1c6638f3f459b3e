package traceview

import (
	"context"
	"math"
	"runtime"
)

// AsOnePage makes f read its trace with one sequential Reader, as any plain
// program would: what reading by generation must agree with.
func (f *File) AsOnePage() {
	f.extents = []extent{{off: headerSize, end: f.size, ended: true}}
}

// Generations returns how many generations the index found.
func (f *File) Generations() int { return len(f.extents) }

// KeepRows sets how many goroutines a summary lists, and returns what resets that.
func KeepRows(n int) (reset func()) {
	old := keptRows
	keptRows = n
	return func() { keptRows = old }
}

// RecycleAfter sets how many goroutines must have ended for their numbers to be given
// to others, and returns what resets that.
func RecycleAfter(n int) (reset func()) {
	old := minRecycled
	minRecycled = n
	return func() { minRecycled = old }
}

// Footprint summarizes f and returns how many goroutines' numbers it then has in use,
// and how many bytes on the heap.
func (f *File) Footprint() (numbers int, heap uint64, err error) {
	s := newSummarizer()
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
	return len(rd.m.gs), mem.HeapAlloc, nil
}

// KeepStays sets how many stays on cores a joiner keeps before it forgets some, and
// returns what resets that.
func KeepStays(n int) (reset func()) {
	old := keptStays
	keptStays = n
	return func() { keptStays = old }
}

// SegmentBytes sets how much of events is kept around a window, and returns what resets that.
func SegmentBytes(n int) (reset func()) {
	old := segmentBytes
	segmentBytes = n
	return func() { segmentBytes = old }
}
