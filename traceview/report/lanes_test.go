package report_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

// arranged is what schedviz.state() says about the arrangement of lanes.
type arranged struct {
	Lanes     string
	LaneCount int
	Groups    []struct {
		Title  string
		Lanes  int
		Folded bool
	}
	Group, Order string
	Pins, Hidden []string
	Selected     *struct{ Lane string }
	ScrollTop    float64
}

func arrangement(p *browser.Page) arranged { return browser.Eval[arranged](p, `schedviz.state()`) }

// do runs a statement on the page's timeline, tl, and waits until it is drawn.
func do(p *browser.Page, js string) {
	browser.Eval[bool](p, `(() => { const tl = schedviz.timeline.current; `+js+`; return true; })()`)
	p.Settle()
}

// labels are the names of the visible lanes and groups, from top to bottom.
func labels(p *browser.Page) []string {
	return browser.Eval[[]string](p, `[...document.querySelectorAll('.tl-gutter .lane-label')]
		.sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
		.map((l) => l.querySelector('b, .group-name').textContent)`)
}

func TestArrangement(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{Width: 1400, Height: 1600})
	t.Run("groups", func(t *testing.T) { testGroups(t, p) })
	t.Run("order", func(t *testing.T) { testOrder(t, p) })
	t.Run("folding", func(t *testing.T) { testFolding(t, p) })
	t.Run("pins", func(t *testing.T) { testPins(t, p) })
	t.Run("hiding", func(t *testing.T) { testHiding(t, p) })
	t.Run("menu", func(t *testing.T) { testMenu(t, p) })
	quiet(t, p)
}

func testGroups(t *testing.T, p *browser.Page) {
	do(p, `tl.switchLanes('p', false); tl.switchLanes('g', true)`)
	for _, test := range []struct {
		js   string
		want []string
	}{
		{`tl.groupBy('function')`, []string{"main.worker 10", "main.spin 2"}},
		{`tl.groupBy('parent')`, []string{"from G1 12"}},
		{`tl.groupBy('none')`, []string{"12 goroutines 12"}},
	} {
		do(p, test.js)
		var got []string
		for _, g := range arrangement(p).Groups {
			got = append(got, g.Title+" "+strconv.Itoa(g.Lanes))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("after %s the groups are %q, want %q", test.js, got, test.want)
		}
	}
	// At the very beginning of the trace nothing runs yet; later, up to four goroutines do.
	do(p, `tl.groupBy('state', 10)`)
	if g := arrangement(p).Groups; len(g) < 2 || g[0].Title != "runnable" {
		t.Errorf("grouped by the state at 10 ns: %+v, want the first runnable, others not begun", g)
	}
	x, y := canvas(p, 0.5, 0.3)
	do(p, `tl.groupBy('none')`)
	p.Do("pointing", chromedp.MouseEvent(chromedp.MouseMoved, x, y))
	p.Key("g")
	running := 0
	for _, g := range arrangement(p).Groups {
		if g.Title == "running" {
			running = g.Lanes
		}
	}
	want := browser.Eval[int](p, `(() => { const tl = schedviz.timeline.current; return schedviz.steps.levelAt(tl.counts.running, tl.timeHere()); })()`)
	if running != want || want == 0 {
		t.Errorf("grouped by the state at the pointer %d goroutines are running, the counter says %d", running, want)
	}
	p.Key("g")
	if got := arrangement(p).Group; got != "none" {
		t.Errorf("after another G goroutines are grouped by %q, want none", got)
	}
}

