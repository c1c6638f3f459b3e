// Package compare reports how traces differ: figure by figure, by goroutine start function, and in sentences.
//
// The data flow: [Measure] extracts the figures from each run's summary, and runs of one kind make up a [Side].
// [Sides] matches the figures of the sides, judges each difference by its size and, if a side has several runs,
// by whether it exceeds the noise (sample.go), sorts the differences, and puts the largest into sentences
// (sentences.go). It leaves out what can't be compared and says why (notes.go).
//
// Package [schedviz/traceview] says what is stable.
package compare

import (
	"slices"
	"strings"
	"time"
)

// Side is one of the things compared: a trace, or the runs of one workload with one set of flags.
type Side struct {
	Label   string // what it is called: "tightloop --mode tight"
	Program string // the workload that was run, "" if unknown
	// Params are the workload's flags, Settings the other settings of the run. Both are keyed by the name
	// shown to readers, and empty if unknown.
	Params, Settings map[string]string
	Runs             []Run // at least one
}

// Settings that Sides has wording for.
const (
	SettingProcs = "GOMAXPROCS"
	SettingAsync = "async preemption" // "on" or "off"
	SettingHost  = "host"
)

// Result is how sides differ. As JSON it is part of the output of compare --json.
type Result struct {
	// Pairs are the pairs that are compared: each side but the first with the earlier side from which it
	// differs in the fewest settings.
	Pairs   []Pair     `json:"pairs"`
	Figures []Row      `json:"figures"` // those of the lesson, then the largest differences
	Groups  []GroupRow `json:"groups"`  // likewise; nil if the goroutines can't be matched
	// Notes say what can't be compared and why, and what to bear in mind.
	Notes []string `json:"notes"`
	// Repeated reports whether some side has several runs.
	Repeated bool `json:"repeated"`
}

// Pair is two sides that are compared, by index.
type Pair struct {
	From int `json:"from"`
	To   int `json:"to"`
	// Cause names the one setting in which they differ, such as "async preemption"; it is empty if there are
	// several, or none is known.
	Cause string `json:"cause"`
	// Differs lists the settings in which they differ: "GOMAXPROCS 4 instead of 2".
	Differs []string `json:"differs"`
	// PerSecond reports whether they differ in length; figures that grow with the length are then compared
	// per second.
	PerSecond bool `json:"per_second"`
	// Sentences describe the largest differences, Same what does not differ.
	Sentences []string `json:"sentences"`
	Same      string   `json:"same"`

	shorter time.Duration // the length of the shorter side
}

// Names returns the names of its sides: "A → B".
func (pair Pair) Names() string { return Name(pair.From) + " → " + Name(pair.To) }

// Title returns the names of its sides and the settings in which they differ.
func (pair Pair) Title() string {
	if len(pair.Differs) == 0 {
		return pair.Names()
	}
	return pair.Names() + ": " + strings.Join(pair.Differs, ", ")
}

// Row is one figure for all sides.
type Row struct {
	// ID is its path in stat --json: "sched_latency.p99_ns". Of what is about goroutines it is the program's part;
	// of waits, it includes those that had not ended.
	ID      string   `json:"id"`
	Name    string   `json:"name"` // "p99 wait for a P"
	Family  Family   `json:"family"`
	Unit    Unit     `json:"unit"`
	Grows   bool     `json:"grows"`   // with the length of a trace
	Values  []*Value `json:"values"`  // by side; nil if a side lacks the figure
	Changes []Change `json:"changes"` // by pair

	score  float64     // of the largest change
	weight float64     // how much the figure matters
	floor  float64     // smaller values count as none
	runs   [][]float64 // by side
	rates  [][]float64 // the same per second; empty unless Grows

	relative bool // values under 1% of the trace's length count as none, too
}

// Value is a figure of one side. Times are nanoseconds.
type Value struct {
	Distribution
	// Rate is the median per second, for figures that grow with the length.
	Rate *float64 `json:"per_second,omitempty"`
}

// Change is how a figure differs between a pair's sides.
type Change struct {
	From      float64 `json:"from"` // medians, or medians per second
	To        float64 `json:"to"`
	PerSecond bool    `json:"per_second"`
	Verdict   Verdict `json:"verdict"`
	P         float64 `json:"p"`     // of the Mann-Whitney test; 1 if there was none
	Score     float64 `json:"score"` // effect size: 0 is none, 1 about twice as much
}

// Verdict says whether two sides differ in a figure.
type Verdict string

// Verdicts. Single runs can differ, but nothing separates that from noise.
const (
	Differs       Verdict = "differs"
	Alike         Verdict = "alike"           // the difference is too small to matter
	Insignificant Verdict = "not significant" // no more than chance explains
	TooFewRuns    Verdict = "too few runs"    // to separate a difference from chance
	Unknown       Verdict = "unknown"         // one of them lacks the figure
)

// Sides compares sides, at least two of them.
func Sides(sides []Side) Result {
	c := comparison{sides: sides}
	r := Result{Pairs: []Pair{}, Figures: []Row{}}
	for _, s := range sides {
		r.Repeated = r.Repeated || len(s.Runs) > 1
	}
	r.Pairs = c.pairs()
	r.Figures = c.rows(r.Pairs)
	for i := range r.Pairs {
		r.Pairs[i].Sentences = c.sentences(r.Pairs[i], i, r.Figures)
		r.Pairs[i].Same = sameness(i, r.Figures)
	}
	matched, why := c.samePrograms()
	if matched {
		r.Groups = c.groups(r.Pairs)
	}
	r.Notes = c.notes(r, why)
	return r
}

type comparison struct{ sides []Side }

// rows matches the sides' figures.
func (c comparison) rows(pairs []Pair) []Row {
	var rows []Row
	for _, f := range c.figures() {
		row := Row{ID: f.id, Name: f.name, Family: f.family, Unit: f.unit, Grows: f.grows, weight: f.weight, floor: f.floor, relative: f.relative}
		for _, s := range c.sides {
			row.add(s)
		}
		if row.empty() {
			continue
		}
		for _, pair := range pairs {
			ch := row.change(pair)
			row.Changes = append(row.Changes, ch)
			row.score = max(row.score, ch.Score)
		}
		rows = append(rows, row)
	}
	first := byScore(func(r *Row) float64 { return r.score })
	slices.SortStableFunc(rows, func(a, b Row) int { return first(&a, &b) })
	return rows
}

// add appends a side's values.
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

// empty reports whether the figure is zero or missing on all sides.
func (r *Row) empty() bool {
	for _, v := range r.Values {
		if v != nil && v.Max != 0 {
			return false
		}
	}
	return true
}

// change judges how the figure differs between a pair's sides.
func (r *Row) change(pair Pair) Change {
	from, to, floor := r.runs[pair.From], r.runs[pair.To], r.floor
	ch := Change{PerSecond: r.Grows && pair.PerSecond, P: 1}
	if r.relative {
		floor = max(floor, smallPart*float64(pair.shorter))
	}
	if ch.PerSecond {
		from, to = r.rates[pair.From], r.rates[pair.To]
		floor *= 1e9 / max(1, float64(pair.shorter))
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
	case r.ID == lengthFigure && pair.PerSecond:
		// The length of the recording is not a result.
	case ch.Verdict == Differs, ch.Verdict == TooFewRuns && apart(from, to):
		ch.Score = r.weight * saturated(size)
	}
	return ch
}

// Differs reports whether the figure differs between the sides of any pair.
func (r *Row) Differs() bool { return r.score > 0 }
