package wire

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// Extent is where in the file one self-contained part of a trace stands, header
// not included: a generation, or all of a trace of Go 1.21 and earlier.
type Extent struct {
	Off, End int64
	// Number is what the runtime calls the generation: one more than the one before it,
	// unless generations are missing. 0 is a trace of Go 1.21 and earlier.
	Number uint64
	// Ended is false for a last generation of Go 1.26 and later without its end
	// mark: whoever wrote it was cut off.
	Ended bool
}

// Version is the Go version a trace's header names, as 1.NN.
type Version int

func (v Version) String() string       { return fmt.Sprintf("1.%d", int(v)) }
func (v Version) HasGenerations() bool { return v >= 22 }
func (v Version) MarksEnd() bool       { return v >= 26 }

// known tells whether a Reader knows the version. Go 1.24 has no format of its own.
func (v Version) known() bool { return v == 22 || v == 23 || v == 25 || v == 26 }

// ReadHeader returns the version that the 16 bytes at the start of every trace name.
func ReadHeader(r io.ReaderAt, size int64) (Version, error) {
	var buf [HeaderSize]byte
	n, err := r.ReadAt(buf[:], 0)
	switch {
	case size == 0:
		return 0, errors.New("the file is empty")
	case err != nil && !errors.Is(err, io.EOF):
		return 0, err
	}
	const header = "go 1.%d trace\x00\x00\x00"
	var v Version
	fmt.Sscanf(string(buf[:n]), header, &v)
	if !strings.HasPrefix(fmt.Sprintf(header, v), string(buf[:n])) {
		return 0, errors.New("not a Go execution trace (it does not begin with \"go 1.… trace\")")
	}
	if n < HeaderSize {
		return 0, errors.New("the file ends within its header")
	}
	return v, nil
}

// Index finds the generations by hopping from batch header to batch
// header. It stops at the first byte that cannot be a batch's; damage then says
// what is wrong there, and extents hold what came before.
func Index(r io.ReaderAt, size int64, v Version) (extents []Extent, damage error) {
	h := hopper{r: r, size: size, off: HeaderSize}
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
		case b.typ == EndOfGeneration:
			if open {
				extents[len(extents)-1].Ended = true
			}
			open = false
		case open && b.gen == gen:
		case len(extents) == maxGenerations:
			return extents, fmt.Errorf("at byte %d: more than %d generations", start, maxGenerations)
		default:
			extents = append(extents, Extent{Off: start, Number: b.gen, Ended: !v.MarksEnd()})
			open, gen = true, b.gen
		}
		if len(extents) > 0 {
			extents[len(extents)-1].End = h.off
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

// next reads the header at h.off and moves h.off behind its batch.
func (h *hopper) next() (header, error) {
	p, err := h.peek()
	if err != nil {
		return header{}, err
	}
	b, n, err := parseHeader(p)
	if err != nil {
		return header{}, err
	}
	end := h.off + int64(n) + int64(b.size)
	if end > h.size {
		return header{}, fmt.Errorf("the file ends %d bytes before its last batch does", end-h.size)
	}
	h.off = end
	return b, nil
}

// peek returns at least the bytes of the header at h.off, fewer only at the file's end.
func (h *hopper) peek() ([]byte, error) {
	have := h.windowOff + int64(len(h.window)) - h.off
	if h.off < h.windowOff || have < min(maxHeader, h.size-h.off) {
		n, err := h.r.ReadAt(h.buf[:], h.off)
		if n == 0 && err != nil {
			return nil, err
		}
		h.window, h.windowOff = h.buf[:n], h.off
	}
	return h.window[h.off-h.windowOff:], nil
}
