package report

import (
	"cmp"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/findings"
)

const (
	// maxTableRows is how many goroutines the table carries.
	maxTableRows = 100_000
	// maxSites is how many source lines the preemption and waiting tables carry.
	maxSites = 200
)

// packTable packs the goroutine table; times of moments are relative to from.
func packTable(p *packer, all []traceview.GoroutineStat, from traceview.Time) (rows int) {
	gs := longestRunning(all, maxTableRows)
	n := len(gs)
	at := func(t traceview.Time) int64 {
		if t == 0 || t < from {
			return -1
		}
		return int64(t - from)
	}
	p.addDelta("table.id", "f64", n, func(i int) int64 { return int64(gs[i].ID) })
	p.add("table.func", "i32", n, func(i int) int64 { return p.string(gs[i].Func) })
	p.add("table.parent", "f64", n, func(i int) int64 { return int64(gs[i].Parent) })
	p.addDelta("table.created", "f64", n, func(i int) int64 { return at(gs[i].Created) })
	p.addDelta("table.ended", "f64", n, func(i int) int64 { return at(gs[i].Ended) })
	p.add("table.life", "f64", n, func(i int) int64 { return int64(gs[i].Last - gs[i].First) })
	p.add("table.running", "f64", n, func(i int) int64 { return gs[i].State.Running })
	p.add("table.runnable", "f64", n, func(i int) int64 { return gs[i].State.Runnable })
	p.add("table.waiting", "f64", n, func(i int) int64 { return gs[i].State.Waiting })
	p.add("table.syscall", "f64", n, func(i int) int64 { return gs[i].State.Syscall })
	p.add("table.runs", "f64", n, func(i int) int64 { return gs[i].Runs })
	p.add("table.maxSlice", "f64", n, func(i int) int64 { return int64(gs[i].MaxSlice) })
	p.add("table.maxLatency", "f64", n, func(i int) int64 { return int64(gs[i].MaxLatency) })
	p.add("table.preempted", "f64", n, func(i int) int64 { return preemptions(gs[i]) })
	p.add("table.migrations", "f64", n, func(i int) int64 { return gs[i].Migrations })
	p.add("table.endState", "u8", n, func(i int) int64 { return int64(gs[i].EndState) })
	p.add("table.endReason", "i32", n, func(i int) int64 { return p.string(gs[i].EndReason) })
	return n
}

// longestRunning returns gs, or the limit of them that ran longest, in their order.
func longestRunning(gs []traceview.GoroutineStat, limit int) []traceview.GoroutineStat {
	if len(gs) <= limit {
		return gs
	}
	gs = slices.Clone(gs)
	slices.SortStableFunc(gs, func(a, b traceview.GoroutineStat) int {
		return cmp.Compare(b.State.Running, a.State.Running)
	})
	gs = gs[:limit]
	slices.SortFunc(gs, func(a, b traceview.GoroutineStat) int { return cmp.Compare(a.ID, b.ID) })
	return gs
}

// preemptions counts how often g had to stop: neither Gosched nor a mutex
// handoff, which are its own doing.
func preemptions(g traceview.GoroutineStat) (n int64) {
	for kind, count := range g.Preempts {
		if traceview.Preempt(kind).Involuntary() {
			n += count
		}
	}
	return n
}

// maxFindings is how many findings the page shows.
const maxFindings = 6

// findingView is a finding as the page shows it.
type findingView struct {
	ID    string `json:"id"`
	Value string `json:"value"`
	Text  string `json:"text"`
	Place *place `json:"place,omitempty"`
}

func viewFindings(s *traceview.Summary, w *traceview.Window) []findingView {
	out := []findingView{}
	for _, f := range findings.Of(s, maxFindings) {
		v := findingView{f.ID, f.Value, f.Text, nil}
		if len(f.Goroutines) > 0 || f.From != f.To {
			v.Place = placeOf(w, f.From, f.To, f.Goroutines...)
		}
		out = append(out, v)
	}
	return out
}

// frameView is a frame as the page lists it.
type frameView struct {
	Func string `json:"func"`
	File string `json:"file"`
	Line int    `json:"line"`
}

func viewStack(s traceview.Stack) []frameView {
	frames := make([]frameView, len(s))
	for i, f := range s {
		frames[i] = viewFrame(f)
	}
	return frames
}

func viewFrame(f traceview.Frame) frameView { return frameView{f.Func, f.File, f.Line} }

// preemptView is a row of the preemption table; times are nanoseconds.
type preemptView struct {
	Kind       string      `json:"kind"`
	Where      frameView   `json:"where"`
	Stack      []frameView `json:"stack"`
	Count      int64       `json:"count"`
	SliceTotal int64       `json:"sliceTotal"`
	SliceMax   int64       `json:"sliceMax"`
	WaitTotal  int64       `json:"waitTotal"`
	WaitMax    int64       `json:"waitMax"`
}

func viewPreempts(sites []traceview.PreemptSite) []preemptView {
	rows := make([]preemptView, min(len(sites), maxSites))
	for i := range rows {
		s := sites[i]
		rows[i] = preemptView{
			s.Kind.String(), viewFrame(s.Where), viewStack(s.Stack), s.Count,
			int64(s.SliceTotal), int64(s.SliceMax), int64(s.WaitTotal), int64(s.WaitMax),
		}
	}
	return rows
}

// blockView is a row of the table of places that wait; times are nanoseconds.
type blockView struct {
	Reason string      `json:"reason"`
	Stack  []frameView `json:"stack"`
	Count  int64       `json:"count"`
	Total  int64       `json:"total"`
	Max    int64       `json:"max"`
}

func viewBlocks(sites []traceview.BlockSite) []blockView {
	rows := make([]blockView, min(len(sites), maxSites))
	for i := range rows {
		s := sites[i]
		rows[i] = blockView{s.Reason, viewStack(s.Stack), s.Count, int64(s.Total), int64(s.Max)}
	}
	return rows
}

// claimView is a claim as the page lists it.
type claimView struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Verdict  string `json:"verdict"`
	Evidence string `json:"evidence"`
	Place    *place `json:"place,omitempty"`
}

func viewClaims(claims []Claim, w *traceview.Window) []claimView {
	rows := make([]claimView, len(claims))
	for i, c := range claims {
		rows[i] = claimView{c.ID, c.Text, c.Verdict, c.Evidence, nil}
		if len(c.Goroutines) > 0 || c.From != c.To {
			rows[i].Place = placeOf(w, c.From, c.To, c.Goroutines...)
		}
	}
	return rows
}

// place is somewhere in the timeline: a stretch of time, relative to the
// window's start (absent: all of it), and goroutines.
type place struct {
	From *int64           `json:"from,omitempty"`
	To   *int64           `json:"to,omitempty"`
	Gs   []traceview.GoID `json:"gs,omitempty"`
}

// maxPlaceGs is how many goroutines a place names: more lanes than fit a screen.
const maxPlaceGs = 50

func placeOf(w *traceview.Window, from, to traceview.Time, gs ...traceview.GoID) *place {
	gs = gs[:min(len(gs), maxPlaceGs)]
	if from == to {
		return &place{Gs: gs}
	}
	f, t := int64(from-w.From), int64(to-w.From)
	return &place{From: &f, To: &t, Gs: gs}
}
