package tracefile_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/exp/trace"

	"schedviz/traceview"
	"schedviz/traceview/fault"
	"schedviz/traceview/tracefile"
)

// read opens and summarizes a trace that may be anything, and reads windows of it. It must answer
// or refuse in one line, and an answer must be consistent.
func read(t *testing.T, data []byte) (*traceview.Summary, error) {
	t.Helper()
	f, err := tracefile.New(bytes.NewReader(data), int64(len(data)), "trace")
	if err != nil {
		oneLine(t, err)
		return nil, err
	}
	if _, err := f.ReadersAgree(); err != nil {
		t.Errorf("the readers disagree: %v", err)
	}
	s, w, err := f.Overview(context.Background(), 100)
	if err != nil {
		oneLine(t, err)
		return nil, err
	}
	st := s.Stat.Trace
	if st.Events < 1 || st.DurationNS < 0 || st.LostBytes < 0 || st.LostBytes > st.Bytes {
		t.Errorf("trace = %+v: makes no sense", st)
	}
	if st.Complete != (st.LostBytes == 0 && len(st.Warnings) == 0) && len(st.Warnings) == 0 {
		t.Errorf("trace = %+v: incomplete, but no warning says so", st)
	}
	var gaps int64
	for _, g := range s.Gaps {
		gaps += int64(g.Dur())
	}
	if len(s.Gaps) > 0 && st.Complete {
		t.Errorf("trace = %+v: complete, but it has gaps: %+v", st, s.Gaps)
	}
	for _, g := range s.Goroutines {
		if life := int64(g.Last - g.First); sum(g.State)+int64(g.Unknown) != life || g.Unknown < 0 ||
			int64(g.Unknown) > gaps {
			t.Errorf("G %d: states sum to %d ns, %d ns are unknown, its life is %d ns; gaps sum to %d ns", g.ID,
				sum(g.State), g.Unknown, life, gaps)
		}
	}
	for _, g := range w.Goroutines {
		for sp := range w.On(g.Lane) {
			if sp.End < sp.Start || sp.G < 0 || int(sp.Stack) >= len(w.Stacks) || int(sp.Reason) >= len(w.Reasons) {
				t.Fatalf("G %d: span %+v makes no sense", g.ID, sp)
			}
		}
	}
	return s, nil
}

func oneLine(t *testing.T, err error) {
	t.Helper()
	if errors.As(err, new(*fault.Error)) {
		t.Error(err)
	}
	if msg := err.Error(); strings.Contains(msg, "\n") || len(msg) > 400 {
		t.Errorf("error is not one line: %q", msg)
	}
}

// readable counts the events that a plain sequential Reader returns before it hits damage.
func readable(data []byte) (events int64) {
	defer func() { recover() }() // it panics on some damage
	r, err := trace.NewReader(bytes.NewReader(data))
	if err != nil {
		return 0
	}
	for {
		ev, err := r.ReadEvent()
		if err != nil {
			return events
		}
		if ev.Kind() != trace.EventSync {
			events++
		}
	}
}

// TestTruncated cuts a trace of several generations at many offsets: what came before the cut must
// be there, and the loss must be reported.
func TestTruncated(t *testing.T) {
	data, err := os.ReadFile(tracePath("generations"))
	if err != nil {
		t.Fatal(err)
	}
	whole, err := read(t, data)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 200 {
		n := len(data) * i / 200
		s, err := read(t, data[:n])
		want := readable(data[:n])
		switch {
		case err != nil:
			if want > 0 {
				t.Errorf("cut at %d: %v, but %d events can be read", n, err, want)
			}
		case s.Stat.Trace.Events < want:
			t.Errorf("cut at %d: %d events, but %d can be read", n, s.Stat.Trace.Events, want)
		case s.Stat.Trace.Complete && s.Stat.Trace.Events < whole.Stat.Trace.Events && !endsGeneration(data[:n]):
			t.Errorf("cut at %d: said to be complete", n)
		}
	}
}

// endsGeneration reports whether data ends with an end-of-generation mark, so that nothing shows
// that there was more.
func endsGeneration(data []byte) bool { return data[len(data)-1] == 52 }

// TestFlipped flips bits all over the traces.
func TestFlipped(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, sit := range situations {
		data, err := os.ReadFile(tracePath(sit.name))
		if err != nil {
			t.Fatal(err)
		}
		for range often(100) {
			read(t, flipped(rng, data))
		}
	}
}

// TestRefused: what is not a trace is refused, with the reason.
func TestRefused(t *testing.T) {
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, c := range []struct{ path, want string }{
		{file("empty", ""), "empty"},
		{file("text", "hello, world, this is no trace"), "not a Go execution trace"},
		{file("short", "go 1.26 tr"), "within its header"},
		{file("header", "go 1.26 trace\x00\x00\x00"), "no events"},
		{file("future", "go 1.99 trace\x00\x00\x00\x01\x01\x01\x01\x00"), "nothing in it can be read"},
		{file("garbage", "go 1.26 trace\x00\x00\x00garbage"), "nothing in it can be read"},
		{file("claims", "go 1.26 trace\x00\x00\x00\x01\x01\x01\x01\xff\xff\xff\xff\x0f"), "nothing in it can be read"},
		{dir, "regular file"},
		{filepath.Join(dir, "missing"), "missing"},
	} {
		f, err := tracefile.Open(c.path)
		if err == nil {
			_, err = f.Summarize(context.Background())
		}
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.path) {
			t.Errorf("reading %s: error %v, want one with its name and %q", c.path, err, c.want)
		}
	}
}

