package report

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"

	"schedviz/traceview/report/internal/columns"
)

// The blob is gzip(magic, header length, header, columns): 4 bytes of magic, the
// header's length as a little-endian uint32, the header as JSON, and the columns
// one after another. The header's "columns" says where each begins. A column is a
// run of zigzag varints, which gzip then packs well: spans cost 6 to 10 bytes each.
const blobMagic = "SVZ1"

// column describes one column of the blob.
type column struct {
	Name   string `json:"name"`
	Type   string `json:"type"` // see columns.Type
	Delta  bool   `json:"delta,omitempty"`
	Count  int    `json:"count"`
	Offset int    `json:"offset"` // of its first byte, from the first column's

	data []byte
}

// packer collects columns.
type packer struct {
	columns []column
	size    int             // total bytes
	later   []func() column // encode columns within together; nil outside it
	strings []string
	index   map[string]int64 // by string, into strings
	longest int              // bytes of a string; longer ones are cut
}

func newPacker() *packer {
	return &packer{index: map[string]int64{"": 0}, strings: []string{""}, columns: []column{}, longest: fullPage.text}
}

// string returns the index of s in the blob's string table.
func (p *packer) string(s string) int64 {
	if len(s) > p.longest {
		s = strings.ToValidUTF8(s[:p.longest], "") + "…"
	}
	i, ok := p.index[s]
	if !ok {
		i = int64(len(p.strings))
		p.index[s] = i
		p.strings = append(p.strings, s)
	}
	return i
}

// add appends a column of n values.
func (p *packer) add(c columns.Column, n int, value func(i int) int64) {
	p.append(column{Name: c.Name(), Type: string(c.Type()), Count: n}, value)
}

// addDelta appends a column of n values that are close to their predecessors: each is
// stored as the difference from the one before.
func (p *packer) addDelta(c columns.Column, n int, value func(i int) int64) {
	last := int64(0)
	p.append(column{Name: c.Name(), Type: string(c.Type()), Delta: true, Count: n}, func(i int) int64 {
		v := value(i)
		d := v - last
		last = v
		return d
	})
}

func (p *packer) append(c column, value func(i int) int64) {
	if p.later != nil {
		p.later = append(p.later, func() column { return c.encoded(value) })
		return
	}
	p.put(c.encoded(value))
}

// put appends an encoded column.
func (p *packer) put(c column) {
	c.Offset = p.size
	p.size += len(c.data)
	p.columns = append(p.columns, c)
}

// together encodes the columns that add appends concurrently. Only one of them may add
// strings.
func (p *packer) together(add func()) {
	p.later = []func() column{}
	add()
	later := p.later
	p.later = nil
	columns := make([]column, len(later))
	atOnce(len(later), func(i int) { columns[i] = later[i]() })
	for _, c := range columns {
		p.put(c)
	}
}

// encoded is the column with its data.
func (c column) encoded(value func(i int) int64) column {
	buf := encoding.Get().(*[]byte)
	defer encoding.Put(buf)
	data := (*buf)[:0]
	for i := range c.Count {
		data = binary.AppendVarint(data, value(i))
	}
	*buf, c.data = data, slices.Clone(data)
	return c
}

// encoding pools the buffers that columns are encoded in: their length is not known before.
var encoding = sync.Pool{New: func() any { return new([]byte) }}

// blob packs header and columns. The header must marshal to a JSON object.
func (p *packer) blob(header any) ([]byte, error) {
	var out bytes.Buffer
	err := p.write(&out, header)
	return out.Bytes(), err
}

// write packs header and columns into w. The header must marshal to a JSON object.
func (p *packer) write(w io.Writer, header any) error {
	text, err := json.Marshal(struct {
		Header  any      `json:"page"`
		Strings []string `json:"strings"`
		Columns []column `json:"columns"`
	}{header, p.strings, p.columns})
	if err != nil {
		return fmt.Errorf("encoding the page's header: %w", err)
	}
	zip := gzip.NewWriter(w)
	head := binary.LittleEndian.AppendUint32([]byte(blobMagic), uint32(len(text)))
	parts := [][]byte{head, text}
	for _, c := range p.columns {
		parts = append(parts, c.data)
	}
	for _, part := range parts {
		if _, err := zip.Write(part); err != nil {
			return fmt.Errorf("compressing the page's data: %w", err)
		}
	}
	if err := zip.Close(); err != nil {
		return fmt.Errorf("compressing the page's data: %w", err)
	}
	return nil
}
