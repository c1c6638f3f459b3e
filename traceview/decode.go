package traceview

import (
	"bytes"
	"context"
	"errors"
	"io"

	"schedviz/traceview/wire"
)

const (
	// readBuffer is how much is read at a time.
	readBuffer = 256 << 10
	// keptBuffer is how large a generation may be for its decoder to keep the memory it took.
	keptBuffer = 32 << 20
	// commonBuffer is how large a buffer may be from the start.
	commonBuffer = 4 << 20
)

// source is a trace whose generations can be decoded.
type source struct {
	r          io.ReaderAt
	version    wire.Version
	extents    []wire.Extent
	pageEvents int // a page is handed on when it has so many, maxPageEvents at most
}

// decoder turns generations of a source into pages, one after the other.
type decoder struct {
	*source
	wire  wireReader
	buf   []byte // a generation's bytes
	doubt error  // why the last generation was left to golang.org/x/exp/trace, nil if it was not
}

// read hands the pages of generation gen to emit, the last one marked. It returns
// emit's error or ctx's; what is wrong with the trace itself is told in the last page.
//
// The wire's reader is fast and vouches only for what is sound. Where it gives up,
// golang.org/x/exp/trace reads the generation again: what came before is the same.
func (d *decoder) read(ctx context.Context, gen int, emit func(page) error) error {
	defer d.shrink()
	x := d.extents[gen]
	p := newPager(emit, d.pageEvents, handed{})
	body, err := d.bytes(ctx, x)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil: // then what can be read may tell something
		d.doubt = err
		return readPlainly(ctx, d.trace(x, io.NewSectionReader(d.r, x.Off, x.End-x.Off)), p, nil)
	}
	d.doubt = d.wire.read(ctx, body, d.version, p)
	var tooMuch wire.TooMuch
	switch {
	case errors.As(d.doubt, &tooMuch):
		return p.finish(damage(tooMuch.Error()))
	case !errors.As(d.doubt, new(wire.Doubt)):
		return d.doubt
	}
	if err := d.wire.Bounded(); err != nil {
		return p.finish(damage(err.Error()))
	}
	p.page.recycle()
	var verdict error
	if errors.Is(d.doubt, wire.FarTime) {
		verdict = damage("it has times that no clock shows")
	}
	return readPlainly(ctx, d.trace(x, bytes.NewReader(body)), newPager(emit, d.pageEvents, p.handed()), verdict)
}

// bytes returns a part of the trace. It reads a little at a time, for the part may be
// long and the disk slow, and nobody may want it any more.
func (d *decoder) bytes(ctx context.Context, x wire.Extent) ([]byte, error) {
	if n := int(x.End - x.Off); cap(d.buf) < n {
		d.buf = make([]byte, max(n, d.largest()))
	}
	data := d.buf[:x.End-x.Off]
	for off := 0; off < len(data); off += readBuffer {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		part := data[off:min(off+readBuffer, len(data))]
		if n, err := d.r.ReadAt(part, x.Off+int64(off)); n < len(part) {
			return nil, err
		}
	}
	return data, nil
}

// largest returns how large a buffer is that fits all generations, commonBuffer at most.
func (d *decoder) largest() int {
	n := int64(0)
	for _, x := range d.extents {
		n = max(n, x.End-x.Off)
	}
	return int(min(n, commonBuffer))
}

// shrink gives back what an uncommonly large generation took.
func (d *decoder) shrink() {
	if cap(d.buf) > keptBuffer {
		d.buf, d.wire = nil, wireReader{}
	}
}

// trace returns a part of the trace, its bytes in body, as a trace of its own.
func (s *source) trace(x wire.Extent, body io.Reader) io.Reader {
	header := io.NewSectionReader(s.r, 0, wire.HeaderSize)
	if !x.Ended {
		// Cut off before its end mark, but perhaps whole otherwise.
		body = io.MultiReader(body, bytes.NewReader([]byte{byte(wire.EndOfGeneration)}))
	}
	return io.MultiReader(header, body)
}
