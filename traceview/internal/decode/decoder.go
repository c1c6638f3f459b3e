package decode

import (
	"bytes"
	"context"
	"errors"
	"io"

	"schedviz/traceview/internal/wire"
)

const (
	// readBuffer is the size of a single read.
	readBuffer = 256 << 10
	// keptBuffer is the largest generation after which a decoder keeps its memory.
	keptBuffer = 32 << 20
	// commonBuffer bounds the initial size of the buffer.
	commonBuffer = 4 << 20
)

// Source is a trace whose generations can be decoded.
type Source struct {
	R           io.ReaderAt
	Version     wire.Version
	Extents     []wire.Extent
	BatchEvents int // a batch is emitted when it has this many, at most MaxBatchEvents
}

// Decoder decodes generations of a source into batches, one generation after the other.
type Decoder struct {
	*Source
	wire        wireReader
	buf         []byte // a generation's bytes
	Unsupported error  // why golang.org/x/exp/trace had to read the last generation, nil if it did not
}

// Read passes the batches of generation gen to emit; the last one is marked. It returns emit's
// error or ctx's. An error in the trace itself is in the last batch.
//
// The reader of package wire is fast but supports only sound generations. If it gives up,
// golang.org/x/exp/trace reads the generation again; the batches emitted so far are skipped, since
// both readers return the same events.
func (d *Decoder) Read(ctx context.Context, gen int, emit func(Batch) error) error {
	defer d.shrink()
	x := d.Extents[gen]
	b := NewBatcher(emit, d.BatchEvents, Emitted{})
	body, err := d.bytes(ctx, x)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil: // the readable part may show what is wrong
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

// bytes returns part of the trace. It reads a little at a time, so that it can be cancelled: the
// part may be long and the disk slow.
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

// largest returns the buffer size that fits every generation, at most commonBuffer.
func (d *Decoder) largest() int {
	n := int64(0)
	for _, x := range d.Extents {
		n = max(n, x.End-x.Off)
	}
	return int(min(n, commonBuffer))
}

// shrink frees the memory taken by an unusually large generation.
func (d *Decoder) shrink() {
	if cap(d.buf) > keptBuffer {
		d.buf, d.wire = nil, wireReader{}
	}
}

// Trace returns part of the trace, with its bytes in body, as a trace of its own.
func (s *Source) Trace(x wire.Extent, body io.Reader) io.Reader {
	header := io.NewSectionReader(s.R, 0, wire.HeaderSize)
	if !x.Ended {
		// It was cut off before its end mark, but may be whole otherwise.
		body = io.MultiReader(body, bytes.NewReader([]byte{byte(wire.EndOfGeneration)}))
	}
	return io.MultiReader(header, body)
}
