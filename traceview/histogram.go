package traceview

import (
	"iter"
	"math"
	"math/bits"
	"time"
)

// subBits sets the histogram's precision: 2^subBits buckets per power of two keep the relative
// error of a quantile under 2^-(subBits+1), or 0.4%.
const subBits = 7

// Histogram counts durations in buckets whose width is at most 1/128 of their
// lower bound, so quantiles are within 1% of the exact ones; count, total and
// maximum are exact. The zero value is ready to use.
type Histogram struct {
	// octaves holds the buckets' counts; an octave without any is nil, since most distributions span
	// only a few powers of two.
	octaves []*octave
	count   int64
	total   time.Duration
	max     time.Duration
}

// octave holds the buckets of one power of two.
type octave [1 << subBits]uint32

// Bucket is a range of durations [Low, High) and the number that fell into it.
type Bucket struct {
	Low, High time.Duration
	Count     int64
}

// Add adds d; a negative duration counts as 0.
func (h *Histogram) Add(d time.Duration) {
	d = max(d, 0)
	i := bucketOf(uint64(d))
	h.octave(i>>subBits).add(i%len(octave{}), 1)
	h.count++
	h.total = SaturatingAdd(h.total, d)
	h.max = max(h.max, d)
}

func (h *Histogram) octave(i int) *octave {
	if missing := i + 1 - len(h.octaves); missing > 0 {
		h.octaves = append(h.octaves, make([]*octave, missing)...)
	}
	if h.octaves[i] == nil {
		h.octaves[i] = new(octave)
	}
	return h.octaves[i]
}

// Merge adds all durations of other.
func (h *Histogram) Merge(other *Histogram) {
	for i, n := range other.counts() {
		h.octave(i>>subBits).add(i%len(octave{}), n)
	}
	h.count += other.count
	h.total = SaturatingAdd(h.total, other.total)
	h.max = max(h.max, other.max)
}

// add adds n to bucket i. A count saturates at 2^32-1.
func (o *octave) add(i int, n int64) {
	o[i] = uint32(min(int64(o[i])+n, math.MaxUint32))
}

// counts yields the non-empty buckets, ascending, and their counts.
func (h *Histogram) counts() iter.Seq2[int, int64] {
	return func(yield func(int, int64) bool) {
		for i, o := range h.octaves {
			if o == nil {
				continue
			}
			for j, n := range o {
				if n != 0 && !yield(i<<subBits+j, int64(n)) {
					return
				}
			}
		}
	}
}

// Count returns how many durations were added.
func (h *Histogram) Count() int64 { return h.count }

// Total returns the exact sum; it saturates at the longest Duration (292 years).
func (h *Histogram) Total() time.Duration { return h.total }

// Max returns the exact maximum, or 0 for an empty histogram.
func (h *Histogram) Max() time.Duration { return h.max }

// Quantile returns the q-quantile, 0 ≤ q ≤ 1, by nearest rank: the middle of the bucket that holds
// it, but never more than Max. It is 0 for an empty histogram.
func (h *Histogram) Quantile(q float64) time.Duration {
	if h.count == 0 {
		return 0
	}
	rank := max(int64(math.Ceil(q*float64(h.count))), 1)
	for i, n := range h.counts() {
		if rank -= n; rank <= 0 {
			low, high := bucketBounds(i)
			return min(time.Duration(low+(high-low)/2), h.max)
		}
	}
	return h.max
}

// Buckets returns the non-empty buckets, ascending.
func (h *Histogram) Buckets() []Bucket {
	var out []Bucket
	for i, n := range h.counts() {
		low, high := bucketBounds(i)
		out = append(out, Bucket{time.Duration(low), time.Duration(high), n})
	}
	return out
}

// Stat returns the histogram as stat --json shows it.
func (h *Histogram) Stat() DurationStat {
	return DurationStat{
		Count: h.count, TotalNS: int64(h.total), MaxNS: int64(h.max),
		P50NS: int64(h.Quantile(0.5)), P99NS: int64(h.Quantile(0.99)),
	}
}

// bucketOf maps a value to its bucket. Values below 2^(subBits+1) have one each; above that, each
// power of two is split into 2^subBits.
func bucketOf(v uint64) int {
	shift := max(bits.Len64(v)-subBits-1, 0)
	return shift<<subBits + int(v>>shift)
}

// bucketBounds returns the values [low, high) of bucket i.
func bucketBounds(i int) (low, high uint64) {
	shift := max(i>>subBits-1, 0)
	low = uint64(i-shift<<subBits) << shift
	return low, low + 1<<shift
}
