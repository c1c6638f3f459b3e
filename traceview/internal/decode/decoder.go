package decode

import (
	"bytes"
	"context"
	"errors"
	"io"

	"schedviz/traceview/internal/wire"
)

const (
	// readBuffer is how much is read at a time.
	readBuffer = 256 << 10
	// keptBuffer is how large a generation may be for its decoder to keep the memory it took.
	keptBuffer = 32 << 20
	// commonBuffer is how large a buffer may be from the start.
	commonBuffer = 4 << 20
)

// Source is a trace whose generations can be decoded.
type Source struct {
	R           io.ReaderAt
	Version     wire.Version
	Extents     []wire.Extent
	BatchEvents int // a batch is handed on when it has so many, MaxBatchEvents at most
}

// Decoder turns generations of a source into batches, one after the other.
type Decoder struct {
	*Source
	wire        wireReader
	buf         []byte // a generation's bytes
	Unsupported error  // why the last generation was left to golang.org/x/exp/trace, nil if it was not
}

// Read hands the batches of generation gen to emit, the last one marked. It returns
// emit's error or ctx's; what is wrong with the trace itself is told in the last batch.
//
// The wire's reader is fast and vouches only for what is sound. Where it gives up,
// golang.org/x/exp/trace reads the generation again: what came before is the same.
func (d *Decoder) Read(ctx context.Context, gen int, emit func(Batch) error) error {
	defer d.shrink()
	x := d.Extents[gen]
	b := NewBatcher(emit, d.BatchEvents, Emitted{})
	body, err := d.bytes(ctx, x)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil: // then what can be read may tell something
		d.Unsupported = err
		return ReadReference(ctx, d.Trace(x, io.NewSectionReader(d.R, x.Off, x.End-x.Off)), b, nil)
	}
	d.Unsupported = d.wire.read(ctx, body, d.Version, b)
	var tooMuch wire.TooMuch
	switch {
	case errors.As(d.Unsupported, &tooMuch):
		return b.finish(Damage(tooMuch.Error()))
	case !errors.As(d.Unsupported, new(wire.Unsupported)):
		return d.Unsupported
	}
	if err := d.wire.Bounded(); err != nil {
		return b.finish(Damage(err.Error()))
	}
	b.batch.Recycle()
	var verdict error
	if errors.Is(d.Unsupported, wire.FarTime) {
		verdict = Damage("it has times that no clock shows")
	}
	return ReadReference(ctx, d.Trace(x, bytes.NewReader(body)), NewBatcher(emit, d.BatchEvents, b.emitted()), verdict)
}

// bytes returns a part of the trace. It reads a little at a time, for the part may be
// long and the disk slow, and nobody may want it any more.
func (d *Decoder) bytes(ctx context.Context, x wire.Extent) ([]byte, error) {
	if n := int(x.End - x.Off); cap(d.buf) < n {
		d.buf = make([]byte, max(n, d.largest()))
	}
	data := d.buf[:x.End-x.Off]
	for off := 0; off < len(data); off += readBuffer {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		part := data[off:min(off+readBuffer, len(data))]
		if n, err := d.R.ReadAt(part, x.Off+int64(off)); n < len(part) {
			return nil, err
		}
	}
	return data, nil
}

// largest returns how large a buffer is that fits all generations, commonBuffer at most.
func (d *Decoder) largest() int {
	n := int64(0)
	for _, x := range d.Extents {
		n = max(n, x.End-x.Off)
	}
	return int(min(n, commonBuffer))
}

// shrink gives back what an uncommonly large generation took.
func (d *Decoder) shrink() {
	if cap(d.buf) > keptBuffer {
		d.buf, d.wire = nil, wireReader{}
	}
}

// Trace returns a part of the trace, its bytes in body, as a trace of its own.
func (s *Source) Trace(x wire.Extent, body io.Reader) io.Reader {
	header := io.NewSectionReader(s.R, 0, wire.HeaderSize)
	if !x.Ended {
		// Cut off before its end mark, but perhaps whole otherwise.
		body = io.MultiReader(body, bytes.NewReader([]byte{byte(wire.EndOfGeneration)}))
	}
	return io.MultiReader(header, body)
}
