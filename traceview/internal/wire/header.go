package wire

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// header is the header of a batch; for an end of a generation, its fields are not set.
type header struct {
	typ               Type // EventBatch, ExperimentalBatch or EndOfGeneration
	experiment        byte
	gen, thread, time uint64
	size              int // bytes that follow
}

// maxHeader is the maximum length of a header: two bytes and four uvarints.
const maxHeader = 2 + 4*binary.MaxVarintLen64

// parseHeader returns the header at the beginning of p, which is not empty, and its length.
func parseHeader(p []byte) (h header, n int, err error) {
	in := input{data: p}
	h.typ = Type(in.byte())
	switch h.typ {
	case EndOfGeneration:
		return h, 1, nil
	case EventBatch:
	case ExperimentalBatch:
		h.experiment = in.byte()
	default:
		return h, 0, fmt.Errorf("no batch of events begins with byte %#x", p[0])
	}
	h.gen, h.thread, h.time = in.uvarint(), in.uvarint(), in.uvarint()
	size := in.uvarint()
	switch {
	case in.bad:
		return h, 0, errors.New("a batch header is cut off or malformed")
	case size > maxBatchSize:
		return h, 0, fmt.Errorf("a batch claims %d bytes, more than the maximum", size)
	}
	h.size = int(size)
	return h, in.off, nil
}
