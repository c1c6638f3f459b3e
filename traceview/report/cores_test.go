package report_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

// onCores is the page of a made-up pool whose threads share two cores.
func onCores(name string) report.Page {
	o := sample.Pool
	o.Name = name
	p := pool(o)
	sample.OnCores(p.Window, p.Summary, 2, name)
	for i := range 20 {
		p.Queues = append(p.Queues, traceview.QueueSample{
			Time: p.Window.From + traceview.Time(i)*10_000_000, GOMAXPROCS: 4, Threads: 6, Spinning: i % 2, Global: i % 5, Local: []int{i % 3, 0, 1, 0},
		})
	}
	return p
}

func TestCoresInBrowser(t *testing.T) {
	p := open(t, onCores(""), browser.Options{})
	if s := timeline(p); s.Lanes != "pc" || s.LaneCount != 6 {
		t.Errorf("lanes %q, %d of them; want pc: 4 Ps and 2 cores", s.Lanes, s.LaneCount)
	}
	t.Run("one thread a core", func(t *testing.T) { testCoreRows(t, p) })
	t.Run("chain", func(t *testing.T) { testChain(t, p) })
	for name, want := range map[string]string{
		"#cores-how": "every context switch", "#threads-table": "switched in", "#core-others": "editor", ".legend": "running, but off-CPU", ".tl-gutter": "core 1",
	} {
		if got := browser.Eval[string](p, `document.querySelector('`+name+`').textContent`); !strings.Contains(got, want) {
			t.Errorf("%s says %q, want %q in it", name, got, want)
		}
	}
	browser.Eval[bool](p, `schedviz.lazy.all(); true`)
	for _, chart := range []string{"cores", "flow"} {
		if n := browser.Eval[int](p, `document.querySelectorAll('#chart-`+chart+` canvas').length`); n < 1 {
			t.Errorf("chart %s has %d canvases, want one at least", chart, n)
		}
	}
	if got := browser.Eval[string](p, `document.querySelector('.tl-gutter').textContent`); !strings.Contains(got, "queuedsampled ≤") {
		t.Errorf("the labels are %q, want the run queues, marked as sampled", got)
	}
	p.Do("switching cores off", chromedp.Click(chromedp.CSS("[data-lanes=c]")))
	p.Settle()
	if s := timeline(p); s.Lanes != "p" || s.LaneCount != 4 {
		t.Errorf("with cores off: lanes %q, %d of them; want p, 4", s.Lanes, s.LaneCount)
	}
	quiet(t, p)
}

// testCoreRows checks the spans that the page makes for core lanes: they never overlap,
// cover all of the recorded time, and each has the goroutine that its thread's lane has at
// that time.
func testCoreRows(t *testing.T, p *browser.Page) {
	got := browser.Eval[struct{ Overlaps, Wrong, Spans, Total, Recorded float64 }](p, `(() => {
		const { model } = schedviz.timeline.current, { spans, cols } = model;
		const out = { overlaps: 0, wrong: 0, spans: 0, total: 0, recorded: cols['core.dur'].reduce((a, b) => a + b, 0) };
		for (const lane of model.lanes.c) {
			let end = 0;
			for (const row of lane.rows) {
				if (spans.start[row] < end) out.overlaps++;
				end = spans.end[row];
				out.spans++;
				out.total += spans.dur[row];
				if (spans.m[row] < 0) continue;
				const mid = (spans.start[row] + spans.end[row]) / 2;
				const m = model.lanes.m[spans.m[row]];
				const place = schedviz.lanes.at(spans, m, mid, 0);
				if ((place < 0 ? -1 : spans.g[m.rows[place]]) !== spans.g[row]) out.wrong++;
				if (schedviz.cores.at(model, spans.m[row], mid).core !== lane.key) out.wrong++;
			}
		}
		return out;
	})()`)
	if got.Overlaps != 0 || got.Wrong != 0 || got.Total != got.Recorded || got.Spans < 500 {
		t.Errorf("cores' lanes: %+v, want no overlap, nothing wrong, all that was recorded", got)
	}
}

// testChain checks what tooltips say about who ran where.
func testChain(t *testing.T, p *browser.Page) {
	tips := browser.Eval[[]string](p, `(() => {
		const tl = schedviz.timeline.current, { model } = tl, { spans } = model, out = [];
		for (const lane of [model.lanes.p[0], model.lanes.m[0], model.lanes.c[0]]) {
			for (let place = 0; place < lane.rows.length; place++) {
				const row = lane.rows[place], t = (spans.start[row] + spans.end[row]) / 2;
				out.push(schedviz.details.tooltip(tl, { kind: 'span', lane, place, row, t, hidden: 1 }).querySelector('.chain')?.textContent || '');
			}
		}
		return out;
	})()`)
	on, off := 0, 0
	for _, tip := range tips {
		if strings.HasPrefix(tip, "G") && strings.Contains(tip, " on P ") && strings.Contains(tip, " on thread ") {
			if strings.HasSuffix(tip, " on no core") {
				off++
			} else if strings.Contains(tip, " on core ") {
				on++
			}
		}
	}
	if on == 0 || off == 0 {
		t.Errorf("of %d tooltips %d show the whole chain, %d that there was no core; want some of both", len(tips), on, off)
	}
}

func TestHostileNamesOnCores(t *testing.T) {
	p := open(t, onCores(strings.Join(hostile, " ")), browser.Options{})
	for _, name := range []string{"flow", "cores"} {
		browser.Eval[bool](p, `document.getElementById('chart-`+name+`').scrollIntoView({block: 'center', behavior: 'instant'}); true`)
		p.Settle()
		box := browser.Eval[[]float64](p, `(() => { const b = document.getElementById('chart-`+name+`').getBoundingClientRect(); return [b.left, b.top, b.width, b.height]; })()`)
		for _, at := range []float64{0.012, 0.2, 0.5, 0.9} {
			x, y := box[0]+at*box[2], box[1]+0.4*box[3]
			p.Do("hovering over "+name, chromedp.MouseEvent(chromedp.MouseMoved, x, y), chromedp.MouseEvent(chromedp.MouseMoved, x+2, y+2))
			p.Settle()
		}
	}
	browser.Eval[bool](p, `(() => { const tl = schedviz.timeline.current; for (const lane of tl.model.lanes.c) for (let place = 0; place < Math.min(50, lane.rows.length); place++) { tl.select(lane, place); document.body.append(schedviz.details.tooltip(tl, { kind: 'span', lane, place, row: lane.rows[place], t: 0, hidden: 1 })); } return true; })()`)
	p.Settle()
	if browser.Eval[bool](p, `window.pwned !== undefined || document.querySelectorAll('img, [onerror]').length > 0`) {
		t.Error("a name of a thread became part of the page")
	}
	if got := browser.Eval[string](p, `document.getElementById('core-others').textContent`); !strings.Contains(got, hostile[0]) {
		t.Errorf("the other processes are %q, want the name as it is", got)
	}
	quiet(t, p)
}
