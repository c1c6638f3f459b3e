package traceview

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"schedviz/traceview/cores"
)

// coreTotals adds up what a joiner finds.
type coreTotals struct {
	running CoreTime
	gs      []CoreTime // by the machine's number
	cores   map[int32]*coreTotal
	others  map[int32]int64 // ns on cores by process
	gr      *grid
	off     *load

	funcProc   map[funcProc]int64
	procThread map[procThread]int64
	threadCore map[threadCore]int64
}

type (
	funcProc struct {
		fn int32
		p  ProcID
	}
	procThread struct {
		p ProcID
		m int32
	}
	threadCore struct{ m, cpu int32 }
)

// coreTotal is what one core adds up to, in ns.
type coreTotal struct {
	ours, running, others int64
	busy                  *load
}

func newCoreTotals() coreTotals {
	return coreTotals{
		cores: make(map[int32]*coreTotal), others: make(map[int32]int64),
		funcProc: make(map[funcProc]int64), procThread: make(map[procThread]int64), threadCore: make(map[threadCore]int64),
	}
}

func (c *coreTotals) begin(m *machine) {
	if c.gr == nil {
		c.gr = newGrid(m.start)
		c.off = newLoad(c.gr)
	}
}

func (c *coreTotals) core(cpu int32) *coreTotal {
	t := c.cores[cpu]
	if t == nil {
		t = &coreTotal{busy: newLoad(c.gr)}
		c.cores[cpu] = t
	}
	return t
}

// stayed takes a thread's stay on a core.
func (c *coreTotals) stayed(m *machine, t *coreThread, s stay, ours bool) {
	c.begin(m)
	core := c.core(s.cpu)
	if !ours {
		core.others += int64(s.end - s.start)
		c.others[t.process] += int64(s.end - s.start)
		return
	}
	core.ours += int64(s.end - s.start)
	core.busy.add(s.start, s.end)
}

// ran takes a running span, how its time divides, and its stays on cores (nil: none known).
func (c *coreTotals) ran(m *machine, sp *span, ct CoreTime, stays func(func(stay, cores.Kind) bool)) {
	c.begin(m)
	c.running.add(ct)
	reach(&c.gs, sp.g).add(ct)
	if stays == nil {
		return
	}
	at := sp.since
	if ct.Unknown > 0 {
		at = never // where it is unknown, nothing is off
	}
	for s := range stays {
		ns := int64(s.end - s.start)
		c.threadCore[threadCore{sp.m, s.cpu}] += ns
		c.core(s.cpu).running += ns
		c.off.add(at, s.start)
		at = max(at, s.end)
	}
	c.off.add(at, sp.end)
	if ns := int64(ct.OnCore); ns > 0 && sp.p != NoP {
		c.funcProc[funcProc{m.gs.at(sp.g).fn, sp.p}] += ns
		c.procThread[procThread{sp.p, sp.m}] += ns
	}
}

// take returns what goroutine g adds up to, and forgets it.
func (j *joiner) take(g int32) CoreTime {
	c := &j.totals
	if int(g) >= len(c.gs) {
		return CoreTime{}
	}
	ct := c.gs[g]
	c.gs[g] = CoreTime{}
	return ct
}

// fill puts what was found into a summary, but for what its goroutines have taken already.
func (j *joiner) fill(m *machine, sum *Summary) {
	if doubt := j.doubt(m); doubt != "" {
		sum.Stat.Trace.Warnings = append(sum.Stat.Trace.Warnings, doubt)
		for i := range sum.Goroutines {
			sum.Goroutines[i].Cores = CoreTime{}
		}
		return
	}
	c := &j.totals
	d := &CoreDetail{Source: j.data.Source, HostCores: j.data.HostCores, Lost: j.data.Lost, Running: c.running}
	n := c.gr.at(m.now) + 1
	d.Step, d.OffCore = c.gr.width(), c.off.means(n)
	for _, cpu := range slices.Sorted(maps.Keys(c.cores)) {
		t := c.cores[cpu]
		d.Cores = append(d.Cores, CoreUse{
			ID: int(cpu), OnCore: time.Duration(t.ours), Running: time.Duration(t.running), Other: time.Duration(t.others), Busy: t.busy.means(n),
		})
	}
	d.Threads = j.threadRows()
	d.Others = j.otherRows()
	c.flow(m, d)
	sum.Cores = d
	sum.Stat.Cores = d.stat()
	sum.Stat.Migrations.MBetweenCores = d.migrations()
	if j.data.Lost > 0 {
		sum.Stat.Trace.Warnings = append(sum.Stat.Trace.Warnings, lostWarning(j.data.Lost))
	}
}

