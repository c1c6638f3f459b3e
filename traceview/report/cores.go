package report

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"schedviz/traceview"
	"schedviz/traceview/report/internal/columns"
)

// maxFlow is how many threads, and how many functions, the flow shows individually.
const maxFlow = 14

// coresView is what the page shows of cores besides their lanes. Times are ns.
type coresView struct {
	Source traceview.CoreSource `json:"source"`
	Cores  []coreUseView        `json:"cores"`
	Others []otherUseView       `json:"others"` // by time on cores, longest first
	Boxes  []boxView            `json:"boxes"`  // of the flow, in the order of its chart
}

type coreUseView struct {
	ID      int   `json:"id"`
	OnCore  int64 `json:"onCore"`
	Running int64 `json:"running"`
	Other   int64 `json:"other"`
}

type otherUseView struct {
	ID     int    `json:"id"`
	Name   string `json:"name"`
	OnCore int64  `json:"onCore"`
}

// viewCores is nil if nothing is known about cores.
func viewCores(d *traceview.CoreDetail, f *flowBoxes) *coresView {
	if d == nil {
		return nil
	}
	v := &coresView{Source: d.Source, Cores: []coreUseView{}, Others: []otherUseView{}, Boxes: f.boxes}
	for _, c := range d.Cores {
		v.Cores = append(v.Cores, coreUseView{c.ID, int64(c.OnCore), int64(c.Running), int64(c.Other)})
	}
	for _, o := range d.Others[:min(maxFlow, len(d.Others))] {
		v.Others = append(v.Others, otherUseView{o.ID, o.Name, int64(o.OnCore)})
	}
	return v
}

// flowBoxes are the boxes of the flow and the links between them. In the chart the boxes
// are numbered; the page fills in the names, which are untrusted.
type flowBoxes struct {
	boxes []boxView
	at    map[boxView]int
	links []map[[2]int]int64 // by column
}

// boxView is a box of the flow: a function's goroutines, a P, an M or a core.
type boxView struct {
	Kind string `json:"kind"` // "func", "p", "m", "core"
	Name string `json:"name"` // of a func
	ID   int64  `json:"id"`   // of the others; -1 is all those without a box
}

func (f *flowBoxes) box(b boxView) int {
	i, ok := f.at[b]
	if !ok {
		i = len(f.boxes)
		f.at[b] = i
		f.boxes = append(f.boxes, b)
	}
	return i
}

func (f *flowBoxes) link(column int, from, to boxView, t time.Duration) {
	f.links[column][[2]int{f.box(from), f.box(to)}] += int64(t)
}

// flowOf follows running time on cores from goroutines through Ps and Ms to cores.
func flowOf(d *traceview.CoreDetail) *flowBoxes {
	f := &flowBoxes{at: map[boxView]int{}, links: []map[[2]int]int64{{}, {}, {}}}
	if d == nil {
		return f
	}
	funcs, threads := map[string]time.Duration{}, map[traceview.ThreadID]time.Duration{}
	for _, l := range d.FuncProc {
		funcs[l.Func] += l.Time
	}
	for _, l := range d.ProcThread {
		threads[l.Thread] += l.Time
	}
	topFuncs, topThreads := longest(funcs, maxFlow), longest(threads, maxFlow)
	fn := func(name string) boxView {
		if !topFuncs[name] {
			return boxView{Kind: "func", ID: -1}
		}
		return boxView{Kind: "func", Name: name}
	}
	p := func(id traceview.ProcID) boxView { return boxView{Kind: "p", ID: int64(id)} }
	m := func(id traceview.ThreadID) boxView {
		if !topThreads[id] {
			id = -1
		}
		return boxView{Kind: "m", ID: int64(id)}
	}
	for _, l := range d.FuncProc {
		f.link(0, fn(l.Func), p(l.Proc), l.Time)
	}
	for _, l := range d.ProcThread {
		f.link(1, p(l.Proc), m(l.Thread), l.Time)
	}
	for _, l := range d.ThreadCore {
		f.link(2, m(l.Thread), boxView{Kind: "core", ID: int64(l.Core)}, l.Time)
	}
	return f
}

