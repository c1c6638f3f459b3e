package report_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

// state is what schedviz.state() says about the timeline.
type state struct {
	From, To, Duration    float64
	Lanes, Colour, Search string
	LaneCount             int
	VisibleLanes          int
	Spans                 int
	Redraws               int
	LastRedrawMS          float64
	ScrollTop             float64
	Found                 *int
	Selected              *struct {
		G, Row int
		Lane   string
	}
	Range *struct{ From, To float64 }
	Tip   string
}

func timeline(p *browser.Page) state { return browser.Eval[state](p, `schedviz.state()`) }

// open writes a page and opens it.
func open(t *testing.T, page report.Page, o browser.Options) *browser.Page {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.html")
	writePage(t, path, page)
	p := browser.Open(t, path, o)
	p.Settle()
	return p
}

// quiet fails the test if the page logged errors, or requested anything but itself.
func quiet(t *testing.T, p *browser.Page) {
	t.Helper()
	if errs := p.Errors(); len(errs) > 0 {
		t.Errorf("the page complained: %q", errs)
	}
	if r := p.Requests(); len(r) != 1 || !strings.HasPrefix(r[0], "file://") {
		t.Errorf("requests = %q, want the file itself only", r)
	}
}

func TestPageInBrowser(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	t.Run("first look", func(t *testing.T) {
		s := timeline(p)
		if s.Lanes != "p" || s.LaneCount != 4 || s.VisibleLanes != 4 {
			t.Errorf("lanes = %q, %d of them, %d in sight; want the 4 Ps", s.Lanes, s.LaneCount, s.VisibleLanes)
		}
		if s.From != 0 || s.To != s.Duration {
			t.Errorf("view = %v to %v, want all of %v", s.From, s.To, s.Duration)
		}
		if got, least := browser.Eval[float64](p, `document.getElementById('timeline').getBoundingClientRect().height`), 450.0; got < least {
			t.Errorf("the timeline is %v px high, want half of 900 at least", got)
		}
		if got := browser.Eval[float64](p, `document.querySelector('.tl-scroll').getBoundingClientRect().bottom`); got > 900 {
			t.Errorf("the timeline ends at %v px, want it within the first screen of 900", got)
		}
		if n := distinctColours(p); n < 8 {
			t.Errorf("the lanes show %d colours, want those of many goroutines", n)
		}
	})
	t.Run("keys", func(t *testing.T) { testKeys(t, p) })
	t.Run("lanes", func(t *testing.T) { testLanes(t, p) })
	t.Run("search", func(t *testing.T) { testSearch(t, p) })
	t.Run("pointer", func(t *testing.T) { testPointer(t, p) })
	t.Run("places", func(t *testing.T) { testPlaces(t, p) })
	t.Run("goroutine table", func(t *testing.T) { testTable(t, p) })
	t.Run("charts", func(t *testing.T) {
		browser.Eval[bool](p, `schedviz.lazy.all(); true`)
		for _, name := range []string{"utilisation", "states", "sharing", "preempts", "slices", "latency"} {
			if got := browser.Eval[int](p, `document.querySelectorAll('#chart-`+name+` canvas').length`); got < 1 {
				t.Errorf("chart %s has %d canvases, want one at least", name, got)
			}
		}
	})
	t.Run("colour scheme", func(t *testing.T) {
		const background = `getComputedStyle(document.body).backgroundColor`
		light, redraws := browser.Eval[string](p, background), timeline(p).Redraws
		p.Dark(true)
		if dark := browser.Eval[string](p, background); dark == light {
			t.Errorf("the background stays %s when dark colours are asked for", light)
		}
		if got := timeline(p).Redraws; got <= redraws {
			t.Error("the timeline was not drawn anew in dark colours")
		}
	})
	quiet(t, p)
}

