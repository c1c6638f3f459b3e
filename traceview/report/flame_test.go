package report_test

import (
	"fmt"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/sample"
)

func stackOf(funcs ...string) (s traceview.Stack) {
	for i, f := range funcs {
		s = append(s, traceview.Frame{Func: f, File: "/app/main.go", Line: i + 1})
	}
	return s
}

// box is a box of a flame graph as sent to the page.
type box struct {
	depth        int64
	name         string
	total, count int64
}

func boxes(b *blob, mode string) (out []box) {
	for i, depth := range b.cols["flame."+mode+".depth"] {
		out = append(out, box{
			depth, b.Strings[b.cols["flame."+mode+".name"][i]],
			b.cols["flame."+mode+".total"][i], b.cols["flame."+mode+".count"][i],
		})
	}
	return out
}

func TestFlameBoxes(t *testing.T) {
	p := pool(sample.Pool)
	p.Summary.Blocks = []traceview.BlockSite{
		{Reason: "select", Stack: stackOf("leaf", "mid", "root"), Count: 2, Total: 30},
		{Reason: "select", Stack: stackOf("other", "mid", "root"), Count: 1, Total: 50},
		{Reason: "sync", Stack: stackOf("leaf", "root"), Count: 1, Total: 20},
	}
	p.Summary.Syscalls = []traceview.SyscallSite{{Stack: stackOf("read", "root"), Count: 3, Total: 7}}
	p.Summary.Samples = []traceview.SampleSite{{Stack: stackOf("hot", "root"), Count: 9}}
	b := unpack(t, write(t, p))
	for mode, want := range map[string][]box{
		"blocking": {
			{0, "", 100, 4},
			{1, "select", 80, 3},
			{2, "root", 80, 3},
			{3, "mid", 80, 3},
			{4, "other", 50, 1},
			{4, "leaf", 30, 2},
			{1, "sync", 20, 1},
			{2, "root", 20, 1},
			{3, "leaf", 20, 1},
		},
		"syscalls": {{0, "", 7, 3}, {1, "root", 7, 3}, {2, "read", 7, 3}},
		"samples":  {{0, "", 9, 9}, {1, "root", 9, 9}, {2, "hot", 9, 9}},
		"ready":    nil,
	} {
		if got := boxes(b, mode); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("the flame graph of %s has the boxes %v, want %v", mode, got, want)
		}
	}
	var modes []string
	for _, f := range b.Page.Flames {
		modes = append(modes, f.Mode)
	}
	if fmt.Sprint(modes) != "[blocking syscalls samples]" {
		t.Errorf("flame graphs = %v, want those that have stacks", modes)
	}
}

// However many stacks there are, the number of boxes is bounded, and the total is preserved.
func TestFlameIsBounded(t *testing.T) {
	p := pool(sample.Pool)
	p.Summary.Blocks = nil
	want := int64(0)
	for i := range 20_000 {
		total := time.Duration(1 + i%97)
		want += int64(total)
		p.Summary.Blocks = append(p.Summary.Blocks, traceview.BlockSite{
			Reason: "sync", Stack: stackOf(fmt.Sprintf("leaf%d", i), fmt.Sprintf("mid%d", i%3000), "root"), Count: 1, Total: total,
		})
	}
	got := boxes(unpack(t, write(t, p)), "blocking")
	if len(got) < 4 || len(got) > 3000 {
		t.Fatalf("%d boxes, want 3000 at most", len(got))
	}
	if got[0].total != want {
		t.Errorf("the whole graph holds %d, want %d", got[0].total, want)
	}
	inside := int64(0)
	for _, b := range got {
		if b.depth == 3 {
			inside += b.total
		}
	}
	if inside != want {
		t.Errorf("the boxes inside of root hold %d, want all of its %d", inside, want)
	}
}