// longest returns the n keys with the largest times, leaving out those under a hundredth
// of the total.
func longest[K cmp.Ordered](times map[K]time.Duration, n int) map[K]bool {
	keys := slices.SortedFunc(maps.Keys(times), func(a, b K) int { return cmp.Or(cmp.Compare(times[b], times[a]), cmp.Compare(a, b)) })
	top := make(map[K]bool)
	var all time.Duration
	for _, t := range times {
		all += t
	}
	for _, k := range keys[:min(n, len(keys))] {
		top[k] = times[k]*100 >= all
	}
	return top
}

// packCores packs the cores' lanes.
func (wp *windowPacker) packCores() {
	var all []traceview.CoreSpan
	for _, c := range wp.w.Cores {
		all = append(all, c.Spans...)
	}
	n := len(all)
	wp.addDelta(columns.CoreKey, len(wp.w.Cores), func(i int) int64 { return int64(wp.w.Cores[i].ID) })
	wp.add(columns.CoreCount, len(wp.w.Cores), func(i int) int64 { return int64(len(wp.w.Cores[i].Spans)) })
	wp.addDelta(columns.CoreStart, n, func(i int) int64 { return int64(all[i].Start - wp.from) })
	wp.add(columns.CoreDur, n, func(i int) int64 { return int64(all[i].End - all[i].Start) })
	wp.add(columns.CoreM, n, func(i int) int64 { return int64(all[i].M) })
	wp.add(columns.CoreOther, n, func(i int) int64 { return int64(all[i].Other) })
	wp.add(columns.CoreN, n, func(i int) int64 { return int64(all[i].N) })
	wp.add(columns.CoreLeft, n, func(i int) int64 { return int64(all[i].Left) })
	wp.add(columns.CoreIdle, n, func(i int) int64 { return max(0, int64(all[i].End.Sub(all[i].Start)-all[i].Busy)) })
	o := wp.w.Others
	wp.add(columns.OtherID, len(o), func(i int) int64 { return int64(o[i].ID) })
	wp.add(columns.OtherProcess, len(o), func(i int) int64 { return int64(o[i].Process) })
	wp.add(columns.OtherName, len(o), func(i int) int64 { return wp.string(o[i].Name) })
	wp.add(columns.OtherTraced, len(o), func(i int) int64 { return bit(o[i].Traced) })
	if len(wp.w.Cores) > 0 {
		wp.add(columns.SpanOnCore, len(wp.spans.all), func(i int) int64 { return permille(wp.span(i).OnCore) })
	}
}

// permille is a share in thousandths, -1 if it is unknown.
func permille(share float32) int64 {
	if share < 0 {
		return -1
	}
	return int64(share*1000 + 0.5)
}

// sankey makes a Sankey chart implement chart: its options' setter returns another type.
type sankey struct{ *charts.Sankey }

func (s sankey) SetGlobalOptions(o ...charts.GlobalOpts) *charts.RectChart {
	s.Sankey.SetGlobalOptions(o...)
	return nil
}

// flowChart draws who ran where.
func flowChart(f *flowBoxes) chart {
	c := charts.NewSankey()
	nodes, links := []opts.SankeyNode{}, []opts.SankeyLink{}
	for i := range f.boxes {
		nodes = append(nodes, opts.SankeyNode{Name: strconv.Itoa(i)})
	}
	for _, column := range f.links {
		for _, at := range slices.SortedFunc(maps.Keys(column), func(a, b [2]int) int {
			return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
		}) {
			links = append(links, opts.SankeyLink{Source: strconv.Itoa(at[0]), Target: strconv.Itoa(at[1]), Value: float32(column[at])})
		}
	}
	c.AddSeries("flow", nodes, links)
	return sankey{c}
}
