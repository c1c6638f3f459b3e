package report_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/sample"
	"schedviz/traceview/sweep"
)

// pool is the page of a made-up worker pool.
func pool(o sample.Options) report.Page {
	w, s := sample.Trace(o)
	return report.Page{
		Title: "workerpool · 4 Ps" + o.Name, Facts: []string{"10 workers" + o.Name, "go1.26", "340 ms"},
		Summary: s, Window: w,
		Claims: []report.Claim{{
			ID: "answered" + o.Name, Text: "every job is answered once" + o.Name, Verdict: "holds", Evidence: "200 of 200 jobs" + o.Name,
			Goroutines: []traceview.GoID{10}, From: w.From + 1000, To: w.From + 1_000_000,
		}},
	}
}

func TestWriteIsDeterministic(t *testing.T) {
	a, b := write(t, pool(sample.Pool)), write(t, pool(sample.Pool))
	if !bytes.Equal(a, b) {
		t.Errorf("Write gave two different files, of %d and %d bytes, for the same page", len(a), len(b))
	}
}

func TestBlobHoldsTheWindow(t *testing.T) {
	p := pool(sample.Pool)
	b := unpack(t, write(t, p))
	for _, family := range []struct {
		name  string
		lanes []traceview.Lane
	}{
		{"lane.g", lanesOf(p.Window.Goroutines, func(g traceview.Goroutine) traceview.Lane { return g.Lane })},
		{"lane.p", lanesOf(p.Window.Procs, func(x traceview.Proc) traceview.Lane { return x.Lane })},
		{"lane.m", lanesOf(p.Window.Threads, func(x traceview.Thread) traceview.Lane { return x.Lane })},
	} {
		rows := b.cols[family.name+".rows"]
		if got, want := len(b.cols[family.name+".count"]), len(family.lanes); got != want {
			t.Fatalf("%s: %d lanes in the blob, want %d", family.name, got, want)
		}
		at := 0
		for i, lane := range family.lanes {
			if got := int(b.cols[family.name+".count"][i]); got != len(lane) {
				t.Fatalf("%s[%d]: %d spans in the blob, want %d", family.name, i, got, len(lane))
			}
			for j, s := range lane {
				want := p.Window.Spans[s]
				if got := b.span(int(rows[at]), p.Window.From); got != strip(want) {
					t.Fatalf("%s[%d] span %d = %+v, want %+v", family.name, i, j, got, strip(want))
				}
				at++
			}
		}
	}
	if got, want := len(b.cols["mark.time"]), len(p.Window.Marks); got != want {
		t.Errorf("%d marks in the blob, want %d", got, want)
	}
}

// A span on a G, a P and an M lane is stored once.
func TestBlobSharesSpans(t *testing.T) {
	p := pool(sample.Pool)
	want := 0
	for _, g := range p.Window.Goroutines {
		want += len(g.Lane)
	}
	if got := len(unpack(t, write(t, p)).cols["span.start"]); got != want {
		t.Errorf("the blob stores %d spans, want the %d of the goroutines", got, want)
	}
}

func lanesOf[T any](all []T, lane func(T) traceview.Lane) []traceview.Lane {
	out := make([]traceview.Lane, len(all))
	for i, x := range all {
		out[i] = lane(x)
	}
	return out
}

// span rebuilds a span from the columns; G is the same index as in the window if all of its
// goroutines are on the page.
func (b *blob) span(i int, from traceview.Time) traceview.Span {
	c := func(name string) int64 { return b.cols["span."+name][i] }
	start := from + traceview.Time(c("start"))
	return traceview.Span{
		Start: start, End: start + traceview.Time(c("dur")), G: int32(c("g")), M: int32(c("m")), P: traceview.ProcID(c("p")),
		Stack: int32(c("stack")), Waker: int32(c("waker")), N: int32(c("n")),
		State: traceview.State(c("state")), Preempt: traceview.Preempt(c("preempt")),
		Busy: time.Duration(c("dur") - c("idle")),
	}
}

// strip clears Reason, which the blob stores as a string index.
func strip(s traceview.Span) traceview.Span {
	s.Reason = 0
	if s.State != traceview.StateRunnable {
		s.Waker = -1
	}
	return s
}

