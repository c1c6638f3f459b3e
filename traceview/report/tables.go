package report

import (
	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/findings"
	"schedviz/traceview/report/internal/columns"
)

// packTable packs the goroutine table; points in time are relative to from.
func packTable(p *packer, gs []*traceview.GoroutineStat, from traceview.Time) (rows int) {
	n := len(gs)
	at := func(t traceview.Time) int64 {
		if t == 0 || t < from {
			return -1
		}
		return int64(t - from)
	}
	p.addDelta(columns.TableID, n, func(i int) int64 { return int64(gs[i].ID) })
	p.add(columns.TableFunc, n, func(i int) int64 { return p.string(gs[i].Func) })
	p.add(columns.TableParent, n, func(i int) int64 { return int64(gs[i].Parent) })
	p.addDelta(columns.TableEnded, n, func(i int) int64 { return at(gs[i].Ended) })
	p.add(columns.TableLife, n, func(i int) int64 { return int64(gs[i].Last - gs[i].First) })
	p.add(columns.TableRunning, n, func(i int) int64 { return gs[i].State.Running })
	p.add(columns.TableRunnable, n, func(i int) int64 { return gs[i].State.Runnable })
	p.add(columns.TableWaiting, n, func(i int) int64 { return gs[i].State.Waiting })
	p.add(columns.TableSyscall, n, func(i int) int64 { return gs[i].State.Syscall })
	p.add(columns.TableRuns, n, func(i int) int64 { return gs[i].Runs })
	p.add(columns.TableMaxSlice, n, func(i int) int64 { return int64(gs[i].MaxSlice) })
	p.add(columns.TableMaxLatency, n, func(i int) int64 { return int64(gs[i].MaxLatency) })
	p.add(columns.TablePreempted, n, func(i int) int64 { return involuntary(gs[i].Preempts[:]) })
	p.add(columns.TableMigrations, n, func(i int) int64 { return gs[i].Migrations })
	p.add(columns.TableEndState, n, func(i int) int64 { return int64(gs[i].EndState) })
	p.add(columns.TableEndReason, n, func(i int) int64 { return p.string(gs[i].EndReason) })
	p.add(columns.TableSystem, n, func(i int) int64 { return bit(classify.SystemGoroutine(gs[i].Func)) })
	return n
}

// maxFindings is how many findings the page shows.
const maxFindings = 6

// findingView is a finding as the page shows it.
type findingView struct {
	ID    string    `json:"id"`
	Value string    `json:"value"`
	Text  string    `json:"text"`
	Place *location `json:"place,omitempty"`
}

func viewFindings(s *traceview.Summary, w *traceview.Window) []findingView {
	out := []findingView{}
	for _, f := range findings.Of(s, maxFindings) {
		v := findingView{f.ID, f.Value, f.Text, nil}
		if len(f.Goroutines) > 0 || f.From != f.To {
			v.Place = locationOf(w, f.From, f.To, f.Goroutines...)
		}
		out = append(out, v)
	}
	return out
}

// frameView is a frame as shown on the page.
type frameView struct {
	Func string `json:"func"`
	File string `json:"file"`
	Line int    `json:"line"`
}

func viewFrame(f traceview.Frame) frameView { return frameView{f.Func, f.File, f.Line} }

// preemptView is a row of the preemption table; times are nanoseconds.
type preemptView struct {
	Kind       string    `json:"kind"`
	Where      frameView `json:"where"`
	Stack      int       `json:"stack"` // one of the stacks that end there
	Count      int64     `json:"count"`
	SliceTotal int64     `json:"sliceTotal"`
	SliceMax   int64     `json:"sliceMax"`
	WaitTotal  int64     `json:"waitTotal"`
	WaitMax    int64     `json:"waitMax"`
}

func viewPreempts(sp *stackPacker, sites []traceview.PreemptSite) []preemptView {
	rows := make([]preemptView, min(len(sites), maxSites))
	for i := range rows {
		s := sites[i]
		rows[i] = preemptView{
			s.Kind.String(), viewFrame(s.Where), sp.stack(s.Stack), s.Count,
			int64(s.SliceTotal), int64(s.SliceMax), int64(s.WaitTotal), int64(s.WaitMax),
		}
	}
	return rows
}

// annotationView is a row of the tables of tasks and regions by type.
type annotationView struct {
	Type string `json:"type"`
	Open int64  `json:"open"` // of those that did not end; the rest did
	traceview.DurationStat
}

func viewAnnotations(rows []traceview.AnnotationStat) []annotationView {
	out := make([]annotationView, min(len(rows), maxFunctions))
	for i := range out {
		out[i] = annotationView{rows[i].Type, rows[i].Open, rows[i].DurationStat}
	}
	return out
}

// claimView is a claim as shown on the page.
type claimView struct {
	ID       string    `json:"id"`
	Text     string    `json:"text"`
	Verdict  string    `json:"verdict"`
	Evidence string    `json:"evidence"`
	Place    *location `json:"place,omitempty"`
}

func viewClaims(claims []Claim, w *traceview.Window) []claimView {
	rows := make([]claimView, len(claims))
	for i, c := range claims {
		rows[i] = claimView{c.ID, c.Text, c.Verdict, c.Evidence, nil}
		if len(c.Goroutines) > 0 || c.From != c.To {
			rows[i].Place = locationOf(w, c.From, c.To, c.Goroutines...)
		}
	}
	return rows
}

// location is a location in the timeline: a time range, relative to the window's start
// (absent: all of it), and goroutines.
type location struct {
	From *int64           `json:"from,omitempty"`
	To   *int64           `json:"to,omitempty"`
	Gs   []traceview.GoID `json:"gs,omitempty"`
}

// maxLocationGs is how many goroutines a location names: more lanes than fit on a screen.
const maxLocationGs = 50

func locationOf(w *traceview.Window, from, to traceview.Time, gs ...traceview.GoID) *location {
	gs = gs[:min(len(gs), maxLocationGs)]
	if from == to {
		return &location{Gs: gs}
	}
	f, t := int64(from-w.From), int64(to-w.From)
	return &location{From: &f, To: &t, Gs: gs}
}
