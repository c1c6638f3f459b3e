package report_test

import (
	"strings"
	"testing"

	"schedviz/traceview/report/internal/browser"
)

// The goroutines of the runtime are in a group of their own, folded until the reader unfolds it or searches for
// them, in the timeline and in the tables.
func TestRuntimeGoroutines(t *testing.T) {
	p := open(t, traced(t, "../testdata/traces/leak.trace"), browser.Options{Width: 1400, Height: 1600})
	do(p, `tl.switchLanes('g', true)`)
	t.Run("lanes", func(t *testing.T) { testRuntimeLanes(t, p) })
	t.Run("tables", func(t *testing.T) { testRuntimeTables(t, p) })
	quiet(t, p)
}

// runtimeGroup returns the last group of lanes, and the number of the other groups' lanes.
func runtimeGroup(t *testing.T, p *browser.Page) (folded bool, lanes, others int) {
	t.Helper()
	groups := arrangement(p).Groups
	last := groups[len(groups)-1]
	if last.Title != "runtime" {
		t.Errorf("the groups of lanes are %+v, want runtime last", groups)
	}
	for _, g := range groups[1 : len(groups)-1] { // without the Ps
		others += g.Lanes
	}
	return last.Folded, last.Lanes, others
}

func testRuntimeLanes(t *testing.T, p *browser.Page) {
	for _, by := range []string{"none", "function", "state", "parent"} {
		do(p, `tl.groupBy('`+by+`')`)
		if folded, lanes, others := runtimeGroup(t, p); !folded || lanes != 8 || others != 5 {
			t.Errorf("grouped by %s: the runtime's %d lanes are folded: %v; %d others; want 8, folded, and 5", by, lanes, folded, others)
		}
	}
	do(p, `tl.groupBy('none'); tl.fold('g/runtime', false)`)
	address := settled(p)
	if folded, _, _ := runtimeGroup(t, p); folded || !strings.Contains(address, "open=g%2Fruntime") {
		t.Errorf("unfolded: the runtime's lanes are folded: %v, the address is %s", folded, address)
	}
	do(p, `tl.fold('g/runtime', true); tl.arranged.folds.clear(); tl.search('bgsweep')`)
	if folded, lanes, others := runtimeGroup(t, p); folded || lanes != 1 || others != 0 {
		t.Errorf("searched for: %d lanes of the runtime, folded: %v, and %d others; want one, not folded", lanes, folded, others)
	}
	do(p, `tl.search('')`)
}

func testRuntimeTables(t *testing.T, p *browser.Page) {
	texts := browser.Eval[[]string](p, `['g-numbers', 'g-groups', 'g-system'].map((id) => document.getElementById(id).textContent)`)
	if want := "alive at the end 4 of yours besides main, 8 of the runtime"; !strings.Contains(texts[0], want) {
		t.Errorf("the figures are %q, want %q in them", texts[0], want)
	}
	if strings.Contains(texts[1], "bgsweep") || !strings.Contains(texts[2], "bgsweep") || strings.Contains(texts[2], "main.leaky") {
		t.Errorf("the program's functions are %q, the runtime's %q", texts[1], texts[2])
	}
	if browser.Eval[bool](p, `document.getElementById('part-g-system').open`) {
		t.Error("the table of the runtime's functions is unfolded")
	}
	count := func(js string) string {
		browser.Eval[bool](p, `(() => { const f = document.getElementById('g-filter'), too = document.getElementById('g-system-too');
			`+js+`; f.dispatchEvent(new Event('input')); too.dispatchEvent(new Event('change')); return true; })()`)
		return browser.Eval[string](p, `document.getElementById('g-count').textContent`)
	}
	for _, c := range []struct{ js, want string }{
		{``, "5 of 13 goroutines"},
		{`too.checked = true`, "13 of 13 goroutines"},
		{`too.checked = false; f.value = 'bgsweep'`, "1 of 13 goroutines"},
	} {
		if got := count(c.js); got != c.want {
			t.Errorf("after %q the table has %s, want %s", c.js, got, c.want)
		}
	}
}
