package compare

import (
	"math"
	"slices"

	"golang.org/x/perf/benchmath"
)

// Confidence is the level of the confidence intervals.
const Confidence = 0.95

// RunsForInterval and RunsForTest are how many runs it takes for a confidence
// interval of the median, and for the Mann-Whitney test to tell a difference from chance.
const (
	RunsForInterval = 6
	RunsForTest     = 4
)

// negligible is the effect below which a difference does not matter: about 5%.
const negligible = 0.07

// Distribution is what the values of several runs add up to.
type Distribution struct {
	N      int     `json:"n"`
	Median float64 `json:"median"`
	Min    float64 `json:"min"`
	Max    float64 `json:"max"`
	// Interval is the median's confidence interval; nil of fewer runs than RunsForInterval.
	Interval *[2]float64 `json:"ci95"`
}

// DistributionOf adds values up; of none it is zero.
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

// Bar is the ends of an error bar: of the median's confidence interval or, of few
// values, of the range of all.
func (d Distribution) Bar() (lo, hi float64) {
	if d.Interval != nil {
		return d.Interval[0], d.Interval[1]
	}
	return d.Min, d.Max
}

// sampleOf makes a sample of values, which stay as they are.
func sampleOf(values []float64) *benchmath.Sample {
	return benchmath.NewSample(slices.Clone(values), &benchmath.DefaultThresholds)
}

// judge tells whether the values of two sides differ by more than chance would
// bring, and the p-value of that. Of single runs nobody can tell: they differ.
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

// apart tells that all values of one side are below all of the other.
func apart(a, b []float64) bool {
	return slices.Max(a) < slices.Min(b) || slices.Max(b) < slices.Min(a)
}

// effect is how large a difference is: 1 is twice as much, 2 is four times.
// Values far below the floor are as good as none.
func effect(from, to, floor float64) float64 {
	return math.Abs(math.Log2((to + floor) / (from + floor)))
}

// saturated keeps a huge effect in an unimportant figure from counting more than a
// large one in an important figure: it never exceeds 4.
func saturated(effect float64) float64 { return 4 * effect / (4 + effect) }