func lostWarning(n int64) string {
	return fmt.Sprintf("%d of the kernel's records of context switches were lost: times on cores may be off", n)
}

func (j *joiner) threadRows() []ThreadCores {
	var rows []ThreadCores
	for id, t := range j.threads {
		if t.process == j.process && t.ns > 0 {
			row := t.use
			row.ID, row.Name, row.OnCore = ThreadID(id), j.data.Names[id], time.Duration(t.ns)
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b ThreadCores) int { return cmp.Compare(a.ID, b.ID) })
	return rows
}

func (j *joiner) otherRows() []OtherProcess {
	var rows []OtherProcess
	for id, ns := range j.totals.others {
		if ns > 0 {
			rows = append(rows, OtherProcess{ID: int(id), Name: j.data.Names[id], OnCore: time.Duration(ns)})
		}
	}
	slices.SortFunc(rows, func(a, b OtherProcess) int {
		return cmp.Or(cmp.Compare(b.OnCore, a.OnCore), cmp.Compare(a.ID, b.ID))
	})
	return rows
}

// flow lists who ran where.
func (c *coreTotals) flow(m *machine, d *CoreDetail) {
	byName := make(map[FuncOnProc]time.Duration) // several texts may be one name
	for k, ns := range c.funcProc {
		byName[FuncOnProc{Func: m.symbols.texts[k.fn], Proc: k.p}] += time.Duration(ns)
	}
	for k, t := range byName {
		k.Time = t
		d.FuncProc = append(d.FuncProc, k)
	}
	for k, ns := range c.procThread {
		d.ProcThread = append(d.ProcThread, ProcOnThread{k.p, m.threads[k.m], time.Duration(ns)})
	}
	for k, ns := range c.threadCore {
		d.ThreadCore = append(d.ThreadCore, ThreadOnCore{m.threads[k.m], int(k.cpu), time.Duration(ns)})
	}
	slices.SortFunc(d.FuncProc, func(a, b FuncOnProc) int {
		return cmp.Or(cmp.Compare(b.Time, a.Time), cmp.Compare(a.Func, b.Func), cmp.Compare(a.Proc, b.Proc))
	})
	slices.SortFunc(d.ProcThread, func(a, b ProcOnThread) int {
		return cmp.Or(cmp.Compare(b.Time, a.Time), cmp.Compare(a.Proc, b.Proc), cmp.Compare(a.Thread, b.Thread))
	})
	slices.SortFunc(d.ThreadCore, func(a, b ThreadOnCore) int {
		return cmp.Or(cmp.Compare(b.Time, a.Time), cmp.Compare(a.Thread, b.Thread), cmp.Compare(a.Core, b.Core))
	})
}

func (d *CoreDetail) migrations() int64 {
	var n int64
	for _, t := range d.Threads {
		n += t.Migrations
	}
	return n
}

func (d *CoreDetail) stat() CoresStat {
	st := CoresStat{
		Captured: string(d.Source), Lost: d.Lost,
		OnCPUNS: int64(d.Running.OnCore), RunningOffCPUNS: int64(d.Running.Off()),
	}
	for _, c := range d.Cores {
		if c.OnCore > 0 {
			st.Count++
		}
	}
	for _, t := range d.Threads {
		st.Switches += t.Switches
		st.KernelPreemptions += t.Preemptions
	}
	return st
}