// TestCancel: reading stops when its context is cancelled.
func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := open(t, tracePath("gc")).Summarize(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Summarize with a cancelled context: %v, want %v", err, context.Canceled)
	}
}

// TestOldTraces reads the traces of Go 1.11 to 1.21 that come with the Go distribution.
func TestOldTraces(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	paths := distribution(t, "src/internal/trace/internal/tracev1/testdata/*_good")
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		s, err := read(t, data)
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(path), err)
			continue
		}
		if got, want := s.Stat.Trace.Events, readable(data); got != want || !s.Stat.Trace.Complete {
			t.Errorf("%s: %d events, complete %v; want %d, true", filepath.Base(path), got, s.Stat.Trace.Complete, want)
		}
		// No more than that: x/exp/trace orders the events of some old traces differently at every
		// reading.
		checkOverview(t, open(t, path))
		for i := range often(200) {
			read(t, data[:len(data)*i/often(200)])
		}
		for range often(50) {
			read(t, flipped(rng, data))
		}
	}
}

// flipped returns data with some bits changed.
func flipped(rng *rand.Rand, data []byte) []byte {
	broken := bytes.Clone(data)
	for range 1 + rng.IntN(3) {
		broken[rng.IntN(len(broken))] ^= 1 << rng.IntN(8)
	}
	return broken
}

// TestFuzzCorpora reads the hostile traces that come with the Go distribution.
func TestFuzzCorpora(t *testing.T) {
	n := 0
	for _, dir := range []string{
		"src/internal/trace/testdata/fuzz/*/*",
		"src/internal/trace/internal/tracev1/testdata/fuzz/*/*",
	} {
		for _, path := range distribution(t, dir) {
			for _, data := range corpus(t, path) {
				read(t, data)
				n++
			}
		}
	}
	if n == 0 {
		t.Skip("this Go distribution comes without a fuzz corpus")
	}
}

// distribution lists files of the Go distribution, or skips the test without one.
func distribution(t testing.TB, pattern string) []string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Skipf("go env GOROOT: %v: no Go distribution to take traces from", err)
	}
	paths, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(out)), filepath.FromSlash(pattern)))
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// corpus returns the byte slices in a file of go test's fuzzing corpus.
func corpus(t testing.TB, path string) [][]byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]byte
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if s, ok := strings.CutPrefix(line, "[]byte("); ok {
			if b, err := strconv.Unquote(strings.TrimSuffix(s, ")")); err == nil {
				out = append(out, []byte(b))
			}
		}
	}
	return out
}

// FuzzSummarize reads arbitrary bytes. Its corpus is in testdata/fuzz.
func FuzzSummarize(f *testing.F) {
	paths, err := filepath.Glob("../testdata/traces/*.trace")
	if err != nil || len(paths) == 0 {
		f.Fatalf("no traces to start from: %v", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if s, err := read(t, data); err == nil && len(data) < 1<<20 {
			mid := traceview.Time(s.Stat.Trace.StartNS + s.Stat.Trace.DurationNS/2)
			f, err := tracefile.New(bytes.NewReader(data), int64(len(data)), "trace")
			if err == nil {
				_, err = f.Window(context.Background(), mid, math.MaxInt64, 10)
			}
			if err != nil {
				t.Errorf("Summarize reads it, Window does not: %v", err)
			}
		}
	})
}

// TestManyGenerations indexes a long file of tiny batches fast enough to be usable, and reads only
// the headers.
func TestManyGenerations(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("go 1.26 trace\x00\x00\x00")
	const gens = 10_000
	for gen := range uint64(gens) {
		b.WriteByte(1)
		b.Write(binary.AppendUvarint(nil, gen+1))
		b.Write([]byte{1, 1, 3, 0, 0, 0, 52})
	}
	r := &countingReader{ReaderAt: bytes.NewReader(b.Bytes())}
	f, err := tracefile.New(r, int64(b.Len()), "many")
	if err != nil {
		t.Fatal(err)
	}
	if f.Generations() != gens {
		t.Errorf("%d generations, want %d", f.Generations(), gens)
	}
	if limit := int64(2 * b.Len()); r.n > limit {
		t.Errorf("indexing read %d bytes of %d", r.n, b.Len())
	}
}

type countingReader struct {
	io.ReaderAt
	n int64
}

func (r *countingReader) ReadAt(p []byte, off int64) (int, error) {
	n, err := r.ReaderAt.ReadAt(p, off)
	r.n += int64(n)
	return n, err
}