// distinctColours counts the colours on the timeline's canvas that cover more than a few pixels.
func distinctColours(p *browser.Page) int {
	return browser.Eval[int](p, `(() => {
		const c = document.querySelector('.tl-canvas canvas');
		const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data, seen = new Map();
		for (let i = 0; i < d.length; i += 4) { const k = d[i] << 16 | d[i+1] << 8 | d[i+2]; seen.set(k, (seen.get(k) || 0) + 1); }
		return [...seen.values()].filter((n) => n > 300).length;
	})()`)
}

func testKeys(t *testing.T, p *browser.Page) {
	width := func() float64 { s := timeline(p); return s.To - s.From }
	all := width()
	p.Key("w")
	near := width()
	if near >= all {
		t.Errorf("after W the view is %v wide, want less than %v", near, all)
	}
	p.Key("s")
	if got := width(); got <= near {
		t.Errorf("after S the view is %v wide, want more than %v", got, near)
	}
	p.Key("w")
	p.Key("w")
	before := timeline(p).From
	p.Key("d")
	right := timeline(p).From
	if right <= before {
		t.Errorf("after D the view begins at %v, want later than %v", right, before)
	}
	p.Key("a")
	if got := timeline(p).From; math.Abs(got-before) > 1 {
		t.Errorf("after D and A the view begins at %v, want %v again", got, before)
	}
	p.Key("0")
	if got := width(); got != all {
		t.Errorf("after 0 the view is %v wide, want all, %v", got, all)
	}
	p.Key(".")
	first := timeline(p).Selected
	if first == nil {
		t.Fatal("after . no span is selected")
	}
	p.Key(".")
	if next := timeline(p).Selected; next.Row == first.Row || next.Lane != first.Lane {
		t.Errorf("after another . the selection is %+v, want the next span of %s", next, first.Lane)
	}
	p.Key(",")
	if back := timeline(p).Selected; back.Row != first.Row {
		t.Errorf("after , the selection is %+v, want %+v", back, first)
	}
	p.Key("f")
	if got := width(); got > all/10 {
		t.Errorf("after F the view is %v wide, want about the selected span", got)
	}
	p.Key("\u001b")
	if got := timeline(p).Selected; got != nil {
		t.Errorf("after Esc %+v is selected, want nothing", got)
	}
	p.Key("?")
	if !browser.Eval[bool](p, `document.getElementById('help').open`) {
		t.Error("? does not open the help")
	}
	p.Key("\u001b")
	if browser.Eval[bool](p, `document.getElementById('help').open`) {
		t.Error("Esc does not close the help")
	}
	p.Key("0")
}

func testLanes(t *testing.T, p *browser.Page) {
	click := func(what string) state {
		p.Do("clicking "+what, chromedp.Click(chromedp.CSS(what)))
		p.Settle()
		return timeline(p)
	}
	if s := click("[data-lanes=m]"); s.Lanes != "pm" || s.LaneCount != 8 {
		t.Errorf("with M on: lanes %q, %d of them; want pm, 8", s.Lanes, s.LaneCount)
	}
	if s := click("[data-lanes=g]"); s.Lanes != "pmg" || s.LaneCount != 20 || s.VisibleLanes >= 20 {
		t.Errorf("with G on: lanes %q, %d of them, %d in sight; want pmg, 20, fewer in sight", s.Lanes, s.LaneCount, s.VisibleLanes)
	}
	browser.Eval[bool](p, `document.querySelector('.tl-scroll').scrollTop = 9999; true`)
	p.Settle()
	if labels := browser.Eval[string](p, `document.querySelector('.tl-gutter').textContent`); !strings.Contains(labels, "G21") || strings.Contains(labels, "P 0") {
		t.Errorf("scrolled down the labels are %q, want G21 and no P 0", labels)
	}
	for _, by := range []string{"function", "state", "goroutine"} {
		if s := click("[data-colour=" + by + "]"); s.Colour != by {
			t.Errorf("colour by %q, want %q", s.Colour, by)
		}
	}
	click("[data-lanes=g]")
	if s := click("[data-lanes=m]"); s.Lanes != "p" || s.LaneCount != 4 {
		t.Errorf("with M and G off: lanes %q, %d of them; want p, 4", s.Lanes, s.LaneCount)
	}
}

