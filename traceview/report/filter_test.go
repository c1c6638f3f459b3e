package report_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

// searched is what schedviz.state() says about the search.
type searched struct {
	Search         string
	Found, Matches *int
	Said           string
	Here           *float64
	From, To       float64
	Lanes          string
	Selected       *struct {
		G, Row int
		Lane   string
	}
}

func search(p *browser.Page) searched { return browser.Eval[searched](p, `schedviz.state()`) }

// countRows counts the span rows for which an expression is true.
func countRows(p *browser.Page, js string) int {
	return browser.Eval[int](p, `(() => { const tl = schedviz.timeline.current, m = tl.model, s = m.spans; let n = 0;
		for (let row = 0; row < s.start.length; row++) if (!(s.core?.[row] >= 0) && (`+js+`)) n++; return n; })()`)
}

// Everything that does not match a search is greyed out: spans too, not only goroutines.
func TestSearchGreys(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	for _, test := range []struct{ text, rows string }{
		{"state:waiting", `s.state[row] === 3`},
		{`reason:"chan receive" >2ms`, `s.state[row] === 3 && s.dur[row] > 2e6`},
		{"chan receive", `s.state[row] === 3`},
		{"worker chan >2ms", `s.state[row] === 3 && s.dur[row] > 2e6 && m.strings[m.gs.func[s.g[row]]].includes('worker')`},
		{"spin preempt:async", `s.preempt[row] === 1 && m.strings[m.gs.func[s.g[row]]].includes('spin')`},
		{"G12 -state:waiting", `m.gs.id[s.g[row]] === 12 && s.state[row] !== 3`},
	} {
		do(p, `tl.search(`+strconv.Quote(test.text)+`)`)
		s := search(p)
		want := countRows(p, test.rows)
		if s.Matches == nil || *s.Matches != want || want == 0 {
			t.Errorf("searching %q finds %v spans, want %d", test.text, deref(s.Matches), want)
		}
		if !strings.Contains(s.Said, "span") {
			t.Errorf("searching %q says %q, want how many spans", test.text, s.Said)
		}
	}
	do(p, `tl.search('state:syscall')`)
	if n := goroutineColours(p); n != 0 {
		t.Errorf("with nothing to find the lanes show %d of the goroutines' colours, want only greys", n)
	}
	do(p, `tl.search('state:sleepy')`)
	if s := search(p); !strings.Contains(s.Said, "not a state") || s.Found != nil {
		t.Errorf("a word that means nothing says %q and greys %v, want why, and nothing greyed", s.Said, deref(s.Found))
	}
	quiet(t, p)
}

// goroutineColours counts the colours of goroutines on the timeline's canvas.
func goroutineColours(p *browser.Page) int {
	return browser.Eval[int](p, `(() => {
		const c = document.querySelector('.tl-canvas canvas'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
		const palette = new Set(Array.from({length: 12}, (_, i) => parseInt(schedviz.theme.byIndex(i).slice(1), 16))), seen = new Map();
		for (let i = 0; i < d.length; i += 4) { const k = d[i] << 16 | d[i+1] << 8 | d[i+2]; if (palette.has(k)) seen.set(k, (seen.get(k) || 0) + 1); }
		return [...seen.values()].filter((n) => n > 100).length;
	})()`)
}

// Enter and N go through the matches in order of time, and wrap around.
func TestSearchSteps(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	p.Key("/")
	p.Do("typing", chromedp.KeyEvent("state:waiting >3ms"))
	p.Settle()
	matches := *search(p).Matches
	if matches < 3 {
		t.Fatalf("only %d spans match, too few to step through", matches)
	}
	start := func() float64 {
		return browser.Eval[float64](p, `(() => { const tl = schedviz.timeline.current; return tl.selected ? tl.model.spans.start[tl.selected.row] : -1; })()`)
	}
	p.Key("\r")
	first := start()
	s := search(p)
	if s.Selected == nil || s.Said == "" || !strings.HasPrefix(s.Said, "1 of ") || !strings.Contains(s.Lanes, "g") {
		t.Fatalf("after Enter: selected %+v, says %q, lanes %q; want the first match, on its goroutine's lane", s.Selected, s.Said, s.Lanes)
	}
	p.Key("\r")
	if second := start(); second < first {
		t.Errorf("after another Enter the selected span begins at %v, before %v", second, first)
	}
	do(p, `tl.nodes.find.blur()`)
	p.Key("n")
	if s := search(p); !strings.HasPrefix(s.Said, "3 of ") {
		t.Errorf("after N it says %q, want the third", s.Said)
	}
	p.Key("N")
	p.Key("N")
	if got := start(); got != first {
		t.Errorf("after N twice with Shift the selected span begins at %v, want the first again, %v", got, first)
	}
	p.Key("N")
	if s := search(p); !strings.HasPrefix(s.Said, strconv.Itoa(matches)+" of ") {
		t.Errorf("one back from the first it says %q, want the last of %d", s.Said, matches)
	}
	visible := browser.Eval[bool](p, `(() => { const tl = schedviz.timeline.current, i = schedviz.layout.itemOf(tl, tl.selected.lane), y = schedviz.layout.yOf(tl, i), s = tl.model.spans, r = tl.selected.row;
		return y >= tl.layout.top - 1 && y + i.height <= tl.layout.top + tl.layout.viewport + 1 && s.end[r] >= tl.view.from && s.start[r] <= tl.view.to; })()`)
	if !visible {
		t.Error("the match is not in sight")
	}
	quiet(t, p)
}

// @time goes to a time, and marks it.
func TestSearchTime(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	p.Key("/")
	p.Do("typing", chromedp.KeyEvent("@120ms\r"))
	p.Settle()
	s := search(p)
	if s.Here == nil || *s.Here != 120e6 || s.From > 120e6 || s.To < 120e6 || s.To-s.From > 100e6 {
		t.Errorf("after @120ms the view is %v to %v, the mark at %v", s.From, s.To, s.Here)
	}
	if s.Found != nil {
		t.Errorf("%d goroutines are found, want nothing greyed", *s.Found)
	}
	quiet(t, p)
}

func deref(n *int) any {
	if n == nil {
		return "none"
	}
	return *n
}
