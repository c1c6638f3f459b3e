package oncore

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/internal/grow"
	"schedviz/traceview/internal/sched"
	"schedviz/traceview/internal/series"
)

// totals adds up the results of a CoreJoin.
type totals struct {
	running        traceview.CoreTime
	gs             []traceview.CoreTime // by the machine's number
	cores          map[int32]*coreTotal
	otherProcesses map[int32]int64 // time on cores by process, in ns
	grid           *series.Grid
	off            *series.Load

	funcProc   map[funcProc]int64
	procThread map[procThread]int64
	threadCore map[threadCore]int64
}

type (
	funcProc struct {
		fn int32
		p  traceview.ProcID
	}
	procThread struct {
		p traceview.ProcID
		m int32
	}
	threadCore struct{ m, cpu int32 }
)

// coreTotal is the total of one core, in ns.
type coreTotal struct {
	ours, running, otherProcesses int64
	busy                          *series.Load
}

func newTotals() totals {
	return totals{
		cores: make(map[int32]*coreTotal), otherProcesses: make(map[int32]int64),
		funcProc: make(map[funcProc]int64), procThread: make(map[procThread]int64),
		threadCore: make(map[threadCore]int64),
	}
}

func (c *totals) begin(m *sched.Machine) {
	if c.grid == nil {
		c.grid = series.NewGrid(m.Start)
		c.off = series.NewLoad(c.grid)
	}
}

func (c *totals) core(cpu int32) *coreTotal {
	t := c.cores[cpu]
	if t == nil {
		t = &coreTotal{busy: series.NewLoad(c.grid)}
		c.cores[cpu] = t
	}
	return t
}

// addStay adds a thread's stay on a core.
func (c *totals) addStay(m *sched.Machine, t *Thread, s Stay, ours bool) {
	c.begin(m)
	core := c.core(s.CPU)
	if !ours {
		core.otherProcesses += int64(s.End - s.Start)
		c.otherProcesses[t.process] += int64(s.End - s.Start)
		return
	}
	core.ours += int64(s.End - s.Start)
	core.busy.Add(s.Start, s.End)
}

// addSpan adds a running span, given how its time is split and its stays on cores (nil if not
// known).
func (c *totals) addSpan(m *sched.Machine, sp *sched.Span, ct traceview.CoreTime,
	stays iter.Seq2[Stay, traceview.SwitchKind],
) {
	c.begin(m)
	c.running.Add(ct)
	grow.Reach(&c.gs, sp.G).Add(ct)
	if stays == nil {
		return
	}
	at := sp.Since
	if ct.Unknown > 0 {
		at = sched.Never // where it is unknown, it does not count as off-CPU
	}
	for s := range stays {
		ns := int64(s.End - s.Start)
		c.threadCore[threadCore{sp.M, s.CPU}] += ns
		c.core(s.CPU).running += ns
		c.off.Add(at, s.Start)
		at = max(at, s.End)
	}
	c.off.Add(at, sp.End)
	if ns := int64(ct.OnCore); ns > 0 && sp.P != traceview.NoP {
		c.funcProc[funcProc{m.Gs.At(sp.G).Func, sp.P}] += ns
		c.procThread[procThread{sp.P, sp.M}] += ns
	}
}

// Take returns the total of goroutine g and resets it.
func (j *CoreJoin) Take(g int32) traceview.CoreTime {
	c := &j.totals
	if int(g) >= len(c.gs) {
		return traceview.CoreTime{}
	}
	ct := c.gs[g]
	c.gs[g] = traceview.CoreTime{}
	return ct
}

