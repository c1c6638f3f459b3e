package report_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"io"
	"regexp"
	"testing"

	"schedviz/traceview/report"
)

// blob is a page's data as its scripts see it, decoded independently.
type blob struct {
	Page struct {
		Title      string
		Duration   int64
		Resolution int64
		Findings   []struct {
			ID, Value, Text string
			Place           *struct {
				From, To *int64
				Gs       []int64
			}
		}
		Claims []struct {
			ID, Text, Verdict, Evidence string
			Place                       *struct{ From, To *int64 }
		}
		Flames []struct {
			Mode         string
			Total, Count int64
		}
		Sites map[string][]struct {
			Reason            string
			Stack, Stacks     int
			Count, Total, Max int64
			Wakers            []struct {
				Func, Inferred string
				Count          int64
			}
		}
		Heats map[string]struct {
			Rows  []int64
			Steps int
		}
		Groups []struct {
			Func  string
			Count int
		}
		Waits []struct {
			G      int64
			Rivals []struct{ Func string }
		}
		GC struct {
			Cycles [][2]int64
			All    int
		}
		Source []struct {
			File  string
			First int
			Lines []string
		}
		Carried map[string]int
		Exact   []struct{ From, To int64 }
		Charts  map[string]json.RawMessage
		Sharing struct {
			Groups []struct {
				Func       string
				Goroutines int
				Total      int64
			}
		}
	}
	Strings []string
	Columns []struct {
		Name, Type    string
		Delta         bool
		Count, Offset int
	}
	cols map[string][]int64
}

var dataElement = regexp.MustCompile(`(?s)<script type="application/octet-stream;base64" id="data">([A-Za-z0-9+/=]*)</script>`)

func write(t *testing.T, p report.Page) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := report.Write(&out, p); err != nil {
		t.Fatalf("Write(%q) = %v", p.Title, err)
	}
	return out.Bytes()
}

func unpack(t *testing.T, page []byte) *blob {
	t.Helper()
	m := dataElement.FindSubmatch(page)
	if m == nil {
		t.Fatal("the page has no data element")
	}
	zipped, err := base64.StdEncoding.DecodeString(string(m[1]))
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(zipped))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(raw[:4]); got != "SVZ1" {
		t.Fatalf("the blob begins with %q, want SVZ1", got)
	}
	size := binary.LittleEndian.Uint32(raw[4:])
	b := &blob{cols: map[string][]int64{}}
	if err := json.Unmarshal(raw[8:8+size], b); err != nil {
		t.Fatal(err)
	}
	data := raw[8+size:]
	for _, c := range b.Columns {
		at, last := c.Offset, int64(0)
		values := make([]int64, c.Count)
		for i := range values {
			v, n := binary.Varint(data[at:])
			if n <= 0 {
				t.Fatalf("column %s ends after %d of %d values", c.Name, i, c.Count)
			}
			at += n
			if c.Delta {
				v += last
			}
			values[i], last = v, v
		}
		b.cols[c.Name] = values
	}
	return b
}
