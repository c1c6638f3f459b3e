package summarize

import (
	"schedviz/traceview"
	"schedviz/traceview/classify"
)

// interrupted returns the frame that a preemption is about.
func interrupted(kind traceview.Preempt, s traceview.Stack) traceview.Frame {
	if i := classify.Interrupted(kind, len(s), s.Func); i >= 0 {
		return s[i]
	}
	return traceview.Frame{}
}