func testSearch(t *testing.T, p *browser.Page) {
	p.Key("/")
	p.Do("typing", chromedp.KeyEvent("spin"))
	p.Settle()
	if s := timeline(p); found(s) != 2 {
		t.Errorf("searching %q found %d goroutines, want the 2 of spin", s.Search, found(s))
	}
	p.Do("leaving the field", chromedp.KeyEvent("\u001b"))
	p.Settle()
	if s := timeline(p); s.Found != nil || s.Search != "" {
		t.Errorf("after Esc the search is %q, want none", s.Search)
	}
	browser.Eval[bool](p, `schedviz.timeline.current.search('G12 14'); true`)
	if s := timeline(p); found(s) != 2 {
		t.Errorf("searching %q found %d goroutines, want 2", s.Search, found(s))
	}
	browser.Eval[bool](p, `schedviz.timeline.current.search(''); true`)
	p.Settle()
}

// found is how many goroutines a search found, -1 without a search.
func found(s state) int {
	if s.Found == nil {
		return -1
	}
	return *s.Found
}

// canvas returns the position on the page of a point of the timeline's canvas, given as
// shares of its width and height.
func canvas(p *browser.Page, x, y float64) (float64, float64) {
	box := browser.Eval[[]float64](p, `(() => { const b = document.querySelector('.tl-canvas').getBoundingClientRect(); return [b.left, b.top, b.width, b.height]; })()`)
	return box[0] + x*box[2], box[1] + y*box[3]
}

func testPointer(t *testing.T, p *browser.Page) {
	browser.Eval[bool](p, `scrollTo(0, 0); schedviz.timeline.current.reset(); true`)
	p.Settle()
	x, y := canvas(p, 0.5, 0.2)
	p.Do("hovering", chromedp.MouseEvent(chromedp.MouseMoved, x, y))
	p.Settle()
	tip := timeline(p).Tip
	for _, want := range []string{"main.", "running", "start", "duration", "P"} {
		if !strings.Contains(tip, want) {
			t.Errorf("the tooltip over P 0 is %q, want %q in it", tip, want)
		}
	}
	p.Do("clicking", chromedp.MouseClickXY(x, y))
	p.Settle()
	if s := timeline(p); s.Selected == nil || s.Selected.Lane != "P 0" {
		t.Errorf("after a click on P 0 the selection is %+v", s.Selected)
	}
	if panel := browser.Eval[string](p, `document.querySelector('.tl-panel').textContent`); !strings.Contains(panel, "topped at") {
		t.Errorf("the panel says %q, want the stack", panel)
	}
	p.Key("\u001b")
	x2, _ := canvas(p, 0.7, 0)
	p.Do("dragging", chromedp.DragAndDropXY(x, y, x2, y))
	p.Settle()
	s := timeline(p)
	if s.Range == nil || math.Abs((s.Range.To-s.Range.From)/s.Duration-0.2) > 0.02 {
		t.Fatalf("after a drag over a fifth the selected time is %+v of %v", s.Range, s.Duration)
	}
	p.Key("f")
	if got := timeline(p); math.Abs(got.From-s.Range.From) > 1 || math.Abs(got.To-s.Range.To) > 1 {
		t.Errorf("after F the view is %v to %v, want the selected %+v", got.From, got.To, s.Range)
	}
	x, y = canvas(p, 0.5, 0.3)
	before := timeline(p)
	p.Do("zooming", wheel(x, y, -120, chromedp.ModifierCtrl))
	p.Settle()
	if after := timeline(p); after.To-after.From >= before.To-before.From {
		t.Errorf("Ctrl+wheel went from %v to %v wide, want nearer", before.To-before.From, after.To-after.From)
	}
	p.Key("0")
}

func wheel(x, y, by float64, m chromedp.Modifier) chromedp.Action[chromedp.Void] {
	return chromedp.MouseEvent(chromedp.MouseWheel, x, y, chromedp.ButtonModifiers(m), func(e *input.DispatchMouseEventParams) { e.DeltaX, e.DeltaY = 0.01, by })
}

