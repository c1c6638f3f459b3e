package report_test

import (
	"encoding/csv"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

// full is the page of a made-up pool with everything that can be on a page.
func full(o sample.Options) report.Page {
	p := pool(o)
	sample.Rest(p.Window, p.Summary, o.Name)
	sample.OnCores(p.Window, p.Summary, 2, o.Name)
	return p
}

func text(p *browser.Page, selector string) string {
	return browser.Eval[string](p, `document.querySelector(`+strconv.Quote(selector)+`).textContent`)
}

// rows returns a table's texts, by row and column.
func rows(p *browser.Page, id string) [][]string {
	return browser.Eval[[][]string](p, `[...document.querySelectorAll('#`+id+` tbody tr')].map((r) => [...r.cells].map((c) => c.textContent.trim()))`)
}

// press clicks the button with the given text, within a selector.
func press(t *testing.T, p *browser.Page, within, text string) {
	t.Helper()
	if !browser.Eval[bool](p, `(() => { const b = [...document.querySelectorAll(`+strconv.Quote(within+" button")+`)].find((b) => b.textContent === `+strconv.Quote(text)+`); b?.click(); return !!b; })()`) {
		t.Fatalf("there is no button %q in %s", text, within)
	}
	p.Settle()
}

// The page says what the summary of a real trace says.
func TestSectionsTellTheSummary(t *testing.T) {
	page := traced(t, "../testdata/traces/gc.trace")
	p := open(t, page, browser.Options{})
	s := page.Summary
	ms := func(ns int64) string { return browser.Eval[string](p, fmt.Sprintf(`schedviz.format.duration(%d)`, ns)) }
	t.Run("Ps", func(t *testing.T) {
		got := rows(p, "procs")
		if len(got) != len(s.Procs) {
			t.Fatalf("%d rows, want one of each of the %d Ps", len(got), len(s.Procs))
		}
		for i, r := range got {
			share := math.Round(100 * float64(s.Procs[i].Running) / float64(s.Stat.Trace.DurationNS))
			if want := fmt.Sprintf("%.0f%%", share); r[0] != strconv.Itoa(int(s.Procs[i].ID)) || r[2] != want && share > 1 && share < 99 {
				t.Errorf("row %d = %q, want P %d running %s", i, r, s.Procs[i].ID, want)
			}
		}
	})
	t.Run("worst waits", func(t *testing.T) {
		r, w := rows(p, "worst-waits")[0], s.WorstWaits[0]
		if r[0] != ms(int64(w.Dur())) || !strings.HasPrefix(r[1], fmt.Sprintf("G%d", w.G)) {
			t.Errorf("the first row is %q, want G%d and %s", r, w.G, ms(int64(w.Dur())))
		}
		if len(w.Antagonists) > 0 && !strings.Contains(r[3], fmt.Sprintf("G%d %s", w.Antagonists[0].G, ms(int64(w.Antagonists[0].Time)))) {
			t.Errorf("meanwhile ran %q, want G%d first", r[3], w.Antagonists[0].G)
		}
	})
	t.Run("longest slices", func(t *testing.T) {
		r, sl := rows(p, "long-slices")[0], s.LongestSlices[0]
		if r[0] != ms(int64(sl.Dur())) || !strings.HasPrefix(r[1], fmt.Sprintf("G%d", sl.G)) {
			t.Errorf("the first row is %q, want G%d and %s", r, sl.G, ms(int64(sl.Dur())))
		}
	})
	t.Run("groups", func(t *testing.T) {
		r, g := rows(p, "g-groups")[0], s.Groups[0]
		if r[1] != strconv.Itoa(g.Count) || r[2] != ms(g.State.Running) {
			t.Errorf("the first row is %q, want %s: %d goroutines, %s", r, g.Func, g.Count, ms(g.State.Running))
		}
	})
	t.Run("threads", func(t *testing.T) {
		if got := rows(p, "threads-table"); len(got) != len(s.Threads) && len(s.Threads) <= 10 {
			t.Errorf("%d rows, want one of each of the %d threads", len(got), len(s.Threads))
		}
	})
	t.Run("garbage collection", func(t *testing.T) {
		if got := text(p, "#gc-numbers"); !strings.Contains(got, fmt.Sprintf("collections %d", len(s.GC.Cycles))) || !strings.Contains(got, "GC workers "+ms(int64(s.GC.Workers))) {
			t.Errorf("the numbers are %q, want %d collections, workers %s", got, len(s.GC.Cycles), ms(int64(s.GC.Workers)))
		}
		if r, st := rows(p, "gc-stops")[0], s.GC.Stops[0]; r[0] != st.Reason || r[2] != ms(st.TotalNS) || r[5] != ms(st.MaxNS) {
			t.Errorf("the first stop is %q, want %+v", r, st)
		}
		if got := text(p, "#moves"); s.Steals.Count > 0 && !strings.Contains(got, "stolen (inferred)") {
			t.Errorf("what moved = %q, want what is inferred named so", got)
		}
	})
	t.Run("moves", func(t *testing.T) {
		got := browser.Eval[int64](p, `schedviz.timeline.current.model.page.charts.moves.series[0].data.reduce((sum, d) => sum + d.value[2], 0)`)
		if want := s.Stat.Migrations.GBetweenP; got != want {
			t.Errorf("the matrix has %d moves, want the %d of the summary", got, want)
		}
	})
	t.Run("labels", func(t *testing.T) {
		for chart, want := range map[string]string{
			"latency": "median " + ms(s.Stat.SchedLatency.P50NS), "slices": "the longest " + ms(int64(s.LongestSlices[0].Dur())),
			"states": "on average", "utilisation": "Busiest: P ", "sharing": "The largest is ", "preempts": "Preemptions by kind", "mmu": "at least", "moves": "the most frequent",
		} {
			node := "#chart-" + chart
			if browser.Eval[bool](p, `document.querySelector('`+node+`').hidden`) {
				continue
			}
			if got := browser.Eval[string](p, `document.querySelector('`+node+`').getAttribute('aria-label')`); !strings.Contains(got, want) {
				t.Errorf("chart %s is labelled %q, want %q in it", chart, got, want)
			}
		}
	})
	quiet(t, p)
}

// Charts are drawn when they come near the viewport, and not before.
func TestChartsAreLazy(t *testing.T) {
	p := open(t, full(sample.Pool), browser.Options{})
	const count = `document.querySelectorAll('#chart-latency canvas, #chart-mmu canvas').length`
	if n := browser.Eval[int](p, count); n != 0 {
		t.Errorf("on opening, charts far below have %d canvases, want none", n)
	}
	height := browser.Eval[float64](p, `document.documentElement.scrollHeight`)
	browser.Eval[bool](p, `document.getElementById('chart-latency').scrollIntoView({block: 'center', behavior: 'instant'}); true`)
	p.Settle()
	if n := browser.Eval[int](p, `document.querySelectorAll('#chart-latency canvas').length`); n == 0 {
		t.Error("in sight, the chart of latency has no canvas")
	}
	browser.Eval[bool](p, `schedviz.lazy.all(); true`)
	p.Settle()
	if got := browser.Eval[float64](p, `document.documentElement.scrollHeight`); math.Abs(got-height) > 2 {
		t.Errorf("with all charts drawn the page is %v px long, was %v: it moved under the reader", got, height)
	}
	quiet(t, p)
}

func TestListsInBrowser(t *testing.T) {
	page := full(sample.Pool)
	for i := range 60 { // more rows than are shown at first
		w := page.Summary.WorstWaits[0]
		w.To = w.From + (w.To-w.From)/2 + traceview.Time(i)
		w.Func = fmt.Sprintf("main.w%d, \"=x\"", i)
		page.Summary.WorstWaits = append(page.Summary.WorstWaits, w)
	}
	p := open(t, page, browser.Options{})
	browser.Eval[bool](p, `navigator.clipboard.writeText = async (t) => { window.copied = t; }; true`)
	const list = "#worst-waits"
	if n := len(rows(p, "worst-waits")); n != 6 {
		t.Errorf("%d rows at first, want 6", n)
	}
	press(t, p, list, "show all 61")
	if n := len(rows(p, "worst-waits")); n != 61 {
		t.Errorf("%d rows after a click on show all, want 61", n)
	}
	t.Run("sort", func(t *testing.T) {
		press(t, p, list, "waited")
		first := rows(p, "worst-waits")[0][0]
		press(t, p, list, "waited")
		if got := rows(p, "worst-waits")[0][0]; got == first {
			t.Errorf("sorted the other way round the first is still %s", got)
		}
		if got := browser.Eval[string](p, `document.querySelector('`+list+` th').getAttribute('aria-sort')`); got != "ascending" {
			t.Errorf("aria-sort = %q, want ascending", got)
		}
	})
	t.Run("filter", func(t *testing.T) {
		browser.Eval[bool](p, `(() => { const f = document.querySelector('`+list+` input'); f.value = 'MAIN.W17'; f.dispatchEvent(new Event('input')); return true; })()`)
		if got := rows(p, "worst-waits"); len(got) != 1 || !strings.Contains(got[0][1], "main.w17") {
			t.Errorf("filtered by main.w17: %q", got)
		}
		if got := text(p, list+" .table-foot"); !strings.Contains(got, "1 of 61 waits") {
			t.Errorf("below the table it says %q", got)
		}
	})
	t.Run("CSV", func(t *testing.T) {
		press(t, p, list, "copy as CSV")
		got, err := csv.NewReader(strings.NewReader(browser.Eval[string](p, `window.copied`))).ReadAll()
		if err != nil || len(got) != 2 {
			t.Fatalf("copied %q (%v), want a head and the one row", got, err)
		}
		w := page.Summary.WorstWaits[18]
		if got[0][0] != "waited (ns)" || got[1][0] != strconv.FormatInt(int64(w.Dur()), 10) || got[1][1] != fmt.Sprintf("G%d %s", w.G, w.Func) {
			t.Errorf("copied %q, want the wait of %d ns by G%d %s", got, w.Dur(), w.G, w.Func)
		}
	})
	t.Run("link", func(t *testing.T) {
		w := page.Summary.WorstWaits[18]
		press(t, p, list+" tbody", fmt.Sprintf("G%d", w.G))
		s := timeline(p)
		from, to := float64(w.From-page.Window.From), float64(w.To-page.Window.From)
		if s.From > from || s.To < to || s.To-s.From > 3*(to-from) {
			t.Errorf("the link leads to %v-%v, want about %v-%v", s.From, s.To, from, to)
		}
		if s.Search != fmt.Sprintf("G%d", w.G) {
			t.Errorf("the link searches %q, want G%d", s.Search, w.G)
		}
	})
	t.Run("goroutines as CSV", func(t *testing.T) {
		browser.Eval[bool](p, `document.getElementById('g-table').scrollIntoView({block: 'center', behavior: 'instant'}); true`)
		p.Settle()
		press(t, p, "#g-copy", "copy as CSV")
		got, err := csv.NewReader(strings.NewReader(browser.Eval[string](p, `window.copied`))).ReadAll()
		if err != nil || len(got) != 1+len(page.Summary.Goroutines) || got[0][3] != "running (ns)" {
			t.Fatalf("copied %d rows (%v), want the head and %d goroutines", len(got), err, len(page.Summary.Goroutines))
		}
		for _, g := range page.Summary.Goroutines {
			if strconv.Itoa(int(g.ID)) == got[1][0] && strconv.FormatInt(g.State.Running, 10) != got[1][3] {
				t.Errorf("G%d ran %s ns in the CSV, want %d", g.ID, got[1][3], g.State.Running)
			}
		}
	})
	t.Run("a P's lane", func(t *testing.T) {
		press(t, p, "#procs tbody", "2")
		if s := timeline(p); s.Selected == nil || s.Selected.Lane != "P 2" {
			t.Errorf("after a click on P 2 the selection is %+v", s.Selected)
		}
		p.Key("\u001b")
	})
	quiet(t, p)
}

// click clicks a point of an element, given in shares of its size.
func click(p *browser.Page, selector string, x, y float64) {
	browser.Eval[bool](p, `document.querySelector('`+selector+`').scrollIntoView({block: 'center', behavior: 'instant'}); true`)
	p.Settle()
	box := browser.Eval[[]float64](p, `(() => { const b = document.querySelector('`+selector+`').getBoundingClientRect(); return [b.left + b.width * `+fmt.Sprint(x)+`, b.top + b.height * `+fmt.Sprint(y)+`]; })()`)
	p.Do("clicking "+selector, chromedp.MouseEvent(chromedp.MouseMoved, box[0], box[1]), chromedp.MouseClickXY(box[0], box[1]))
	p.Settle()
}

// A click on a chart goes to the location in the timeline.
func TestChartsLeadToTheTimeline(t *testing.T) {
	p := open(t, full(sample.Pool), browser.Options{})
	for _, chart := range []string{"states", "utilisation", "cores", "slices", "latency", "preempts"} {
		browser.Eval[bool](p, `schedviz.timeline.current.reset(); schedviz.timeline.current.search(''); true`)
		p.Settle()
		x, y := 0.5, 0.5
		switch chart {
		case "slices", "latency":
			// the highest bar, at its foot
			browser.Eval[bool](p, `document.getElementById('chart-`+chart+`').scrollIntoView({block: 'center', behavior: 'instant'}); true`)
			p.Settle()
			x = browser.Eval[float64](p, `(() => {
				const c = echarts.getInstanceByDom(document.getElementById('chart-`+chart+`'));
				const bars = c.getOption().series[0].data.map((d) => d.value), top = bars.reduce((a, b) => (b[2] > a[2] ? b : a));
				return c.convertToPixel({ gridIndex: 0 }, [(top[0] + top[1]) / 2, 1])[0] / c.getWidth();
			})()`)
			y = 0.8
		case "preempts":
			y = 0.2 // the first bar
		}
		click(p, "#chart-"+chart, x, y)
		s := timeline(p)
		if s.To-s.From >= s.Duration/2 {
			t.Errorf("after a click on %s the timeline shows %v to %v of %v, want the place", chart, s.From, s.To, s.Duration)
		}
		if want := chart == "slices" || chart == "latency" || chart == "preempts"; want != (s.Search != "") {
			t.Errorf("after a click on %s the search is %q", chart, s.Search)
		}
	}
	browser.Eval[bool](p, `schedviz.timeline.current.reset(); schedviz.timeline.current.search(''); true`)
	press(t, p, "#region-types", "show the longest")
	if s := timeline(p); s.To-s.From >= s.Duration/2 || s.Search != "G10" {
		t.Errorf("after a click on the longest region: %v to %v of %v, search %q; want it, on G10", s.From, s.To, s.Duration, s.Search)
	}
	click(p, "#chart-sharing", 0.4, 0.3)
	if got := text(p, "#g-count"); !strings.HasPrefix(got, "10 of 12") && !strings.HasPrefix(got, "2 of 12") {
		t.Errorf("after a click on a cell the table shows %q, want that function's goroutines", got)
	}
	quiet(t, p)
}

func TestFlameGraphInBrowser(t *testing.T) {
	p := open(t, full(sample.Pool), browser.Options{})
	browser.Eval[bool](p, `document.getElementById('stacks').scrollIntoView({behavior: 'instant'}); true`)
	p.Settle()
	crumbs := func() string { return text(p, "#flame .crumbs") }
	if got := browser.Eval[string](p, `document.querySelector('#flame canvas').getAttribute('aria-label')`); !strings.Contains(got, "most in chan receive, main.worker") {
		t.Errorf("the graph is labelled %q, want where most was waited", got)
	}
	t.Run("zoom", func(t *testing.T) {
		click(p, "#flame canvas", 0.5, 0.6) // the third of four rows: main.worker
		if got := crumbs(); got != "all › chan receive › main.worker" {
			t.Errorf("after a click on a box the path is %q", got)
		}
		if got := text(p, "#flame .flame-says"); !strings.Contains(got, "pool.go:34") || !strings.Contains(got, "100% of the total") {
			t.Errorf("below the graph it says %q", got)
		}
		press(t, p, "#flame .flame-says", "show the longest in the timeline")
		if s := timeline(p); s.To-s.From > s.Duration/3 || s.Search == "" {
			t.Errorf("the link leads to %v-%v, search %q; want one wait", s.From, s.To, s.Search)
		}
		press(t, p, "#flame .crumbs", "all")
		if got := browser.Eval[bool](p, `document.querySelector('#flame .crumbs').hidden`); !got {
			t.Error("zoomed out, the path is still shown")
		}
	})
	t.Run("keys", func(t *testing.T) {
		browser.Eval[bool](p, `document.querySelector('#flame canvas').focus({preventScroll: true}); true`)
		for _, key := range []string{"ArrowDown", "ArrowDown", "Enter"} {
			browser.Eval[bool](p, `document.querySelector('#flame canvas').dispatchEvent(new KeyboardEvent('keydown', {key: '`+key+`', bubbles: true, cancelable: true})); true`)
		}
		if got := crumbs(); got != "all › chan receive › main.worker" {
			t.Errorf("after two times down and Enter the path is %q", got)
		}
		browser.Eval[bool](p, `document.querySelector('#flame canvas').dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true})); true`)
		if got := crumbs(); got != "all › chan receive" {
			t.Errorf("after Escape the path is %q", got)
		}
	})
	t.Run("search", func(t *testing.T) {
		browser.Eval[bool](p, `(() => { const f = document.getElementById('flame-find'); f.value = 'WORKER'; f.dispatchEvent(new Event('input')); return true; })()`)
		if got := text(p, "#flame-found"); got != "100% of the total" {
			t.Errorf("searching worker finds %q", got)
		}
	})
	t.Run("modes", func(t *testing.T) {
		for mode, want := range map[string]string{"system calls": "read", "made ready": "main.worker", "CPU samples": "main.spin"} {
			press(t, p, "#flame-modes", mode)
			press(t, p, "#flame-modes", "table")
			if got := text(p, "#flame"); !strings.Contains(got, want) {
				t.Errorf("the table of %s is %q, want %q in it", mode, got, want)
			}
			press(t, p, "#flame-modes", "flame graph")
			if n := browser.Eval[int](p, `document.querySelectorAll('#flame canvas').length`); n != 1 {
				t.Errorf("%s have %d flame graphs", mode, n)
			}
		}
		press(t, p, "#flame-modes", "waits")
		press(t, p, "#flame-modes", "table")
		if got := text(p, "#flame"); !strings.Contains(got, "main.waker 5×, timer (inferred) 2×") {
			t.Errorf("the table of waits is %q, want who ended them", got)
		}
	})
	quiet(t, p)
}

// Names stay text in everything below the timeline.
func TestHostileNamesInSections(t *testing.T) {
	o := sample.Pool
	o.Name = strings.Join(hostile, " ")
	page := full(o)
	p := open(t, page, browser.Options{})
	browser.Eval[bool](p, `schedviz.lazy.all(); navigator.clipboard.writeText = async (t) => { window.copied = t; }; true`)
	p.Settle()
	for _, mode := range []string{"waits", "made ready", "system calls", "CPU samples"} {
		press(t, p, "#flame-modes", mode)
		press(t, p, "#flame-modes", "flame graph")
		for _, y := range []float64{0.1, 0.4, 0.6, 0.9} {
			click(p, "#flame canvas", 0.3, y)
		}
		press(t, p, "#flame-modes", "table")
	}
	browser.Eval[bool](p, `document.querySelectorAll('main details').forEach((d) => (d.open = true)); true`)
	p.Settle()
	browser.Eval[bool](p, `document.querySelectorAll('main .link, main th button, .finding').forEach((e) => e.click()); true`)
	p.Settle()
	if browser.Eval[bool](p, `window.pwned !== undefined || document.querySelectorAll('img, iframe, object, [onerror]').length > 0`) {
		t.Error("a name became part of the page")
	}
	for _, id := range []string{"#g-groups", "#gc-stops", "#task-types", "#region-types", "#blocking"} {
		if got := text(p, id); !strings.Contains(got, `<img src=x onerror="window.pwned=1">`) {
			t.Errorf("%s is %q, want the names as they are", id, got)
		}
	}
	quiet(t, p)
}

// With 256 Ps the heat map is drawn whole and quickly, and so is the table.
func TestManyProcs(t *testing.T) {
	o := sample.Options{Procs: 256, Workers: 400, Tight: 20, Job: time.Millisecond, For: 60 * time.Millisecond, Seed: 4}
	page := pool(o)
	sample.Rest(page.Window, page.Summary, "")
	p := open(t, page, browser.Options{})
	browser.Eval[bool](p, `schedviz.lazy.all(); true`)
	p.Settle()
	if n := browser.Eval[int](p, `(() => {
		const c = document.querySelector('#chart-utilisation canvas'), d = c.getContext('2d').getImageData(c.width * 0.3, c.height * 0.2, c.width * 0.5, c.height * 0.5).data;
		const seen = new Set();
		for (let i = 0; i < d.length; i += 4) seen.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]);
		return seen.size;
	})()`); n < 2 {
		t.Errorf("the heat map has %d colours, want shades", n)
	}
	press(t, p, "#procs", "show all 256")
	if n := len(rows(p, "procs")); n != 256 {
		t.Errorf("the table has %d rows, want 256", n)
	}
	if got, want := browser.Eval[int64](p, `document.documentElement.scrollWidth`), browser.Eval[int64](p, `document.documentElement.clientWidth`); got > want {
		t.Errorf("the page is %d px wide, want %d", got, want)
	}
	quiet(t, p)
}

// On a phone, with every chart drawn, only elements that scroll are wider than the screen.
func TestNarrowSections(t *testing.T) {
	p := open(t, full(sample.Pool), browser.Options{Width: 390, Height: 844})
	browser.Eval[bool](p, `schedviz.lazy.all(); document.querySelectorAll('main details').forEach((d) => (d.open = true)); true`)
	p.Settle()
	if got := browser.Eval[int64](p, `document.documentElement.scrollWidth`); got > 390 {
		t.Errorf("the page is %d px wide on a screen of 390", got)
	}
	quiet(t, p)
}

// Empty sections and parts of sections are hidden.
func TestNothingToSay(t *testing.T) {
	p := open(t, report.Page{Title: "nothing"}, browser.Options{})
	browser.Eval[bool](p, `schedviz.lazy.all(); true`)
	p.Settle()
	for _, id := range []string{"gc", "stacks", "cores", "threads", "annotations", "claims", "part-procs", "part-moves", "part-worst-waits", "part-long-slices", "part-preempt-sites"} {
		if !browser.Eval[bool](p, `document.getElementById('`+id+`').hidden`) {
			t.Errorf("#%s is shown, though there is nothing to say", id)
		}
	}
	quiet(t, p)
}

// A spreadsheet reads numbers of a copied table as numbers, and no name as a formula.
func TestCopiedCells(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	for cell, want := range map[string]string{
		`-5`:                      `-5`,
		`1.5e-7`:                  `1.5e-7`,
		`"-12.5"`:                 `-12.5`,
		`"main.worker"`:           `main.worker`,
		`"=HYPERLINK(1)"`:         `'=HYPERLINK(1)`,
		`"+cmd|' /C calc'!A0"`:    `'+cmd|' /C calc'!A0`,
		`"-2+3"`:                  `'-2+3`,
		`"@SUM(1)"`:               `'@SUM(1)`,
		`"  =1"`:                  `'  =1`,
		`"＝1"`:                    `'＝1`,
		`"\t=1"`:                  "'\t=1",
		`"\r=1"`:                  "\"'\r=1\"",
		`"a,b"`:                   `"a,b"`,
		`"=1,\"2\""`:              `"'=1,""2"""`,
		`"G1 (main.(*T).run-fm)"`: `G1 (main.(*T).run-fm)`,
	} {
		if got := browser.Eval[string](p, `schedviz.copy.csv([[`+cell+`]])`); got != want+"\r\n" {
			t.Errorf("the cell %s is copied as %q, want %q", cell, got, want+"\r\n")
		}
	}
}
