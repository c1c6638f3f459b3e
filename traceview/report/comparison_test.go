package report_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"schedviz/traceview"
	"schedviz/traceview/compare"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

// comparisonOf makes the page of made-up traces, all of whose names end in name.
func comparisonOf(name string, of ...sample.Options) report.Comparison {
	c := report.Comparison{Title: "compared" + name, About: "about" + name}
	var sides []compare.Side
	for i, o := range of {
		o.Name = name
		w, s := sample.Trace(o)
		page := report.Page{Title: "title" + name, Facts: []string{"fact" + name}, Warnings: []string{"warning" + name}, Summary: s, Window: w}
		page.Claims = []report.Claim{{ID: "x", Text: "claim" + name, Verdict: "holds", Evidence: "evidence" + name}}
		c.Sides = append(c.Sides, report.ComparedSide{Name: compare.Name(i), Label: "label" + name, Link: "./run/report.html", Runs: 1, Page: page})
		s.Groups = []traceview.GroupStat{{Func: "main.worker" + name, Count: 1 + i, MaxSlice: o.Job, State: traceview.StateTime{Running: int64(o.For)}}}
		sides = append(sides, compare.Side{Label: "label" + name, Params: map[string]string{"mode" + name: string(rune('a' + i))}, Program: "p", Settings: map[string]string{}, Runs: []compare.Run{compare.Measure(s)}})
	}
	c.Result = compare.Sides(sides)
	return c
}

func openComparison(t *testing.T, c report.Comparison, o browser.Options) *browser.Page {
	t.Helper()
	return openWritten(t, func(w io.Writer) error { return report.WriteComparison(w, c) }, o)
}

// openWritten opens the page that write produces.
func openWritten(t *testing.T, write func(io.Writer) error, o browser.Options) *browser.Page {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.html")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := write(f); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	p := browser.Open(t, path, o)
	p.Settle()
	return p
}

// short is a pool whose trace is shorter than that of sample.Pool, with fewer preemptions.
func short() sample.Options {
	o := sample.Pool
	o.For /= 2
	o.Tight, o.Procs, o.Seed = 0, 2, 2
	return o
}

