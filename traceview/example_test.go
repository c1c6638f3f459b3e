package traceview_test

import (
	"fmt"
	"time"

	"schedviz/traceview"
)

// Count, sum and maximum are exact; quantiles are within 1%.
func ExampleHistogram() {
	var h traceview.Histogram
	for d := range 1000 {
		h.Add(time.Duration(d+1) * time.Microsecond)
	}
	fmt.Println(h.Count(), h.Total(), h.Max())
	p99 := h.Quantile(0.99)
	fmt.Println(p99 > 980*time.Microsecond && p99 < 1000*time.Microsecond)
	// Output:
	// 1000 500.5ms 1ms
	// true
}
