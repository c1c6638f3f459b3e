package wire

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// Extent is the position in the file of a self-contained part of a trace, without the file's
// header: a generation, or all of a trace of Go 1.21 and earlier.
type Extent struct {
	Off, End int64
	// Number is the runtime's number of the generation: that of the previous one plus one, unless
	// generations are missing. It is 0 for a trace of Go 1.21 and earlier.
	Number uint64
	// Ended is false for the last generation of a trace of Go 1.26 and later if its end mark is
	// missing: the program that wrote it was cut off.
	Ended bool
}

// Version is the Go version in a trace's header, NN in 1.NN.
type Version int

func (v Version) String() string       { return fmt.Sprintf("1.%d", int(v)) }
func (v Version) HasGenerations() bool { return v >= 22 }
func (v Version) MarksEnd() bool       { return v >= 26 }

// known reports whether Reader supports the version. Go 1.24 has no format of its own.
func (v Version) known() bool { return v == 22 || v == 23 || v == 25 || v == 26 }

// ReadHeader returns the version in the 16 bytes at the start of a trace.
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

// Index finds the generations by hopping from batch header to batch header. It stops at the first
// byte that cannot begin a batch; then damage says what is wrong there, and extents has the
// generations before it.
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

// hopper reads batch headers and skips the batches.
type hopper struct {
	r    io.ReaderAt
	size int64
	off  int64 // of the next batch

	window    []byte // bytes of the file from windowOff on, to avoid small reads
	windowOff int64
	buf       [4096]byte
}

// next reads the header at h.off and moves h.off past its batch.
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

// peek returns at least the bytes of the header at h.off, or fewer at the end of the file.
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
