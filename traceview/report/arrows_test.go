package report_test

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

// relay is a trace with known wake-ups: G1 on P 0 creates G2 at 1 ms; G2 runs on P 1 from 2
// to 4 ms and wakes G3 at 3 ms, which was waiting for the network; G3 runs on P 0 from 6 to
// 8 ms.
func relay(name string) report.Page {
	const ms = traceview.Time(time.Millisecond)
	w := &traceview.Window{
		From: 1e9, To: 1e9 + 10*ms,
		Reasons: []string{"", "network" + name, "sleep"},
		Stacks: []traceview.Stack{{}, {
			{Func: "runtime.chansend", File: "/go/chan.go", Line: 1},
			{Func: "runtime.chansend1", File: "/go/chan.go", Line: 2},
			{Func: "main.send" + name, File: "/app/main.go", Line: 7},
		}},
		Threads: []traceview.Thread{{ID: 100}, {ID: 101}},
		Procs:   []traceview.Proc{{ID: 0}, {ID: 1}},
	}
	at := func(t traceview.Time) traceview.Time { return w.From + t*ms }
	add := func(g int, s traceview.Span) {
		s.G, s.N, s.Busy = int32(g), 1, s.Dur()
		if s.State != traceview.StateRunning {
			s.P, s.M = traceview.NoP, -1
		}
		i := int32(len(w.Spans))
		w.Spans = append(w.Spans, s)
		w.Goroutines[g].Lane = append(w.Goroutines[g].Lane, i)
		if s.State == traceview.StateRunning {
			w.Procs[s.P].Lane = append(w.Procs[s.P].Lane, i)
			w.Threads[s.M].Lane = append(w.Threads[s.M].Lane, i)
		}
	}
	for i := range 3 {
		w.Goroutines = append(w.Goroutines, traceview.Goroutine{ID: traceview.GoID(i + 1), Func: fmt.Sprint("main.g", i+1, name), Parent: traceview.NoG})
	}
	w.Goroutines[1].Created, w.Goroutines[1].Parent = at(1), 1
	add(0, traceview.Span{Start: at(0), End: at(5), State: traceview.StateRunning, P: 0, M: 0, Waker: -1, Reason: 2})
	add(0, traceview.Span{Start: at(5), End: at(10), State: traceview.StateWaiting, Waker: -1, Reason: 2, Stack: 1})
	add(1, traceview.Span{Start: at(1), End: at(2), State: traceview.StateRunnable, Waker: 0, Stack: 1})
	add(1, traceview.Span{Start: at(2), End: at(4), State: traceview.StateRunning, P: 1, M: 1, Waker: -1, Reason: 1})
	add(1, traceview.Span{Start: at(4), End: at(8), State: traceview.StateWaiting, Waker: -1, Reason: 1})
	add(1, traceview.Span{Start: at(8), End: at(9), State: traceview.StateRunnable, Waker: -1})
	add(1, traceview.Span{Start: at(9), End: at(10), State: traceview.StateRunning, P: 1, M: 1, Waker: -1})
	add(2, traceview.Span{Start: at(0), End: at(3), State: traceview.StateWaiting, Waker: -1, Reason: 1})
	add(2, traceview.Span{Start: at(3), End: at(6), State: traceview.StateRunnable, Waker: 1, Stack: 1})
	add(2, traceview.Span{Start: at(6), End: at(8), State: traceview.StateRunning, P: 0, M: 0, Waker: -1, Reason: 2})
	add(2, traceview.Span{Start: at(8), End: at(10), State: traceview.StateWaiting, Waker: -1, Reason: 2})
	s := &traceview.Summary{}
	s.Stat.Procs.GOMAXPROCS = 2
	return report.Page{Title: "relay" + name, Window: w, Summary: s}
}

// pick selects the span of goroutine id at a given time, on its own lane or on a P's.
func pick(p *browser.Page, kind string, key int, ms float64) {
	browser.Eval[bool](p, fmt.Sprintf(`(() => {
		const tl = schedviz.timeline.current, { model } = tl;
		const lane = model.lanes[%q].find((l) => (l.kind === 'g' ? model.gs.id[l.key] : l.key) === %d);
		tl.select(lane, schedviz.lanes.at(model.spans, lane, %v, 0));
		return true;
	})()`, kind, key, ms*1e6))
	p.Settle()
}

func panel(p *browser.Page) string {
	text := browser.Eval[string](p, `(() => { const n = document.querySelector('.tl-panel'); return n.hidden ? '' : n.innerText; })()`)
	return regexp.MustCompile(`\s+`).ReplaceAllString(text, " ")
}

