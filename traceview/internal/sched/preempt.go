package sched

import (
	"schedviz/traceview"
	"schedviz/traceview/classify"
)

// leafOf classifies the leaf of a stack.
func leafOf(s traceview.Stack) classify.Stopped {
	if len(s) == 0 || s[0].PC == 0 && s[0].Func == "" {
		return classify.StoppedUnknown
	}
	return classify.Leaf(s[0].Func)
}

// preemptKind classifies how a goroutine stopped running.
func (m *Machine) preemptKind(reason, stack int32, to traceview.State) traceview.Preempt {
	if reason != TextPreempted && reason != TextGosched {
		return traceview.NotPreempted
	}
	return classify.PreemptOf(m.Symbols.Texts[reason], m.Symbols.leaves[stack], to == traceview.StateWaiting, m.STW > 0)
}
