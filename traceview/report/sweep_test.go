package report_test

import (
	"io"
	"strings"
	"testing"

	"schedviz/traceview/record"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/sweep"
)

// swept makes the page of a sweep whose runs took length(procs, value, round).
func swept(plan sweep.Plan, cores, done int, length func(p sweep.Point, round int) float64) report.Sweep {
	l := sweep.New("", plan)
	l.Host = record.Host{Cores: cores}
	for _, t := range plan.Tasks()[:done] {
		ns := length(t.Point, t.Round)
		figures := map[string]float64{}
		for _, id := range sweep.Figures() {
			figures[id] = ns / 100
		}
		figures["trace.duration_ns"], figures["cores.off_share"], figures["procs.utilization"] = ns, 0.5, 0.9
		l.Add(sweep.Run{Task: t, Dir: "run-" + string(rune('a'+len(l.Done))), DurationNS: int64(ns), Figures: figures})
	}
	g := l.Grid()
	return report.Sweep{Title: "a sweep", Facts: []string{"a fact"}, Sentences: g.Sentences(), Notes: g.Notes(), Grid: g}
}

func openSweep(t *testing.T, s report.Sweep, o browser.Options) *browser.Page {
	t.Helper()
	return openWritten(t, func(w io.Writer) error { return report.WriteSweep(w, s) }, o)
}

func TestSweepInBrowser(t *testing.T) {
	plan := sweep.Plan{Workload: "w", Args: []string{}, Procs: []int{1, 2, 4}, Repeat: 3, Vary: &sweep.Axis{Flag: "workers", Values: []string{"1", "4"}}}
	s := swept(plan, 2, 18, func(p sweep.Point, round int) float64 { return 1e9/float64(min(p.Procs, 2)) + float64(round)*1e7 })
	p := openSweep(t, s, browser.Options{})
	for _, panel := range []string{"wall_time", "speed_up", "latency_p99", "preemptions", "off_core"} {
		if n := browser.Eval[int](p, `document.querySelectorAll('[data-chart=`+panel+`] canvas').length`); n < 1 {
			t.Errorf("chart %s is not drawn", panel)
		}
	}
	names := browser.Eval[[]string](p, `schedviz.sweep.drawn[1].getOption().series.map((s) => s.name)`)
	if got := strings.Join(names, ", "); !strings.HasPrefix(got, "--workers 1, --workers 4, ideal, on 2 cores") {
		t.Errorf("speed-up has the lines %q", got)
	}
	possible := browser.Eval[[]float64](p, `schedviz.sweep.drawn[1].getOption().series.find((s) => s.name === 'on 2 cores').data.map((d) => d.value[1])`)
	if len(possible) != 3 || possible[0] != 1 || possible[1] != 2 || possible[2] != 2 {
		t.Errorf("2 cores allow speed-ups %v, want 1, 2, 2", possible)
	}
	links := browser.Eval[[]string](p, `[...document.querySelectorAll('td.runs a')].map((a) => a.getAttribute('href'))`)
	if len(links) != 18 || links[0] != "./run-a/report.html" {
		t.Errorf("links %q, want one to each of 18 runs", links)
	}
	if got := browser.Eval[string](p, `schedviz.sweep.page.links[1][2]`); got != "./run-l/report.html" {
		t.Errorf("the last point links to %q, want the run of median length, ./run-l/report.html", got)
	}
	p.Dark(true)
	quiet(t, p)
}

func TestSweepOfHostileNames(t *testing.T) {
	const evil = `"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>__f__window.hacked=1__f__`
	plan := sweep.Plan{Workload: "w", Args: []string{}, Procs: []int{2}, Repeat: 1, Vary: &sweep.Axis{Flag: "mode" + evil, Values: []string{"a" + evil, "b"}}}
	s := swept(plan, 2, 2, func(p sweep.Point, _ int) float64 { return float64(len(p.Value)) * 1e6 })
	s.Title, s.Facts = "sweep"+evil, []string{evil}
	s.Grid.Cells[0].Runs[0].Dir = "javascript:alert(1)"
	p := openSweep(t, s, browser.Options{Width: 390, Height: 844})
	if browser.Eval[bool](p, `window.hacked !== undefined || document.querySelector('img') !== null`) {
		t.Error("a name became markup")
	}
	if got := browser.Eval[string](p, `document.querySelector('td.runs a').protocol`); got != "file:" {
		t.Errorf("a run's link goes to %s, want a file", got)
	}
	if w := browser.Eval[float64](p, `document.documentElement.scrollWidth`); w > 391 {
		t.Errorf("the page is %v px wide on a screen of 390", w)
	}
	quiet(t, p)
}

// An interrupted sweep shows the runs made so far.
func TestUnfinishedSweep(t *testing.T) {
	plan := sweep.Plan{Workload: "w", Args: []string{}, Procs: []int{1, 2, 4}, Repeat: 2}
	p := openSweep(t, swept(plan, 2, 2, func(p sweep.Point, _ int) float64 { return 1e9 / float64(p.Procs) }), browser.Options{Dark: true})
	text := browser.Eval[string](p, `document.body.innerText`)
	for _, want := range []string{"2 of 6 runs are done", "none yet", "2.00 times as fast with 2 Ps"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q: %.500s", want, text)
		}
	}
	quiet(t, p)
}