// drawn lists the arrows on the canvas as "waker kind woken".
func drawn(p *browser.Page) []string {
	return browser.Eval[[]string](p, `(() => { const tl = schedviz.timeline.current, id = (g) => g < 0 ? '?' : tl.model.gs.id[g];
		return tl.arrowsDrawn.map(({wake}) => id(wake.by) + ' ' + wake.kind + ' ' + id(wake.g)).sort(); })()`)
}

func clickPanel(p *browser.Page, text string) {
	browser.Eval[bool](p, fmt.Sprintf(`(() => { const b = [...document.querySelectorAll('.tl-panel button')].find((b) => b.textContent.includes(%q)); b.click(); return true; })()`, text))
	p.Settle()
}

// A selected span has arrows of its own, on any kind of lane; with the chain, also those of
// everything that led to it and followed from it.
func TestArrows(t *testing.T) {
	p := open(t, relay(""), browser.Options{})
	pick(p, "p", 1, 3) // G2
	if got, want := drawn(p), []string{"1 create 2", "2 wake 3"}; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("of G2's run on P 1 the arrows are %q, want %q", got, want)
	}
	if n := colourPixels(p, "caused"); n < 40 {
		t.Errorf("%d pixels have the colour of arrows to the woken, want a line of them", n)
	}
	for _, want := range []string{"created by G1 main.g1, 1.00 ms before it ran", "woke G3 main.g3 ran 3.00 ms later on P 0", "2 runtime frames"} {
		if want == "2 runtime frames" {
			pick(p, "g", 3, 4) // runnable: the stack is that of G2, which woke it
		}
		if got := panel(p); !strings.Contains(got, want) {
			t.Errorf("the panel says %q, want in it %q", got, want)
		}
	}
	pick(p, "p", 0, 7) // G3, which G2 woke, which G1 created
	if got := len(drawn(p)); got != 1 {
		t.Errorf("G3's run has %d arrows, want the one to it", got)
	}
	p.Key("c")
	if got, want := drawn(p), []string{"1 create 2", "2 wake 3"}; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the chain of G3's run is %q, want %q", got, want)
	}
	browser.Eval[bool](p, `document.querySelector('[data-lanes=g]').click(); true`)
	p.Settle()
	if got := len(drawn(p)); got != 4 {
		t.Errorf("with G lanes shown too there are %d arrows, want each of the 2 on both kinds of lanes", got)
	}
	p.Key("c")
	clickPanel(p, "G2 main.g2")
	if s := timeline(p); s.Selected == nil || s.Selected.G != 2 || s.Selected.Lane != "P 1" {
		t.Errorf("the link to the waker leads to %+v, want G2 on P 1", s.Selected)
	}
	quiet(t, p)
}

// colourPixels counts the canvas's pixels of one of the theme's colours.
func colourPixels(p *browser.Page, name string) int {
	return browser.Eval[int](p, fmt.Sprintf(`(() => {
		const want = parseInt(schedviz.theme.chrome()[%q].slice(1), 16);
		const c = document.querySelector('.tl-canvas canvas'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
		let n = 0;
		for (let i = 0; i < d.length; i += 4) if (Math.abs(d[i] - (want >> 16)) + Math.abs(d[i+1] - (want >> 8 & 255)) + Math.abs(d[i+2] - (want & 255)) < 12) n++;
		return n;
	})()`, name))
}

// A waker that is not a goroutine is named, and marked as inferred.
func TestInferredWaker(t *testing.T) {
	p := open(t, relay(""), browser.Options{})
	pick(p, "p", 1, 9.5)
	if got := panel(p); !strings.Contains(got, "woken by the network poller (inferred), 1.00 ms before it ran") {
		t.Errorf("the panel says %q, want that the network poller woke it, inferred", got)
	}
	pick(p, "g", 2, 5)
	if got := panel(p); !strings.Contains(got, "ended by the network poller (inferred)") {
		t.Errorf("of the wait the panel says %q, want who ended it", got)
	}
}

