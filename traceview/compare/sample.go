package compare

import (
	"math"
	"slices"

	"golang.org/x/perf/benchmath"
)

// Confidence is the level of the confidence intervals.
const Confidence = 0.95

// RunsForInterval and RunsForTest are how many runs a confidence interval of the median takes, and the
// Mann-Whitney test to separate a difference from chance.
const (
	RunsForInterval = 6
	RunsForTest     = 4
)

// negligible is the effect below which a difference does not matter: about 5%.
const negligible = 0.07

// Distribution summarizes the values of several runs.
type Distribution struct {
	N      int     `json:"n"`
	Median float64 `json:"median"`
	Min    float64 `json:"min"`
	Max    float64 `json:"max"`
	// Interval is the median's confidence interval; nil for fewer runs than RunsForInterval.
	Interval *[2]float64 `json:"ci95"`
}

// DistributionOf summarizes values; without values it is zero.
func DistributionOf(values []float64) Distribution {
	if len(values) == 0 {
		return Distribution{}
	}
	d := Distribution{N: len(values), Min: slices.Min(values), Max: slices.Max(values)}
	if d.N == 1 {
		d.Median = values[0]
		return d
	}
	s := benchmath.AssumeNothing.Summary(sampleOf(values), Confidence)
	d.Median = s.Center
	if !math.IsInf(s.Lo, 0) && !math.IsInf(s.Hi, 0) {
		d.Interval = &[2]float64{s.Lo, s.Hi}
	}
	return d
}

// Bar returns the ends of an error bar: the median's confidence interval or, for few values, their range.
func (d Distribution) Bar() (lo, hi float64) {
	if d.Interval != nil {
		return d.Interval[0], d.Interval[1]
	}
	return d.Min, d.Max
}

// sampleOf makes a sample of values, which it does not change.
func sampleOf(values []float64) *benchmath.Sample {
	return benchmath.NewSample(slices.Clone(values), &benchmath.DefaultThresholds)
}

// judge reports whether the values of two sides differ by more than chance explains, and the p-value. Single runs
// can't be tested: they just differ.
func judge(from, to []float64) (Verdict, float64) {
	if len(from) == 1 && len(to) == 1 {
		return Differs, 1
	}
	c := benchmath.AssumeNothing.Compare(sampleOf(from), sampleOf(to))
	switch {
	case c.P < c.Alpha:
		return Differs, c.P
	case min(len(from), len(to)) < RunsForTest:
		return TooFewRuns, c.P
	}
	return Insignificant, c.P
}

// apart reports whether all values of one side are below all values of the other.
func apart(a, b []float64) bool {
	return slices.Max(a) < slices.Min(b) || slices.Max(b) < slices.Min(a)
}

// effect is the size of a difference: 1 is twice as much, 2 is four times. Values far below the floor count as
// none.
func effect(from, to, floor float64) float64 {
	return math.Abs(math.Log2((to + floor) / (from + floor)))
}

// saturated limits an effect to 4, so that a huge effect in an unimportant figure does not outweigh a large one
// in an important figure.
func saturated(effect float64) float64 { return 4 * effect / (4 + effect) }
