// Package compare says in what traces differ: figure by figure, by start function
// of goroutines, and in words.
//
// The way of the data: [Measure] takes the figures out of each run's summary, and
// the runs of one kind make a [Side]. [Sides] matches the figures of the sides,
// judges each difference by how large it is and, where a side has several runs, by
// whether it is more than noise (sample.go), sorts them, and puts the largest into
// sentences (sentences.go). What can't be compared it leaves out, and says why
// (notes.go).
package compare

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Side is one thing that is compared: a trace, or the runs of one workload with
// one set of flags.
type Side struct {
	Label   string // what it is called: "tightloop --mode tight"
	Program string // the workload that was run, "" if that is not known
	// Params are the workload's flags, Settings what the run was made with besides.
	// Both by the name that a reader knows them by; empty where nothing is known.
	Params, Settings map[string]string
	Runs             []Run // at least one
}

// Settings that Sides knows how to talk of.
const (
	SettingProcs = "GOMAXPROCS"
	SettingAsync = "async preemption" // "on" or "off"
	SettingHost  = "host"
)

// Result is in what sides differ. As JSON it is part of what compare --json prints.
type Result struct {
	// Legs are the pairs that are compared: each side but the first with the one
	// before it that it differs from in the fewest settings.
	Legs    []Leg      `json:"legs"`
	Figures []Row      `json:"figures"` // largest differences first
	Groups  []GroupRow `json:"groups"`  // likewise; nil if the goroutines can't be matched
	// Notes tell what can't be compared and why, and what to bear in mind.
	Notes []string `json:"notes"`
	// Repeated tells that some side has several runs.
	Repeated bool `json:"repeated"`
}

// Leg is one pair of sides, by index.
type Leg struct {
	From int `json:"from"`
	To   int `json:"to"`
	// Cause names the one setting in which they differ, as "async preemption"; it
	// is empty if there are several, or none that is known.
	Cause string `json:"cause"`
	// Differs lists the settings in which they differ: "GOMAXPROCS 4 instead of 2".
	Differs []string `json:"differs"`
	// PerSecond tells that they differ in length, so that what grows with the
	// length is compared per second.
	PerSecond bool `json:"per_second"`
	// Sentences tell the largest differences, Same what does not differ.
	Sentences []string `json:"sentences"`
	Same      string   `json:"same"`

	shorter time.Duration // the length of the shorter side
}

// Pair names its sides: "A → B".
func (leg Leg) Pair() string { return Name(leg.From) + " → " + Name(leg.To) }

// Title names its sides, and in what they were made to differ.
func (leg Leg) Title() string {
	if len(leg.Differs) == 0 {
		return leg.Pair()
	}
	return leg.Pair() + ": " + strings.Join(leg.Differs, ", ")
}

// Row is one figure of all sides.
type Row struct {
	ID      string   `json:"id"`   // where stat --json has it: "sched_latency.p99_ns"
	Name    string   `json:"name"` // "99% of waits for a P, within"
	Family  Family   `json:"family"`
	Unit    Unit     `json:"unit"`
	Grows   bool     `json:"grows"`   // with the length of a trace
	Values  []*Value `json:"values"`  // by side; nil where a side can't tell
	Changes []Change `json:"changes"` // by leg

	score  float64     // of the largest change
	weight float64     // how much it matters
	floor  float64     // a value below is as good as none
	runs   [][]float64 // by side
	rates  [][]float64 // the same per second; empty unless Grows
}

// Value is a figure of one side. Times are nanoseconds.
type Value struct {
	Distribution
	// Rate is the median per second, where the figure grows with the length.
	Rate *float64 `json:"per_second,omitempty"`
}

// Change is how a figure differs between a leg's sides.
type Change struct {
	From      float64 `json:"from"` // medians, or medians per second
	To        float64 `json:"to"`
	PerSecond bool    `json:"per_second"`
	Verdict   Verdict `json:"verdict"`
	P         float64 `json:"p"`     // of the Mann-Whitney test; 1 if there was none
	Score     float64 `json:"score"` // how large it is: 0 is nothing, 1 about twice as much
}

