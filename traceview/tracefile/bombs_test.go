package tracefile_test

import (
	"bufio"
	"encoding/binary"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

var bombDir = flag.String("bombs", "", "write the bombs at their full size into this directory, and measure those")

// bomb writes a trace that is small compared with the memory a careless reader spends on it. Its
// time unit is a nanosecond, and every event takes at least one.
type bomb struct {
	out     *bufio.Writer
	gen     uint64
	thread  uint64
	now     uint64 // time of the last event
	batchAt uint64 // time at which the batch began
	body    []byte
	tables  []byte // a batch of strings or stacks
	strings uint64 // numbered in this generation
	stacks  uint64
}

const bombBatch = 60 << 10

func newBomb(w io.Writer) *bomb {
	b := &bomb{out: bufio.NewWriterSize(w, 1<<20), now: 100, thread: 1}
	b.out.WriteString("go 1.26 trace\x00\x00\x00")
	b.generation()
	return b
}

// generation begins a new generation.
func (b *bomb) generation() {
	if b.gen > 0 {
		b.flush()
		b.out.WriteByte(rawCode("EndOfGeneration"))
	}
	b.gen++
	b.strings, b.stacks = 0, 0
	b.write(nowhere, b.now, slices.Concat(raw("Sync"), raw("Frequency", 1e9), raw("ClockSnapshot", 0, 0, 0, 0)))
}

func (b *bomb) write(thread, at uint64, body []byte) {
	b.out.Write(raw("EventBatch", b.gen, thread, at, uint64(len(body))))
	b.out.Write(body)
}

// next begins a new generation, unless the current one is still empty.
func (b *bomb) next() {
	if b.strings+b.stacks > 0 || len(b.body) > 0 {
		b.endTable()
		b.generation()
	}
}

// flush ends the batch of events.
func (b *bomb) flush() {
	if len(b.body) > 0 {
		b.write(b.thread, b.batchAt, b.body)
		b.body = b.body[:0]
	}
	b.batchAt = b.now
}

// on puts the following events on a thread.
func (b *bomb) on(thread uint64) {
	b.flush()
	b.thread = thread
}

// do adds an event, ns after the previous one.
func (b *bomb) do(ns uint64, code byte, args ...uint64) {
	if len(b.body) > bombBatch {
		b.flush()
	}
	b.now += ns
	b.body = binary.AppendUvarint(append(b.body, code), ns)
	for _, a := range args {
		b.body = binary.AppendUvarint(b.body, a)
	}
}

// text adds a string and returns its number.
func (b *bomb) text(s string) uint64 {
	b.strings++
	entry := append(binary.AppendUvarint(binary.AppendUvarint([]byte{codeString}, b.strings), uint64(len(s))), s...)
	b.table(codeStrings, entry)
	return b.strings
}

// stack adds a stack and returns its number; each frame is a PC, a function, a file and a line.
func (b *bomb) stack(frames ...[4]uint64) uint64 {
	b.stacks++
	entry := binary.AppendUvarint(binary.AppendUvarint([]byte{codeStack}, b.stacks), uint64(len(frames)))
	for _, f := range frames {
		for _, v := range f {
			entry = binary.AppendUvarint(entry, v)
		}
	}
	b.table(codeStacks, entry)
	return b.stacks
}

// table adds an entry to a table's batch.
func (b *bomb) table(kind byte, entry []byte) {
	if len(b.tables) == 0 || b.tables[0] != kind || len(b.tables) > bombBatch {
		b.endTable()
		b.tables = append(b.tables, kind)
	}
	b.tables = append(b.tables, entry...)
}

func (b *bomb) endTable() {
	if len(b.tables) > 0 {
		b.write(nowhere, b.now, b.tables)
		b.tables = b.tables[:0]
	}
}

// run has goroutine g run on P p.
func (b *bomb) run(p, g uint64) {
	b.do(1, codeProcStatus, p, pRunning)
	b.do(1, codeGoStatus, g, b.thread, gRunning)
}

func (b *bomb) close() error {
	b.endTable()
	b.flush()
	b.out.WriteByte(rawCode("EndOfGeneration"))
	return b.out.Flush()
}

func rawCode(name string) byte { return raw(name)[0] }

// Type codes of the events that occur in large numbers.
var (
	codeString, codeStrings = rawCode("String"), rawCode("Strings")
	codeStack, codeStacks   = rawCode("Stack"), rawCode("Stacks")
	codeProcStatus          = rawCode("ProcStatus")
	codeGoStatus            = rawCode("GoStatus")
	codeGoCreate            = rawCode("GoCreate")
	codeGoStart             = rawCode("GoStart")
	codeGoStop              = rawCode("GoStop")
	codeGoBlock             = rawCode("GoBlock")
	codeGoDestroy           = rawCode("GoDestroy")
	codeGoUnblock           = rawCode("GoUnblock")
	codeTaskBegin           = rawCode("UserTaskBegin")
	codeTaskEnd             = rawCode("UserTaskEnd")
	codeRegionBegin         = rawCode("UserRegionBegin")
	codeRegionEnd           = rawCode("UserRegionEnd")
	codeLog                 = rawCode("UserLog")
	codeAssistBegin         = rawCode("GCMarkAssistBegin")
	codeAssistEnd           = rawCode("GCMarkAssistEnd")
	codeGCBegin             = rawCode("GCBegin")
	codeGCEnd               = rawCode("GCEnd")
	codeProcsChange         = rawCode("ProcsChange")
	codeSamples, codeSample = rawCode("CPUSamples"), rawCode("CPUSample")
)

// bombs are traces that took, or could take, memory out of all proportion. full is the size at
// which each is measured by hand; the tests use a fraction of it.
var bombs = []struct {
	name       string
	test, full int
	write      func(b *bomb, n int)
}{
	// A task name per request, as an ordinary program may do.
	{name: "task-names", test: 60_000, full: 150_000, write: func(b *bomb, n int) {
		b.run(0, 1)
		for i := range n {
			b.do(1, codeTaskBegin, uint64(i+1), 0,
				b.text(fmt.Sprintf("GET /items/%d/of/a/user/with/a/long/name?session=%x", i, i*7919)), 0)
			b.do(10_000_000+uint64(i), codeTaskEnd, uint64(i+1), 0)
		}
	}},
	{name: "task-words", test: 60_000, full: 1_500_000, write: func(b *bomb, n int) {
		b.run(0, 1)
		for i := range n {
			b.do(1, codeTaskBegin, uint64(i+1), 0, b.text("task "+letters(i)), 0)
			b.do(10_000_000+uint64(i), codeTaskEnd, uint64(i+1), 0)
		}
	}},
	{name: "region-names", test: 60_000, full: 1_500_000, write: func(b *bomb, n int) {
		b.run(0, 1)
		for i := range n {
			name := b.text("region " + letters(i))
			b.do(1, codeRegionBegin, 0, name, 0)
			b.do(10_000_000+uint64(i), codeRegionEnd, 0, name, 0)
		}
	}},
	{name: "log-categories", test: 300_000, full: 2_000_000, write: func(b *bomb, n int) {
		for i := range n {
			if i%200_000 == 0 { // 45 MB
				b.next()
				b.run(0, 1)
			}
			name := b.text(letters(i) + fmt.Sprintf("%0200d", i))
			b.do(1, codeLog, 0, name, name, 0)
		}
	}},
	// Every function waits for every reason.
	{name: "functions-reasons", test: 150, full: 500, write: func(b *bomb, n int) {
		fns := make([]uint64, n)
		for i := range fns {
			name := b.text("main.f" + letters(i))
			fns[i] = b.stack([4]uint64{uint64(i + 1), name, name, 1})
		}
		reasons := make([]uint64, n)
		for i := range reasons {
			reasons[i] = b.text("reason " + letters(i))
		}
		b.run(0, 1)
		seq := uint64(0)
		for _, fn := range fns {
			for _, reason := range reasons {
				seq += 2
				b.do(1, codeGoBlock, reason, fn)
				b.do(100_000_000, codeGoUnblock, 1, seq-1, 0)
				b.do(1, codeGoStart, 1, seq)
			}
		}
	}},
	{name: "procs", test: 8_000, full: 32_000, write: func(b *bomb, n int) {
		for p := range uint64(n) {
			b.on(p + 1)
			b.run(p, p+1)
			b.do(1000, codeGoStop, b.text("preempted"), 0)
			for seq := uint64(1); seq < 40; seq++ {
				b.do(1000, codeGoStart, p+1, seq)
				b.do(1000, codeGoStop, 1, 0)
			}
			b.do(1, codeGoStart, p+1, 40)
		}
	}},
	{name: "generations", test: 100_000, full: 300_000, write: func(b *bomb, n int) {
		for range n {
			b.run(0, 1)
			b.do(10, codeGoStop, b.text("preempted"), 0)
			b.endTable()
			b.generation()
		}
		b.run(0, 1)
	}},
	{name: "empty-generations", test: 600_000, full: 10_000_000, write: func(b *bomb, n int) {
		b.run(0, 1)
		for range n {
			b.generation()
		}
		b.run(0, 1)
	}},
	{name: "goroutines", test: 400_000, full: 1_000_000, write: func(b *bomb, n int) {
		b.run(0, 1)
		b.crowd(n)
		b.endTable()
		b.generation()
		b.run(0, 1)
		for g := range uint64(n) {
			b.do(1, codeGoStatus, g+2, nowhere, gRunnable)
		}
	}},
	// Stacks of the maximum depth, each of another goroutine.
	{name: "deep-stacks", test: 40_000, full: 400_000, write: func(b *bomb, n int) {
		for i := range n {
			if i%20_000 == 0 {
				if i > 0 {
					b.endTable()
					b.generation()
				}
				b.run(0, 1)
			}
			b.do(1, codeProcsChange, 1, 0)
			b.do(1, codeRegionBegin, 0, 0, b.deepStack(i))
			b.do(1, codeGoCreate, uint64(i+2), b.stacks, b.stacks)
		}
	}},
	{name: "stacks", test: 300_000, full: 4_000_000, write: func(b *bomb, n int) {
		seq := uint64(0)
		for i := range n {
			if i%400_000 == 0 {
				if i > 0 {
					b.endTable()
					b.generation()
				}
				b.run(0, 1)
				seq = 0
			}
			st := b.stack([4]uint64{uint64(i + 1), 0, 0, uint64(i)}, [4]uint64{1, 0, 0, 1})
			seq += 2
			b.do(1, codeGoBlock, 0, st)
			b.do(1_000_000, codeGoUnblock, 1, seq-1, st)
			b.do(1, codeGoStart, 1, seq)
		}
	}},
	{name: "threads", test: 200_000, full: 4_000_000, write: func(b *bomb, n int) {
		b.run(0, 1)
		b.generation()
		b.run(0, 1)
		for m := range uint64(n) {
			b.write(m+2, b.now, nil)
		}
	}},
	{name: "threads-in-turn", test: 200_000, full: 2_000_000, write: func(b *bomb, n int) {
		for m := range uint64(n) {
			b.on(m + 1)
			if m%100_000 == 0 {
				if m > 0 {
					b.generation()
				}
				b.do(1, codeProcStatus, 0, 2)
			}
			b.do(1, rawCode("ProcStart"), 0, m%100_000+1)
			b.do(1, rawCode("ProcStop"))
		}
	}},
	{name: "strings", test: 4_000_000, full: 10_000_000, write: func(b *bomb, n int) {
		b.run(0, 1)
		for range n {
			b.text("a")
		}
	}},
	{name: "stack-table", test: 1_000_000, full: 6_000_000, write: func(b *bomb, n int) {
		b.run(0, 1)
		for i := range n {
			b.stack([4]uint64{uint64(i + 1), 0, 0, 0})
		}
	}},
	{name: "samples", test: 2_000_000, full: 8_000_000, write: func(b *bomb, n int) {
		b.run(0, 1)
		b.flush()
		body := []byte{codeSamples}
		for i := range n {
			body = append(body, codeSample, 100, 1, 0, 1, 0)
			if len(body) > bombBatch || i == n-1 {
				b.write(nowhere, b.now, body)
				body = body[:1]
			}
		}
	}},
	{name: "open-tasks", test: 300_000, full: 8_000_000, write: func(b *bomb, n int) {
		b.run(0, 1)
		for i := range n {
			b.do(1, codeTaskBegin, uint64(i+1), 0, 0, 0)
		}
	}},
	{name: "open-tasks-of-many-generations", test: 1_000_000, full: 10_000_000, write: func(b *bomb, n int) {
		for i := range n {
			if i%100_000 == 0 {
				if i > 0 {
					b.generation()
				}
				b.run(0, 1)
			}
			b.do(1, codeTaskBegin, uint64(i+1), 0, 0, 0)
		}
	}},
	{name: "open-regions", test: 1_000_000, full: 8_000_000, write: func(b *bomb, n int) {
		for i := range n {
			if i%1_000_000 == 0 {
				if i > 0 {
					b.generation()
				}
				b.run(0, 1)
			}
			b.do(1, codeRegionBegin, 0, 0, 0)
		}
	}},
	{name: "assists", test: 2_000_000, full: 20_000_000, write: func(b *bomb, n int) {
		b.run(0, 1)
		b.do(1, codeProcsChange, 4, 0)
		for i := range n {
			b.do(1+uint64(i%3), codeAssistBegin, 0)
			b.do(1+uint64(i%7), codeAssistEnd)
		}
	}},
	{name: "cycles", test: 3_000_000, full: 20_000_000, write: func(b *bomb, n int) {
		for i := range uint64(n) {
			if i%2_000_000 == 0 {
				if i > 0 {
					b.generation()
				}
				b.run(0, 1)
			}
			b.do(1, codeGCBegin, 2*i+1, 0)
			b.do(1, codeGCEnd, 2*i+2)
		}
	}},
	{name: "gomaxprocs", test: 3_000_000, full: 20_000_000, write: func(b *bomb, n int) {
		b.run(0, 1)
		for i := range uint64(n) {
			b.do(1, codeProcsChange, 1+i%2, 0)
		}
	}},
	{name: "assists-of-the-dead", test: 300_000, full: 4_000_000, write: func(b *bomb, n int) {
		b.do(1, codeProcStatus, 0, pRunning)
		for g := range uint64(n) {
			b.do(1, codeGoCreate, g+1, 0, 0)
			b.do(1, codeGoStart, g+1, 1)
			b.do(1, codeAssistBegin, 0)
			b.do(1, codeGoDestroy)
		}
	}},
}

// crowd has the running goroutine create others.
func (b *bomb) crowd(n int) {
	for g := range uint64(n) {
		b.do(1, codeGoCreate, g+2, 0, 0)
	}
}

// deepStack adds a stack of the maximum depth that differs from the others.
func (b *bomb) deepStack(i int) uint64 {
	frames := make([][4]uint64, 128)
	for d := range frames {
		frames[d] = [4]uint64{uint64(1 + d + i%100*128), 0, 0, 1}
	}
	frames[0][0] = uint64(20_000 + i)
	return b.stack(frames...)
}

// letters writes a number without digits.
func letters(i int) string {
	s := []byte("a")
	for ; i > 0; i /= 26 {
		s = append(s, 'a'+byte(i%26))
	}
	return string(s)
}

// TestBombs summarizes traces that were made to take much memory, each in a process of its own.
func TestBombs(t *testing.T) {
	if testing.Short() || racing {
		t.Skip("takes half a minute, and measures memory")
	}
	for _, x := range bombs {
		t.Run(x.name, func(t *testing.T) {
			n, dir := x.test, t.TempDir()
			if *bombDir != "" {
				n, dir = x.full, *bombDir
			}
			path := filepath.Join(dir, x.name+".trace")
			writeBomb(t, path, func(b *bomb) { x.write(b, n) })
			mb := peakMB(t, "summarize", path)
			t.Logf("%.1f MB of trace, peak %.0f MB", fileMB(t, path), mb)
			if mb > mostBombMB {
				t.Errorf("summarizing takes %.0f MB, want %d at most", mb, mostBombMB)
			}
		})
	}
}

// mostBombMB is what the README promises.
const mostBombMB = 300

func writeBomb(t testing.TB, path string, write func(*bomb)) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	b := newBomb(f)
	write(b)
	if err := b.close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func fileMB(t testing.TB, path string) float64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return float64(info.Size()) / 1e6
}
