package experiment

import (
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"schedviz/traceview/classify"
	"schedviz/traceview/record"
	"schedviz/traceview/report"
	"schedviz/traceview/words"
	"schedviz/workloads"
)

// Lesson is a section of the course: a workload with settings, and the newest run of it.
type Lesson struct {
	Section workloads.Section
	Setup   *Setup
	Run     *record.Run // nil if there is none
}

// Command is how to make the lesson's run.
func (l *Lesson) Command() string {
	return strings.Join(append([]string{l.Setup.Workload.RunBySchedviz()}, l.Section.Args...), " ")
}

// CourseChapter is a chapter of the course with its lessons.
type CourseChapter struct {
	workloads.Chapter
	Lessons []*Lesson
}

// Course is the course that schedviz learn puts together from the runs in an output directory.
type Course struct {
	Out      string
	Chapters []CourseChapter
	Hooks    Hooks
}

// NewCourse returns the course with the newest complete run of each lesson in o.Out. o says how to make those that
// are missing.
func NewCourse(o Options) (*Course, error) {
	runs, err := record.List(o.Out)
	if err != nil {
		return nil, err
	}
	c := &Course{Out: o.Out, Hooks: o.Hooks}
	for _, chapter := range workloads.Course() {
		ch := CourseChapter{Chapter: chapter}
		for _, s := range chapter.Sections {
			l, err := newLesson(s, o)
			if err != nil {
				return nil, fmt.Errorf("the course's %s: %w", s.Workload, err)
			}
			l.find(runs)
			ch.Lessons = append(ch.Lessons, l)
		}
		c.Chapters = append(c.Chapters, ch)
	}
	return c, nil
}

func newLesson(s workloads.Section, o Options) (*Lesson, error) {
	w := workloads.Find(s.Workload)
	if w == nil {
		return nil, fmt.Errorf("there is no such workload")
	}
	l := &Lesson{Section: s, Setup: New(w)}
	if err := l.Setup.Parse(s.Args); err != nil {
		return nil, err
	}
	own := l.Setup.Options
	l.Setup.Options = o
	l.Setup.Procs, l.Setup.AsyncPreempt = own.Procs, own.AsyncPreempt
	return l, nil
}

// find sets the newest of the runs, which are in that order, that is complete and has the lesson's settings.
func (l *Lesson) find(runs []*record.Run) {
	l.Run = nil
	for _, r := range runs {
		if l.isOf(r) {
			l.Run = r
			return
		}
	}
}

// isOf reports whether a run is complete and has the lesson's settings.
func (l *Lesson) isOf(r *record.Run) bool {
	s := l.Setup
	return r.Workload == s.Workload.Name && r.Complete && r.Exit.OK() && maps.Equal(r.Params, s.values()) &&
		(s.Procs == 0 || r.GOMAXPROCS == s.Procs) &&
		classify.AsyncPreempt(r.GODEBUG) == (s.AsyncPreempt != "off")
}

// Lessons returns the lessons of all chapters. One that is in several is returned once for each.
func (c *Course) Lessons() []*Lesson {
	var all []*Lesson
	for _, ch := range c.Chapters {
		all = append(all, ch.Lessons...)
	}
	return all
}

// Missing returns the lessons without a run. One that is in several chapters is returned once.
func (c *Course) Missing() []*Lesson {
	var missing []*Lesson
	for _, l := range c.Lessons() {
		if l.Run == nil && !slices.ContainsFunc(missing, func(m *Lesson) bool { return m.Command() == l.Command() }) {
			missing = append(missing, l)
		}
	}
	return missing
}

// RunMissing makes the runs that are missing, one after another, so that they do not disturb one another. Those that
// failed or were interrupted stay missing; what was made before an interruption stays.
func (c *Course) RunMissing(ctx context.Context) ([]Outcome, error) {
	missing := c.Missing()
	setups := make([]*Setup, 0, len(missing))
	for _, l := range missing {
		setups = append(setups, l.Setup)
	}
	outcomes, err := RunAll(ctx, setups)
	for i, o := range outcomes {
		for _, l := range c.Lessons() {
			if l.Command() == missing[i].Command() && l.isOf(o.Run) {
				l.Run = o.Run
			}
		}
	}
	return outcomes, err
}

// coursePictureSpans is how many spans a picture is drawn from: it has room for far fewer.
const coursePictureSpans = 100_000

// Page returns the course as a page that is to be at path, to which its links are relative.
func (c *Course) Page(ctx context.Context, path string) (report.Course, error) {
	var page report.Course
	for _, ch := range c.Chapters {
		rc := report.CourseChapter{Title: ch.Title, Text: ch.Text, Seen: ch.Seen}
		for _, l := range ch.Lessons {
			s, err := c.section(ctx, l, path)
			if err != nil {
				return page, err
			}
			rc.Sections = append(rc.Sections, s)
			if l.Run != nil && len(page.Facts) == 0 {
				page.Facts = []string{l.Run.GoVersion, hostFact(l.Run.Host)}
			}
		}
		page.Chapters = append(page.Chapters, rc)
	}
	return page, nil
}

// section returns a lesson as a section of the page at path.
func (c *Course) section(ctx context.Context, l *Lesson, path string) (report.CourseSection, error) {
	w := l.Setup.Workload
	s := report.CourseSection{
		Workload: w.Name, Title: w.Title, Command: l.Command(), What: w.Lesson.What, Says: l.Section.Says,
	}
	if l.Run == nil {
		return s, nil
	}
	for _, look := range w.Lesson.Look {
		s.Look = append(s.Look, look.Text)
	}
	s.Made, s.Dir, s.Claims = true, relativeTo(path, l.Run.Dir), pageClaims(l.Run.Claims)
	a, err := InputOf(l.Run).Overview(ctx, coursePictureSpans, c.Hooks)
	if err != nil {
		if ctx.Err() != nil {
			return s, err
		}
		s.Problem = err.Error()
		return s, nil
	}
	s.Picture = report.Draw(a.Window, views{l.Run.Claims, a.Window}.of(w.Lesson.View))
	return s, nil
}

// relativeTo returns dir as seen from the page at path, with slashes.
func relativeTo(path, dir string) string {
	from, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return filepath.ToSlash(dir)
	}
	to, err := filepath.Abs(dir)
	if err != nil {
		return filepath.ToSlash(dir)
	}
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return filepath.ToSlash(to)
	}
	return filepath.ToSlash(rel)
}

// CourseFile is the course's page in an output directory.
const CourseFile = "learn.html"

// Write writes the course's page. A file at path that is not such a page is left alone, unless overwrite is set.
func (c *Course) Write(ctx context.Context, path string, overwrite bool) error {
	if !overwrite && isForeign(path, report.IsCourse) {
		return fmt.Errorf("writing the course: %s is not schedviz's, and was left alone; choose another by -o", path)
	}
	page, err := c.Page(ctx, path)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("writing the course: %w", err)
	}
	return writeFile(ctx, path, func(w io.Writer) error { return report.WriteCourse(w, page) })
}

// Verdict sums up the claims of a lesson's run: "3 hold, 1 inconclusive".
func (l *Lesson) Verdict() string {
	if l.Run == nil {
		return ""
	}
	n := Verdicts(l.Run.Claims)
	var parts []string
	for _, p := range []struct {
		n    int
		verb string
	}{{n.Holds, "hold"}, {n.Fails, "fail"}, {n.Inconclusive, "inconclusive"}, {n.Differs, "differ"}} {
		if p.n > 0 {
			parts = append(parts, words.Number(p.n)+" "+p.verb)
		}
	}
	return strings.Join(parts, ", ")
}
