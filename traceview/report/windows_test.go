package report_test

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"path/filepath"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/tracefile"
)

// merged returns a recorded trace and its page, which is limited to so few spans that most
// are merged, with exact windows.
func merged(t *testing.T, trace string, maxSpans int) (report.Page, *tracefile.File) {
	t.Helper()
	ctx := context.Background()
	f, err := tracefile.Open(filepath.Join("..", "testdata", "traces", trace+".trace"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	s, w, err := f.Overview(ctx, maxSpans)
	if err != nil {
		t.Fatal(err)
	}
	if w.Resolution == 0 {
		t.Fatalf("%s has at most %d spans, want more, to merge them", trace, maxSpans)
	}
	exact, err := report.NewWindows(w).Embed(ctx, s, f.Windows)
	if err != nil {
		t.Fatalf("Embed(%s) = %v", trace, err)
	}
	return report.Page{Title: trace, Summary: s, Window: w, Exact: exact}, f
}

// spanText is a span in the form that tests compare, on the trace's clock.
func spanText(lane string, start, end float64, g int64, state, reason string) string {
	return fmt.Sprintf("%s %.0f-%.0f G%d %s %s", lane, start, end, g, state, reason)
}

// spansIn lists the spans of P and G lanes in a time range, as read from the trace.
func spansIn(t *testing.T, f *tracefile.File, from, to traceview.Time) map[string]bool {
	t.Helper()
	w, err := f.Window(context.Background(), math.MinInt64, math.MaxInt64, 0)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	add := func(lane string, l traceview.Lane) {
		for s := range w.On(l) {
			if s.End > from && s.Start < to {
				out[spanText(lane, float64(s.Start-w.From), float64(s.End-w.From), int64(w.Goroutines[s.G].ID), s.State.String(), w.Reasons[s.Reason])] = true
			}
		}
	}
	for _, p := range w.Procs {
		add(fmt.Sprintf("P %d", p.ID), p.Lane)
	}
	for _, g := range w.Goroutines {
		add(fmt.Sprintf("G%d", g.ID), g.Lane)
	}
	return out
}

// spansDrawn lists the same spans as drawn by the page.
func spansDrawn(p *browser.Page) map[string]bool {
	out := map[string]bool{}
	for _, s := range browser.Eval[[]struct {
		Lane, State, Reason string
		Start, End          float64
		G                   int64
		N                   int
	}](p, `(() => {
		const tl = schedviz.timeline.current, { model, view } = tl, { spans } = model, out = [];
		for (const lane of [...model.lanes.p, ...model.lanes.g]) for (const r of lane.rows) {
			if (spans.end[r] > view.from && spans.start[r] < view.to) out.push({
				lane: schedviz.model.laneName(model, lane), start: spans.start[r], end: spans.end[r], g: model.gs.id[spans.g[r]],
				state: schedviz.states.states[spans.state[r]], reason: model.strings[spans.reason[r]], n: spans.n[r] });
		}
		return out;
	})()`) {
		text := spanText(s.Lane, s.Start, s.End, s.G, s.State, s.Reason)
		if s.N > 1 {
			text += fmt.Sprintf(" (%d merged)", s.N)
		}
		out[text] = true
	}
	return out
}

func sameSpans(t *testing.T, what string, got, want map[string]bool) {
	t.Helper()
	for s := range got {
		if !want[s] {
			t.Errorf("%s: the page draws %s, which the trace does not have", what, s)
		}
	}
	for s := range want {
		if !got[s] {
			t.Errorf("%s: the page does not draw %s", what, s)
		}
	}
	if len(want) == 0 {
		t.Errorf("%s: nothing to compare", what)
	}
}

// resolution is the resolution that the page currently draws with, in ns.
func resolution(p *browser.Page) float64 {
	return browser.Eval[float64](p, `schedviz.timeline.current.model.part.resolution`)
}

// until waits for a condition in the page.
func until(t *testing.T, p *browser.Page, what, js string) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if is, ok := browser.TryEval[bool](p, js); ok && is {
			p.Settle()
			return
		}
	}
	t.Fatalf("%s: timed out; %s is false", what, js)
}

const isExact = `schedviz.timeline.current.model.part.resolution === 0`

