package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

// guided makes the page of a guided comparison of four pools, all of whose names end in name. Each has a goroutine
// that the guide pins: its last one, a loop.
func guided(name string) report.Comparison {
	lone := sample.Options{Procs: 2, Workers: 1, Tight: 2, Job: sample.Pool.Job, For: sample.Pool.For / 3, Seed: 3}
	many := sample.Options{Procs: 2, Workers: 12, Tight: 1, Job: sample.Pool.Job, For: sample.Pool.For / 2, Seed: 4}
	c := comparisonOf(name, many, short(), lone, sample.Options{Procs: 2, Tight: 3, For: sample.Pool.For, Seed: 5})
	c.Guide = &report.ComparisonGuide{
		Lead: "lead" + name, Shown: true,
		Roles: []report.Role{{Name: "worker" + name, Funcs: []string{"main.worker" + name}}, {Name: "loop" + name, Funcs: []string{"main.spin" + name}}},
	}
	for _, s := range c.Sides {
		var pins []traceview.GoID
		if all := s.Page.Window.Goroutines; len(all) > 0 {
			pins = append(pins, all[len(all)-1].ID)
		}
		c.Guide.Sides = append(c.Guide.Sides, report.GuidedSide{Says: "says" + name, Caption: "caption" + name, View: report.View{Lanes: "p", Colour: "function", Pin: pins}})
	}
	return c
}

// laptop is a screen on which everything that a guided comparison shows is in sight.
var laptop = browser.Options{Width: 1400, Height: 1000}

// leg is what a timeline of a guided comparison shows.
type leg struct {
	Top, Bottom   float64 // of its canvas on the screen, in pixels
	Pins          []string
	PinAt, PAt    float64 // where its pinned lane and its last P lane begin on the canvas
	PinPainted    int     // of the pixels in the middle of its pinned lane, how many are painted
	Ps            int     // P lanes in view, in full
	Axis          bool    // whether its time axis has labels
	Worker, Loop  string  // the colours of its goroutines, by start function
	Says, Caption string
}

// legsOf asks the page what each timeline shows.
const legsOf = `schedviz.comparison.timelines.map((tl) => {
	const canvas = tl.nodes.canvas.querySelector('canvas'), box = canvas.getBoundingClientRect(), { layout, model } = tl;
	const y = (item) => schedviz.layout.yOf(tl, item), ps = layout.lanes.filter((i) => i.lane.kind === 'p');
	const pin = layout.pinned[0], scale = canvas.width / box.width;
	const middle = canvas.getContext('2d').getImageData(0, Math.round((y(pin) + pin.height / 2 + 1) * scale), canvas.width, 1).data;
	const colours = (name) => [...new Set([...model.gs.func.keys()].filter((g) => model.strings[model.gs.func[g]].startsWith('main.' + name)).map((g) => schedviz.colours.colourOf(tl, g)))].join();
	return {
		top: box.top, bottom: box.bottom, pins: tl.arranged.pins, pinAt: y(pin), pAt: y(ps.at(-1)),
		pinPainted: middle.filter((v, i) => i % 4 === 3 && v > 0).length,
		ps: ps.filter((i) => y(i) + i.height <= layout.top + layout.viewport + 2).length,
		axis: tl.axis, worker: colours('worker'), loop: colours('spin'),
		says: tl.root.querySelector('.says').textContent, caption: tl.root.querySelector('.caption').textContent,
	};
})`

