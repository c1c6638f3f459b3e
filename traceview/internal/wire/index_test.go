package wire

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestReadHeader(t *testing.T) {
	for _, test := range []struct {
		file string
		want Version
		err  string
	}{
		{"go 1.22 trace\x00\x00\x00", 22, ""},
		{"go 1.26 trace\x00\x00\x00and more", 26, ""},
		{"go 1.11 trace\x00\x00\x00", 11, ""},
		{"", 0, "empty"},
		{"go 1.26 tr", 0, "ends within its header"},
		{"{\"traceEvents\": []}", 0, "not a Go execution trace"},
		{"go 1.x trace\x00\x00\x00\x00", 0, "not a Go execution trace"},
	} {
		v, err := ReadHeader(strings.NewReader(test.file), int64(len(test.file)))
		if test.err != "" {
			if err == nil || !strings.Contains(err.Error(), test.err) {
				t.Errorf("ReadHeader(%q) = %v, %v, want an error with %q", test.file, v, err, test.err)
			}
		} else if v != test.want || err != nil {
			t.Errorf("ReadHeader(%q) = %v, %v, want %v", test.file, v, err, test.want)
		}
	}
}

func TestVersion(t *testing.T) {
	for _, test := range []struct {
		v                      Version
		text                   string
		generations, end, ours bool
	}{
		{11, "1.11", false, false, false},
		{21, "1.21", false, false, false},
		{22, "1.22", true, false, true},
		{23, "1.23", true, false, true},
		{24, "1.24", true, false, false},
		{25, "1.25", true, false, true},
		{26, "1.26", true, true, true},
		{27, "1.27", true, true, false},
	} {
		if s := test.v.String(); s != test.text {
			t.Errorf("Version(%d) is %q, want %q", test.v, s, test.text)
		}
		if test.v.HasGenerations() != test.generations || test.v.MarksEnd() != test.end || test.v.known() != test.ours {
			t.Errorf("%v: generations %v, end marks %v, known %v, want %v, %v, %v", test.v,
				test.v.HasGenerations(), test.v.MarksEnd(), test.v.known(), test.generations, test.end, test.ours)
		}
	}
}

// file returns a trace's header and batches.
func file(batches ...[]byte) []byte {
	return slices.Concat(append([][]byte{[]byte("go 1.26 trace\x00\x00\x00")}, batches...)...)
}

// numbered returns a batch of generation gen with a body of size zero bytes.
func numbered(gen uint64, size int) []byte {
	return append(entry(EventBatch, gen, 1, 1, uint64(size)), make([]byte, size)...)
}

func TestIndex(t *testing.T) {
	end := []byte{byte(EndOfGeneration)}
	small, large := numbered(3, 10), numbered(3, maxBatchSize)
	n, m := int64(HeaderSize+len(small)), int64(HeaderSize+len(small)+len(large))
	for _, test := range []struct {
		name   string
		v      Version
		data   []byte
		want   []Extent
		damage string
	}{
		{"no generation", 26, file(), nil, ""},
		{"one with its end mark", 26, file(small, end), []Extent{{16, n + 1, 3, true}}, ""},
		{"one without its end mark", 26, file(small), []Extent{{16, n, 3, false}}, ""},
		{"one of a version without end marks", 25, file(small), []Extent{{16, n, 3, true}}, ""},
		{"one larger than the read buffer", 26, file(small, large, end), []Extent{{16, m + 1, 3, true}}, ""},
		{
			"two",
			26,
			file(small, end, numbered(4, 0), end),
			[]Extent{{16, n + 1, 3, true}, {n + 1, n + 7, 4, true}},
			"",
		},
		{
			"two of a version without end marks",
			23,
			file(small, numbered(4, 0)),
			[]Extent{{16, n, 3, true}, {n, n + 5, 4, true}},
			"",
		},
		{
			"two with the same number",
			26,
			file(small, end, small, end),
			[]Extent{{16, n + 1, 3, true}, {n + 1, 2*n - 14, 3, true}},
			"",
		},
		{
			"numbers that jump",
			26,
			file(small, end, numbered(9, 0), end),
			[]Extent{{16, n + 1, 3, true}, {n + 1, n + 7, 9, true}},
			"",
		},
		{
			"an experiment's batch",
			26,
			file(small, append([]byte{byte(ExperimentalBatch), 1}, numbered(3, 0)[1:]...), end),
			[]Extent{{16, n + 7, 3, true}},
			"",
		},
		{
			"cut off in a batch",
			26,
			file(small, small[:12]),
			[]Extent{{16, n, 3, false}},
			"the file ends 3 bytes before its last batch does",
		},
		{"cut off in a header", 26, file(small, small[:3]), []Extent{{16, n, 3, false}}, "cut off or malformed"},
		{
			"something else than a batch",
			26,
			file(small, []byte("what?")),
			[]Extent{{16, n, 3, false}},
			"at byte 31: no batch of events begins with byte 0x77",
		},
		{
			"too large a batch",
			26,
			file(small, entry(EventBatch, 3, 1, 1, maxBatchSize+1)),
			[]Extent{{16, n, 3, false}},
			"a batch claims 65537 bytes",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, damage := Index(bytes.NewReader(test.data), int64(len(test.data)), test.v)
			if !slices.Equal(got, test.want) {
				t.Errorf("generations at %+v, want %+v", got, test.want)
			}
			switch {
			case test.damage == "" && damage != nil:
				t.Errorf("damage: %v, want none", damage)
			case test.damage != "" && (damage == nil || !strings.Contains(damage.Error(), test.damage)):
				t.Errorf("damage: %v, want %q", damage, test.damage)
			}
		})
	}
}

// The index does not look into batches: what is in them may look like an end mark.
func TestIndexHops(t *testing.T) {
	body := bytes.Repeat([]byte{byte(EndOfGeneration)}, 20_000)
	batch := append(entry(EventBatch, 1, 1, 1, uint64(len(body))), body...)
	data := file(batch, batch, batch, []byte{byte(EndOfGeneration)})
	got, damage := Index(bytes.NewReader(data), int64(len(data)), 26)
	if want := []Extent{{HeaderSize, int64(len(data)), 1, true}}; damage != nil || !slices.Equal(got, want) {
		t.Errorf("generations at %+v, damage: %v, want %+v", got, damage, want)
	}
}

func TestIndexBound(t *testing.T) {
	var b bytes.Buffer
	b.Write(file())
	for gen := range uint64(maxGenerations + 1) {
		b.Write(numbered(gen+1, 0))
	}
	got, damage := Index(bytes.NewReader(b.Bytes()), int64(b.Len()), 23)
	if len(got) != maxGenerations || damage == nil || !strings.Contains(damage.Error(), "more than 1048576 generations") {
		t.Errorf("%d generations, damage: %v, want %d and damage that says there are more", len(got), damage, maxGenerations)
	}
}
