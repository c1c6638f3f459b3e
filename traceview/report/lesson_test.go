package report_test

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

// lesson is the page of a workload. Its timeline opens on the goroutines of spin.
func lesson(name string) report.Page {
	o := sample.Pool
	o.Name = name
	p := pool(o)
	at := p.Window.From + traceview.Time(100*time.Millisecond)
	p.Lesson = &report.Lesson{
		What:    "Ten workers wait for jobs, and two loops never wait. There are four Ps." + name,
		Printed: "200 of 200 jobs" + name + "\nchecksum 17",
		Look: []report.Look{
			{Text: "The workers wait for \"chan receive\"." + name, View: report.View{Lanes: "g", Find: "worker" + name, Group: "function", Order: "first"}},
			{Text: "A loop beside the Ps.", View: report.View{Lanes: "pc", Pin: []traceview.GoID{20, 999}, Colour: "state"}},
			{
				Text: "The second tenth of a second, without G10.",
				View: report.View{Lanes: "pg", Hide: []traceview.GoID{10}, From: at, To: at + traceview.Time(100*time.Millisecond)},
			},
			{Text: "Everything.", View: report.View{}},
		},
		Next: []report.Next{
			{Command: "schedviz run workerpool --workers 2" + name, Effect: "Two workers, and a longer queue." + name},
			{Command: "schedviz run workerpool --workers 3", Effect: "Three."},
			{Command: "schedviz run workerpool --workers 4", Effect: "Four."},
			{Command: "schedviz run workerpool --workers 5", Effect: "Five."},
		},
		View: report.View{Lanes: "pg", Find: "spin", Colour: "function", Pin: []traceview.GoID{21}},
	}
	return p
}

// view is the part of the timeline's state that a lesson's views set.
func view(p *browser.Page) map[string]any {
	s := browser.Eval[map[string]any](p, `schedviz.state()`)
	out := map[string]any{}
	for _, key := range []string{"lanes", "colour", "group", "order", "search", "pins", "hidden", "from", "to"} {
		out[key] = s[key]
	}
	return out
}

func wantView(t *testing.T, when string, p *browser.Page, want map[string]any) {
	t.Helper()
	got := view(p)
	for key, w := range want {
		if g, w := toJSON(got[key]), toJSON(w); g != w {
			t.Errorf("%s: %s is %s, want %s", when, key, g, w)
		}
	}
}

// opening is the view in which the page of lesson opens.
var opening = map[string]any{"lanes": "pg", "colour": "function", "search": "spin", "pins": []string{"g21"}, "from": 0, "to": 340e6}

func pressLook(t *testing.T, p *browser.Page, text string) {
	t.Helper()
	if !browser.Eval[bool](p, `(() => { const a = [...document.querySelectorAll('#lesson ol a')].find((a) => a.textContent.includes(`+toJSON(text)+`));
		a?.click(); return !!a; })()`) {
		t.Fatalf("no link says %q", text)
	}
	settled(p)
}

func TestLessonOpensItsView(t *testing.T) {
	p := open(t, lesson(""), browser.Options{Width: 1400, Height: 1000})
	wantView(t, "opened", p, opening)
	if hash := settled(p); hash != "" {
		t.Errorf("the address of the opening view is %q, want none", hash)
	}
	box := browser.Eval[[]float64](p, `(() => { const b = document.querySelector('.tl-scroll').getBoundingClientRect(); return [b.top, b.bottom]; })()`)
	if box[1] > 1000 || box[1]-box[0] < 350 {
		t.Errorf("the lanes are from %v to %v, want them on the first screen", box[0], box[1])
	}
	for _, want := range []string{
		"There are four Ps.", "200 of 200 jobs\nchecksum 17", "schedviz run workerpool --workers 2", "a longer queue", "✓ 1 holds",
	} {
		if text := browser.Eval[string](p, `document.getElementById('lesson').innerText`); !strings.Contains(text, want) {
			t.Errorf("the lesson says %q, want %q in it", text, want)
		}
	}
	quiet(t, p)
}

