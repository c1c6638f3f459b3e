package report_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"schedviz/traceview"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

// Tasks and regions have lanes: one per type, with overlapping ones stacked; logs are ticks
// on their task.
func TestTaskLanes(t *testing.T) {
	page := pool(sample.Pool)
	w := page.Window
	ms := func(n int) traceview.Time { return w.From + traceview.Time(n)*traceview.Time(time.Millisecond) }
	w.Tasks = []traceview.Task{
		{ID: 1, Type: "request", Start: ms(10), End: ms(100)},
		{ID: 2, Parent: 1, Type: "request", Start: ms(50), End: ms(150)},
		{ID: 3, Type: "request", Start: ms(110), End: ms(140)},
		{ID: 4, Type: "batch", Start: ms(200), Open: true},
	}
	w.Regions = []traceview.Region{
		{Task: 2, Type: "decode", G: 0, Start: ms(60), End: ms(90)},
		{Task: 2, Type: "encode", G: 1, Start: ms(90), End: ms(95)},
	}
	w.Logs = []traceview.Log{{Time: ms(120), G: 0, Task: 2, Category: "note", Message: "half way"}}
	p := open(t, page, browser.Options{})
	do(p, `document.querySelector('[data-lanes=t]').click()`)
	if got, want := labels(p)[5:], []string{"tasks", "batch", "request", "regions", "decode", "encode"}; !slices.Equal(got, want) {
		t.Errorf("below the Ps the lanes are %q, want %q", got, want)
	}
	if levels := browser.Eval[[]int](p, `schedviz.timeline.current.laneByID('ttask/request').boxes.map((b) => b.level)`); !slices.Equal(levels, []int{0, 1, 0}) {
		t.Errorf("the requests are on levels %v, want those that overlap on two", levels)
	}
	at := func(ms int, level int) string {
		return browser.Eval[string](p, `(() => { const tl = schedviz.timeline.current, i = schedviz.layout.itemOf(tl, tl.laneByID('ttask/request'));
			const hit = schedviz.hit.at(tl, `+toJSON(ms)+`e6 / tl.extent * tl.width, schedviz.layout.yOf(tl, i) + 6 + 15 * `+toJSON(level)+`);
			return schedviz.details.tooltip(tl, hit)?.textContent ?? ''; })()`)
	}
	for _, test := range []struct {
		ms, level int
		want      []string
	}{
		{60, 0, []string{"request task 1", "90.0 ms"}},
		{120, 1, []string{"request task 2", "task 1", "100 ms", "note: half way"}},
		{120, 0, []string{"request task 3"}},
		{180, 0, nil},
	} {
		got := at(test.ms, test.level)
		for _, want := range test.want {
			if !strings.Contains(got, want) {
				t.Errorf("at %d ms on level %d the tooltip says %q, want %q in it", test.ms, test.level, got, want)
			}
		}
		if test.want == nil && got != "" {
			t.Errorf("at %d ms on level %d the tooltip says %q, want nothing", test.ms, test.level, got)
		}
	}
	// A click selects the task's time range, and shows its regions and logs.
	do(p, `const box = tl.laneByID('ttask/request').boxes[1], i = schedviz.layout.itemOf(tl, tl.laneByID('ttask/request'));
		schedviz.hit.at(tl, 120e6 / tl.extent * tl.width, schedviz.layout.yOf(tl, i) + 21).click()`)
	s := timeline(p)
	panel := browser.Eval[string](p, `document.querySelector('.tl-panel').textContent`)
	if s.Range == nil || s.Range.From != 50e6 || s.Range.To != 150e6 || !strings.Contains(panel, "Regions (2)") || !strings.Contains(panel, "decode G10") || !strings.Contains(panel, "half way") {
		t.Errorf("after a click on task 2 the selected time is %+v, the panel says %q", s.Range, panel)
	}
	do(p, `[...document.querySelectorAll('.tl-panel .link')].find((l) => l.textContent.startsWith('only its')).click()`)
	if s := timeline(p); s.Search != "G10 G11" {
		t.Errorf("only its goroutines searches for %q, want G10 G11", s.Search)
	}
	// The folded group counts the tasks open at a time.
	do(p, `tl.search(''); tl.fold('t/tasks', true)`)
	open := browser.Eval[[]float64](p, `(() => { const g = schedviz.timeline.current.layout.groups.find((g) => g.key === 't/tasks'), [{ f }] = schedviz.groups.courses(g).courses;
		return [5e6, 60e6, 120e6, 160e6, 300e6].map((t) => schedviz.steps.levelAt(f, t)); })()`)
	if !slices.Equal(open, []float64{0, 2, 2, 0, 1}) {
		t.Errorf("%v tasks are open at 5, 60, 120, 160 and 300 ms, want 0 2 2 0 1", open)
	}
	quiet(t, p)
}

// The lanes of many concurrent tasks are limited in height.
func TestManyTasks(t *testing.T) {
	page := pool(sample.Pool)
	w := page.Window
	for i := range 3000 {
		w.Tasks = append(w.Tasks, traceview.Task{ID: uint64(i + 1), Type: "job", Start: w.From + traceview.Time(i)*100_000, End: w.From + traceview.Time(i)*100_000 + 50_000_000})
	}
	p := open(t, page, browser.Options{})
	do(p, `tl.switchLanes('t', true)`)
	height := browser.Eval[float64](p, `(() => { const tl = schedviz.timeline.current; return schedviz.layout.itemOf(tl, tl.laneByID('ttask/job')).height; })()`)
	if height > 250 {
		t.Errorf("500 tasks at a time make a lane of %v px", height)
	}
	p.Key("w")
	quiet(t, p)
}

// The names of tasks, regions and groups are text wherever they appear.
func TestHostileLanes(t *testing.T) {
	o := sample.Pool
	o.Name = strings.Join(hostile, " ")
	p := open(t, pool(o), browser.Options{})
	do(p, `tl.switchLanes('t', true); tl.switchLanes('g', true); tl.groupBy('function'); tl.foldAll()`)
	do(p, `tl.foldAll(); for (const label of document.querySelectorAll('.lane-label')) { label.querySelector('.lane-more').click(); label.querySelector('.lane-name').click(); }`)
	do(p, `for (const lane of tl.model.lanes.t) { tl.pin(lane); const i = schedviz.layout.itemOf(tl, lane), box = lane.boxes[0];
		const hit = schedviz.hit.at(tl, (box.start + box.end) / 2 / tl.extent * tl.width, schedviz.layout.yOf(tl, i) + 10); document.body.append(hit.tip()); hit.click(); }`)
	address := settled(p)
	p.Do("opening it anew", chromedp.Reload(), chromedp.WaitReady(chromedp.CSS(`body[data-ready="yes"]`)))
	p.Settle()
	if s := arrangement(p); len(s.Pins) != 2 || !strings.Contains(s.Pins[0], hostile[0]) {
		t.Errorf("from %.100s… pinned are %.200q, want the lanes of the task and the region by their names", address, s.Pins)
	}
	if browser.Eval[bool](p, `window.pwned !== undefined || document.querySelectorAll('img, iframe, [onerror]').length > 0`) {
		t.Error("a name became more than text")
	}
	if errs := p.Errors(); len(errs) > 0 {
		t.Errorf("the page complained: %q", errs)
	}
}
