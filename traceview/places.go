package traceview

import (
	"cmp"
	"slices"
	"time"
)

// places adds up what happens on each P and M.
type places struct {
	procs    []procTotal   // by P
	threads  []threadTotal // by the machine's number
	handoffs HandoffStat
	steals   InferredSteals
	moves    int64 // of Ps between Ms
	loads    int   // Ps with a course over time
}

type procTotal struct {
	running, syscall, held       time.Duration
	heldSince                    Time
	slices, handoffs, migrations int64
	busy                         *load // nil until a goroutine runs
}

type threadTotal struct {
	first, last      Time
	running, syscall time.Duration
	slices           int64
	seen             bool
}

func (x *places) proc(p ProcID) *procTotal {
	return reach(&x.procs, int32(p))
}

// offProc takes the end of a running or syscall span on a P.
func (x *places) offProc(gr *grid, sp *span) {
	p, d := x.proc(sp.p), sp.end.Sub(sp.since)
	if sp.state == StateSyscall {
		p.syscall += d
		return
	}
	p.running += d
	p.slices++
	if p.busy == nil && x.loads < keptLoads {
		x.loads++
		p.busy = newLoad(gr)
	}
	if p.busy != nil {
		p.busy.add(sp.since, sp.end)
	}
}

// offThread takes the end of a running or syscall span on an M.
func (x *places) offThread(sp *span) {
	if sp.m < 0 {
		return
	}
	t, d := reach(&x.threads, sp.m), sp.end.Sub(sp.since)
	if !t.seen {
		t.seen, t.first = true, sp.since
	}
	t.last = sp.end
	if sp.state == StateSyscall {
		t.syscall += d
		return
	}
	t.running += d
	t.slices++
}

// change takes a thread's taking up or leaving a P.
func (x *places) change(m *machine, p ProcID, c procChange) {
	t := x.proc(p)
	if c.held {
		t.heldSince = m.now
		if c.before {
			t.heldSince = m.resumed
		}
		if c.moved {
			t.migrations++
			x.moves++
		}
		return
	}
	t.held += m.now.Sub(t.heldSince)
	switch c.handoff {
	case givenUp:
		x.handoffs.GivenUp++
	case takenByMonitor:
		x.handoffs.TakenByMonitor++
	case takenByOther:
		x.handoffs.TakenByOther++
	default:
		return
	}
	t.handoffs++
}

// ready takes the end of a runnable span of a goroutine that now runs on P p.
func (x *places) ready(sp *span, p ProcID) {
	switch {
	case sp.readyP < 0:
	case sp.readyP == p:
		x.steals.OnSameP++
	default:
		x.steals.Count++
	}
}

func (x *places) procStats(m *machine) []ProcStat {
	var out []ProcStat
	length := m.covered()
	for id, ps := range m.ps {
		if !ps.known {
			continue
		}
		t := *x.proc(ProcID(id))
		if ps.running {
			t.held += m.now.Sub(t.heldSince)
		}
		out = append(out, ProcStat{
			ID: ProcID(id), Running: t.running, Syscall: t.syscall,
			Scheduling: max(t.held-t.running-t.syscall, 0), Idle: length - max(t.held, t.running+t.syscall),
			Slices: t.slices, Handoffs: t.handoffs, Migrations: t.migrations,
		})
	}
	return out
}

func (x *places) threadStats(m *machine) []ThreadStat {
	out := make([]ThreadStat, 0, len(m.threads))
	for i, id := range m.threads {
		t := ThreadStat{ID: id}
		if i < len(x.threads) {
			n := x.threads[i]
			t.First, t.Last, t.Running, t.Syscall, t.Slices = n.first, n.last, n.running, n.syscall, n.slices
		}
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b ThreadStat) int { return cmp.Compare(a.ID, b.ID) })
	return out
}