// A merged page shows exact spans where it has them, and merged ones elsewhere.
func TestEmbeddedWindows(t *testing.T) {
	page, f := merged(t, "generations", 300)
	if len(page.Exact) == 0 {
		t.Fatal("no exact windows were embedded")
	}
	p := open(t, page, browser.Options{})
	from, to := page.Window.From, page.Window.To
	if got := resolution(p); got != float64(page.Window.Resolution) {
		t.Errorf("at first the page draws with a resolution of %v ns, want the overview's %v", got, page.Window.Resolution)
	}
	word := `document.querySelector('.tl-exactness').textContent`
	for i := range page.Exact {
		browser.Eval[bool](p, fmt.Sprintf(`document.querySelector('.tl-places button:nth-child(%d)').click(); true`, i+1))
		until(t, p, "unpacking an exact window", isExact)
		s := timeline(p)
		if s.From == 0 && s.To == s.Duration {
			t.Fatalf("a click on exact part %d has no effect", i)
		}
		sameSpans(t, fmt.Sprintf("exact part %d", i), spansDrawn(p), spansIn(t, f, from+traceview.Time(s.From), from+traceview.Time(s.To)))
		if got := browser.Eval[string](p, word); got != "exact" {
			t.Errorf("in exact part %d the toolbar says %q, want exact", i, got)
		}
	}
	p.Key("0")
	if got := resolution(p); got == 0 {
		t.Errorf("for all of %v the page draws every span, want the overview again", to-from)
	}
	quiet(t, p)
}

// A selection in an exact part is restored when the view returns to it; while it is merged
// with others, its details stay but their links do nothing.
func TestSelectionAcrossWindows(t *testing.T) {
	page, _ := merged(t, "generations", 300)
	p := open(t, page, browser.Options{})
	browser.Eval[bool](p, `document.querySelector('.tl-places button').click(); true`)
	until(t, p, "unpacking an exact window", isExact)
	// A short span between others, which the overview merges.
	const choose = `(() => { const tl = schedviz.timeline.current, { spans, overview } = tl.model;
		for (const lane of tl.model.lanes.p) for (let i = 1; i + 1 < lane.rows.length; i++) {
			const row = lane.rows[i], t = (spans.start[row] + spans.end[row]) / 2;
			const place = schedviz.lanes.at(overview.spans, { rows: overview.lanes.get(lane).rows }, t, 0);
			if (place >= 0 && overview.spans.n[overview.lanes.get(lane).rows[place]] > 1) { tl.select(lane, i); return true; }
		}
		return false; })()`
	if !browser.Eval[bool](p, choose) {
		t.Skip("the overview merges no span of this part")
	}
	p.Settle()
	before := timeline(p).Selected
	start := browser.Eval[float64](p, `schedviz.timeline.current.model.spans.start[schedviz.timeline.current.selected.row]`)
	view := timeline(p)
	p.Key("0")
	if got := timeline(p).Selected; got != nil {
		t.Errorf("among merged spans %+v is selected, want none", got)
	}
	if browser.Eval[bool](p, `document.querySelector('.tl-panel').hidden`) {
		t.Error("the details of what was selected are gone")
	}
	browser.Eval[bool](p, `schedviz.timeline.current.setView(`+num(view.From)+`, `+num(view.To)+`); true`)
	until(t, p, "coming back", isExact)
	after := timeline(p).Selected
	if after == nil || after.G != before.G || after.Lane != before.Lane {
		t.Fatalf("back in the exact part, %+v is selected, want %+v", after, before)
	}
	if got := browser.Eval[float64](p, `schedviz.timeline.current.model.spans.start[schedviz.timeline.current.selected.row]`); got != start {
		t.Errorf("back in the exact part, the span from %v is selected, want that from %v", got, start)
	}
	p.Key("0")
	p.Key("\u001b")
	if !browser.Eval[bool](p, `document.querySelector('.tl-panel').hidden`) {
		t.Error("Esc does not close the details of what was selected elsewhere")
	}
	quiet(t, p)
}

// However much happened around the highlights, a page stays under its size limit.
func TestPageWithManyWindows(t *testing.T) {
	page, _ := merged(t, "generations", 300)
	for len(page.Exact) < 400 {
		page.Exact = append(page.Exact, page.Exact[0])
	}
	page.Exact = report.Padded(page.Exact, 50<<10)
	got := write(t, page)
	if len(got) > report.MaxPageBytes {
		t.Errorf("a page with windows of 20 MB has %d bytes, want at most %d", len(got), report.MaxPageBytes)
	}
	if n, want := len(unpack(t, got).Page.Exact), bytes.Count(got, []byte(`id="window-`)); n == 0 || n != want {
		t.Errorf("the page's header lists %d exact windows, but %d are in it", n, want)
	}
}
