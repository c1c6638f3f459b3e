package wire

import "encoding/binary"

// input reads a part of a generation, from off to end. What it reads behind the end
// is zero, and bad.
type input struct {
	data     []byte
	off, end int
	bad      bool
}

func (in *input) more() bool { return in.off < in.end }
func (in *input) len() int   { return in.end - in.off }

func (in *input) byte() byte {
	if in.off >= in.end {
		in.bad = true
		return 0
	}
	in.off++
	return in.data[in.off-1]
}

func (in *input) uvarint() uint64 {
	v, next := uvarint(in.data[:in.end], in.off)
	if next > in.end {
		in.bad, in.off = true, in.end
		return 0
	}
	in.off = next
	return v
}

// uvarint returns the number at off in b, and the offset behind it, which is behind
// b's end if there is none.
func uvarint(b []byte, off int) (v uint64, next int) {
	if off < len(b) && b[off] < 0x80 { // most are
		return uint64(b[off]), off + 1
	}
	if off >= len(b) {
		return 0, len(b) + 1
	}
	v, n := binary.Uvarint(b[off:])
	if n <= 0 {
		return 0, len(b) + 1
	}
	return v, off + n
}
