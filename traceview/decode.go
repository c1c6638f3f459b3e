package traceview

import (
	"context"
	"fmt"
	"io"

	"schedviz/traceview/wire"
)

// decoder turns generations of a file into pages, one after the other.
type decoder struct {
	f    *File
	wire wireReader
	buf  []byte // a generation's bytes

	gaveUp bool // the wire's reader did, on the last generation
}

// read hands the pages of generation gen to emit, the last one marked. It returns
// emit's error or ctx's; what is wrong with the trace itself is told in the last page.
//
// The wire's reader is fast and vouches only for what is sound. Where it gives up,
// golang.org/x/exp/trace reads the generation again: what came before is the same.
func (d *decoder) read(ctx context.Context, gen int, emit func(page) error) error {
	d.gaveUp = false
	p := newPager(emit, handed{})
	if d.f.version.HasGenerations() {
		data, err := d.bytes(ctx, gen)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			return p.finish(fmt.Errorf("reading it: %w", err))
		}
		done, err := d.wire.read(ctx, data, d.f.version, p)
		if done || err != nil {
			return err
		}
		p.page.recycle()
	}
	d.gaveUp = true
	return readPlainly(ctx, d.f.reader(gen), newPager(emit, p.handed()))
}

// bytes returns generation gen, without the file's header. It reads a little at a
// time, for it may be long and the disk slow, and nobody may want it any more.
func (d *decoder) bytes(ctx context.Context, gen int) ([]byte, error) {
	x := d.f.extents[gen]
	if n := int(x.End - x.Off); cap(d.buf) < n {
		d.buf = make([]byte, n)
	}
	data := d.buf[:x.End-x.Off]
	for off := 0; off < len(data); off += readBuffer {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		part := data[off:min(off+readBuffer, len(data))]
		if n, err := d.f.r.ReadAt(part, x.Off+int64(off)); n < len(part) {
			return nil, err
		}
	}
	return data, nil
}

// reader returns generation gen as a trace of its own.
func (f *File) reader(gen int) io.Reader {
	x := f.extents[gen]
	parts := []io.Reader{
		io.NewSectionReader(f.r, 0, wire.HeaderSize),
		io.NewSectionReader(f.r, x.Off, x.End-x.Off),
	}
	if !x.Ended {
		// Cut off before its end mark, but perhaps whole otherwise.
		parts = append(parts, endMark())
	}
	return io.MultiReader(parts...)
}
