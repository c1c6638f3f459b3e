package input_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"schedviz/traceview/input"
)

func TestNames(t *testing.T) {
	for name, want := range map[string]struct{ title, base string }{
		"trace.out":       {"trace.out", "trace"},
		"a/b/c.trace":     {"c.trace", "c"},
		"trace.out.gz":    {"trace.out.gz", "trace"},
		"my.trace.zst":    {"my.trace.zst", "my"},
		"t.gz":            {"t.gz", "t"},
		".gz":             {".gz", ".gz"},
		".trace":          {".trace", ".trace"},
		"-":               {"standard input", "trace"},
		"/dev/stdin":      {"standard input", "trace"},
		"/dev/fd/63":      {"63", "trace"},
		"some/where/fifo": {"fifo", "fifo"},
	} {
		if title, base := input.Title(name), input.Base(name); title != want.title || base != want.base {
			t.Errorf("of %q the title is %q and files are called after %q, want %q and %q", name, title, base, want.title, want.base)
		}
	}
}

func TestURL(t *testing.T) {
	for address, want := range map[string]string{
		"http://h/debug/pprof/trace?seconds=5": "trace.out",
		"https://h:1/x/my.trace":               "my.trace",
		"http://h/my.trace.gz":                 "my.trace",
		"http://h/trace.zst":                   "trace.out",
		"http://h":                             "trace.out",
		"http://h/..%2f..%2fevil":              "evil.out",
		"http://h/a%00b.trace":                 "a-b.trace",
	} {
		u := input.URL(address)
		if u == nil {
			t.Errorf("%q is not recognized as a URL", address)
			continue
		}
		base, ext := input.Name(u)
		if got := base + ext; got != want {
			t.Errorf("what is at %s is kept as %q, want %q", address, got, want)
		}
	}
	for _, name := range []string{"trace.out", "-", "out/run", "c:/x.trace", "file:///etc/passwd", "ftp://h/x", "http:", "http:///x"} {
		if u := input.URL(name); u != nil {
			t.Errorf("%q is taken for the URL %s", name, u)
		}
	}
}

func aTrace(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "traces", "generations.trace"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func gzipped(data []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(data)
	w.Close()
	return out.Bytes()
}

func zstandard(t testing.TB, data []byte) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return w.EncodeAll(data, nil)
}

// open opens a trace from standard input, and checks that no temporary file is left.
func open(t testing.TB, r io.Reader, limit int64) (*input.Trace, error) {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	f, err := input.Open(context.Background(), "-", input.Options{Stdin: r, MaxSize: limit})
	if err != nil {
		if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 0 {
			t.Errorf("of what cannot be opened %q is left", left)
		}
	}
	return f, err
}

// oneByte reads a byte at a time, like a slow pipe, and then fails with err.
type oneByte struct {
	data []byte
	err  error
}

func (r *oneByte) Read(p []byte) (int, error) {
	if len(r.data) == 0 {
		return 0, r.err
	}
	n := copy(p[:1], r.data)
	r.data = r.data[n:]
	return n, nil
}

func TestOpen(t *testing.T) {
	trace := aTrace(t)
	size := int64(len(trace))
	errRead := errors.New("the disk is on fire")
	for _, test := range []struct {
		name    string
		r       io.Reader
		limit   int64
		size    int64  // of the trace
		warning string // in Warnings
		err     string
	}{
		{"plain", bytes.NewReader(trace), 0, size, "", ""},
		{"byte by byte", &oneByte{trace, io.EOF}, 0, size, "", ""},
		{"gzip", &oneByte{gzipped(trace), io.EOF}, 0, size, "", ""},
		{"zstd", &oneByte{zstandard(t, trace), io.EOF}, 0, size, "", ""},
		{"in two parts", bytes.NewReader(append(gzipped(trace[:100]), gzipped(trace[100:])...)), 0, size, "", ""},
		{"just not too large", bytes.NewReader(trace), size, size, "", ""},
		{"just too large", bytes.NewReader(trace), size - 1, 0, "", "it is larger than"},
		{"unpacked just not too large", bytes.NewReader(gzipped(trace)), size, size, "", ""},
		{"unpacked just too large", bytes.NewReader(gzipped(trace)), size - 1, 0, "", "it is larger than"},
		{"without end, and without content", io.MultiReader(bytes.NewReader(gzipped(trace[:16])), repeated(gzipped(nil))), 100_000, 0, "", "it is larger than"},
		{"reading fails", &oneByte{trace[:size-100], errRead}, 0, size - 100, errRead.Error(), ""},
		{"reading fails in the header", &oneByte{trace[:9], errRead}, 0, 0, "", errRead.Error()},
		{"reading fails after the header", &oneByte{trace[:16], errRead}, 0, 0, "", errRead.Error()},
		{"zstd, damaged", bytes.NewReader(append(zstandard(t, trace), "\x28\xb5\x2f\xfdrubbish"...)), 0, size, "is cut off or damaged", ""},
		{"packed twice", bytes.NewReader(gzipped(gzipped(trace))), 0, 0, "", "unpacked: not a Go execution trace"},
		{"gzip without end mark", bytes.NewReader(gzipped(trace)[:len(gzipped(trace))-3]), 0, size, "is cut off or damaged", ""},
		{"gzip of nothing", bytes.NewReader(gzipped(nil)), 0, 0, "", "unpacked: it is empty"},
		{"nothing", bytes.NewReader(nil), 0, 0, "", "it is empty"},
		{"no trace", strings.NewReader("no trace"), 0, 0, "", "not a Go execution trace"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, err := open(t, test.r, test.limit)
			if err != nil || test.err != "" {
				if err == nil || test.err == "" || !strings.HasPrefix(err.Error(), "reading standard input: ") || !strings.Contains(err.Error(), test.err) {
					t.Errorf("Open = %v, want an error with %q", err, test.err)
				}
				return
			}
			defer f.Close()
			if warning := strings.Join(f.Warnings, "; "); f.Size() != test.size || (warning == "") != (test.warning == "") || !strings.Contains(warning, test.warning) {
				t.Errorf("the trace has %d bytes and warnings %q, want %d and %q", f.Size(), warning, test.size, test.warning)
			}
			if s, err := f.Summarize(context.Background()); err != nil || s.Stat.Trace.Events == 0 || s.Stat.Trace.File != "standard input" {
				t.Errorf("summarizing it: %v, %+v", err, s)
			}
		})
	}
}

// repeated reads the same bytes over and over.
type repeated []byte

func (r repeated) Read(p []byte) (int, error) { return copy(p, r), nil }

// Any input gives a trace or an error, takes no more than its bound, and leaves nothing behind.
func FuzzOpen(f *testing.F) {
	trace := aTrace(f)
	f.Add(trace)
	f.Add(gzipped(trace))
	f.Add(zstandard(f, trace))
	f.Add(gzipped(make([]byte, 100_000)))
	f.Fuzz(func(t *testing.T, data []byte) {
		const limit = 50_000
		got, err := open(t, bytes.NewReader(data), limit)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("the error is more than a line: %q", err)
			}
			return
		}
		defer got.Close()
		if got.Size() > limit {
			t.Errorf("it has %d bytes, %d are allowed", got.Size(), limit)
		}
	})
}
