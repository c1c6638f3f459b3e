package report_test

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

func toJSON(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// settled waits until the page has recorded its view.
func settled(p *browser.Page) string {
	p.Settle()
	time.Sleep(700 * time.Millisecond)
	return browser.Eval[string](p, `location.hash`)
}

// goTo sets the fragment of the page's URL, as following a link would.
func goTo(p *browser.Page, hash string) {
	browser.Eval[bool](p, `location.hash = `+toJSON(hash)+`; true`)
	p.Settle()
}

// The address holds the timeline's whole view: a newly opened page shows it again, and so
// does a page whose address is replaced.
func TestAddressKeepsAll(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	do(p, `tl.switchLanes('g', true); tl.setColour('state'); tl.groupBy('function'); tl.orderBy('running');
		tl.fold(tl.layout.groups.at(-1).key, true); tl.pin(tl.laneByID('g20')); tl.pin(tl.laneByID('p1')); tl.hide(tl.laneByID('g13'));
		tl.search('worker >100us'); tl.setView(1e7, 5e7); tl.selectLane(tl.laneByID('p1'))`)
	address := settled(p)
	want := browser.Eval[map[string]any](p, `schedviz.state()`)
	p.Do("opening it anew", chromedp.Reload(), chromedp.WaitReady(chromedp.CSS(`body[data-ready="yes"]`)))
	p.Settle()
	same(t, address, browser.Eval[map[string]any](p, `schedviz.state()`), want)
	goTo(p, "#")
	if s := arrangement(p); s.Lanes != "p" || len(s.Pins) != 0 || len(s.Hidden) != 0 || s.Group != "none" || s.Selected != nil {
		t.Errorf("with an empty address: %+v, want what a page just opened shows", s)
	}
	goTo(p, address)
	same(t, "a link to "+address, browser.Eval[map[string]any](p, `schedviz.state()`), want)
	if errs := p.Errors(); len(errs) > 0 {
		t.Errorf("the page complained: %q", errs)
	}
}

func same(t *testing.T, from string, got, want map[string]any) {
	t.Helper()
	for _, key := range []string{"from", "to", "lanes", "colour", "group", "order", "pins", "hidden", "groups", "search", "found", "matches", "selected", "laneCount"} {
		if g, w := toJSON(got[key]), toJSON(want[key]); g != w {
			t.Errorf("from %s: %s is %s, want %s", from, key, g, w)
		}
	}
}

// U goes back step by step, Shift+U forward again.
func TestUndo(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	settled(p)
	steps := []string{`tl.setView(1e8, 2e8)`, `tl.switchLanes('g', true)`, `tl.search('spin')`, `tl.hide(tl.laneByID('p0'))`}
	states := []string{settled(p)}
	for _, js := range steps {
		do(p, js)
		states = append(states, settled(p))
	}
	if n := len(slices.Compact(slices.Clone(states))); n != len(steps)+1 {
		t.Fatalf("the steps give %d addresses, want %d: %q", n, len(steps)+1, states)
	}
	for i := len(steps) - 1; i >= 0; i-- {
		p.Key([]string{"u", "\b"}[i%2])
		if got := settled(p); got != states[i] {
			t.Errorf("back before %s the address is %q, want %q", steps[i], got, states[i])
		}
	}
	if s := arrangement(p); s.Lanes != "p" || len(s.Hidden) != 0 {
		t.Errorf("all undone: %+v", s)
	}
	p.Key("u") // there is nothing before
	for i := range steps {
		p.Key("U")
		if got := settled(p); got != states[i+1] {
			t.Errorf("forward after %s the address is %q, want %q", steps[i], got, states[i+1])
		}
	}
	do(p, `document.querySelector('.tl-undo').click()`)
	do(p, `tl.setColour('state')`)
	settled(p)
	if off := browser.Eval[bool](p, `document.querySelector('.tl-redo').disabled`); !off {
		t.Error("after a new step there is still something to redo")
	}
	quiet(t, p)
}

// An address may come from anyone: invalid parts are ignored, and nothing in it becomes
// more than text.
func TestHostileAddress(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	many := url.Values{}
	for range 5000 {
		many.Add("hide", "g"+strings.Repeat("9", 30))
		many.Add("pin", "g12")
		many.Add("fold", "g/main.worker")
	}
	for _, hash := range []string{
		"#from=NaN&to=Infinity&lanes=xyz&colour=constructor&group=__proto__&order=toString&at=-5",
		"#from=1e308&to=-1&pin=g999&pin=__proto__&hide=constructor&sel=g12@99999999999999999999",
		"#sel=p0@0&sel=5-3&arrows=all&arrows=constructor", "#sel=<img src=x onerror=window.pwned=1>@1", "#%E0%A4%A=%&&&==&find=%00",
		"#find=" + url.QueryEscape(strings.Join(hostile, " ")), "#find=" + strings.Repeat("a", 100_000), "#" + many.Encode(),
		"#lanes=g&group=function&fold=" + url.QueryEscape(hostile[0]) + "&hide=" + url.QueryEscape(hostile[3]),
	} {
		goTo(p, hash)
		p.Key("w")
		if browser.Eval[bool](p, `window.pwned !== undefined || document.querySelectorAll('img, iframe, [onerror]').length > 0`) {
			t.Fatalf("%.80s: became more than text", hash)
		}
		s := timeline(p)
		if !(s.From >= 0 && s.To > s.From && s.To <= s.Duration) {
			t.Errorf("%.80s: the view is %v to %v of %v", hash, s.From, s.To, s.Duration)
		}
	}
	goTo(p, "#")
	if s := timeline(p); s.Lanes != "p" || s.LaneCount != 4 {
		t.Errorf("after all that an empty address shows %q, %d lanes", s.Lanes, s.LaneCount)
	}
	quiet(t, p)
}
