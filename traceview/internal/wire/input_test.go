package wire

import (
	"bytes"
	"encoding/binary"
	"math"
	"testing"
)

func TestUvarint(t *testing.T) {
	for _, v := range []uint64{0, 1, 0x7f, 0x80, 0x3fff, 0x4000, 1<<32 - 1, 1 << 62, math.MaxUint64} {
		b := binary.AppendUvarint([]byte{0xff}, v)
		got, next := uvarint(append(b, 0x81), 1)
		if got != v || next != len(b) {
			t.Errorf("uvarint of %#x = %#x, next at %d, want %#x at %d", b[1:], got, next, v, len(b))
		}
		if got, next := uvarint(b[:len(b)-1], 1); got != 0 || next != len(b) {
			t.Errorf("uvarint of %#x, which is cut off, = %#x, next at %d, want 0 and past the end", b[1:len(b)-1], got, next)
		}
	}
	for _, b := range [][]byte{
		bytes.Repeat([]byte{0x80}, 11),           // too long
		append(bytes.Repeat([]byte{0xff}, 9), 2), // is 2^65 - 1 or so
	} {
		if v, next := uvarint(b, 0); v != 0 || next != len(b)+1 {
			t.Errorf("uvarint of %#x, which overflows, = %#x, next at %d, want 0 and past the end", b, v, next)
		}
	}
}

func TestUvarints(t *testing.T) {
	b := []byte{0xff, 5, 0x80, 1, 0xff, 0xff, 3, 9}
	to := make([]uint64, 3)
	next := uvarints(to, b, 1)
	if want := [3]uint64{5, 128, 65535}; [3]uint64(to) != want || next != 7 {
		t.Errorf("uvarints = %v, next at %d, want %v and 7", to, next, want)
	}
	if next := uvarints(to, b, 6); next <= len(b) {
		t.Errorf("three uvarints out of two: next at %d, want past the end, %d", next, len(b))
	}
}

func TestInput(t *testing.T) {
	in := input{data: []byte{7, 0x80, 1, 2, 3, 0x80}}
	if b := in.byte(); b != 7 {
		t.Errorf("byte = %d, want 7", b)
	}
	if v := in.uvarint(); v != 128 {
		t.Errorf("uvarint = %d, want 128", v)
	}
	if in.skip(2); in.bad || in.len() != 1 || !in.more() {
		t.Errorf("after skip(2): bad %v, %d bytes left, more %v, want one left", in.bad, in.len(), in.more())
	}
	if v := in.uvarint(); v != 0 || !in.bad || in.more() {
		t.Errorf("a number that is cut off = %d, bad %v, more %v, want 0, bad, no more", v, in.bad, in.more())
	}
	end := input{}
	if b := end.byte(); b != 0 || !end.bad {
		t.Errorf("a byte past the end = %d, bad %v, want 0 and bad", b, end.bad)
	}
}