func TestFindings(t *testing.T) {
	empty := func(p *report.Page) { p.Window, p.Summary = &traceview.Window{}, &traceview.Summary{} }
	for _, test := range []struct {
		name   string
		change func(*report.Page)
		want   []string // ids that must be there
		not    []string // ids that must not
	}{
		{"a pool with tight loops", nil, []string{"latency", "slice", "preempt", "utilisation", "wait", "queue"}, []string{"stw", "alive"}},
		{"nothing at all", empty, nil, []string{"latency", "slice", "preempt", "utilisation", "wait", "queue", "idle", "alive", "stw"}},
		{"no preemption", func(p *report.Page) { p.Summary.Own.Preemptions = traceview.PreemptionsStat{Gosched: 3} }, []string{"utilisation"}, []string{"preempt"}},
		{"short slices", func(p *report.Page) {
			for i := range p.Summary.LongestSlices {
				s := &p.Summary.LongestSlices[i]
				s.To = s.From + traceview.Time(9*time.Millisecond)
			}
		}, []string{"latency"}, []string{"slice"}},
		{"a long stop-the-world", func(p *report.Page) {
			p.Summary.Own.Stops = traceview.DurationStat{Count: 1, TotalNS: 30e6, MaxNS: 30e6}
		}, []string{"stw"}, nil},
		{"a leak", func(p *report.Page) {
			p.Summary.Unfinished = []traceview.UnfinishedSite{{Reason: "chan send", Count: 3, Created: 3, Max: time.Second}}
		}, []string{"alive"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := pool(sample.Pool)
			if test.change != nil {
				test.change(&p)
			}
			var ids []string
			for _, f := range unpack(t, write(t, p)).Page.Findings {
				ids = append(ids, f.ID)
				if f.Value == "" || f.Text == "" {
					t.Errorf("finding %s = %q, %q: want a number and a sentence", f.ID, f.Value, f.Text)
				}
			}
			if len(ids) > 6 {
				t.Errorf("findings = %v: want at most 6", ids)
			}
			for _, id := range test.want {
				if !slices.Contains(ids, id) {
					t.Errorf("findings = %v: want %s among them", ids, id)
				}
			}
			for _, id := range test.not {
				if slices.Contains(ids, id) {
					t.Errorf("findings = %v: the data does not support %s", ids, id)
				}
			}
		})
	}
}

// The worst wait for a P links to its location, and says who ran meanwhile.
func TestLatencyFindingHasItsPlace(t *testing.T) {
	p := pool(sample.Pool)
	for _, f := range unpack(t, write(t, p)).Page.Findings {
		if f.ID != "latency" {
			continue
		}
		if f.Place == nil || f.Place.From == nil || len(f.Place.Gs) != 1 {
			t.Fatalf("place of the latency finding = %+v, want a time and a goroutine", f.Place)
		}
		if got, want := *f.Place.To-*f.Place.From, p.Summary.Stat.SchedLatency.MaxNS; got != want {
			t.Errorf("the place is %d ns long, want the longest wait, %d", got, want)
		}
		if !strings.Contains(f.Text, " ran") {
			t.Errorf("text = %q, want who ran meanwhile", f.Text)
		}
		return
	}
	t.Error("no latency finding")
}

// With more goroutines than lanes, those that ran most get one, and the page knows.
func TestManyGoroutines(t *testing.T) {
	const n = 25_000
	w := &traceview.Window{From: 1, To: 1 + n*1000, Stacks: []traceview.Stack{{}}, Reasons: []string{""}}
	for i := range traceview.Time(n) {
		at := 1 + i*1000
		run := traceview.Span{Start: at, End: at + 1 + i%900, G: int32(i), M: -1, P: 0, Waker: -1, N: 1, State: traceview.StateRunning}
		g := traceview.Goroutine{ID: traceview.GoID(i + 1), Parent: traceview.NoG, Lane: traceview.Lane{int32(i)}}
		w.Goroutines = append(w.Goroutines, g)
		w.Spans = append(w.Spans, run)
	}
	b := unpack(t, write(t, report.Page{Title: "many", Window: w, Summary: &traceview.Summary{MoreGoroutines: n}}))
	if table, stats := b.Page.Carried["table"], b.Page.Carried["stats"]; table != 0 || stats != n {
		t.Errorf("carried: %d rows of %d goroutines, want 0 of %d", table, stats, n)
	}
	if got := b.Page.Carried["lanes"]; got != 20_000 {
		t.Errorf("carried lanes = %d, want 20000", got)
	}
	if got := b.Page.Carried["goroutines"]; got != n {
		t.Errorf("carried goroutines = %d, want %d", got, n)
	}
	least := slices.Min(b.cols["span.dur"])
	if want := int64(n-20_000) * 900 / n; least < want-2 {
		t.Errorf("the shortest run carried is %d ns; the 20000 that ran most ran %d at least", least, want)
	}
}

