package report_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

// course is a course with a run in its first chapter, and one that is missing in the second.
func course(name string) report.Course {
	o := sample.Pool
	o.Name = name
	p := pool(o)
	sample.OnCores(p.Window, p.Summary, 2, name)
	return report.Course{
		Facts: []string{"go1.26" + name},
		Chapters: []report.CourseChapter{
			{
				Title: "Workers" + name, Text: "Ten of them." + name, Seen: "Workers that wait." + name,
				Sections: []report.CourseSection{{
					Workload: "workerpool", Title: "A pool" + name, Command: "schedviz run workerpool --procs 4" + name, What: "Workers." + name,
					Says: "Four Ps." + name, Look: []string{"The Ps." + name}, Made: true, Dir: "workerpool-1",
					Picture: report.Draw(p.Window, report.View{Lanes: "pgc", Pin: []traceview.GoID{20}}),
					Claims:  []report.Claim{{Text: "It holds." + name, Verdict: "holds", Evidence: "10 of 10" + name}, {Text: "It may.", Verdict: "differs"}},
					Problem: "Nothing." + name,
				}},
			},
			{Title: "Leaks", Sections: []report.CourseSection{{Workload: "leak", Title: "A leak", Command: "schedviz run leak"}}},
		},
	}
}

func writeCourse(t *testing.T, c report.Course) string {
	t.Helper()
	var page bytes.Buffer
	if err := report.WriteCourse(&page, c); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

func TestCoursePage(t *testing.T) {
	page := writeCourse(t, course(""))
	for _, want := range []string{
		`href="./workerpool-1/report.html"`, "✓ holds", "≠ differs", "1 of 1 run", "0 of 1 run", "schedviz run leak</code>", "Not run here yet",
		"<bdi>P 3</bdi>", "<bdi>core 0</bdi>", "<bdi>G20 (",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the course does not contain %q", want)
		}
	}
	if strings.Contains(page, "<script") {
		t.Error("the course has a script")
	}
	if !report.IsCourse(strings.NewReader(page)) || report.IsIndex(strings.NewReader(page)) || report.IsCourse(strings.NewReader("<p>schedviz, course</p>")) {
		t.Error("a course is not told from other pages")
	}
}

// Names from a trace and texts of a registered workload stay text.
func TestHostileCourse(t *testing.T) {
	for _, name := range hostile {
		page := writeCourse(t, course(name))
		for _, bad := range []string{"<img", "<script>", "<svg onload", "javascript:alert"} {
			if strings.Contains(strings.ToLower(page), bad) {
				t.Errorf("%q became markup: the course contains %q", name, bad)
			}
		}
	}
}

// The pictures' colours are those of the pages, and every class that can be drawn has one.
func TestPictureColours(t *testing.T) {
	theme, err := os.ReadFile(filepath.Join("assets", "base", "theme.js"))
	if err != nil {
		t.Fatal(err)
	}
	css, err := os.ReadFile(filepath.Join("assets", "course", "course.css"))
	if err != nil {
		t.Fatal(err)
	}
	light, dark, _ := strings.Cut(string(css), "@media screen and (prefers-color-scheme: dark)")
	dark, _, _ = strings.Cut(dark, ".course {")
	light, _, _ = strings.Cut(light, "@media")
	for _, style := range []string{light, dark} {
		colours := regexp.MustCompile(`--([a-z0-9_-]+): (#[0-9a-f]{6})`).FindAllStringSubmatch(style, -1)
		if len(colours) < 29 {
			t.Fatalf("%d colours, want those of goroutines, states, waits and marks", len(colours))
		}
		for _, c := range colours {
			if !strings.Contains(string(theme), c[2]) {
				t.Errorf("%s is %s, which is no colour of theme.js", c[1], c[2])
			}
		}
	}
	for _, k := range traceview.Preempts() {
		if !strings.Contains(string(css), ".mark."+k.String()+" {") {
			t.Errorf("no colour for marks of %s", k)
		}
	}
}

// A picture shows the lanes that its view asks for, in the stretch that it asks for.
func TestDraw(t *testing.T) {
	w := pool(sample.Pool).Window
	names := func(p report.Picture) (all []string) {
		for _, l := range p.Lanes {
			if len(l.Paths) == 0 && p.End != "1 ns" {
				t.Errorf("%s is empty", l.Name)
			}
			all = append(all, l.Name)
		}
		return all
	}
	if got := names(report.Draw(w, report.View{})); len(got) != 4 || got[0] != "P 0" {
		t.Errorf("lanes of any view: %q, want the 4 Ps", got)
	}
	pinned := names(report.Draw(w, report.View{Lanes: "g", Pin: []traceview.GoID{20}}))
	if !strings.HasPrefix(pinned[0], "G20 ") || strings.Contains(strings.Join(pinned[1:], " "), "G20 ") {
		t.Errorf("with G20 pinned: %q, want it first, once", pinned)
	}
	half := report.Draw(w, report.View{From: w.From, To: w.From + (w.To-w.From)/2})
	if whole := report.Draw(w, report.View{}); half.End == whole.End || half.Alt == whole.Alt {
		t.Errorf("half of the time is said to be %s (%s), the whole %s", half.End, half.Alt, whole.End)
	}
	if p := report.Draw(new(traceview.Window), report.View{Lanes: "pgc"}); len(p.Lanes) != 0 || p.Alt != "an empty timeline" {
		t.Errorf("nothing is drawn as %+v", p)
	}
}

func TestCourseInBrowser(t *testing.T) {
	file := filepath.Join(t.TempDir(), "learn.html")
	if err := os.WriteFile(file, []byte(writeCourse(t, course(""))), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, o := range []browser.Options{{}, {Width: 390, Height: 844}, {Dark: true}} {
		p := browser.Open(t, file, o)
		drawn := browser.Eval[int](p, `[...document.querySelectorAll('.picture path')].filter((x) => x.getBoundingClientRect().width > 0 &&
			getComputedStyle(x).fill !== 'rgb(0, 0, 0)').length`)
		if all := browser.Eval[int](p, `document.querySelectorAll('.picture path').length`); all < 20 || drawn != all {
			t.Errorf("%+v: %d of %d shapes are drawn in a colour", o, drawn, all)
		}
		if wide := browser.Eval[bool](p, `document.documentElement.scrollWidth > innerWidth`); wide {
			t.Errorf("%+v: the page is wider than the window", o)
		}
		if to := browser.Eval[string](p, `document.querySelector('nav a').getAttribute('href')`); to != "#chapter-1" {
			t.Errorf("the first chapter is linked as %s", to)
		}
		quiet(t, p)
	}
}