func TestLessonLinks(t *testing.T) {
	p := open(t, lesson(""), browser.Options{})
	pressLook(t, p, "chan receive")
	workers := map[string]any{"lanes": "g", "search": "worker", "group": "function", "order": "first", "pins": []string{}, "from": 0, "to": 340e6}
	wantView(t, "the workers", p, workers)
	if now := browser.Eval[string](p, `document.querySelector('#lesson [aria-current]').textContent`); !strings.Contains(now, "chan receive") {
		t.Errorf("the link marked as shown is %q", now)
	}
	pressLook(t, p, "beside the Ps")
	wantView(t, "a loop", p, map[string]any{"lanes": "p", "search": "", "colour": "state", "pins": []string{"g20"}})
	pressLook(t, p, "second tenth")
	wantView(t, "a stretch", p, map[string]any{"lanes": "pg", "hidden": []string{"g10"}, "from": 85e6, "to": 215e6})
	pressLook(t, p, "Everything")
	wantView(t, "everything", p, map[string]any{"lanes": "p", "hidden": []string{}, "search": "", "from": 0, "to": 340e6})
	for range 3 {
		browser.Eval[bool](p, `history.back(); true`)
		settled(p)
	}
	wantView(t, "Back, three times", p, workers)
	browser.Eval[bool](p, `history.back(); true`)
	settled(p)
	wantView(t, "Back to the opening", p, opening)
	quiet(t, p)
}

// A reader's own address wins over the opening view, also that of a plain view, and reset goes back.
func TestLessonReset(t *testing.T) {
	p := open(t, lesson(""), browser.Options{})
	reload := func() {
		p.Do("opening it anew", chromedp.Reload(), chromedp.WaitReady(chromedp.CSS(`body[data-ready="yes"]`)))
		p.Settle()
	}
	pressLook(t, p, "Everything")
	reload()
	wantView(t, "the plain view, opened anew", p, map[string]any{"lanes": "p", "search": "", "pins": []string{}})
	do(p, `tl.switchLanes('m', true); tl.setView(1e7, 2e7)`)
	settled(p)
	reload()
	own := map[string]any{"lanes": "pm", "from": 1e7, "to": 2e7}
	wantView(t, "the reader's own view, opened anew", p, own)
	browser.Eval[bool](p, `document.querySelector('.tl-opening').click(); true`)
	if hash := settled(p); hash != "" {
		t.Errorf("after reset the address is %q", hash)
	}
	wantView(t, "reset", p, opening)
	p.Key("u")
	wantView(t, "reset undone", p, own)
	p.Key("r")
	wantView(t, "R", p, opening)
	if errs := p.Errors(); len(errs) > 0 {
		t.Errorf("the page logged errors: %q", errs)
	}
}

// The page of a trace that is not a workload's has no lesson, and all its findings.
func TestNoLesson(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	if browser.Eval[bool](p, `document.getElementById('lesson').checkVisibility() || document.querySelector('.tl-opening').checkVisibility() ||
		!!document.querySelector('#findings .more') || document.getElementById('lesson').textContent !== ''`) {
		t.Error("a page without a lesson shows a part of one")
	}
	if n := browser.Eval[int](p, `document.querySelectorAll('#findings .finding').length`); n < 4 {
		t.Errorf("it shows %d findings, want all", n)
	}
	wantView(t, "opened", p, map[string]any{"lanes": "p", "search": ""})
}

func TestLessonBesideFindings(t *testing.T) {
	p := open(t, lesson(""), browser.Options{})
	count := func() int { return browser.Eval[int](p, `document.querySelectorAll('#findings .finding').length`) }
	if n := count(); n != 3 {
		t.Errorf("beside a lesson there are %d findings at first, want 3", n)
	}
	browser.Eval[bool](p, `document.querySelector('#findings .more').click(); true`)
	if n := count(); n < 4 || browser.Eval[bool](p, `!!document.querySelector('#findings .more')`) {
		t.Errorf("asked for more, there are %d findings", n)
	}
}

// Of many commands to try the page shows the first few, until asked for more.
func TestLessonOfManyCommands(t *testing.T) {
	p := open(t, lesson(""), browser.Options{})
	count := func() int { return browser.Eval[int](p, `document.querySelectorAll('#lesson code').length`) }
	if n := count(); n != 3 {
		t.Errorf("at first there are %d commands, want 3", n)
	}
	browser.Eval[bool](p, `document.querySelector('#lesson .more').click(); true`)
	if n := count(); n != 4 || !strings.Contains(browser.Eval[string](p, `document.querySelector('#lesson ul').innerText`), "Five.") {
		t.Errorf("asked for more, there are %d commands, want 4", n)
	}
}