// The timelines are stacked on one axis, and move together.
func TestComparisonInBrowser(t *testing.T) {
	p := openComparison(t, comparisonOf("", sample.Pool, short(), sample.Pool), browser.Options{})
	states := func() []state { return browser.Eval[[]state](p, `schedviz.state()`) }
	s := states()
	if len(s) != 3 || s[1].Duration >= s[0].Duration {
		t.Fatalf("timelines %+v, want three, the second of a shorter trace", s)
	}
	same := func(what string) {
		t.Helper()
		p.Settle()
		s = states()
		for i := range s {
			if s[i].From != s[0].From || s[i].To != s[0].To || s[i].Lanes != s[0].Lanes || s[i].Colour != s[0].Colour || s[i].Search != s[0].Search {
				t.Errorf("%s: timeline %d shows %+v, the first %+v", what, i, s[i], s[0])
			}
		}
	}
	same("at first")
	if s[0].From != 0 || s[0].To != s[0].Duration {
		t.Errorf("at first the axis is %v to %v, want that of the longest trace, %v", s[0].From, s[0].To, s[0].Duration)
	}
	all := s[0].To
	p.Key("w")
	if same("after W"); s[0].To-s[0].From >= all {
		t.Errorf("after W the view is %v to %v, want less than all", s[0].From, s[0].To)
	}
	browser.Eval[bool](p, `schedviz.comparison.timelines[2].pan(0.1); true`)
	same("after the third was panned")
	browser.Eval[bool](p, `document.querySelector('#timeline-0 [data-lanes=g]').click(); document.querySelector('#timeline-0 [data-colour=state]').click(); true`)
	if same("after the switches"); !strings.Contains(s[0].Lanes, "g") || s[0].Colour != "state" {
		t.Errorf("after the switches: lanes %q, colour %q", s[0].Lanes, s[0].Colour)
	}
	browser.Eval[bool](p, `schedviz.comparison.timelines[0].undo.settle(); schedviz.comparison.timelines[0].undo.back(); true`)
	if same("after undo"); strings.Contains(s[0].Lanes, "g") {
		t.Errorf("after undo, lanes %q are shown, want no G", s[0].Lanes)
	}
	browser.Eval[bool](p, `schedviz.comparison.timelines[1].root.dispatchEvent(new PointerEvent('pointerenter')); true`)
	p.Key("/")
	if !browser.Eval[bool](p, `(() => { const f = document.activeElement; f.value = 'spin'; f.dispatchEvent(new Event('input')); f.blur(); return f.classList.contains('tl-find'); })()`) {
		t.Error("/ over the second timeline does not go to the search field")
	}
	if same("after a search"); s[0].Search != "spin" || s[2].Found == nil || *s[2].Found != 2 {
		t.Errorf("after a search: %q, %v found in the third timeline, want its 2 loops", s[0].Search, s[2].Found)
	}
	browser.Eval[bool](p, `schedviz.comparison.timelines[2].clear(); true`)
	if same("after Esc"); s[0].Search != "" || s[0].Found != nil || s[2].Found != nil {
		t.Errorf("after Esc in the third timeline: %q, found %v and %v, want no search in any", s[0].Search, s[0].Found, s[2].Found)
	}
	browser.Eval[bool](p, `location.hash = 'lanes=m&colour=function&from=1000000&to=9000000'; true`)
	if same("after an address"); s[0].Lanes != "m" || s[0].Colour != "function" || s[0].From != 1e6 {
		t.Errorf("after an address: %+v, want what it says", s[0])
	}
	for _, name := range []string{"latency", "slices"} {
		if n := browser.Eval[int](p, `document.querySelectorAll('#chart-`+name+` canvas').length`); n < 1 {
			t.Errorf("chart %s is not drawn", name)
		}
	}
	if n := browser.Eval[int](p, `[...document.querySelectorAll('#timelines .toolbar:not(.own) [data-lanes=p]')].filter((b) => b.offsetParent).length`); n != 1 {
		t.Errorf("%d timelines have visible switches, want only the first", n)
	}
	background := `getComputedStyle(document.body).backgroundColor`
	light, redraws := browser.Eval[string](p, background), s[1].Redraws
	p.Dark(true)
	if dark := browser.Eval[string](p, background); dark == light || states()[1].Redraws <= redraws {
		t.Errorf("dark colours: background %s, before %s; the second timeline was drawn %d times, before %d", dark, light, states()[1].Redraws, redraws)
	}
	quiet(t, p)
}

// The page's text lists the differences, largest first.
func TestComparisonText(t *testing.T) {
	p := openComparison(t, comparisonOf("", sample.Pool, short()), browser.Options{Dark: true})
	text := browser.Eval[string](p, `document.body.innerText`)
	for _, want := range []string{"One run of each proves nothing about noise", "A → B: --mode b instead of a", "async preemptions", "main.worker", "full report", "holds"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if n := browser.Eval[int](p, `document.querySelectorAll('.figures tbody tr').length`); n < 10 {
		t.Errorf("%d figures in the tables, want those that were measured", n)
	}
	quiet(t, p)
}

// Names can't become markup or scripts, and no page is wider than a phone.
func TestComparisonOfHostileNames(t *testing.T) {
	const evil = `"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>__f__window.hacked=1__f__</script>`
	p := openComparison(t, comparisonOf(evil, sample.Pool, short()), browser.Options{Width: 390, Height: 844})
	if browser.Eval[bool](p, `window.hacked !== undefined || document.querySelector('img') !== null`) {
		t.Error("a name became markup")
	}
	if !strings.Contains(browser.Eval[string](p, `document.querySelector('h1').textContent`), evil) {
		t.Error("the title does not show the name verbatim")
	}
	if w := browser.Eval[float64](p, `document.documentElement.scrollWidth`); w > 391 {
		wide := browser.Eval[[]string](p, `[...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > 391 && !e.closest('.scroll-x')).map((e) => e.tagName + '.' + e.className)`)
		t.Errorf("the page is %v px wide on a screen of 390: %.400q", w, wide)
	}
	quiet(t, p)
}

// A trace in which nothing ran, or about which nothing is known, can be compared too.
func TestComparisonOfNothing(t *testing.T) {
	empty := sample.Options{}
	p := openComparison(t, comparisonOf("", empty, empty), browser.Options{})
	if text := browser.Eval[string](p, `document.body.innerText`); !strings.Contains(text, "No goroutine had to wait for a P.") {
		t.Errorf("the page of empty traces does not say so: %.300s", text)
	}
	quiet(t, p)
}