// All timelines of a guided comparison are on the first screen, each with its pinned goroutine below its Ps, with its
// figure and what to look for. A role has one colour in all of them.
func TestGuidedComparisonOnOneScreen(t *testing.T) {
	for _, dark := range []bool{false, true} {
		o := laptop
		o.Dark = dark
		p := openComparison(t, guided(""), o)
		legs := browser.Eval[[]leg](p, legsOf)
		if len(legs) != 4 {
			t.Fatalf("%d timelines, want 4", len(legs))
		}
		for i, l := range legs {
			name := fmt.Sprintf("dark %t, timeline %d", dark, i)
			if l.Top < 0 || l.Bottom > 1000 || l.Bottom-l.Top < 80 || i > 0 && l.Top < legs[i-1].Bottom {
				t.Errorf("%s is at %.0f to %.0f px, want it on the first screen, below the one before", name, l.Top, l.Bottom)
			}
			if len(l.Pins) != 1 || l.PinAt < l.PAt+20 || l.PinPainted < 200 {
				t.Errorf("%s: pinned %v at %.0f px, with %d pixels; the last P is at %.0f px; want it painted below", name, l.Pins, l.PinAt, l.PinPainted, l.PAt)
			}
			if l.Ps != 2 || l.Axis != (i == 0) {
				t.Errorf("%s: %d Ps in view, axis %t, want 2 Ps, and an axis only on the first", name, l.Ps, l.Axis)
			}
			if l.Loop != "" && l.Loop != legs[0].Loop || strings.Contains(l.Loop, ",") || l.Worker != "" && l.Worker != legs[0].Worker || l.Worker == l.Loop {
				t.Errorf("%s: workers %q, loops %q, want the colours of the first, %q and %q", name, l.Worker, l.Loop, legs[0].Worker, legs[0].Loop)
			}
			if l.Says != "says" || l.Caption != "caption" {
				t.Errorf("%s says %q, %q", name, l.Says, l.Caption)
			}
		}
		text := browser.Eval[string](p, `document.querySelector('.lead:not(.unshown)').textContent`)
		roles := browser.Eval[[]string](p, `[...document.querySelectorAll('.legend .role')].filter((e) => e.offsetParent).map((e) => e.textContent)`)
		if text != "lead" || !slices.Equal(roles, []string{"worker", "loop"}) {
			t.Errorf("dark %t: lead %q, roles in the legend %q", dark, text, roles)
		}
		quiet(t, p)
	}
}

// A reader's own address wins over what the guide chose; colours by function are alike on every comparison.
func TestGuidedComparisonAddress(t *testing.T) {
	c := guided("")
	c.Guide.Counters = []string{"runnable"}
	p := openComparison(t, c, laptop)
	s := browser.Eval[[]state](p, `schedviz.state()`)
	if s[0].Lanes != "p" || s[3].Lanes != "p" || s[2].Colour != "function" || s[0].From != 0 {
		t.Errorf("at first: %+v, want P lanes coloured by function", s)
	}
	scales := browser.Eval[[]float64](p, `schedviz.comparison.timelines.map((tl) => Math.max(tl.layout.counters[0].max, tl.layout.counters[0].scale))`)
	if slices.Min(scales) != slices.Max(scales) {
		t.Errorf("the counters' scales are %v, want one", scales)
	}
	if browser.Eval[bool](p, `!schedviz.comparison.timelines[0].nodes.undo.disabled`) {
		t.Error("at first there is something to undo")
	}
	browser.Eval[bool](p, `location.hash = 'lanes=g&colour=state'; true`)
	p.Settle()
	if s = browser.Eval[[]state](p, `schedviz.state()`); s[0].Lanes != "g" || s[3].Lanes != "g" || s[3].Colour != "state" {
		t.Errorf("after an address: %+v, want what it says", s)
	}
	quiet(t, p)

	p = openComparison(t, comparisonOf("", sample.Pool, sample.Options{Procs: 2, Tight: 3, For: sample.Pool.For, Seed: 5}), laptop)
	browser.Eval[bool](p, `schedviz.comparison.timelines[0].setColour('function'); true`)
	p.Settle()
	loops := browser.Eval[[]string](p, `schedviz.comparison.timelines.map((tl) => schedviz.colours.colourOf(tl, tl.model.gs.id.length - 1))`)
	if loops[0] != loops[1] {
		t.Errorf("loops are coloured %q by function, want one colour", loops)
	}
	if browser.Eval[bool](p, `!!document.querySelector('.lead, .caption, .role')`) {
		t.Error("a comparison without a guide has a lead")
	}
	quiet(t, p)
}

// A lead that the runs do not bear out is marked; names can't become markup; a phone can show it.
func TestGuidedComparisonOfHostileNames(t *testing.T) {
	const evil = `"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`
	c := guided(evil)
	c.Guide.Shown = false
	p := openComparison(t, c, browser.Options{Width: 390, Height: 844})
	if browser.Eval[bool](p, `window.hacked !== undefined || document.querySelector('img') !== null`) {
		t.Error("a name became markup")
	}
	for selector, want := range map[string]string{".lead.unshown": "lead", ".says": "says", ".caption": "caption", ".role": "worker"} {
		if got := browser.Eval[string](p, `document.querySelector('`+selector+`')?.textContent ?? ''`); got != want+evil {
			t.Errorf("%s is %q, want the name verbatim", selector, got)
		}
	}
	if w := browser.Eval[float64](p, `document.documentElement.scrollWidth`); w > 391 {
		t.Errorf("the page is %v px wide on a screen of 390", w)
	}
	quiet(t, p)
}