// All arrows in view are drawn if they are few; otherwise the page says that there are too many.
func TestArrowsInView(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	p.Key("x")
	note := func() string { return browser.Eval[string](p, `document.querySelector('.tl-arrow-note').textContent`) }
	if got, n := note(), len(drawn(p)); !strings.Contains(got, "more than 200") || n != 0 {
		t.Errorf("with all of the trace in view: %q, %d arrows drawn; want none, and why", got, n)
	}
	browser.Eval[bool](p, `schedviz.timeline.current.setView(1e8, 1.1e8); true`)
	p.Settle()
	if got, n := note(), len(drawn(p)); got != "" || n < 5 || n > 200 {
		t.Errorf("with 10 ms in view: %q, %d arrows drawn; want some, and nothing to say", got, n)
	}
	// A click on an arrow goes to its other end.
	at := browser.Eval[[]float64](p, `(() => { const b = document.querySelector('.tl-canvas').getBoundingClientRect(), tl = schedviz.timeline.current;
		const c = tl.arrowsDrawn.map((a) => a.curve).find((c) => c[0] > 50 && c[6] < tl.width - 50 && Math.abs(c[7] - c[1]) > 30 && Math.abs(c[6] - c[0]) > 30);
		return [b.left + (c[0] + 3 * c[2] + 3 * c[4] + c[6]) / 8, b.top + (c[1] + 3 * c[3] + 3 * c[5] + c[7]) / 8]; })()`)
	p.Do("pointing at an arrow", chromedp.MouseEvent(chromedp.MouseMoved, at[0], at[1]))
	p.Settle()
	if tip := timeline(p).Tip; !strings.Contains(tip, " woke ") && !strings.Contains(tip, " created ") {
		t.Errorf("the tooltip on an arrow says %q, want who woke whom", tip)
	}
	p.Do("clicking an arrow", chromedp.MouseClickXY(at[0], at[1]))
	p.Settle()
	if timeline(p).Selected == nil {
		t.Error("a click on an arrow selects nothing, want its end")
	}
	p.Key("x")
	if n := browser.Eval[int](p, `schedviz.timeline.current.arrowsDrawn.filter((a) => a.role === 'all').length`); n != 0 {
		t.Errorf("switched off there are still %d arrows", n)
	}
	quiet(t, p)
}

// A truncated chain says so.
func TestLongChain(t *testing.T) {
	p := open(t, pool(sample.Options{Procs: 2, Workers: 8, Job: 50 * time.Microsecond, For: 100 * time.Millisecond, Seed: 2}), browser.Options{})
	browser.Eval[bool](p, `(() => { const tl = schedviz.timeline.current, lane = tl.model.lanes.p[0]; tl.select(lane, Math.floor(lane.rows.length / 2)); return true; })()`)
	p.Key("c")
	if got := panel(p); !strings.Contains(got, "100 or more") {
		t.Errorf("the panel says %q, want that the chain was cut at 100", got)
	}
	if got := browser.Eval[string](p, `document.querySelector('.tl-arrow-note').textContent`); !strings.Contains(got, "only the nearest 100") {
		t.Errorf("beside the switches stands %q, want that the chain was cut", got)
	}
}

// A drag adds up a time range: along one lane over everything, across several over those.
func TestAreaSelection(t *testing.T) {
	p := open(t, relay(""), browser.Options{})
	drag := func(x0, y0, x1, y1 float64) {
		p.Do("dragging", chromedp.DragAndDropXY(x0, y0, x1, y1))
		p.Settle()
	}
	y := browser.Eval[[]float64](p, `(() => { const tl = schedviz.timeline.current, b = document.querySelector('.tl-canvas').getBoundingClientRect();
		return tl.layout.lanes.filter((l) => l.lane.kind === 'p').map((l) => b.top + tl.layout.top + l.y + l.height * 0.6); })()`)
	x0, _ := canvas(p, 0.2, 0)
	x1, _ := canvas(p, 0.6, 0)
	drag(x0, y[0], x1, y[0]+6)
	got := panel(p)
	for _, want := range []string{"Totals over all goroutines and Ps", "P utilisation 62%", "By reason waiting network 2 waits 3.00 ms sleep 1 wait 1.00 ms", "ran 2 goroutines", "only P 0"} {
		if !strings.Contains(got, want) {
			t.Errorf("from 2 to 6 ms the panel says %q, want in it %q", got, want)
		}
	}
	if strings.Contains(got, "≈") {
		t.Errorf("the panel says %q, want no approximation of exact spans", got)
	}
	clickPanel(p, "only P 0")
	if s := browser.Eval[[]string](p, `schedviz.state().range.lanes`); fmt.Sprint(s) != "[P 0]" {
		t.Errorf("only P 0 was asked for, lanes = %q", s)
	}
	if got := panel(p); !strings.Contains(got, "Totals over 1 lane: P 0.") || strings.Contains(got, "waiting") {
		t.Errorf("of P 0 alone the panel says %q, want no waits", got)
	}
	drag(x0, y[0], x1, y[1])
	if s := browser.Eval[[]string](p, `schedviz.state().range.lanes`); fmt.Sprint(s) != "[P 0 P 1]" {
		t.Errorf("after a drag over both lanes they are %q", s)
	}
	// 2 to 6 ms: G1 3 ms on P 0, G2 2 ms on P 1; the drag is accurate to a pixel.
	totals := browser.Eval[map[string]float64](p, `(() => { const tl = schedviz.timeline.current; return schedviz.totals.of(tl.model, 2e6, 6e6, tl.range.lanes).states; })()`)
	if math.Abs(totals["running"]-5e6) > 1 || totals["runnable"] != 0 {
		t.Errorf("on both Ps from 2 to 6 ms: %v, want 5 ms running", totals)
	}
	browser.Eval[bool](p, `Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } }); true`)
	clickPanel(p, "TSV")
	if got := browser.Eval[string](p, `window.copied`); !strings.Contains(got, "goroutine\tG1\tmain.g1\t") {
		t.Errorf("copied was %q, want a line of G1", got)
	}
	quiet(t, p)
}

