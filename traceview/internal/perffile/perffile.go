// Package perffile makes perf.data files by hand, for tests.
package perffile

import (
	"bytes"
	"encoding/binary"
)

var le = binary.LittleEndian

// File is a perf.data file with one event.
type File struct {
	SampleType, Bits uint64
	Clock            uint32
	Records          []byte
}

// Misc values of a switch record.
const (
	In      = 0
	Out     = 1 << 13
	Preempt = 1<<13 | 1<<14
)

// New returns a file without records. Its event is set up as by perf record -e dummy:u
// --switch-events --sample-cpu -k CLOCK_MONOTONIC.
func New() *File {
	return &File{SampleType: 1<<0 | 1<<1 | 1<<2 | 1<<7 | 1<<8, Bits: 1<<18 | 1<<25 | 1<<26, Clock: 1}
}

// Record appends a record with the given body.
func (f *File) Record(kind uint32, misc uint16, body ...any) *File {
	b := new(bytes.Buffer)
	for _, v := range body {
		if err := binary.Write(b, le, v); err != nil {
			panic(err)
		}
	}
	f.Records = le.AppendUint32(f.Records, kind)
	f.Records = le.AppendUint16(f.Records, misc)
	f.Records = le.AppendUint16(f.Records, uint16(8+b.Len()))
	f.Records = append(f.Records, b.Bytes()...)
	return f
}

// Switch appends the record of a context switch.
func (f *File) Switch(misc uint16, time int64, process, thread, cpu uint32) *File {
	return f.Record(14, misc, process, thread, uint64(time), cpu, uint32(0))
}

// Round ends a round in which the kernel's rings are drained.
func (f *File) Round() *File { return f.Record(68, 0) }

// Bytes returns the contents of the file.
func (f *File) Bytes() []byte {
	const header, attr = 104, 112
	b := append([]byte("PERFILE2"), le.AppendUint64(nil, header)...)
	for _, v := range []uint64{
		attr + 16, header, attr + 16, header + attr + 16, uint64(len(f.Records)), 0, 0, 0, 0, 0, 0,
	} {
		b = le.AppendUint64(b, v)
	}
	a := make([]byte, attr+16)
	le.PutUint32(a, 1)
	le.PutUint32(a[4:], attr)
	le.PutUint64(a[8:], 9)
	le.PutUint64(a[24:], f.SampleType)
	le.PutUint64(a[40:], f.Bits)
	le.PutUint32(a[92:], f.Clock)
	return append(append(b, a...), f.Records...)
}
