package report

import (
	"cmp"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/report/internal/columns"
)

const (
	// maxFlameNodes bounds each flame graph; the smallest boxes are drawn as one.
	maxFlameNodes = 3000
	// flameFinest is the share of the total below which a box would be invisible.
	flameFinest = 4000
)

// flameView names a flame graph. Its boxes are columns, in the order of a walk that
// visits a box before those inside it:
//
//	Depth  from 1; 0 is the root box
//	Name   string: a function, or the wait reason; "" is many small boxes
//	Frame  for functions, the heaviest frame; -1 for others
//	Total  ns, or samples; including the boxes inside
//	Count  how often
type flameView struct {
	Mode  string `json:"mode"` // "blocking", "syscalls", "ready" or "samples"
	Total int64  `json:"total"`
	Count int64  `json:"count"`
}

// flameSite is a stack and its weight.
type flameSite struct {
	label        string // of a box around the whole stack; "" for none
	stack        traceview.Stack
	total, count int64
}

// flameNode is a box: the calls of a function by one chain of callers.
type flameNode struct {
	name         string
	frame        traceview.Frame
	heaviest     int64 // weight of the site that frame belongs to
	total, count int64
	inside       []*flameNode
	index        map[string]*flameNode // until sorted
}

func (n *flameNode) add(s flameSite) {
	n.total += s.total
	n.count += s.count
	if s.total > n.heaviest {
		n.heaviest = s.total
	}
}

func (n *flameNode) child(name string) *flameNode {
	c := n.index[name]
	if c == nil {
		c = &flameNode{name: name, heaviest: -1}
		if n.index == nil {
			n.index = map[string]*flameNode{}
		}
		n.index[name] = c
		n.inside = append(n.inside, c)
	}
	return c
}

// flameOf builds the boxes of the given stacks.
func flameOf(sites []flameSite) *flameNode {
	root := &flameNode{}
	for _, s := range sites {
		root.add(s)
		at := root
		if s.label != "" {
			at = at.child(s.label)
			at.add(s)
		}
		for _, f := range slices.Backward(s.stack) {
			at = at.child(f.Func)
			if s.total > at.heaviest {
				at.frame = f
			}
			at.add(s)
		}
	}
	return root
}

// walk visits the boxes of at least the given size, largest first; the smaller boxes
// inside a box come last, combined into one without a name.
func (n *flameNode) walk(depth int, least int64, visit func(depth int, n *flameNode)) {
	visit(depth, n)
	slices.SortStableFunc(n.inside, func(a, b *flameNode) int {
		return cmp.Or(cmp.Compare(b.total, a.total), cmp.Compare(a.name, b.name))
	})
	small := flameNode{}
	for _, c := range n.inside {
		if c.total < least {
			small.total += c.total
			small.count += c.count
			continue
		}
		c.walk(depth+1, least, visit)
	}
	if small.total > 0 {
		visit(depth+1, &small)
	}
}

// flameMode says what a flame graph shows.
type flameMode struct {
	name    string
	columns columns.Flame
}

// flameModes are the modes that a page may have, in order.
var flameModes = []flameMode{
	{"blocking", columns.FlameBlocking},
	{"ready", columns.FlameReady},
	{"syscalls", columns.FlameSyscalls},
	{"samples", columns.FlameSamples},
}

// packFlame packs a flame graph, unless its total is zero.
func packFlame(sp *stackPacker, mode flameMode, sites []flameSite) (view flameView, ok bool) {
	root := flameOf(sites)
	if root.total <= 0 {
		return flameView{}, false
	}
	type box struct {
		depth int
		*flameNode
	}
	var boxes []box
	for least := max(1, root.total/flameFinest); ; least *= 2 {
		boxes = boxes[:0]
		root.walk(0, least, func(depth int, n *flameNode) { boxes = append(boxes, box{depth, n}) })
		if len(boxes) <= maxFlameNodes {
			break
		}
	}
	c, n := mode.columns, len(boxes)
	sp.addDelta(c.Depth, n, func(i int) int64 { return int64(boxes[i].depth) })
	sp.add(c.Name, n, func(i int) int64 { return sp.string(boxes[i].name) })
	sp.add(c.Frame, n, func(i int) int64 {
		if boxes[i].frame.Func == "" {
			return -1
		}
		return int64(sp.frame(boxes[i].frame))
	})
	sp.add(c.Total, n, func(i int) int64 { return boxes[i].total })
	sp.add(c.Count, n, func(i int) int64 { return boxes[i].count })
	return flameView{mode.name, root.total, root.count}, true
}

// packFlames packs the flame graphs for which there are stacks.
func packFlames(sp *stackPacker, s *traceview.Summary) []flameView {
	sites := map[string][]flameSite{}
	add := func(mode, label string, stack traceview.Stack, total, count int64) {
		sites[mode] = append(sites[mode], flameSite{label, stack, total, count})
	}
	for _, b := range s.Blocks {
		add("blocking", cmp.Or(b.Reason, "unknown reason"), b.Stack, int64(b.Total), b.Count)
	}
	for _, c := range s.Syscalls {
		add("syscalls", "", c.Stack, int64(c.Total), c.Count)
	}
	for _, r := range s.Readied {
		add("ready", "", r.Stack, int64(r.Total), r.Count)
	}
	for _, c := range s.Samples {
		add("samples", "", c.Stack, c.Count, c.Count)
	}
	views := []flameView{}
	for _, mode := range flameModes {
		if v, ok := packFlame(sp, mode, sites[mode.name]); ok {
			views = append(views, v)
		}
	}
	return views
}
