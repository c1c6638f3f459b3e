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
	page := pool(sample.Pool)
	if *shotsTrace != "" {
		page = traced(t, *shotsTrace)
	}
	p := open(t, page, browser.Options{Dark: true})
	browser.Eval[bool](p, `document.querySelector('[data-lanes=g]').click(); schedviz.timeline.current.step(0); true`)
	p.Settle()
	if err := os.WriteFile(*shotsPDF, p.PDF(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// printed prints a page, and returns how many sheets it takes.
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