// The page's fixed parts must not end a script element early, nor request anything.
func TestAssets(t *testing.T) {
	err := fs.WalkDir(os.DirFS("assets"), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".js" {
			return err
		}
		text, err := os.ReadFile(filepath.Join("assets", path))
		if err != nil {
			return err
		}
		bads := []string{"</script", "<!--", "sourceMappingURL"}
		if path != "echarts/echarts.min.js" {
			bads = append(bads, "innerHTML", "insertAdjacentHTML", "document.write", "eval(")
		}
		for _, bad := range bads {
			if bytes.Contains(bytes.ToLower(text), []byte(strings.ToLower(bad))) {
				t.Errorf("%s contains %q", path, bad)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	page := write(t, pool(sample.Pool))
	for _, want := range []string{"Apache License, Version 2.0", "Content-Security-Policy", "default-src &#39;none&#39;"} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("the page does not contain %q", want)
		}
	}
}

// Every page includes the licences of ECharts, and of the parts of d3 in it.
func TestPagesHoldTheLicences(t *testing.T) {
	pages := map[string]func(io.Writer) error{
		"report":     func(w io.Writer) error { return report.Write(w, pool(sample.Pool)) },
		"comparison": func(w io.Writer) error { return report.WriteComparison(w, comparisonOf("", sample.Pool, sample.Pool)) },
		"sweep":      func(w io.Writer) error { return report.WriteSweep(w, swept(sweep.Plan{Procs: []int{1}}, 1, 0, nil)) },
		"shell":      func(w io.Writer) error { return report.WriteShell(w, "trace") },
	}
	for name, write := range pages {
		var got strings.Builder
		if err := write(&got); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, want := range []string{"contains Apache ECharts", "Apache License, Version 2.0", "Mike Bostock", "Redistributions in binary form"} {
			if !strings.Contains(got.String(), want) {
				t.Errorf("%s: the page does not say %q", name, want)
			}
		}
	}
}

// A failing writer is reported, with what was being done.
func TestWriteTellsOfAFullDisk(t *testing.T) {
	full := errors.New("no space left on device")
	err := report.Write(failing{full}, pool(sample.Pool))
	if !errors.Is(err, full) || !strings.Contains(err.Error(), "workerpool") {
		t.Errorf("Write to a full disk = %v, want it to wrap %q and name the page", err, full)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestWriteIndex(t *testing.T) {
	at := func(h int) time.Time { return time.Date(2026, 11, 21, h, 0, 0, 0, time.UTC) }
	runs := []report.IndexEntry{
		{Dir: "say-1", Title: "say", Started: at(9), Duration: 420 * time.Millisecond, Status: "ok", Verdicts: report.Verdicts{Holds: 3}, HasReport: true},
		{Dir: `we"ird #?<b>`, Title: "<img src=x onerror=alert(1)>", Started: at(11), Status: "failed: <script>exit status 2</script>", Verdicts: report.Verdicts{Fails: 1, Inconclusive: 2}, HasReport: true},
		{Dir: "counter-1", Title: "counter", Started: at(10), Status: "ok"},
	}
	var out bytes.Buffer
	if err := report.WriteIndex(&out, runs); err != nil {
		t.Fatal(err)
	}
	page := out.String()
	var order []int
	for _, title := range []string{"&lt;img", ">counter ", ">say<"} {
		order = append(order, strings.Index(page, title))
	}
	if !slices.IsSorted(order) || order[0] < 0 {
		t.Errorf("titles are at %v, want all, newest first", order)
	}
	for _, want := range []string{
		`href="./say-1/report.html"`, `./we%22ird%20%23%3F%3Cb%3E/report.html`, "420 ms", "✓ 3 hold", "✗ 1 fails", "? 2 inconclusive", "2026-11-21 09:00:00", "(no report)",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the index does not contain %q", want)
		}
	}
	for _, bad := range []string{"<img", "<script"} {
		if strings.Contains(page, bad) {
			t.Errorf("the index contains %q: a title became markup", bad)
		}
	}
	if runs[0].Dir != "say-1" {
		t.Error("WriteIndex reordered its argument")
	}
}

// Our index pages are recognized by how they begin, not by what they say.
func TestIsIndex(t *testing.T) {
	var page bytes.Buffer
	if err := report.WriteIndex(&page, []report.IndexEntry{{Dir: "say-1", Title: "say"}}); err != nil {
		t.Fatal(err)
	}
	ours := page.String()
	mark := regexp.MustCompile(`<meta name="generator".*\n`).FindString(ours)
	if mark == "" {
		t.Fatal("the index page does not say what made it")
	}
	earlier := strings.Replace(ours, mark, "", 1)
	for _, c := range []struct {
		name, page string
		want       bool
	}{
		{"an index page", ours, true},
		{"one of an earlier version", earlier, true},
		{"nothing", "", false},
		{"a page about schedviz", "<!DOCTYPE html>\n<title>schedviz</title>", false},
		{"a page that quotes the mark", "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>mine</title>\n" + mark, false},
		{"a page that quotes an index page", "<pre>" + ours, false},
		{"a page of its own title", strings.Replace(earlier, "<title>runs", "<title>my runs", 1), false},
		{"a trace's page", string(write(t, pool(sample.Pool))), false},
	} {
		if got := report.IsIndex(strings.NewReader(c.page)); got != c.want {
			t.Errorf("IsIndex of %s = %v, want %v", c.name, got, c.want)
		}
	}
}

func TestWriteIndexOfNothing(t *testing.T) {
	var out bytes.Buffer
	if err := report.WriteIndex(&out, nil); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "No runs yet.") {
		t.Error("an index without runs does not say so")
	}
}
