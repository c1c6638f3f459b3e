package report

import (
	"cmp"
	"fmt"
	"html/template"
	"io"
	"net/url"
	"regexp"
	"slices"
	"time"

	"schedviz/traceview/words"
)

// IndexEntry is one run in the list of runs.
type IndexEntry struct {
	Dir       string // the run directory, relative to the index page
	Title     string
	Started   time.Time
	Duration  time.Duration // of the recording; 0 if unknown
	Status    string        // "ok" or "failed: …"
	Verdicts  Verdicts
	HasReport bool   // whether it has a page
	Page      string // the page's name in Dir; "" is report.html
}

// Verdicts counts the claims of a run by verdict.
type Verdicts struct{ Holds, Fails, Inconclusive, Differs int }

// Link is the relative URL of the run's report.
func (e IndexEntry) Link() string {
	return (&url.URL{Path: "./" + e.Dir + "/" + cmp.Or(e.Page, "report.html")}).String()
}

// OK reports whether the run succeeded.
func (e IndexEntry) OK() bool { return e.Status == "ok" }

// Took is the duration for display, "" if unknown.
func (e IndexEntry) Took() string {
	if e.Duration <= 0 {
		return ""
	}
	return words.Duration(e.Duration)
}

// When is the start in the local time zone, to the second.
func (e IndexEntry) When() string {
	if e.Started.IsZero() {
		return ""
	}
	return e.Started.Format("2006-01-02 15:04:05")
}

// WriteIndex writes the page that lists the runs, newest first.
func WriteIndex(w io.Writer, runs []IndexEntry) error {
	t, err := pageTemplate()
	if err != nil {
		return fmt.Errorf("writing the index page: %w", err)
	}
	style, err := readStyles([]string{"page/page", "sections/sections"})
	if err != nil {
		return fmt.Errorf("writing the index page: %w", err)
	}
	runs = slices.Clone(runs)
	slices.SortStableFunc(runs, func(a, b IndexEntry) int {
		return cmp.Or(b.Started.Compare(a.Started), cmp.Compare(b.Dir, a.Dir))
	})
	err = t.ExecuteTemplate(w, "index.html", struct {
		Title string
		pageAssets
		Runs []IndexEntry
	}{"runs", pageAssets{Style: template.CSS(style), Policy: policy(), Generator: indexGenerator}, runs})
	if err != nil {
		return fmt.Errorf("writing the index page: %w", err)
	}
	return nil
}

// indexGenerator is what an index page names as its generator, ahead of anything that
// depends on the runs.
const indexGenerator = "schedviz, list of runs"

// indexHead is how index pages begin: those of WriteIndex, and those of earlier versions.
var indexHead = regexp.MustCompile(`^<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n(?:` +
	`<meta name="generator" content="` + indexGenerator + `">\n|` +
	`<meta http-equiv="Content-Security-Policy" content="[^"]*">\n` +
	`<meta name="viewport" content="width=device-width, initial-scale=1">\n` +
	`<meta name="color-scheme" content="light dark">\n` +
	`<title>runs · schedviz</title>\n)`)

// IsIndex reports whether a page was written by [WriteIndex].
func IsIndex(page io.Reader) bool {
	head, _ := io.ReadAll(io.LimitReader(page, 2<<10))
	return indexHead.Match(head)
}
