package report_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

// onlyChromium are interfaces that Chromium has but Firefox lacks or got late; each with an
// alternative.
var onlyChromium = map[string]string{
	`\bscheduler\.(postTask|yield)\b`:                                                       "setTimeout",
	`\bnavigator\.(userAgentData|connection|deviceMemory|scheduling)\b`:                     "nothing",
	`\bperformance\.(memory|measureUserAgentSpecificMemory)\b`:                              "nothing",
	`\bshow(Open|Save|Directory)FilePicker?\b`:                                              "a link with download",
	`\bdocument\.startViewTransition\b`:                                                     "nothing",
	`\bOffscreenCanvas\b`:                                                                   "a canvas element",
	`\bnew EyeDropper|\bwebkitRequestFileSystem\b`:                                          "nothing",
	`\bscrollIntoViewIfNeeded\b`:                                                            "scrollIntoView",
	`\bcaretRangeFromPoint\b`:                                                               "caretPositionFromPoint",
	`\bonmousewheel\b|'mousewheel'`:                                                         "wheel",
	`\bevent\.(path|srcElement)\b`:                                                          "composedPath, target",
	`\bgetInnerHTML\b|\bsetHTMLUnsafe\b|\binnerHTML\b|\bouterHTML\b|\binsertAdjacentHTML\b`: "dom.js: names are text",
	`::-webkit-scrollbar`:                                                                   "scrollbar-width",
	`-webkit-(appearance|line-clamp|box-orient)`:                                            "their names without prefix",
	`\bzoom:`: "transform, or a width",
}

// The page's own scripts and styles use nothing that only Chromium has.
func TestOtherBrowsers(t *testing.T) {
	files, err := filepath.Glob("assets/*/*.[jc]s*")
	if err != nil || len(files) < 20 {
		t.Fatalf("assets are %q (%v), want scripts and styles", files, err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, ".min.js") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for pattern, instead := range onlyChromium {
			if found := regexp.MustCompile(pattern).Find(text); found != nil {
				t.Errorf("%s uses %s; instead: %s", file, found, instead)
			}
		}
	}
}

// Whatever is open, on wide and narrow screens, light and dark, the page never scrolls
// sideways.
func TestWidths(t *testing.T) {
	o := sample.Pool
	o.Name = strings.Repeat("veryLongNameOf", 20)
	for _, size := range []browser.Options{{Width: 1280, Height: 800}, {Width: 390, Height: 844}, {Width: 390, Height: 844, Dark: true}} {
		p := open(t, pool(o), size)
		check := func(what string) {
			t.Helper()
			p.Settle()
			if wide := browser.Eval[[]string](p, `document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll-x, .virtual-box, .legend, #findings, .unseen')).map((e) => e.tagName + '.' + e.className + '#' + e.id).slice(0, 5).concat(String(document.documentElement.scrollWidth))`); len(wide) > 0 {
				t.Errorf("%s at %d px: wider than the screen are %q", what, size.Width, wide)
			}
		}
		check("at first")
		browser.Eval[bool](p, `for (const b of document.querySelectorAll('.timeline [data-lanes]:not([hidden])')) if (b.getAttribute('aria-pressed') === 'false') b.click(); true`)
		check("with lanes of all kinds")
		browser.Eval[bool](p, `schedviz.timeline.current.arrows.chain = true; schedviz.timeline.current.step(0); true`)
		check("with a span's details and its chain")
		browser.Eval[bool](p, `schedviz.timeline.current.selectRange(1e6, 3e8); true`)
		check("with the totals of a stretch of time")
		browser.Eval[bool](p, `schedviz.lazy.all(); document.querySelectorAll('details').forEach((d) => { d.open = true; }); true`)
		check("with all charts drawn and all details open")
		browser.Eval[bool](p, `document.querySelector('.help-open').click(); true`)
		check("with the help")
		quiet(t, p)
	}
}

// Readers who prefer reduced motion get none.
func TestReducedMotion(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	p.Media("prefers-reduced-motion", "reduce")
	if got := browser.Eval[string](p, `getComputedStyle(document.documentElement).scrollBehavior`); got != "auto" {
		t.Errorf("the page scrolls %q, want at once", got)
	}
	moving := browser.Eval[[]string](p, `[...document.querySelectorAll('*')].filter((e) => { const s = getComputedStyle(e); return parseFloat(s.transitionDuration) > 0 || s.animationName !== 'none'; }).map((e) => e.tagName + '.' + e.className)`)
	if len(moving) > 0 {
		t.Errorf("%q move", moving)
	}
	browser.Eval[bool](p, `document.querySelector('button.finding').click(); true`)
	time.Sleep(100 * time.Millisecond)
	if top := browser.Eval[float64](p, `document.getElementById('timeline').getBoundingClientRect().top`); top < -5 || top > 5 {
		t.Errorf("after a click on a finding the timeline is at %v px, want it there at once", top)
	}
}