func testOrder(t *testing.T, p *browser.Page) {
	do(p, `tl.orderBy('running')`)
	if got := labels(p); len(got) < 3 || !slices.Contains([]string{"G20", "G21"}, got[1]) || !slices.Contains([]string{"G20", "G21"}, got[2]) {
		t.Errorf("ordered by running time the lanes are %q, want the tight loops G20 and G21 first", got)
	}
	for _, order := range []string{"first", "latency", "waiting"} {
		do(p, `tl.orderBy('`+order+`')`)
		sorted := browser.Eval[bool](p, `(() => { const tl = schedviz.timeline.current, of = (l) => schedviz.groups.statsOf(tl.model, l)['`+order+`'];
			const v = tl.layout.lanes.filter((i) => i.lane.kind === 'g').map((i) => of(i.lane));
			return v.every((x, i) => i === 0 || ('`+order+`' === 'first' ? v[i - 1] <= x : v[i - 1] >= x)); })()`)
		if !sorted {
			t.Errorf("ordered by %s the lanes are not: %q", order, labels(p))
		}
	}
	do(p, `tl.orderBy('id')`)
	if got := labels(p); !slices.IsSorted(got[1:]) {
		t.Errorf("ordered by id the lanes are %q", got)
	}
}

func testFolding(t *testing.T, p *browser.Page) {
	do(p, `tl.groupBy('function')`)
	all := arrangement(p).LaneCount
	p.Do("clicking a group's name", chromedp.Click(chromedp.CSS(`.group-label .lane-name`)))
	p.Settle()
	s := arrangement(p)
	if !s.Groups[0].Folded || s.LaneCount != all-s.Groups[0].Lanes {
		t.Errorf("after a click the groups are %+v with %d lanes of %d, want the first folded", s.Groups, s.LaneCount, all)
	}
	tip := browser.Eval[string](p, `(() => { const tl = schedviz.timeline.current; return schedviz.details.tooltip(tl, schedviz.hit.at(tl, 600, tl.layout.top + 20)).textContent; })()`)
	if !strings.Contains(tip, "main.worker") || !strings.Contains(tip, "running") || !strings.Contains(tip, "of 10") {
		t.Errorf("the tooltip of the folded group says %q, want how many of its 10 ran", tip)
	}
	p.Key("z")
	if s := arrangement(p); !s.Groups[0].Folded || !s.Groups[1].Folded {
		t.Errorf("after Z the groups are %+v, want all folded", s.Groups)
	}
	p.Key("z")
	if s := arrangement(p); s.Groups[0].Folded || s.Groups[1].Folded || s.LaneCount != all {
		t.Errorf("after another Z the groups are %+v with %d lanes, want all open", s.Groups, s.LaneCount)
	}
	do(p, `tl.groupBy('none')`)
}

func testPins(t *testing.T, p *browser.Page) {
	do(p, `tl.selectLane(tl.laneByID('g20'))`)
	p.Key("p")
	do(p, `tl.pin(tl.laneByID('p1'))`)
	s := arrangement(p)
	if !slices.Equal(s.Pins, []string{"g20", "p1"}) {
		t.Errorf("pinned are %q, want G20 and P 1, although lanes of Ps are off", s.Pins)
	}
	if got := labels(p); len(got) < 2 || got[0] != "G20" || got[1] != "P 1" || slices.Index(got[2:], "G20") >= 0 {
		t.Errorf("the lanes are %q, want G20 and P 1 on top and G20 nowhere else", got)
	}
	hit := browser.Eval[string](p, `(() => { const tl = schedviz.timeline.current, i = tl.layout.pinned[1];
		return schedviz.model.laneName(tl.model, schedviz.hit.at(tl, 500, schedviz.layout.yOf(tl, i) + i.height / 2).lane); })()`)
	if hit != "P 1" {
		t.Errorf("over the second pinned lane the pointer finds %q, want P 1", hit)
	}
	do(p, `tl.switchLanes('m', true); tl.switchLanes('p', true); tl.switchLanes('c', true); tl.nodes.scroll.scrollTop = 9999`)
	if got := labels(p); len(got) == 0 || got[0] != "G20" {
		t.Errorf("scrolled down the lanes are %q, want the pinned ones still on top", got)
	}
	do(p, `tl.nodes.scroll.scrollTop = 0; tl.pin(tl.laneByID('g20')); tl.pin(tl.laneByID('p1')); tl.switchLanes('m', false); tl.switchLanes('p', false); tl.clear()`)
	if s := arrangement(p); len(s.Pins) != 0 {
		t.Errorf("after unpinning %q are pinned", s.Pins)
	}
}

