package traceview

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// The wire format, as the runtime writes it (src/internal/trace/tracev2): after a
// header of 16 bytes come batches, each of one generation and one thread.
const (
	headerSize   = 16
	maxBatchSize = 64 << 10 // larger ones are damage: the reader refuses them too

	batchEvents       = 1  // EvEventBatch
	batchExperimental = 49 // EvExperimentalBatch: one more byte, the experiment
	endOfGeneration   = 52 // EvEndOfGeneration, alone in its byte, since Go 1.26

	// maxBatchHeader is the longest a batch header can be: two bytes and four uvarints.
	maxBatchHeader = 2 + 4*binary.MaxVarintLen64
)

// extent is where in the file one self-contained part of a trace stands, header
// not included: a generation, or all of a trace of Go 1.21 and earlier.
type extent struct {
	off, end int64
	// ended is false for a last generation of Go 1.26 and later without its end
	// mark: whoever wrote it was cut off.
	ended bool
}

// version is the Go version a trace's header names, as 1.NN.
type version int

func (v version) String() string       { return fmt.Sprintf("1.%d", int(v)) }
func (v version) hasGenerations() bool { return v >= 22 }
func (v version) marksEnd() bool       { return v >= 26 }

// readHeader returns the version that the 16 bytes at the start of every trace name.
func readHeader(r io.ReaderAt, size int64) (version, error) {
	var buf [headerSize]byte
	n, err := r.ReadAt(buf[:], 0)
	switch {
	case size == 0:
		return 0, errors.New("the file is empty")
	case err != nil && !errors.Is(err, io.EOF):
		return 0, err
	}
	var v version
	if k, _ := fmt.Sscanf(string(bytes.TrimRight(buf[:n], "\x00")), "go 1.%d trace", &v); k != 1 {
		return 0, errors.New("not a Go execution trace (it does not begin with \"go 1.… trace\")")
	}
	if n < headerSize {
		return 0, errors.New("the file ends within its header")
	}
	return v, nil
}

// indexGenerations finds the generations by hopping from batch header to batch
// header. It stops at the first byte that cannot be a batch's; damage then says
// what is wrong there, and extents hold what came before.
func indexGenerations(r io.ReaderAt, size int64, v version) (extents []extent, damage error) {
	h := hopper{r: r, size: size, off: headerSize}
	var open bool // a generation has begun and not ended
	var gen uint64
	for h.off < size {
		start := h.off
		b, err := h.next()
		if err != nil {
			damage = fmt.Errorf("at byte %d: %w", start, err)
			break
		}
		switch {
		case b.endsGeneration:
			if open {
				extents[len(extents)-1].ended = true
			}
			open = false
		case open && b.gen == gen:
		default:
			extents = append(extents, extent{off: start, ended: !v.marksEnd()})
			open, gen = true, b.gen
		}
		if len(extents) > 0 {
			extents[len(extents)-1].end = h.off
		}
	}
	return extents, damage
}

// hopper reads batch headers and skips what they head.
type hopper struct {
	r    io.ReaderAt
	size int64
	off  int64 // of the next batch

	window    []byte // bytes of the file from windowOff on, to spare small reads
	windowOff int64
	buf       [4096]byte
}

type batchHeader struct {
	gen            uint64
	endsGeneration bool
}

// next reads the header at h.off and moves h.off behind its batch.
func (h *hopper) next() (batchHeader, error) {
	p, err := h.peek()
	if err != nil {
		return batchHeader{}, err
	}
	n := 1
	switch p[0] {
	case endOfGeneration:
		h.off++
		return batchHeader{endsGeneration: true}, nil
	case batchEvents:
	case batchExperimental:
		n++
	default:
		return batchHeader{}, fmt.Errorf("no batch of events begins with byte %#x", p[0])
	}
	var fields [4]uint64 // generation, thread, time, size
	for i := range fields {
		v, k := binary.Uvarint(p[min(n, len(p)):])
		if k <= 0 {
			return batchHeader{}, errors.New("a batch header is cut off or malformed")
		}
		fields[i] = v
		n += k
	}
	if fields[3] > maxBatchSize {
		return batchHeader{}, fmt.Errorf("a batch claims %d bytes, more than there can be", fields[3])
	}
	end := h.off + int64(n) + int64(fields[3])
	if end > h.size {
		return batchHeader{}, fmt.Errorf("the file ends %d bytes before its last batch does", end-h.size)
	}
	h.off = end
	return batchHeader{gen: fields[0]}, nil
}

// peek returns at least the bytes of the header at h.off, fewer only at the file's end.
func (h *hopper) peek() ([]byte, error) {
	have := h.windowOff + int64(len(h.window)) - h.off
	if h.off < h.windowOff || have < min(maxBatchHeader, h.size-h.off) {
		n, err := h.r.ReadAt(h.buf[:], h.off)
		if n == 0 && err != nil {
			return nil, err
		}
		h.window, h.windowOff = h.buf[:n], h.off
	}
	return h.window[h.off-h.windowOff:], nil
}
