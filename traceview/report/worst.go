package report

import "schedviz/traceview"

// waitView is one of the longest waits for a P. All times are nanoseconds; From and To
// count from the window's start.
type waitView struct {
	G       traceview.GoID `json:"g"`
	Func    string         `json:"func"`
	From    int64          `json:"from"`
	To      int64          `json:"to"`
	Waker   traceview.GoID `json:"waker"`  // -1 if no goroutine made it runnable
	Stack   int            `json:"stack"`  // where it was made runnable
	Rivals  []rivalView    `json:"rivals"` // that ran meanwhile
	Others  int            `json:"others,omitempty"`
	Partial bool           `json:"partial,omitempty"`
	Idle    int64          `json:"idle,omitempty"`
}

// rivalView is a goroutine that ran while another waited, or the other way round.
type rivalView struct {
	G    traceview.GoID `json:"g"`
	Func string         `json:"func"`
	Time int64          `json:"time"`
}

// sliceView is one of the longest slices.
type sliceView struct {
	G       traceview.GoID   `json:"g"`
	Func    string           `json:"func"`
	P       traceview.ProcID `json:"p"`
	From    int64            `json:"from"`
	To      int64            `json:"to"`
	Stack   int              `json:"stack"` // where it stopped
	Preempt string           `json:"preempt,omitempty"`
	Reason  string           `json:"reason,omitempty"`
	Ended   bool             `json:"ended"`
	Rivals  []rivalView      `json:"rivals"` // that were runnable meanwhile
	Others  int              `json:"others,omitempty"`
	Partial bool             `json:"partial,omitempty"`
}

func viewRivals(gs []traceview.Antagonist) []rivalView {
	out := make([]rivalView, len(gs))
	for i, g := range gs {
		out[i] = rivalView{g.G, g.Func, int64(g.Time)}
	}
	return out
}

func viewWaits(sp *stackPacker, s *traceview.Summary, from traceview.Time) []waitView {
	out := make([]waitView, len(s.WorstWaits))
	for i, w := range s.WorstWaits {
		out[i] = waitView{
			w.G, w.Func, int64(w.From - from), int64(w.To - from), w.Waker, sp.stack(w.Stack),
			viewRivals(w.Antagonists), w.Others, w.Partial, int64(w.Idle),
		}
	}
	return out
}

func viewSlices(sp *stackPacker, s *traceview.Summary, from traceview.Time) []sliceView {
	out := make([]sliceView, len(s.LongestSlices))
	for i, l := range s.LongestSlices {
		v := sliceView{
			G: l.G, Func: l.Func, P: l.P, From: int64(l.From - from), To: int64(l.To - from), Stack: sp.stack(l.Stack),
			Reason: l.Reason, Ended: l.Ended, Rivals: viewRivals(l.Waiters), Others: l.Others, Partial: l.Partial,
		}
		if l.Preempt != traceview.NotPreempted {
			v.Preempt = l.Preempt.String()
		}
		out[i] = v
	}
	return out
}
