package report_test

import (
	"context"
	"flag"
	"io"
	"testing"

	"schedviz/traceview/report"
	"schedviz/traceview/tracefile"
)

var benchTrace = flag.String("trace-file", "", "a trace for the benchmarks to read")

// BenchmarkPage makes the page of a trace, and reports its size.
func BenchmarkPage(b *testing.B) {
	if *benchTrace == "" {
		b.Skip("no -trace-file")
	}
	b.ReportAllocs()
	var size counter
	for b.Loop() {
		f, err := tracefile.Open(*benchTrace)
		if err != nil {
			b.Fatal(err)
		}
		ctx := context.Background()
		p := report.Page{Title: "bench"}
		if p.Summary, p.Window, err = f.Overview(ctx, report.MaxSpans); err != nil {
			b.Fatal(err)
		}
		if p.Exact, err = report.NewWindows(p.Window).Embed(ctx, p.Summary, f.Windows); err != nil {
			b.Fatal(err)
		}
		size = 0
		if err := report.Write(io.MultiWriter(&size, io.Discard), p); err != nil {
			b.Fatal(err)
		}
		f.Close()
	}
	b.ReportMetric(float64(size), "page-bytes")
}

type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