// Verdict is whether two sides differ in a figure.
type Verdict string

// Verdicts. A difference of single runs is one, but nothing tells it from noise.
const (
	Differs       Verdict = "differs"
	Alike         Verdict = "alike"           // the difference is too small to matter
	Insignificant Verdict = "not significant" // no more than chance would bring
	TooFewRuns    Verdict = "too few runs"    // to tell a difference from chance
	Unknown       Verdict = "unknown"         // one of them can't tell
)

// Sides compares sides, at least two of them.
func Sides(sides []Side) Result {
	c := comparison{sides: sides}
	r := Result{Legs: []Leg{}, Figures: []Row{}}
	for _, s := range sides {
		r.Repeated = r.Repeated || len(s.Runs) > 1
	}
	r.Legs = c.legs()
	r.Figures = c.rows(r.Legs)
	for i := range r.Legs {
		r.Legs[i].Sentences = c.sentences(r.Legs[i], i, r.Figures)
		r.Legs[i].Same = sameness(i, r.Figures)
	}
	matched, why := c.samePrograms()
	if matched {
		r.Groups = c.groups(r.Legs)
	}
	r.Notes = c.notes(r, why)
	return r
}

type comparison struct{ sides []Side }

// rows matches the sides' figures.
func (c comparison) rows(legs []Leg) []Row {
	var rows []Row
	for _, f := range c.figures() {
		row := Row{ID: f.id, Name: f.name, Family: f.family, Unit: f.unit, Grows: f.grows, weight: f.weight, floor: f.floor}
		for _, s := range c.sides {
			row.add(s)
		}
		if row.empty() {
			continue
		}
		for _, leg := range legs {
			ch := row.change(leg)
			row.Changes = append(row.Changes, ch)
			row.score = max(row.score, ch.Score)
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(b.score, a.score) })
	return rows
}

// add adds a side's values.
func (r *Row) add(s Side) {
	var values, rates []float64
	for _, run := range s.Runs {
		v, ok := run.values[r.ID]
		if !ok {
			v, ok = 0, run.zero(r.ID)
		}
		if !ok {
			continue
		}
		values = append(values, v)
		if r.Grows && run.DurationNS > 0 {
			rates = append(rates, v*1e9/float64(run.DurationNS))
		}
	}
	var value *Value
	if len(values) > 0 {
		value = &Value{Distribution: DistributionOf(values)}
	}
	if len(rates) > 0 {
		median := DistributionOf(rates).Median
		value.Rate = &median
	}
	r.Values = append(r.Values, value)
	r.runs, r.rates = append(r.runs, values), append(r.rates, rates)
}

// empty tells that no side has anything of this.
func (r *Row) empty() bool {
	for _, v := range r.Values {
		if v != nil && v.Max != 0 {
			return false
		}
	}
	return true
}

// change judges how the figure differs between a leg's sides.
func (r *Row) change(leg Leg) Change {
	from, to, floor := r.runs[leg.From], r.runs[leg.To], r.floor
	ch := Change{PerSecond: r.Grows && leg.PerSecond, P: 1}
	if ch.PerSecond {
		from, to = r.rates[leg.From], r.rates[leg.To]
		floor *= 1e9 / max(1, float64(leg.shorter))
	}
	if len(from) == 0 || len(to) == 0 {
		ch.Verdict = Unknown
		return ch
	}
	ch.From, ch.To = DistributionOf(from).Median, DistributionOf(to).Median
	ch.Verdict, ch.P = judge(from, to)
	size := effect(ch.From, ch.To, floor)
	switch {
	case size < negligible:
		ch.Verdict = Alike
	case r.ID == lengthFigure && leg.PerSecond:
		// How long somebody recorded is no result.
	case ch.Verdict == Differs, ch.Verdict == TooFewRuns && apart(from, to):
		ch.Score = r.weight * saturated(size)
	}
	return ch
}

// Differs tells whether the figure differs between the sides of any leg.
func (r *Row) Differs() bool { return r.score > 0 }