// Findings and claims link to their locations.
func testPlaces(t *testing.T, p *browser.Page) {
	browser.Eval[bool](p, `document.querySelector('button.finding').click(); true`)
	p.Settle()
	s := timeline(p)
	if s.To-s.From >= s.Duration/2 || !strings.Contains(s.Lanes, "g") {
		t.Errorf("after a click on the first finding: %v to %v of %v, lanes %q; want its place, with its goroutine's lane", s.From, s.To, s.Duration, s.Lanes)
	}
	browser.Eval[bool](p, `document.querySelector('#claim-list .link').click(); true`)
	p.Settle()
	if s := timeline(p); s.Search != "G10" || s.To-s.From > 2e6 {
		t.Errorf("after a click on the claim's link: %v to %v, search %q; want 1 ms around it and G10", s.From, s.To, s.Search)
	}
	p.Key("\u001b")
	p.Key("0")
}

func testTable(t *testing.T, p *browser.Page) {
	first := func() string {
		return browser.Eval[string](p, `document.querySelector('#g-table tbody tr:not(.space)').textContent`)
	}
	browser.Eval[bool](p, `document.getElementById('g-table').scrollIntoView({block: 'center', behavior: 'instant'}); true`)
	p.Settle()
	// Initially sorted by running time: a tight loop comes first.
	if got := first(); !strings.Contains(got, "main.spin") {
		t.Errorf("the table's first row is %q, want one of main.spin", got)
	}
	browser.Eval[bool](p, `document.querySelectorAll('#g-table th button')[0].click(); document.querySelectorAll('#g-table th button')[0].click(); true`)
	if got := first(); !strings.HasPrefix(got, "10") {
		t.Errorf("sorted by id the first row is %q, want goroutine 10", got)
	}
	browser.Eval[bool](p, `(() => { const f = document.getElementById('g-filter'); f.value = 'spin'; f.dispatchEvent(new Event('input')); return true; })()`)
	if got := browser.Eval[string](p, `document.getElementById('g-count').textContent`); !strings.HasPrefix(got, "2 of 12") {
		t.Errorf("filtered by spin: %q, want 2 of 12", got)
	}
	browser.Eval[bool](p, `document.querySelector('#g-table tbody tr:not(.space)').click(); true`)
	p.Settle()
	if s := timeline(p); found(s) != 1 || !strings.Contains(s.Lanes, "g") {
		t.Errorf("after a click on a row: found %d, lanes %q; want that goroutine's lane", found(s), s.Lanes)
	}
}

// hostile are names that a malicious trace may contain.
var hostile = []string{
	`</script><script>window.pwned=1</script>`,
	`"__f__window.pwned=1__f__`,
	`__f__(function(){window.pwned=1})()__f__`,
	`<img src=x onerror="window.pwned=1">`,
	`<!--<script>`, `-->`, `{{.}}`, `${window.pwned=1}`, "`", `\u003cscript\u003ewindow.pwned=1`,
	"\u2028window.pwned=1\u2029", "\x00\x1b\xff", `javascript:window.pwned=1`, `{a|<b>b</b>}`,
}

