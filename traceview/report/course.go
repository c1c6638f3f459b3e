package report

import (
	"cmp"
	"fmt"
	"html/template"
	"io"
	"net/url"
	"path"
	"regexp"
)

// Course is a course of chapters, each with runs on this host and pictures of them.
type Course struct {
	Facts    []string // host, Go version, when
	Chapters []CourseChapter
}

// CourseChapter is a chapter. All of its texts are shown as text.
type CourseChapter struct {
	Title, Text, Seen string
	Sections          []CourseSection
}

// CourseSection shows a run, or how to make it if there is none yet.
type CourseSection struct {
	Workload, Title string
	Command         string // as typed
	What, Says      string
	Look            []string
	Made            bool   // there is a run; else the rest is empty
	Dir             string // of the run, relative to the course's page
	Picture         Picture
	Claims          []Claim
	Problem         string // why the run is of little use; "" if it is not
}

// Report is the relative URL of the run's page.
func (s CourseSection) Report() string {
	return (&url.URL{Path: relative(path.Join(s.Dir, "report.html"))}).String()
}

// relative makes a path that cannot be taken for a URL with a scheme.
func relative(p string) string {
	if path.IsAbs(p) {
		return p
	}
	return "./" + p
}

// Mark is the sign of a claim's verdict.
func (c Claim) Mark() string { return cmp.Or(verdictMarks[c.Verdict], "?") }

var verdictMarks = map[string]string{"holds": "✓", "fails": "✗", "inconclusive": "?", "differs": "≠"}

// Class is the class of a claim's verdict in the style sheet.
func (c Claim) Class() string {
	if verdictMarks[c.Verdict] == "" {
		return "inconclusive"
	}
	return c.Verdict
}

// Made counts the sections with a run.
func (c CourseChapter) Made() (n int) {
	for _, s := range c.Sections {
		if s.Made {
			n++
		}
	}
	return n
}

// WriteCourse writes the course as one self-contained HTML file without scripts.
func WriteCourse(w io.Writer, c Course) error {
	t, err := pageTemplate()
	if err != nil {
		return fmt.Errorf("writing the course: %w", err)
	}
	style, err := readStyles([]string{"page/page", "sections/sections", "course/course"})
	if err != nil {
		return fmt.Errorf("writing the course: %w", err)
	}
	err = t.ExecuteTemplate(w, "course.html", struct {
		Title string
		pageAssets
		Course
	}{"learn", pageAssets{Style: template.CSS(style), Policy: policy(), Generator: courseGenerator}, c})
	if err != nil {
		return fmt.Errorf("writing the course: %w", err)
	}
	return nil
}

// courseGenerator is what a course names as its generator, ahead of anything that depends on the runs.
const courseGenerator = "schedviz, course"

var courseHead = regexp.MustCompile(`^<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n` +
	`<meta name="generator" content="` + courseGenerator + `">\n`)

// IsCourse reports whether a page was written by [WriteCourse].
func IsCourse(page io.Reader) bool {
	head, _ := io.ReadAll(io.LimitReader(page, 2<<10))
	return courseHead.Match(head)
}
