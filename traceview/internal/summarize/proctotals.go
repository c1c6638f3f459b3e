package summarize

import (
	"cmp"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/internal/decode"
	"schedviz/traceview/internal/grow"
	"schedviz/traceview/internal/sched"
	"schedviz/traceview/internal/series"
)

// procTotals adds up what happens on each P and M.
type procTotals struct {
	procs    []procTotal   // by P
	threads  []threadTotal // by the machine's number
	handoffs traceview.HandoffStat
	steals   traceview.InferredSteals
	moves    int64 // migrations of Ps between Ms
	loads    int   // Ps with a series over time
}

type procTotal struct {
	running, syscall, held       time.Duration
	heldSince                    traceview.Time
	slices, handoffs, migrations int64
	busy                         *series.Load // nil until a goroutine runs
}

type threadTotal struct {
	first, last      traceview.Time
	running, syscall time.Duration
	slices           int64
	seen             bool
}

func (x *procTotals) proc(p traceview.ProcID) *procTotal {
	return grow.Reach(&x.procs, int32(p))
}

// offProc adds a running or syscall span on a P.
func (x *procTotals) offProc(gr *series.Grid, sp *sched.Span) {
	p, d := x.proc(sp.P), sp.End.Sub(sp.Since)
	if sp.State == traceview.StateSyscall {
		p.syscall += d
		return
	}
	p.running += d
	p.slices++
	if p.busy == nil && x.loads < keptLoads {
		x.loads++
		p.busy = series.NewLoad(gr)
	}
	if p.busy != nil {
		p.busy.Add(sp.Since, sp.End)
	}
}

// offThread adds a running or syscall span on an M.
func (x *procTotals) offThread(sp *sched.Span) {
	if sp.M < 0 {
		return
	}
	t, d := grow.Reach(&x.threads, sp.M), sp.End.Sub(sp.Since)
	if !t.seen {
		t.seen, t.first = true, sp.Since
	}
	t.last = sp.End
	if sp.State == traceview.StateSyscall {
		t.syscall += d
		return
	}
	t.running += d
	t.slices++
}

// procChange handles a thread that acquires or releases a P.
func (x *procTotals) procChange(m *sched.Machine, p traceview.ProcID, c sched.ProcChange) {
	t := x.proc(p)
	if c.Held {
		t.heldSince = m.Now
		if c.Before {
			t.heldSince = m.Resumed
		}
		if c.Moved {
			t.migrations++
			x.moves++
		}
		return
	}
	t.held += m.Now.Sub(t.heldSince)
	switch c.Handoff {
	case decode.GivenUp:
		x.handoffs.GivenUp++
	case decode.TakenByMonitor:
		x.handoffs.TakenByMonitor++
	case decode.TakenByOther:
		x.handoffs.TakenByOther++
	default:
		return
	}
	t.handoffs++
}

// countSteal counts a runnable span of a goroutine that runs next, on P p.
func (x *procTotals) countSteal(sp *sched.Span, p traceview.ProcID) {
	switch {
	case sp.ReadyP < 0:
	case sp.ReadyP == p:
		x.steals.OnSameP++
	default:
		x.steals.Count++
	}
}

func (x *procTotals) procStats(m *sched.Machine) []traceview.ProcStat {
	var out []traceview.ProcStat
	length := m.Covered()
	for id, ps := range m.Ps {
		if !ps.Known {
			continue
		}
		t := *x.proc(traceview.ProcID(id))
		if ps.Running {
			t.held += m.Now.Sub(t.heldSince)
		}
		out = append(out, traceview.ProcStat{
			ID: traceview.ProcID(id), Running: t.running, Syscall: t.syscall,
			Scheduling: max(t.held-t.running-t.syscall, 0), Idle: length - max(t.held, t.running+t.syscall),
			Slices: t.slices, Handoffs: t.handoffs, Migrations: t.migrations,
		})
	}
	return out
}

func (x *procTotals) threadStats(m *sched.Machine) []traceview.ThreadStat {
	out := make([]traceview.ThreadStat, 0, len(m.Threads))
	for i, id := range m.Threads {
		t := traceview.ThreadStat{ID: id}
		if i < len(x.threads) {
			n := x.threads[i]
			t.First, t.Last, t.Running, t.Syscall, t.Slices = n.first, n.last, n.running, n.syscall, n.slices
		}
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b traceview.ThreadStat) int { return cmp.Compare(a.ID, b.ID) })
	return out
}