func testHiding(t *testing.T, p *browser.Page) {
	do(p, `tl.selectLane(tl.laneByID('g12'))`)
	p.Key("h")
	s := arrangement(p)
	if !slices.Equal(s.Hidden, []string{"g12"}) || slices.Contains(labels(p), "G12") {
		t.Errorf("after H hidden are %q and shown %q, want G12 hidden", s.Hidden, labels(p))
	}
	button := browser.Eval[string](p, `document.querySelector('.tl-hidden').textContent`)
	if button != "show 1 hidden" {
		t.Errorf("the toolbar says %q, want that one lane is hidden", button)
	}
	// A link to a hidden goroutine shows it nevertheless.
	do(p, `tl.show({gs: [12]})`)
	if got := labels(p); !slices.Contains(got, "G12") {
		t.Errorf("after a link to G12 the lanes are %q, want it shown though it was hidden", got)
	}
	do(p, `tl.search(''); tl.hide(tl.laneByID('g12'))`)
	do(p, `document.querySelector('.tl-hidden').click()`)
	if s := arrangement(p); len(s.Hidden) != 0 || !slices.Contains(labels(p), "G12") {
		t.Errorf("after a click on it hidden are %q", s.Hidden)
	}
	do(p, `tl.clear()`)
}

// Only goroutines that did something in view are shown, also after the view has changed.
func TestActiveOnly(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	do(p, `tl.switchLanes('p', false); tl.switchLanes('g', true)`)
	all := arrangement(p).LaneCount
	active := func() int {
		return browser.Eval[int](p, `(() => { const tl = schedviz.timeline.current, s = tl.model.spans, {from, to} = tl.view;
			return tl.model.lanes.g.filter((l) => l.rows.some((r) => s.end[r] > from && s.start[r] < to && s.state[r] !== 3)).length; })()`)
	}
	do(p, `tl.setView(1e8, 1.002e8)`)
	p.Key("v")
	if got, want := arrangement(p).LaneCount, active(); got != want || want >= all {
		t.Errorf("after V there are %d lanes, want the %d that are active, of %d", got, want, all)
	}
	do(p, `tl.setView(2e8, 2.3e8)`)
	settled(p)
	if got, want := arrangement(p).LaneCount, active(); got != want {
		t.Errorf("elsewhere there are %d lanes, want the %d that are active there", got, want)
	}
	p.Key("v")
	if got := arrangement(p).LaneCount; got != all {
		t.Errorf("after another V there are %d lanes, want all %d", got, all)
	}
	quiet(t, p)
}

// The menu of a lane works with the keyboard alone.
func testMenu(t *testing.T, p *browser.Page) {
	do(p, `[...document.querySelectorAll('.lane-label')].find((l) => l.textContent.startsWith('G13')).querySelector('.lane-more').focus()`)
	p.Key("\r")
	if got := browser.Eval[string](p, `document.activeElement.textContent`); !strings.HasPrefix(got, "Pin to the top") {
		t.Fatalf("after Enter the focus is on %q, want the menu's first item", got)
	}
	do(p, `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown', bubbles: true}))`)
	if got := browser.Eval[string](p, `document.activeElement.textContent`); !strings.HasPrefix(got, "Hide") {
		t.Errorf("after Down the focus is on %q, want the next item", got)
	}
	p.Key("\r")
	if s := arrangement(p); !slices.Equal(s.Hidden, []string{"g13"}) {
		t.Errorf("after Enter on Hide hidden are %q, want G13", s.Hidden)
	}
	do(p, `[...document.querySelectorAll('.lane-label')].find((l) => l.textContent.startsWith('G14')).querySelector('.lane-more').click()`)
	p.Key("\u001b")
	if open := browser.Eval[bool](p, `!document.querySelector('.tl-menu').hidden`); open {
		t.Error("Esc does not close the menu")
	}
	if got := browser.Eval[string](p, `document.querySelector('.tl-menu').textContent`); got != "" {
		t.Errorf("the closed menu says %q", got)
	}
	do(p, `tl.showHidden()`)
}