// Whatever a trace's names are, they never become HTML or JavaScript.
func TestHostileNames(t *testing.T) {
	o := sample.Pool
	o.Name = strings.Join(hostile, " ")
	page := pool(o)
	page.Warnings = []string{"warning" + o.Name}
	p := open(t, page, browser.Options{})
	pwned := func(when string) {
		t.Helper()
		if browser.Eval[bool](p, `window.pwned !== undefined`) {
			t.Fatalf("%s: a name was run as JavaScript", when)
		}
		// Every element on the page is one that its own code makes.
		if n := browser.Eval[int](p, `document.querySelectorAll('img, iframe, object, b b, [onerror]').length`); n != 0 {
			t.Fatalf("%s: a name became %d elements", when, n)
		}
	}
	pwned("opening")
	browser.Eval[bool](p, `document.querySelector('[data-lanes=m]').click(); document.querySelector('[data-lanes=g]').click(); true`)
	p.Settle()
	for _, at := range [][2]float64{{0.3, 0.12}, {0.5, 0.25}, {0.5, 0.4}, {0.02, 0.06}, {0.52, 0.04}, {0.5, 0.6}, {0.5, 0.9}} {
		x, y := canvas(p, at[0], at[1])
		p.Do("hovering", chromedp.MouseEvent(chromedp.MouseMoved, x, y), chromedp.MouseClickXY(x, y))
		p.Settle()
		pwned(fmt.Sprintf("pointing at %v", at))
	}
	if tip := browser.Eval[string](p, `(() => { const tl = schedviz.timeline.current; const lane = tl.model.lanes.p[0];
		return schedviz.details.tooltip(tl, {kind: 'span', lane, place: 0, row: lane.rows[0], t: 0, hidden: 1}).textContent; })()`); !strings.Contains(tip, `<img src=x onerror="window.pwned=1">`) {
		t.Errorf("the tooltip is %q, want the name in it as text", tip)
	}
	for _, name := range []string{"utilisation", "states", "sharing", "slices", "latency"} {
		browser.Eval[bool](p, `document.getElementById('chart-`+name+`').scrollIntoView({block: 'center', behavior: 'instant'}); true`)
		p.Settle()
		box := browser.Eval[[]float64](p, `(() => { const b = document.getElementById('chart-`+name+`').getBoundingClientRect(); return [b.left + b.width * 0.45, b.top + b.height * 0.6]; })()`)
		p.Do("hovering over "+name, chromedp.MouseEvent(chromedp.MouseMoved, box[0], box[1]), chromedp.MouseEvent(chromedp.MouseMoved, box[0]+3, box[1]+2))
		p.Settle()
		pwned("pointing at the chart " + name)
	}
	browser.Eval[bool](p, `document.querySelectorAll('details').forEach((d) => (d.open = true)); document.querySelectorAll('.finding, .link, .lane-label, #log-box tr, #region-box tr, #task-box tr').forEach((e) => e.click()); true`)
	p.Settle()
	pwned("clicking all there is")
	if got := browser.Eval[string](p, `document.getElementById('annotations').textContent`); !strings.Contains(got, hostile[0]) {
		t.Error("tasks, regions and logs do not show the names as they are")
	}
	quiet(t, p)
}

// Pages of traces with nothing to see look finished, and log no errors.
func TestEmptyPages(t *testing.T) {
	idle := sample.Options{Procs: 4, For: 50 * time.Millisecond}
	for _, test := range []struct {
		name string
		page report.Page
	}{
		{"no data", report.Page{Title: "nothing"}},
		{"zero length", func() report.Page {
			w, s := sample.Trace(sample.Options{Procs: 1})
			return report.Page{Title: "zero", Window: w, Summary: s}
		}()},
		{"no goroutine", func() report.Page {
			w, s := sample.Trace(idle)
			return report.Page{Title: "idle", Window: w, Summary: s}
		}()},
		{"no preemption", pool(sample.Options{Procs: 2, Workers: 1, Job: time.Microsecond, For: time.Millisecond, Seed: 3})},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := open(t, test.page, browser.Options{})
			p.Key("w")
			p.Key("d")
			p.Key(".")
			p.Key("0")
			quiet(t, p)
			if got := browser.Eval[bool](p, `document.getElementById('failure').hidden`); !got {
				t.Error("the page says it could not be drawn")
			}
		})
	}
}

// Merged spans look merged, and the page says so.
func TestMergedSpans(t *testing.T) {
	page := pool(sample.Pool)
	page.Window.Resolution = 100 * time.Microsecond
	for p := range page.Window.Procs {
		merge(page.Window, page.Window.Procs[p].Lane)
	}
	p := open(t, page, browser.Options{})
	notes := browser.Eval[string](p, `document.getElementById('notes').textContent`)
	if !strings.Contains(notes, "merged") || !strings.Contains(notes, "100 µs") {
		t.Errorf("the notes say %q, want that spans within 100 µs were merged", notes)
	}
	tip := browser.Eval[string](p, `(() => { const tl = schedviz.timeline.current, lane = tl.model.lanes.p[0];
		return schedviz.details.tooltip(tl, {kind: 'span', lane, place: 2, row: lane.rows[2], t: 0, hidden: 1}).textContent; })()`)
	if !strings.Contains(tip, "12 spans merged, busy 50%") {
		t.Errorf("the tooltip of a merged span says %q", tip)
	}
	quiet(t, p)
}

