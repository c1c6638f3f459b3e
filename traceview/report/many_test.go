package report_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"runtime/trace"
	"strings"
	"sync"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/tracefile"
)

// recordMany records n goroutines with the same start function, few at a time.
func recordMany(t *testing.T, n int) *tracefile.File {
	t.Helper()
	var b bytes.Buffer
	if err := trace.Start(&b); err != nil {
		t.Skipf("another trace is being recorded: %v", err)
	}
	room := make(chan bool, 20)
	var all sync.WaitGroup
	all.Add(n)
	for range n {
		room <- true
		go manyWorker(room, &all)
	}
	all.Wait()
	trace.Stop()
	f, err := tracefile.New(bytes.NewReader(b.Bytes()), int64(b.Len()), "many")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func manyWorker(room chan bool, all *sync.WaitGroup) {
	<-room
	all.Done()
}

// manyPage is the page of very many goroutines, only few of which can have a lane.
func manyPage(t *testing.T) report.Page {
	t.Helper()
	f := recordMany(t, 5000)
	s, w, err := f.Overview(context.Background(), 5000)
	if err != nil {
		t.Fatal(err)
	}
	if len(w.Groups) == 0 {
		t.Fatal("every goroutine has a lane, want a group")
	}
	exact, err := report.NewWindows(w).Embed(context.Background(), s, f.Windows)
	if err != nil {
		t.Fatal(err)
	}
	return report.Page{Title: "many", Summary: s, Window: w, Exact: exact}
}

// Goroutines without a lane are counted in the lane of their function, which says how many
// there are; nothing that works on lanes breaks on it.
func TestGoroutinesWithoutALane(t *testing.T) {
	page := manyPage(t)
	page.Exact = nil // in so short a trace they could be all of it
	p := open(t, page, browser.Options{})
	browser.Eval[bool](p, `document.querySelector('[data-lanes=g]').click(); true`)
	p.Settle()
	group := page.Window.Groups[0]
	label := browser.Eval[string](p, `document.querySelector('.group-label.without').textContent`)
	if !strings.Contains(label, "manyWorker") || !strings.Contains(label, "without a lane") {
		t.Errorf("the group's lane is called %q, want its function and how many have no lane", label)
	}
	counts := browser.Eval[[]int](p, `(() => { const g = schedviz.timeline.current.model.part.groups[0]; return [g.goroutines, g.lanes, schedviz.timeline.current.model.lanes.g.filter((l) => l.rows.length && schedviz.model.gFunc(schedviz.timeline.current.model, l.key) === g.func).length]; })()`)
	if counts[0] != group.Goroutines || counts[1] != group.Lanes || counts[1] != counts[2] {
		t.Errorf("the group has %d goroutines, %d with a lane, and there are %d lanes; want %d and %d", counts[0], counts[1], counts[2], group.Goroutines, group.Lanes)
	}
	// That lane counts all goroutines of the function, in each state that it draws.
	area := browser.Eval[float64](p, `(() => { const [run] = schedviz.timeline.current.model.part.groups[0].courses; return run.f.level.reduce((a, v) => a + v, 0) * schedviz.timeline.current.model.part.groups[0].step; })()`)
	for _, g := range page.Summary.Groups {
		if g.Func == group.Func && (area < 0.5*float64(g.State.Running) || area > 1.5*float64(g.State.Running)) {
			t.Errorf("the line adds up to %.0f ns of running, want about %d", area, g.State.Running)
		}
	}
	browser.Eval[bool](p, `document.querySelector('.group-label.without .lane-name').click(); true`)
	if said := browser.Eval[string](p, `document.getElementById('said').textContent`); !strings.Contains(said, "have none") {
		t.Errorf("a click on the group says %q, want what it is", said)
	}
	browser.Eval[bool](p, `(() => { const tl = schedviz.timeline.current, box = tl.nodes.canvas.getBoundingClientRect();
		const item = tl.layout.lanes.find((i) => i.lane.without), y = box.top + schedviz.layout.yOf(tl, item) + 20;
		for (const type of ['pointermove', 'pointerdown', 'pointerup', 'click']) tl.nodes.canvas.dispatchEvent(new PointerEvent(type, { clientX: box.left + 300, clientY: y, bubbles: true, pointerId: 1, button: 0 }));
		return true; })()`)
	for _, key := range []string{"+", "-", "z", "z", "0", "j", "k", "p", "h"} {
		p.Key(key)
	}
	browser.Eval[bool](p, `for (const by of ['function', 'parent', 'state', 'none']) schedviz.timeline.current.groupBy(by); true`)
	p.Settle()
	if got := browser.Eval[int](p, `document.querySelectorAll('.group-label.without').length`); got == 0 {
		t.Error("grouped and ungrouped again, the group's lane is gone")
	}
	if notes := browser.Eval[string](p, `document.getElementById('notes').textContent`); !strings.Contains(notes, "have a lane") || !strings.Contains(notes, "of their function") {
		t.Errorf("the notes say %q, want how many goroutines have a lane, and where the others are", notes)
	}
	quiet(t, p)
}

// An exact part of the same page has the goroutines' own lanes.
func TestExactPartHasLanes(t *testing.T) {
	page := manyPage(t)
	if len(page.Exact) == 0 {
		t.Skip("nothing in this run was remarkable")
	}
	p := open(t, page, browser.Options{})
	browser.Eval[bool](p, `document.querySelector('[data-lanes=g]').click(); document.querySelector('.tl-places button').click(); true`)
	until(t, p, "unpacking an exact window", isExact)
	if got := browser.Eval[int](p, `document.querySelectorAll('.group-label.without').length`); got != 0 {
		t.Errorf("in an exact part there are %d groups of goroutines without a lane, want none", got)
	}
	quiet(t, p)
}

// A page stays small whatever the trace names, and however much.
func TestPageIsBounded(t *testing.T) {
	random := func(n int) string {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte('a' + rand.IntN(26))
		}
		return string(b)
	}
	w := &traceview.Window{From: 1000, To: traceview.Time(time.Second), Reasons: []string{""}, Stacks: []traceview.Stack{nil}}
	for i := range 15_000 {
		at := traceview.Time(1000 + i*60_000)
		w.Reasons = append(w.Reasons, "reason "+random(800))
		w.Goroutines = append(w.Goroutines, traceview.Goroutine{
			ID: traceview.GoID(i + 1), Func: "main." + random(900), Parent: traceview.NoG,
			Lane: traceview.Lane{int32(i)},
		})
		w.Spans = append(w.Spans, traceview.Span{
			Start: at, End: at + 1000, G: int32(i), M: -1, P: traceview.NoP, N: 1,
			Reason: uint16(i + 1), State: traceview.StateWaiting,
		})
		w.Tasks = append(w.Tasks, traceview.Task{ID: uint64(i), Type: fmt.Sprint(i, random(700)), Start: at, End: at + 500})
		w.Logs = append(w.Logs, traceview.Log{Time: at, G: int32(i), Message: random(900)})
	}
	var out bytes.Buffer
	if err := report.Write(&out, report.Page{Title: "names", Summary: &traceview.Summary{}, Window: w}); err != nil {
		t.Fatal(err)
	}
	if out.Len() > report.MaxPageBytes {
		t.Errorf("the page has %d bytes, want at most %d", out.Len(), report.MaxPageBytes)
	}
	if c := unpack(t, out.Bytes()).Page.Carried; c["lanes"] == 0 || c["lanes"] >= c["goroutines"] {
		t.Errorf("the page says it has %d of %d lanes, want fewer than all", c["lanes"], c["goroutines"])
	}
}
