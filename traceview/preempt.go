package traceview

import "schedviz/traceview/classify"

// leafOf classifies the leaf of a stack.
func leafOf(s Stack) classify.Stopped {
	if len(s) == 0 || s[0].PC == 0 && s[0].Func == "" {
		return classify.StoppedUnknown
	}
	return classify.Leaf(s[0].Func)
}

// interrupted returns the frame that a preemption is about.
func interrupted(kind Preempt, s Stack) Frame {
	if i := classify.Interrupted(kind, len(s), s.Func); i >= 0 {
		return s[i]
	}
	return Frame{}
}

// preemptKind classifies how a goroutine stopped running.
func (m *machine) preemptKind(reason, stack int32, to State) Preempt {
	if reason != textPreempted && reason != textGosched {
		return NotPreempted
	}
	return classify.PreemptOf(m.symbols.texts[reason], m.symbols.leaves[stack], to == StateWaiting, m.stw > 0)
}
