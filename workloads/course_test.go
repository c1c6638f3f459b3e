package workloads

import (
	"strings"
	"testing"
)

// TestCourse: every workload has its chapter, and every section is about a workload.
func TestCourse(t *testing.T) {
	shown := map[string]int{}
	titles := map[string]bool{}
	for _, c := range Course() {
		if c.Title == "" || c.Text == "" || c.Seen == "" || len(c.Sections) == 0 || titles[c.Title] {
			t.Errorf("chapter %q lacks a text or sections, or comes twice", c.Title)
		}
		titles[c.Title] = true
		runs := map[string]bool{}
		for _, s := range c.Sections {
			if Find(s.Workload) == nil {
				t.Errorf("chapter %q shows %s, which is no workload", c.Title, s.Workload)
			}
			run := s.Workload + " " + strings.Join(s.Args, " ")
			if runs[run] {
				t.Errorf("chapter %q shows %s twice", c.Title, run)
			}
			runs[run] = true
			shown[s.Workload]++
		}
	}
	for _, w := range All() {
		if shown[w.Name] == 0 {
			t.Errorf("no chapter shows %s", w.Name)
		}
	}
}
