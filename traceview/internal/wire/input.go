package wire

import "encoding/binary"

// input reads a part of a generation, from off to the end of data. Reading past the end returns
// zero and sets bad.
type input struct {
	data []byte
	off  int
	bad  bool
}

func (in *input) more() bool { return in.off < len(in.data) }
func (in *input) len() int   { return len(in.data) - in.off }

func (in *input) byte() byte {
	if in.off >= len(in.data) {
		in.bad = true
		return 0
	}
	in.off++
	return in.data[in.off-1]
}

func (in *input) uvarint() uint64 {
	v, next := uvarint(in.data, in.off)
	if next > len(in.data) {
		in.bad, in.off = true, len(in.data)
		return 0
	}
	in.off = next
	return v
}

// skip skips the given number of uvarints.
func (in *input) skip(numbers int) {
	for range numbers {
		in.uvarint()
	}
}

// uvarint returns the number at off in b and the offset after it, which is past b's end if there is
// no number.
func uvarint(b []byte, off int) (v uint64, next int) {
	if off < len(b) && b[off] < 0x80 { // most are one byte
		return uint64(b[off]), off + 1
	}
	if off+1 < len(b) && b[off+1] < 0x80 { // most others are two
		return uint64(b[off]&0x7f) | uint64(b[off+1])<<7, off + 2
	}
	if off < len(b) {
		if v, n := binary.Uvarint(b[off:]); n > 0 {
			return v, off + n
		}
	}
	return 0, len(b) + 1
}

// uvarints reads len(to) numbers from off on. It does what uvarint does, but inline, because
// everything in a thread's batches passes through here.
func uvarints(to []uint64, b []byte, off int) (next int) {
	for i := range to {
		if off < len(b) && b[off] < 0x80 {
			to[i] = uint64(b[off])
			off++
		} else {
			to[i], off = uvarint(b, off)
		}
	}
	return off
}
