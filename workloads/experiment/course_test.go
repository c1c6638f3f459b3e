package experiment_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"schedviz/traceview/report"
	"schedviz/workloads/experiment"
)

func newCourse(t *testing.T, out string) *experiment.Course {
	t.Helper()
	o := experiment.Defaults()
	o.Out = out
	c, err := experiment.NewCourse(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Every chapter gets its picture from a run, and runs are found again by their settings.
func TestCourse(t *testing.T) {
	if testing.Short() {
		t.Skip("it makes a run for each chapter")
	}
	out := t.TempDir()
	c := newCourse(t, out)
	if made, missing := len(c.Lessons()), len(c.Missing()); missing == 0 || missing > made {
		t.Errorf("%d of %d lessons are missing in an empty directory", missing, made)
	}
	for i := range c.Chapters {
		c.Chapters[i].Lessons = c.Chapters[i].Lessons[:1]
	}
	if outcomes, err := c.RunMissing(t.Context()); err != nil || len(outcomes) == 0 {
		t.Fatalf("RunMissing makes %d runs, %v", len(outcomes), err)
	}
	page, err := c.Page(t.Context(), filepath.Join(out, experiment.CourseFile))
	if err != nil {
		t.Fatal(err)
	}
	for _, ch := range page.Chapters {
		s := ch.Sections[0]
		if !s.Made || s.Problem != "" || len(s.Picture.Lanes) == 0 || len(s.Claims) == 0 {
			t.Errorf("%s: %s has no picture of a run: %+v", ch.Title, s.Command, s)
		}
		drawn := 0
		for _, l := range s.Picture.Lanes {
			drawn += len(l.Paths)
		}
		if drawn == 0 {
			t.Errorf("%s: the picture of %s is empty", ch.Title, s.Command)
		}
		if _, err := os.Stat(filepath.Join(out, filepath.FromSlash(strings.TrimPrefix(s.Report(), "./")))); err != nil {
			t.Errorf("%s: the link to its page leads nowhere: %v", s.Command, err)
		}
	}
	again := newCourse(t, out)
	for _, l := range again.Lessons() {
		if l.Section.Workload == "tightloop" && l.Run != nil {
			t.Errorf("%s was not run, but is found as %s", l.Command(), l.Run.Dir)
		}
		if l.Section.Workload == "say" && (l.Run == nil || l.Verdict() == "") {
			t.Errorf("%s was run, and is not found", l.Command())
		}
		if l.Command() == "schedviz run counter --sync mutex" && l.Run != nil {
			t.Errorf("%s: found the run of other settings, %s", l.Command(), l.Run.Dir)
		}
	}
}

// A file that is not ours is not overwritten, unless the reader named it.
func TestCourseKeepsForeignFiles(t *testing.T) {
	out := t.TempDir()
	path := filepath.Join(out, experiment.CourseFile)
	const mine = "<p>schedviz, course</p>"
	if err := os.WriteFile(path, []byte(mine), 0o666); err != nil {
		t.Fatal(err)
	}
	c := newCourse(t, out)
	if err := c.Write(t.Context(), path, false); err == nil || !strings.Contains(err.Error(), "not schedviz's") {
		t.Errorf("Write over another's file: %v", err)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != mine {
		t.Errorf("the file is now %q, %v", text, err)
	}
	for range 2 { // the second time over our own
		if err := c.Write(t.Context(), path, true); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Write(t.Context(), path, false); err != nil {
		t.Errorf("Write over our own page: %v", err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if !report.IsCourse(f) {
		t.Error("what was written is not a course")
	}
}