// Fill puts the results into a summary, except for what Take has returned for its goroutines.
func (j *CoreJoin) Fill(m *sched.Machine, sum *traceview.Summary) {
	if why := j.Unusable(m); why != "" {
		sum.Stat.Trace.Warnings = append(sum.Stat.Trace.Warnings, why)
		for i := range sum.Goroutines {
			sum.Goroutines[i].Cores = traceview.CoreTime{}
		}
		return
	}
	c := &j.totals
	d := &traceview.CoreDetail{
		Source: j.data.Source, HostCores: j.data.HostCores, Lost: j.data.Lost, Running: c.running,
	}
	n := c.grid.At(m.Now) + 1
	d.Step, d.OffCore = c.grid.Width(), c.off.Means(n)
	for _, cpu := range slices.Sorted(maps.Keys(c.cores)) {
		t := c.cores[cpu]
		d.Cores = append(d.Cores, traceview.CoreUse{
			ID: int(cpu), OnCore: time.Duration(t.ours), Running: time.Duration(t.running),
			Other: time.Duration(t.otherProcesses), Busy: t.busy.Means(n),
		})
	}
	d.Threads = j.threadRows()
	d.Others = j.otherRows()
	c.flow(m, d)
	sum.Cores = d
	sum.Stat.Cores = d.Stat()
	sum.Stat.Migrations.MBetweenCores = d.Migrations()
	if j.data.Lost > 0 {
		sum.Stat.Trace.Warnings = append(sum.Stat.Trace.Warnings, lostWarning(j.data.Lost))
	}
}

func lostWarning(n int64) string {
	return fmt.Sprintf("%d of the kernel's records of context switches were lost: times on cores may be off", n)
}

func (j *CoreJoin) threadRows() []traceview.ThreadCores {
	var rows []traceview.ThreadCores
	for id, t := range j.threads {
		if t.process == j.process && t.ns > 0 {
			row := t.use
			row.ID, row.Name, row.OnCore = traceview.ThreadID(id), j.data.Names[id], time.Duration(t.ns)
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b traceview.ThreadCores) int { return cmp.Compare(a.ID, b.ID) })
	return rows
}

func (j *CoreJoin) otherRows() []traceview.OtherProcess {
	var rows []traceview.OtherProcess
	for id, ns := range j.totals.otherProcesses {
		if ns > 0 {
			rows = append(rows, traceview.OtherProcess{ID: int(id), Name: j.data.Names[id], OnCore: time.Duration(ns)})
		}
	}
	slices.SortFunc(rows, func(a, b traceview.OtherProcess) int {
		return cmp.Or(cmp.Compare(b.OnCore, a.OnCore), cmp.Compare(a.ID, b.ID))
	})
	return rows
}

// flow lists the flow of running time from functions to cores.
func (c *totals) flow(m *sched.Machine, d *traceview.CoreDetail) {
	byName := make(map[traceview.FuncOnProc]time.Duration) // several texts may be the same name
	for k, ns := range c.funcProc {
		byName[traceview.FuncOnProc{Func: m.Symbols.Texts[k.fn], Proc: k.p}] += time.Duration(ns)
	}
	for k, t := range byName {
		k.Time = t
		d.FuncProc = append(d.FuncProc, k)
	}
	for k, ns := range c.procThread {
		d.ProcThread = append(d.ProcThread, traceview.ProcOnThread{
			Proc: k.p, Thread: m.Threads[k.m], Time: time.Duration(ns),
		})
	}
	for k, ns := range c.threadCore {
		d.ThreadCore = append(d.ThreadCore, traceview.ThreadOnCore{
			Thread: m.Threads[k.m], Core: int(k.cpu), Time: time.Duration(ns),
		})
	}
	slices.SortFunc(d.FuncProc, func(a, b traceview.FuncOnProc) int {
		return cmp.Or(cmp.Compare(b.Time, a.Time), cmp.Compare(a.Func, b.Func), cmp.Compare(a.Proc, b.Proc))
	})
	slices.SortFunc(d.ProcThread, func(a, b traceview.ProcOnThread) int {
		return cmp.Or(cmp.Compare(b.Time, a.Time), cmp.Compare(a.Proc, b.Proc), cmp.Compare(a.Thread, b.Thread))
	})
	slices.SortFunc(d.ThreadCore, func(a, b traceview.ThreadOnCore) int {
		return cmp.Or(cmp.Compare(b.Time, a.Time), cmp.Compare(a.Thread, b.Thread), cmp.Compare(a.Core, b.Core))
	})
}
