package input

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"

	"schedviz/traceview/internal/wire"
	"schedviz/traceview/words"
)

// packing is how a trace is compressed, detected from its first bytes whatever its name.
type packing uint8

const (
	plain packing = iota
	gzipped
	zstandard
)

// magicBytes is how many bytes identify the packing.
const magicBytes = 4

// maxZstdWindow is how far back zstd may refer: the default limit of the zstd command. The decoder keeps that
// much in memory.
const maxZstdWindow = 128 << 20

func packingOf(head []byte) packing {
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		return gzipped
	case bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		return zstandard
	}
	return plain
}

// reader decompresses r.
func (p packing) reader(r io.Reader) (io.Reader, error) {
	switch p {
	case gzipped:
		return gzip.NewReader(r)
	case zstandard: // in the reader's goroutine: nothing to close
		return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxZstdWindow))
	}
	return r, nil
}

// unpack returns the trace in r, decompressed, as soon as it is recognized as one; otherwise the error is a
// notTrace, or the read error. Reading more than limit bytes of r or of the trace fails with tooLarge.
func unpack(r io.Reader, limit int64) (io.Reader, error) {
	in := bufio.NewReader(&bounded{r: r, left: limit, limit: limit})
	magic, err := in.Peek(magicBytes)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	p := packingOf(magic)
	unpacked, err := p.reader(in)
	if err != nil {
		return nil, fmt.Errorf("unpacking it: %w", err)
	}
	out := bufio.NewReader(&bounded{r: unpacked, left: limit, limit: limit})
	return out, checkHeader(out, p)
}

// checkHeader returns an error unless r continues with the header of a trace.
func checkHeader(r *bufio.Reader, p packing) error {
	head, err := r.Peek(wire.HeaderSize)
	switch {
	case err == nil || errors.Is(err, io.EOF):
	case p == plain:
		return err
	default:
		return fmt.Errorf("unpacking it: %w", err)
	}
	if len(head) == 0 {
		err = errors.New("it is empty")
	} else if _, err = wire.ReadHeader(bytes.NewReader(head), int64(len(head))); err == nil {
		return nil
	}
	if p != plain {
		err = fmt.Errorf("unpacked: %w", err)
	}
	begin, _ := r.Peek(min(r.Buffered(), 60))
	return &notTrace{err, string(begin)}
}

// notTrace is the error of an input that does not begin like a trace.
type notTrace struct {
	error
	begin string // its first bytes
}

func (e *notTrace) Unwrap() error { return e.error }

// tooLarge is the error of an input with more bytes than allowed.
type tooLarge struct{ limit int64 }

func (e tooLarge) Error() string {
	return fmt.Sprintf("it is larger than %s, the most that --max-size allows", words.Bytes(e.limit))
}

// bounded reads at most limit bytes of r.
type bounded struct {
	r           io.Reader
	left, limit int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if int64(len(p)) > b.left {
		p = p[:b.left+1]
	}
	n, err := b.r.Read(p)
	if b.left -= int64(n); b.left < 0 {
		n, b.left = n-1, 0
		return n, tooLarge{b.limit}
	}
	return n, err
}
