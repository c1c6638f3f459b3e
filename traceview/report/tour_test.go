package report_test

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"

	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

var (
	tourRuns = flag.Int("tour", 0, "measure redraws over a scripted tour of a large page, so many times")
	tourPage = flag.String("tour-page", "", "the page that -tour looks at; without one, made-up ones of 300,000 spans, in 2,000 and in 10,000 lanes")
)

// stop is one step of the tour, in milliseconds.
type stop struct {
	What               string
	Act, Redraw, Frame float64
}

// TestTour measures how smoothly the timeline moves: go test -run Tour -tour 3 -v. Its
// figures depend on the machine: it never fails because of them.
func TestTour(t *testing.T) {
	if *tourRuns == 0 {
		t.Skip("no -tour asked for")
	}
	if *tourPage != "" {
		tour(t, *tourPage)
		return
	}
	for _, workers := range []int{2000, 10_000} {
		t.Run(fmt.Sprint(workers, " goroutines"), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "report.html")
			writePage(t, path, pool(sample.Options{Procs: 8, Workers: workers, Tight: 4, Job: 20 * time.Microsecond, For: 460 * time.Millisecond, Seed: 5}))
			tour(t, path)
		})
	}
}

func tour(t *testing.T, path string) {
	script, err := os.ReadFile("testdata/tour.js")
	if err != nil {
		t.Fatal(err)
	}
	// Skip the comment before the function: it is not part of the expression.
	_, function, _ := strings.Cut(string(script), "\nasync ")
	redraws := map[string][]float64{}
	frames := map[string][]float64{}
	for range *tourRuns {
		p := browser.Open(t, path, browser.Options{})
		p.Settle()
		s := timeline(p)
		t.Logf("%d spans, %d lanes", s.Spans, s.LaneCount)
		before := threadTime(p)
		stops := browser.Eval[[]stop](p, "(async "+function+")()")
		t.Logf("the page's thread worked %.1f ms a step", (threadTime(p)-before)*1000/float64(len(stops)))
		for _, stop := range stops {
			for _, name := range []string{stop.What, "all"} {
				redraws[name] = append(redraws[name], stop.Redraw)
				frames[name] = append(frames[name], stop.Frame)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(redraws)) {
		t.Logf("%-40s %4d steps, redraw p50 %5.1f ms, p95 %5.1f ms, max %6.1f ms; with the frame p50 %5.1f ms, p95 %5.1f ms", name, len(redraws[name]),
			quantile(redraws[name], 0.5), quantile(redraws[name], 0.95), slices.Max(redraws[name]), quantile(frames[name], 0.5), quantile(frames[name], 0.95))
	}
}

// threadTime is the CPU time of the page's main thread so far, in seconds, which does not
// depend on what else the machine does.
func threadTime(p *browser.Page) (seconds float64) {
	p.Do("reading the page's metrics", func(ctx context.Context, t *chromedp.Target) (v chromedp.Void, err error) {
		if _, err = cdp.Call(ctx, t, performance.Enable, performance.EnableParams{}); err != nil {
			return v, err
		}
		r, err := cdp.Call(ctx, t, performance.GetMetrics, cdp.Empty{})
		if err != nil {
			return v, err
		}
		for _, m := range r.Metrics {
			if m.Name == "ThreadTime" {
				seconds = m.Value
			}
		}
		return v, nil
	})
	return seconds
}

func quantile(values []float64, q float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(len(sorted)-1, int(q*float64(len(sorted))))]
}
