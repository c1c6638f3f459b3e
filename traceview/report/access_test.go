package report_test

import (
	"context"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

// focus describes the focused element, and whether its focus is visible.
type focus struct {
	Tag, Class, Text string
	Seen             bool
}

func focused(p *browser.Page) focus {
	return browser.Eval[focus](p, `(() => { const e = document.activeElement, s = getComputedStyle(e);
		return { Tag: e.tagName, Class: e.className, Text: (e.getAttribute('aria-label') || e.innerText || '').slice(0, 60), Seen: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1 }; })()`)
}

func said(p *browser.Page) string {
	return browser.Eval[string](p, `document.querySelector('.tl-said').textContent`)
}

// Keyboard alone: to the lanes, from span to span and from lane to lane, to the details
// and back; the selection is announced in words.
func TestKeyboardOnly(t *testing.T) {
	p := open(t, relay(""), browser.Options{})
	seen := map[string]bool{}
	for i := 0; focused(p).Class != "tl-canvas"; i++ {
		if i == 80 {
			t.Fatalf("80 times Tab lead to %v, not to the lanes", seen)
		}
		p.Do("pressing Tab", chromedp.KeyEvent(kb.Tab))
		f := focused(p)
		seen[f.Tag+" "+f.Text] = true
		if !f.Seen && f.Tag != "BODY" {
			t.Errorf("after Tab the focus is on %+v, and cannot be seen", f)
		}
	}
	if text := browser.Eval[string](p, `document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent`); !strings.Contains(text, "P 0: busy 70%, 2 spans") {
		t.Errorf("the lanes in words are %q, want how busy P 0 was", text)
	}
	for _, step := range []struct {
		key, lane string
		says      []string
	}{
		{kb.ArrowRight, "P 0", []string{"G1 main.g1, running on P 0, 5.00 ms", "woke 1 goroutine. Span 1 of 2 on P 0."}},
		{kb.ArrowRight, "P 0", []string{"G3 main.g3, running on P 0, 2.00 ms, from 6.000 ms", "woken by G2 main.g2", "Span 2 of 2"}},
		{kb.ArrowLeft, "P 0", []string{"G1 main.g1"}},
		{kb.ArrowDown, "P 1", []string{"G2 main.g2", "created by G1 main.g1"}},
		{kb.ArrowUp, "P 0", []string{"G1 main.g1"}},
		{kb.End, "P 0", []string{"G3 main.g3"}},
		{kb.Home, "P 0", []string{"G1 main.g1"}},
	} {
		p.Key(step.key)
		s := timeline(p)
		if s.Selected == nil || s.Selected.Lane != step.lane {
			t.Fatalf("after key %q the selection is %+v, want it on %s", step.key, s.Selected, step.lane)
		}
		for _, want := range step.says {
			if got := said(p); !strings.Contains(got, want) {
				t.Errorf("after key %q is said %q, want in it %q", step.key, got, want)
			}
		}
	}
	p.Key(kb.Enter)
	if f := focused(p); f.Class != "tl-panel" {
		t.Errorf("Enter leads to %+v, want the details", f)
	}
	for i := 0; !strings.HasPrefix(focused(p).Text, "next"); i++ {
		if i == 20 {
			t.Fatal("20 times Tab in the details do not lead to the next span")
		}
		p.Do("pressing Tab", chromedp.KeyEvent(kb.Tab))
	}
	p.Key(kb.Enter)
	if s, f := timeline(p), focused(p); s.Selected.G != 3 || !strings.HasPrefix(f.Text, "next") {
		t.Errorf("the button in the details selects %+v and leaves the focus on %+v, want G3 and the same button", s.Selected, f)
	}
	p.Key(kb.Escape)
	if f := focused(p); f.Class != "tl-canvas" || timeline(p).Selected != nil {
		t.Errorf("Esc leads to %+v with %+v selected, want the lanes and nothing", f, timeline(p).Selected)
	}
	for _, key := range []string{kb.ArrowRight, "[", kb.End, "]"} {
		p.Key(key)
	}
	if s := timeline(p); s.Range == nil || s.Range.To != 8e6 || !strings.Contains(said(p), "running 9.00 ms") {
		t.Errorf("[ and ] select %+v and say %q, want from the first span to the end of the last on P 0", s.Range, said(p))
	}
	quiet(t, p)
}

// Every control has a name, every chart a label, every table headings; and IDs are unique.
func TestNamesForScreenReaders(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	browser.Eval[bool](p, `document.querySelector('[data-lanes=g]').click(); schedviz.timeline.current.step(0); true`)
	p.Settle()
	unnamed := browser.Eval[[]string](p, `(() => {
		const name = (e) => (e.getAttribute('aria-label') || e.getAttribute('title') || e.innerText || e.textContent || '').trim() || (e.labels?.length ? e.labels[0].textContent : '');
		const controls = [...document.querySelectorAll('button, input, select, [role=application], [role=img], a, summary, dialog, section[aria-label], aside')];
		return controls.filter((e) => !name(e)).map((e) => e.outerHTML.slice(0, 120));
	})()`)
	if len(unnamed) > 0 {
		t.Errorf("without a name are %q", unnamed)
	}
	if charts := browser.Eval[[]string](p, `[...document.querySelectorAll('.chart')].filter((c) => !c.getAttribute('aria-label') || c.getAttribute('aria-label').includes('untitled')).map((c) => c.id)`); len(charts) > 0 {
		t.Errorf("without a label are the charts %q", charts)
	}
	if ids := browser.Eval[[]string](p, `(() => { const ids = [...document.querySelectorAll('[id]')].map((e) => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i); })()`); len(ids) > 0 {
		t.Errorf("not unique are the ids %q", ids)
	}
	if broken := browser.Eval[[]string](p, `[...document.querySelectorAll('[aria-describedby], [aria-labelledby]')].flatMap((e) => [e.getAttribute('aria-describedby'), e.getAttribute('aria-labelledby')]).filter((id) => id && !document.getElementById(id))`); len(broken) > 0 {
		t.Errorf("descriptions %q are not there", broken)
	}
	if got := browser.Eval[int](p, `document.querySelectorAll('table').length - document.querySelectorAll('table:has(th), table.mini').length`); got != 0 {
		t.Errorf("%d tables have no heads", got)
	}
	quiet(t, p)
}

// Announcements are plain text, whatever the names are.
func TestHostileWords(t *testing.T) {
	p := open(t, relay(strings.Join(hostile, " ")), browser.Options{})
	browser.Eval[bool](p, `document.querySelector('[data-lanes=g]').click(); document.querySelector('.tl-canvas').focus(); true`)
	p.Settle()
	for i := range 6 {
		p.Key([]string{kb.ArrowRight, kb.ArrowDown}[i%2])
	}
	if got := said(p); !strings.HasPrefix(got, "G") {
		t.Errorf("said is %q, want a goroutine's name in it", got)
	}
	if browser.Eval[bool](p, `window.pwned !== undefined || document.querySelectorAll('.tl-said *, .tl-text *').length > 0`) {
		t.Error("a name became markup, or was run")
	}
	quiet(t, p)
}

// A table of a hundred thousand rows is one Tab stop; arrow keys move through it.
func TestTableByKeyboard(t *testing.T) {
	o := sample.Pool
	o.Workers = 200
	p := open(t, pool(o), browser.Options{})
	browser.Eval[bool](p, `document.getElementById('g-table').scrollIntoView({block: 'center', behavior: 'instant'}); true`)
	p.Settle()
	if n := browser.Eval[int](p, `document.querySelectorAll('#g-table tbody [tabindex="0"]').length`); n != 1 {
		t.Fatalf("Tab leads to %d rows, want 1", n)
	}
	browser.Eval[bool](p, `document.querySelector('#g-table tbody [tabindex="0"]').focus(); true`)
	row := func() int {
		return browser.Eval[int](p, `Number(document.activeElement.getAttribute('aria-rowindex'))`)
	}
	for _, step := range []struct {
		key  string
		want int
	}{{kb.ArrowDown, 3}, {kb.ArrowDown, 4}, {kb.ArrowUp, 3}, {kb.End, 203}, {kb.ArrowUp, 202}, {kb.Home, 2}} {
		p.Key(step.key)
		if got := row(); got != step.want {
			t.Errorf("key %q leads to row %d, want %d", step.key, got, step.want)
		}
	}
	first := browser.Eval[string](p, `document.activeElement.firstChild.textContent`)
	p.Key(kb.Enter)
	if s := timeline(p); !strings.Contains(s.Search, first) {
		t.Errorf("Enter on the row of goroutine %s searches %q, want it shown", first, s.Search)
	}
	quiet(t, p)
}

// Two fingers zoom around the point between them, one pans, a tap selects, and a finger
// that rests first selects time.
func TestTouch(t *testing.T) {
	p := open(t, relay(""), browser.Options{Width: 390, Height: 844})
	browser.Eval[bool](p, `document.querySelector('.tl-canvas').scrollIntoView({block: 'center', behavior: 'instant'}); true`)
	p.Settle()
	box := browser.Eval[[]float64](p, `(() => { const b = document.querySelector('.tl-canvas').getBoundingClientRect(), tl = schedviz.timeline.current, l = tl.layout.lanes[1]; return [b.left, b.top + tl.layout.top + l.y + l.height * 0.6, b.width]; })()`)
	touch := func(kind input.DispatchTouchEventType, xs ...float64) {
		points := []*input.TouchPoint{}
		for i, x := range xs {
			id := float64(i)
			points = append(points, &input.TouchPoint{X: box[0] + x*box[2], Y: box[1], ID: &id})
		}
		p.Do("touching", func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
			_, err := cdp.Call(ctx, t, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
			return chromedp.Void{}, err
		})
	}
	touch("touchStart", 0.4, 0.6)
	touch("touchMove", 0.3, 0.7)
	touch("touchMove", 0.2, 0.8)
	touch("touchEnd")
	p.Settle()
	s := timeline(p)
	if got, want := s.To-s.From, s.Duration/3; math.Abs(got-want) > want/10 || math.Abs((s.From+s.To)/2-s.Duration/2) > want/10 {
		t.Errorf("after two fingers went three times as far apart the view is %v to %v, want the middle third of %v", s.From, s.To, s.Duration)
	}
	touch("touchStart", 0.5)
	touch("touchMove", 0.55)
	touch("touchMove", 0.7)
	touch("touchEnd")
	p.Settle()
	if after := timeline(p); after.From >= s.From || math.Abs((after.To-after.From)-(s.To-s.From)) > 10 {
		t.Errorf("after one finger went right the view is %v to %v, want earlier than %v to %v", after.From, after.To, s.From, s.To)
	}
	touch("touchStart", 0.3)
	touch("touchEnd")
	p.Settle()
	if s := timeline(p); s.Selected == nil || s.Selected.Lane != "P 0" {
		t.Errorf("after a tap the selection is %+v, want a span of P 0", s.Selected)
	}
	touch("touchStart", 0.2)
	time.Sleep(700 * time.Millisecond)
	touch("touchMove", 0.4)
	touch("touchMove", 0.6)
	touch("touchEnd")
	p.Settle()
	if s := timeline(p); s.Range == nil {
		t.Error("a finger that rested and then went selects no time")
	}
	quiet(t, p)
}
