package report_test

import (
	"flag"
	"slices"
	"strings"
	"testing"
	"time"

	"schedviz/traceview/report/internal/browser"
)

var figuresOf = flag.String("figures", "", "measure the page that is this file, or at this URL")

// TestFigures measures how fast a page opens, moves and loads exact spans:
// go test -run Figures -figures PAGE.html -v, or with the address of schedviz serve.
func TestFigures(t *testing.T) {
	if *figuresOf == "" {
		t.Skip("no -figures given")
	}
	begin := time.Now()
	open := browser.Open
	if strings.HasPrefix(*figuresOf, "http://") {
		open = browser.OpenURL
	}
	p := open(t, *figuresOf, browser.Options{})
	opened := browser.Eval[float64](p, `performance.now()`)
	t.Logf("something to see %.0f ms after navigation, %v after the browser was started", opened, time.Since(begin).Round(time.Millisecond))
	served := strings.HasPrefix(*figuresOf, "http://")
	if served {
		for !browser.Eval[bool](p, `document.body?.dataset.ready === 'yes' && globalThis.schedviz?.timeline?.current?.model.page.served.whole`) {
			time.Sleep(20 * time.Millisecond)
		}
		t.Logf("the whole %v after the browser was started", time.Since(begin).Round(time.Millisecond))
	}
	p.Settle()
	s := timeline(p)
	t.Logf("%d spans in %d lanes of %v, merged within %v", s.Spans, s.LaneCount, time.Duration(s.Duration), time.Duration(resolution(p)))
	figuresTour(t, p, served)
	if errs := p.Errors(); len(errs) > 0 {
		t.Errorf("the page complained: %q", errs)
	}
}

// figuresTour zooms in step by step at several locations, and out again, and measures how
// long redraws take, and how long it takes until the spans in view are exact.
func figuresTour(t *testing.T, p *browser.Page, served bool) {
	d := timeline(p).Duration
	var redraws, exact []float64
	for _, lanes := range []string{"p", "pg"} {
		for _, at := range []float64{0.11, 0.37, 0.62, 0.83} {
			for width := d / 4; width > 2000; width /= 8 {
				browser.Eval[bool](p, `(() => { const tl = schedviz.timeline.current;
					for (const k of 'pg') if (tl.shown[k] !== '`+lanes+`'.includes(k)) tl.switchLanes(k, '`+lanes+`'.includes(k));
					tl.setView(`+num(at*d)+`, `+num(at*d+width)+`); return true; })()`)
				p.Settle()
				redraws = append(redraws, timeline(p).LastRedrawMS)
				if served {
					exact = append(exact, browser.Eval[float64](p, `new Promise((done) => {
						const begin = performance.now(), tl = schedviz.timeline.current;
						const look = () => tl.windows.pending ? setTimeout(look, 4) : done(performance.now() - begin);
						look();
					})`)+100) // of which Settle takes about 100
					p.Settle()
					redraws = append(redraws, timeline(p).LastRedrawMS)
				}
			}
		}
	}
	report := func(what string, ms []float64) {
		if len(ms) == 0 {
			return
		}
		slices.Sort(ms)
		t.Logf("%s: %d, median %.0f ms, p95 %.0f ms, most %.0f ms", what, len(ms), ms[len(ms)/2], ms[len(ms)*95/100], ms[len(ms)-1])
	}
	report("redraws", redraws)
	report("until the finest there is", exact)
}
