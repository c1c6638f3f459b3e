package sched

import "schedviz/traceview"

// Name names the goroutines gs, whose antagonists these are.
func (m *Machine) Name(antagonists []traceview.Antagonist, gs []int32) {
	for i, g := range gs {
		antagonists[i].Func = m.Symbols.Texts[m.Gs.At(g).Func]
	}
}