// Stacks that end at the same line for the same reason are one row.
func TestPlacesAddUp(t *testing.T) {
	p := pool(sample.Pool)
	at := func(line int, callers ...string) traceview.Stack {
		s := traceview.Stack{{Func: "runtime.gopark", Line: 1}, {Func: "main.wait", File: "/app/main.go", Line: line}}
		return append(s, stackOf(callers...)...)
	}
	p.Summary.Blocks = []traceview.BlockSite{
		{Reason: "select", Stack: at(7, "a"), Count: 1, Total: 30, Max: 30, ReadyTotal: 5, Wakers: []traceview.Waker{{Func: "main.x", Count: 1}}},
		{Reason: "select", Stack: at(7, "b"), Count: 2, Total: 20, Max: 15, ReadyTotal: 1, Wakers: []traceview.Waker{{Func: "main.x", Count: 1}, {Inferred: "timer", Count: 1}}},
		{Reason: "sync", Stack: at(7, "a"), Count: 1, Total: 60, Max: 60},
		{Reason: "select", Stack: at(8, "a"), Count: 1, Total: 1, Max: 1},
	}
	got := unpack(t, write(t, p)).Page.Sites["blocking"]
	type row struct {
		reason            string
		stacks            int
		count, total, max int64
		wakers            string
	}
	var rows []row
	for _, s := range got {
		rows = append(rows, row{s.Reason, s.Stacks, s.Count, s.Total, s.Max, fmt.Sprint(s.Wakers)})
	}
	want := []row{{"sync", 1, 1, 60, 60, "[]"}, {"select", 2, 3, 50, 30, "[{main.x  2} { timer 1}]"}, {"select", 1, 1, 1, 1, "[]"}}
	if fmt.Sprint(rows) != fmt.Sprint(want) {
		t.Errorf("places = %v, want %v", rows, want)
	}
}

// A heat map has one value per P and step; with many Ps it stays small.
func TestHeatColumns(t *testing.T) {
	p := pool(sample.Options{Procs: 256, Workers: 300, Job: time.Millisecond, For: 30 * time.Millisecond, Seed: 2})
	b := unpack(t, write(t, p))
	h := b.Page.Heats["utilisation"]
	if len(h.Rows) != 256 || h.Steps < 100 || h.Steps > 240 {
		t.Fatalf("the heat map has %d rows of %d steps, want 256 of up to 240", len(h.Rows), h.Steps)
	}
	cells := b.cols["heat.utilisation"]
	if len(cells) != 256*h.Steps {
		t.Fatalf("%d cells, want %d", len(cells), 256*h.Steps)
	}
	sum := 0.0
	for _, c := range cells {
		if c < 0 || c > 200 {
			t.Fatalf("a cell is %d, want 0 to 200", c)
		}
		sum += float64(c) / 200
	}
	busy := sum / float64(len(cells))
	if want := p.Summary.Stat.Procs.Utilization; busy < want-0.02 || busy > want+0.02 {
		t.Errorf("the cells are busy %v on average, want the utilization, %v", busy, want)
	}
}

// A trace with very many of everything fits on a page.
func TestSectionsAreBounded(t *testing.T) {
	p := report.Page{Title: "many", Summary: &traceview.Summary{}, Window: &traceview.Window{From: 1, To: 1e9}}
	s := p.Summary
	for i := range 50_000 {
		name := fmt.Sprintf("main.f%d", i)
		s.Groups = append(s.Groups, traceview.GroupStat{Func: name})
		s.Threads = append(s.Threads, traceview.ThreadStat{ID: traceview.ThreadID(i)})
		s.Tasks = append(s.Tasks, traceview.AnnotationStat{Type: name})
		s.Blocks = append(s.Blocks, traceview.BlockSite{Reason: "sync", Stack: stackOf(name, "main.main"), Count: 1, Total: 1})
		s.Readied = append(s.Readied, traceview.ReadySite{Stack: stackOf(name, "main.main"), Count: 1, Total: 1})
		s.Preempts = append(s.Preempts, traceview.PreemptSite{Kind: traceview.PreemptAsync, Where: traceview.Frame{Func: name, File: name + ".go", Line: i}, Stack: stackOf(name), Count: 1})
		s.GC.Cycles = append(s.GC.Cycles, traceview.Interval{Start: traceview.Time(i), End: traceview.Time(i + 1)})
	}
	page := write(t, p)
	if len(page) > 3<<20 {
		t.Errorf("the page takes %d bytes, of which the scripts are half", len(page))
	}
	c := unpack(t, page).Page
	if len(c.Groups) != 2000 || c.Carried["groups"] != 50_000 || len(c.Sites["blocking"]) != 100 || len(c.GC.Cycles) != 500 || c.GC.All != 50_000 {
		t.Errorf("carried: %d groups of %d, %d places, %d collections of %d", len(c.Groups), c.Carried["groups"], len(c.Sites["blocking"]), len(c.GC.Cycles), c.GC.All)
	}
}
