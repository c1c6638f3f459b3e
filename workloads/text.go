package workloads

import (
	"fmt"
	"time"

	"schedviz/traceview"
)

// At writes a moment as the time since the trace began: "12.3 ms".
func (r Recording) At(t traceview.Time) string {
	return length(t.Sub(traceview.Time(r.Summary.Stat.Trace.StartNS)))
}

// length writes a duration with three figures and the unit people read: "12.3 ms".
func length(d time.Duration) string {
	value, unit := float64(d), "ns"
	switch {
	case d >= time.Second:
		value, unit = d.Seconds(), "s"
	case d >= time.Millisecond:
		value, unit = value/1e6, "ms"
	case d >= time.Microsecond:
		value, unit = value/1e3, "µs"
	}
	switch {
	case unit == "ns" || value >= 99.95:
		return fmt.Sprintf("%.0f %s", value, unit)
	case value >= 9.995:
		return fmt.Sprintf("%.1f %s", value, unit)
	}
	return fmt.Sprintf("%.2f %s", value, unit)
}

// percent writes part of whole: "93.0%".
func percent(part, whole time.Duration) string {
	if whole <= 0 {
		return "0%"
	}
	return fmt.Sprintf("%.1f%%", 100*float64(part)/float64(whole))
}

// count writes a number with its noun: "1 job", "3 jobs".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
