package workloads

import (
	"time"

	"schedviz/traceview"
	"schedviz/traceview/words"
)

// At formats t as the time since the trace began: "12.3 ms".
func (r Recording) At(t traceview.Time) string {
	return length(t.Sub(traceview.Time(r.Summary.Stat.Trace.StartNS)))
}

// length formats a duration: "12.3 ms".
func length(d time.Duration) string { return words.Duration(d) }

// percent formats part of whole: "93%".
func percent(part, whole time.Duration) string {
	return words.Percent(float64(part) / float64(max(whole, 1)))
}

// count formats a number with its noun: "1 job", "3 jobs".
func count(n int, noun string) string { return words.Counted(n, noun) }
