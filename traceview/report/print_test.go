package report_test

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"strconv"
	"testing"

	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

var shotsPDF = flag.String("shots-pdf", "", "print -shots-trace, or a made-up worker pool, to this PDF file")

// TestShotsPDF prints a page for people to look at.
func TestShotsPDF(t *testing.T) {
	if *shotsPDF == "" {
		t.Skip("no -shots-pdf file given")
	}
	p := open(t, shown(t), browser.Options{Dark: true})
	browser.Eval[bool](p, `document.querySelector('[data-lanes=g]').click(); schedviz.timeline.current.step(0); true`)
	p.Settle()
	if err := os.WriteFile(*shotsPDF, p.PDF(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// printed prints a page, and returns the number of sheets.
func printed(t *testing.T, p *browser.Page) int {
	t.Helper()
	pdf := p.PDF()
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Fatalf("printed was %q…, want a PDF", pdf[:min(len(pdf), 20)])
	}
	count := regexp.MustCompile(`/Type /Pages[^>]*?/Count (\d+)|/Count (\d+)[^>]*?/Type /Pages`).FindSubmatch(pdf)
	if count == nil {
		t.Fatal("the PDF does not tell how many sheets it has")
	}
	n, _ := strconv.Atoi(string(count[1]) + string(count[2]))
	return n
}

// On paper the page is light, without interactive elements, with the timeline as wide as the
// sheet and with the tables' rows; afterwards everything is as before.
func TestPrint(t *testing.T) {
	o := sample.Pool
	o.Workers = 130
	p := open(t, pool(o), browser.Options{Dark: true})
	const look = `(() => {
		const shown = (s) => [...document.querySelectorAll(s)].some((e) => e.getClientRects().length > 0);
		const canvas = document.querySelector('.tl-canvas canvas'), d = canvas.getContext('2d').getImageData(canvas.width - 3, canvas.height / 2, 1, 1).data;
		return {
			Mode: schedviz.theme.mode(), Buttons: shown('.toolbar button'), Search: shown('input'), Legend: shown('.legend'),
			Rows: document.querySelectorAll('#g-table tbody tr:not(.space)').length, Wide: document.documentElement.scrollWidth, Width: schedviz.timeline.current.width,
			Drawn: [...document.querySelectorAll('.chart')].filter((c) => c.getClientRects().length && !c.querySelector('canvas')).map((c) => c.id).join(),
		};
	})()`
	type state struct {
		Mode, Drawn             string
		Buttons, Search, Legend bool
		Rows                    int
		Wide, Width             float64
	}
	before := browser.Eval[state](p, look)
	browser.Eval[bool](p, `addEventListener('beforeprint', () => { window.during = `+look+`; }); true`)
	if n := printed(t, p); n < 2 || n > 30 {
		t.Errorf("the page takes %d sheets, want some", n)
	}
	p.Settle()
	during := browser.Eval[state](p, `window.during`)
	if during.Mode != "light" || during.Buttons || during.Search || !during.Legend || during.Rows != 101 || during.Wide > 1400 || during.Width > 1060 || during.Drawn != "" {
		t.Errorf("in print the page is %+v; want light, no buttons, a legend, 100 rows and how many more, every chart drawn", during)
	}
	if after := browser.Eval[state](p, look); after.Mode != before.Mode || after.Buttons != before.Buttons || after.Width != before.Width {
		t.Errorf("after printing the page is %+v, want %+v as before", after, before)
	}
	quiet(t, p)
}
