package report

import (
	"cmp"
	"slices"

	"schedviz/traceview"
)

// maxThreads is how many threads the table lists.
const maxThreads = 2000

// procView is how a P spent its time, which adds up to the length of the trace, in ns.
type procView struct {
	ID         traceview.ProcID `json:"id"`
	Running    int64            `json:"running"`
	Syscall    int64            `json:"syscall"`
	Scheduling int64            `json:"scheduling"`
	Idle       int64            `json:"idle"`
	Slices     int64            `json:"slices"`
	Handoffs   int64            `json:"handoffs"`
	Migrations int64            `json:"migrations"`
}

func viewProcs(procs []traceview.ProcStat) []procView {
	out := make([]procView, len(procs))
	for i, p := range procs {
		out[i] = procView{
			p.ID, int64(p.Running), int64(p.Syscall), int64(p.Scheduling), int64(p.Idle),
			p.Slices, p.Handoffs, p.Migrations,
		}
	}
	return out
}

// threadView is an M's time with goroutines and, where cores were captured, on them.
// First and Last count from the window's start; -1 if no goroutine was seen on it.
type threadView struct {
	ID      traceview.ThreadID `json:"id"`
	First   int64              `json:"first"`
	Last    int64              `json:"last"`
	Running int64              `json:"running"`
	Syscall int64              `json:"syscall"`
	Slices  int64              `json:"slices"`
	Cores   *threadCoresView   `json:"cores,omitempty"`
}

type threadCoresView struct {
	Name        string `json:"name"`
	OnCore      int64  `json:"onCore"`
	Switches    int64  `json:"switches"`
	Preemptions int64  `json:"preemptions"`
	Migrations  int64  `json:"migrations"`
}

// viewThreads joins what the trace and the core recording say about each thread, those
// with the most time first. A thread that the trace never mentions belongs to the runtime or
// to C code.
func viewThreads(s *traceview.Summary, from traceview.Time) []threadView {
	at := map[traceview.ThreadID]int{}
	out := []threadView{}
	for _, t := range s.Threads {
		at[t.ID] = len(out)
		v := threadView{ID: t.ID, First: -1, Last: -1, Running: int64(t.Running), Syscall: int64(t.Syscall), Slices: t.Slices}
		if t.First != 0 {
			v.First, v.Last = int64(t.First-from), int64(t.Last-from)
		}
		out = append(out, v)
	}
	if s.Cores != nil {
		for _, t := range s.Cores.Threads {
			i, ok := at[t.ID]
			if !ok {
				i = len(out)
				out = append(out, threadView{ID: t.ID, First: -1, Last: -1})
			}
			out[i].Cores = &threadCoresView{t.Name, int64(t.OnCore), t.Switches, t.Preemptions, t.Migrations}
		}
	}
	slices.SortStableFunc(out, func(a, b threadView) int {
		return cmp.Or(cmp.Compare(b.time(), a.time()), cmp.Compare(a.ID, b.ID))
	})
	return out[:min(len(out), maxThreads)]
}

// time is what threads are ranked by: time on cores if it is known, because the runtime's
// own threads have no other.
func (t threadView) time() int64 {
	if t.Cores != nil {
		return t.Cores.OnCore
	}
	return t.Running + t.Syscall
}

// movesView counts migrations and handoffs.
type movesView struct {
	GivenUp        int64 `json:"givenUp"` // Ps handed off in system calls, by whom
	TakenByMonitor int64 `json:"takenByMonitor"`
	TakenByOther   int64 `json:"takenByOther"`
	Stolen         int64 `json:"stolen"` // inferred: ran on another P than they were made runnable on
	OnSameP        int64 `json:"onSameP"`
	Wasted         int64 `json:"wasted"`  // ns in which some P was idle although a goroutine was runnable
	WastedP        int64 `json:"wastedP"` // the same, summed over Ps
}

func viewMoves(s *traceview.Summary) movesView {
	h := s.Handoffs
	return movesView{
		h.GivenUp, h.TakenByMonitor, h.TakenByOther, s.Steals.Count, s.Steals.OnSameP,
		int64(s.Wasted.Time), int64(s.Wasted.P),
	}
}