// A span links to its goroutine and function in the table, and a frame of its stack to all
// spans with that frame.
func TestPlacesOfASpan(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	pick(p, "g", 12, 100)
	filter := func() string { return browser.Eval[string](p, `document.getElementById('g-filter').value`) }
	for _, step := range []struct{ link, want string }{{"in the table", "G12"}, {"its function in the table", "main.worker"}} {
		browser.Eval[bool](p, fmt.Sprintf(`[...document.querySelectorAll('.tl-panel button')].find((b) => b.textContent === %q).click(); true`, step.link))
		p.Settle()
		if got := filter(); got != step.want {
			t.Errorf("%q filters the table by %q, want %q", step.link, got, step.want)
		}
	}
	browser.Eval[bool](p, `document.querySelector('.tl-panel .stack .link').click(); true`)
	p.Settle()
	if s := timeline(p); s.Search != `stack:"main.worker"` && s.Search != `stack:"runtime.chanrecv1"` {
		t.Errorf("a click on a frame searches %q, want its function in stacks", s.Search)
	}
	quiet(t, p)
}

// Arrows to lanes of a folded group go to its head.
func TestArrowsToFoldedGroups(t *testing.T) {
	p := open(t, relay(""), browser.Options{})
	browser.Eval[bool](p, `(() => { const tl = schedviz.timeline.current; document.querySelector('[data-lanes=g]').click(); tl.groupBy('function');
		tl.fold(tl.layout.lanes.find(({ lane }) => lane.kind === 'group' && lane.lanes.some((l) => l.kind === 'g' && l.key === 2)).lane.key, true); return true; })()`)
	pick(p, "g", 2, 3)
	if got := browser.Eval[[]bool](p, `(() => { const tl = schedviz.timeline.current, head = tl.layout.lanes.find(({ lane }) => lane.kind === 'group' && lane.folded);
		const y = schedviz.layout.yOf(tl, head); return tl.arrowsDrawn.filter((a) => a.wake.g === 2).map((a) => Math.abs(a.curve[7] - y) <= head.height); })()`); fmt.Sprint(got) != "[false true]" && fmt.Sprint(got) != "[true false]" {
		t.Errorf("of G2's arrows to G3, on Ps and on goroutines, at the folded group end %v, want one", got)
	}
	quiet(t, p)
}

// For a goroutine that waited for a P, the panel shows who had the Ps, and that one was idle.
func TestMeanwhile(t *testing.T) {
	p := open(t, relay(""), browser.Options{})
	pick(p, "g", 3, 4)
	// From 3 to 6 ms: G1 ran 2 ms, G2 1 ms, of 6 ms that two Ps have.
	got := panel(p)
	for _, want := range []string{"Who had the Ps meanwhile inferred from the lanes", "G1 main.g1 2.00 ms 33%", "G2 main.g2 1.00 ms 17%", "no goroutine 3.00 ms 50%"} {
		if !strings.Contains(got, want) {
			t.Errorf("the panel says %q, want in it %q", got, want)
		}
	}
}

// Names stay text in arrows' tooltips, chains and totals.
func TestHostileWakes(t *testing.T) {
	img := hostile[3]
	for _, name := range []string{img, strings.Join(hostile, " ")} {
		p := open(t, relay(name), browser.Options{})
		browser.Eval[bool](p, `document.querySelector('[data-lanes=g]').click(); true`)
		for _, key := range []string{"c", "x"} {
			p.Key(key)
		}
		pick(p, "g", 3, 4)
		browser.Eval[bool](p, `(() => { const tl = schedviz.timeline.current;
			for (const arrow of tl.arrowsDrawn) document.body.append(schedviz.details.tooltip(tl, { kind: 'arrow', arrow }));
			tl.selectRange(0, 1e7); tl.selectRange(0, 1e7, tl.model.lanes.g); return true; })()`)
		p.Settle()
		if browser.Eval[bool](p, `window.pwned !== undefined || document.querySelectorAll('img, iframe, object, b b, [onerror]').length > 0`) {
			t.Errorf("the name %q became markup or was run", name)
		}
		if name == img && !strings.Contains(browser.Eval[string](p, `document.body.textContent`), "main.g1"+name) {
			t.Errorf("the name %q is not shown as it is", name)
		}
		if errs := p.Errors(); len(errs) > 0 {
			t.Errorf("with the name %q the page complained: %q", name, errs)
		}
	}
}