func TestLessonByKeyboard(t *testing.T) {
	p := open(t, lesson(""), browser.Options{})
	for i := 0; !strings.HasPrefix(focused(p).Text, "The workers wait"); i++ {
		if i == 20 {
			t.Fatal("20 Tabs do not reach the first link of the lesson")
		}
		p.Do("pressing Tab", chromedp.KeyEvent(kb.Tab))
	}
	if f := focused(p); f.Tag != "A" || !f.Seen {
		t.Errorf("the focus is on %+v, want a link with a visible focus ring", f)
	}
	p.Key(kb.Enter)
	settled(p)
	wantView(t, "Enter on the link", p, map[string]any{"lanes": "g", "search": "worker"})
	if got := said(p); !strings.Contains(got, "The workers wait") {
		t.Errorf("a screen reader hears %q, want what is shown now", got)
	}
}

// The command to try next is copied as shown.
func TestLessonCopies(t *testing.T) {
	p := open(t, lesson(""), browser.Options{})
	got := browser.Eval[string](p, `new Promise((done) => {
		navigator.clipboard.writeText = async (text) => done(text);
		document.querySelector('#lesson .copy').click();
	})`)
	if want := "schedviz run workerpool --workers 2"; got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
}

// On a phone, in the dark and on paper nothing of the lesson is cut off.
func TestLessonElsewhere(t *testing.T) {
	for _, o := range []browser.Options{{Width: 390, Height: 844}, {Dark: true}} {
		p := open(t, lesson(""), o)
		if wide := browser.Eval[float64](p, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
			t.Errorf("%+v: the page is %v px too wide", o, wide)
		}
		pressLook(t, p, "chan receive")
		if !browser.Eval[bool](p, `(() => { const b = document.querySelector('.tl-canvas').getBoundingClientRect();
			return b.top < innerHeight && b.bottom > 0; })()`) {
			t.Errorf("%+v: after a link the lanes are out of sight", o)
		}
		if n := printed(t, p); n < 1 {
			t.Errorf("%+v: it prints on %d sheets", o, n)
		}
		quiet(t, p)
	}
}

// Whatever a program prints, and whatever a workload of somebody else's says, is text.
func TestHostileLesson(t *testing.T) {
	p := open(t, lesson(strings.Join(hostile, " ")), browser.Options{})
	pressLook(t, p, "chan receive")
	pressLook(t, p, "beside the Ps")
	browser.Eval[bool](p, `document.querySelector('#lesson .copy').click(); true`)
	p.Settle()
	if browser.Eval[bool](p, `window.pwned !== undefined || document.querySelectorAll('img, iframe, object, b b, [onerror]').length > 0`) {
		t.Fatal("a text of the lesson became more than text")
	}
	if text := browser.Eval[string](p, `document.querySelector('.printed').textContent`); !strings.Contains(text, `<img src=x onerror="window.pwned=1">`) {
		t.Errorf("the output is shown as %q, want it as printed", text)
	}
	for _, a := range browser.Eval[[]string](p, `[...document.querySelectorAll('#lesson a')].map((a) => a.getAttribute('href'))`) {
		if !strings.HasPrefix(a, "#") {
			t.Errorf("a link leads to %q, out of the page", a)
		}
	}
	quiet(t, p)
}

// A served page has its lesson and opens with its view, too.
func TestServedLesson(t *testing.T) {
	address := serveDrawn(t, openTrace(t, "gc"), 1000, func(s *traceview.Summary, w *traceview.Window) report.Page {
		return report.Page{Title: "served", Summary: s, Window: w, Lesson: &report.Lesson{What: "It runs.", View: report.View{Lanes: "g"}}}
	})
	p := browser.OpenURL(t, address, browser.Options{})
	p.Settle()
	wantView(t, "served", p, map[string]any{"lanes": "g"})
	if text := browser.Eval[string](p, `document.getElementById('lesson').innerText`); !strings.Contains(text, "It runs.") {
		t.Errorf("the lesson says %q", text)
	}
}

// A long name on a G lane loses its beginning, not its end.
func TestLaneNamesKeepTheirEnd(t *testing.T) {
	page := pool(sample.Pool)
	for i := range page.Window.Goroutines {
		page.Window.Goroutines[i].Func = "example.com/workloads.(*aProgramWithALongName).other"
	}
	p := open(t, page, browser.Options{})
	do(p, `tl.switchLanes('g', true)`)
	seen := browser.Eval[bool](p, `(() => {
		const label = [...document.querySelectorAll('.lane-label')].find((l) => l.textContent.startsWith('G')), end = label.querySelector('.named').lastChild;
		return end.textContent === '.other' && end.getBoundingClientRect().right <= label.querySelector('.lane-name').getBoundingClientRect().right + 1;
	})()`)
	if !seen {
		t.Errorf("the end of the name is cut off")
	}
}
