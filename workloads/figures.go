package workloads

import (
	"fmt"
	"runtime/metrics"
	"slices"
	"time"

	"schedviz/traceview/words"
)

// figure is a measurement on this host together with the documented range; High is 0 if none is documented.
type figure struct {
	What string  `json:"what"` // "creation of a goroutine"
	Unit string  `json:"unit"` // "ns" or "bytes"
	Low  float64 `json:"documented_low"`
	High float64 `json:"documented_high"`
	P50  float64 `json:"p50"` // the only one if there is just one value
	P90  float64 `json:"p90"`
	P99  float64 `json:"p99"`
}

// measured returns the figure with the quantiles of the values.
func (f figure) measured(values ...float64) figure {
	if len(values) == 0 {
		return f
	}
	sorted := slices.Sorted(slices.Values(values))
	at := func(q float64) float64 { return sorted[int(q*float64(len(sorted)-1))] }
	f.P50, f.P90, f.P99 = at(0.5), at(0.9), at(0.99)
	return f
}

// known reports whether it could be measured.
func (f figure) known() bool { return f.P50 > 0 }

// trueHere reports whether the median is in the documented range, with rounding to one digit.
func (f figure) trueHere() bool { return f.P50 >= 0.95*f.Low && f.P50 < 1.05*f.High }

// String formats the figure with the documented one, and says if that isn't true here.
func (f figure) String() string {
	if !f.known() {
		return f.What + " could not be measured"
	}
	text := f.What + " " + f.value(f.P50)
	if f.P90 != f.P50 || f.P99 != f.P50 {
		text += fmt.Sprintf(" (median; p90 %s, p99 %s)", f.value(f.P90), f.value(f.P99))
	}
	if f.High == 0 {
		return text
	}
	documented := f.value(f.Low)
	if f.High != f.Low {
		documented += " to " + f.value(f.High)
	}
	if !f.trueHere() {
		return text + ", documented as " + documented + ", which is not true here"
	}
	return text + ", documented as " + documented
}

func (f figure) value(v float64) string {
	if f.Unit == "bytes" {
		return words.Bytes(int64(v))
	}
	return length(time.Duration(v))
}

// judgedFigures judges whether documented figures are true here.
func (f Finding) judgedFigures(figures ...figure) Finding {
	for _, fig := range figures {
		if fig.High > 0 && !fig.trueHere() {
			return f.Judged(Differs, "%s", figuresText(figures...))
		}
	}
	return f.Judged(Holds, "%s", figuresText(figures...))
}

// figuresText joins figures into a sentence.
func figuresText(figures ...figure) string {
	text := ""
	for i, f := range figures {
		if i > 0 {
			text += "; "
		}
		text += f.String()
	}
	return text
}

// goMemory returns the memory in use for goroutine stacks and for objects, in bytes.
func goMemory() float64 {
	samples := []metrics.Sample{{Name: "/memory/classes/heap/stacks:bytes"}, {Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(samples)
	var sum float64
	for _, s := range samples {
		if s.Value.Kind() == metrics.KindUint64 {
			sum += float64(s.Value.Uint64())
		}
	}
	return sum
}