// merge turns every second span of a lane into a merged one that is on that lane only.
func merge(w *traceview.Window, l traceview.Lane) {
	for i := 0; i < len(l); i += 2 {
		s := w.Spans[l[i]]
		s.N, s.Busy = 12, s.Dur()/2
		l[i] = int32(len(w.Spans))
		w.Spans = append(w.Spans, s)
	}
}

// The view is kept in the page's address, and read from it.
func TestAddress(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	browser.Eval[bool](p, `const tl = schedviz.timeline.current; tl.switchLanes('m', true); tl.setColour('state'); tl.search('spin'); tl.setView(1e7, 5e7); true`)
	time.Sleep(600 * time.Millisecond)
	address := browser.Eval[string](p, `location.hash`)
	p.Do("opening it anew", chromedp.Reload(), chromedp.WaitReady(chromedp.CSS(`body[data-ready="yes"]`)))
	p.Settle()
	s := timeline(p)
	if s.From != 1e7 || s.To != 5e7 || s.Lanes != "pm" || s.Colour != "state" || s.Search != "spin" {
		t.Errorf("from %q: %v to %v, lanes %q, colour %q, search %q", address, s.From, s.To, s.Lanes, s.Colour, s.Search)
	}
}

// A page at its limit opens, stays under 8 MB, and zooms and pans without delay.
func TestLargePage(t *testing.T) {
	if testing.Short() {
		t.Skip("draws 300,000 spans")
	}
	page := pool(sample.Options{Procs: 8, Workers: 2000, Tight: 4, Job: 20 * time.Microsecond, For: 460 * time.Millisecond, Seed: 5})
	spans := 0
	for _, g := range page.Window.Goroutines {
		spans += len(g.Lane)
	}
	path := filepath.Join(t.TempDir(), "report.html")
	writePage(t, path, page)
	size := fileSize(t, path)
	if size > 8<<20 {
		t.Errorf("a page of %d spans takes %d bytes, want 8 MB at most", spans, size)
	}
	p := browser.Open(t, path, browser.Options{})
	p.Settle()
	var took []float64
	for _, lanes := range []string{"p", "m", "g"} {
		browser.Eval[bool](p, `schedviz.timeline.current.switchLanes('`+lanes+`', true); true`)
		for _, key := range []string{"0", "w", "w", "d", "w", "s"} {
			p.Key(key)
			took = append(took, timeline(p).LastRedrawMS)
		}
	}
	slices.Sort(took)
	s := timeline(p)
	t.Logf("%d spans in %d lanes, %.1f MB: redraws took %.0f ms in the median, %.0f ms at most", s.Spans, s.LaneCount, float64(size)/1e6, took[len(took)/2], took[len(took)-1])
	if s.Spans != spans {
		t.Errorf("the page has %d spans, want %d", s.Spans, spans)
	}
	// One element per span would take seconds; machines are noisy.
	if median := took[len(took)/2]; median > 1000 {
		t.Errorf("a redraw of %d spans takes %v ms", spans, median)
	}
	quiet(t, p)
}

func fileSize(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// On a narrow screen, only elements that scroll by themselves are wider than the screen.
func TestNarrow(t *testing.T) {
	for _, width := range []int64{1280, 390} {
		p := open(t, pool(sample.Pool), browser.Options{Width: width, Height: 844})
		if got, want := browser.Eval[int64](p, `document.documentElement.scrollWidth`), browser.Eval[int64](p, `document.documentElement.clientWidth`); got > want {
			t.Errorf("at %d px the page is %d px wide, want %d", width, got, want)
		}
		quiet(t, p)
	}
}
