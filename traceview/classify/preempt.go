package classify

import (
	"strings"

	"schedviz/traceview"
)

// PreemptOf classifies how a running goroutine stopped, by the reason the trace gives and
// the stack's leaf; parks tells that it then waited, stw that a stop-the-world was going
// on. The table this follows is in the runtime's source: gopreempt_m, preemptPark, goyield
// and goschedImpl in runtime/proc.go.
func PreemptOf(reason string, leaf Stopped, parks, stw bool) traceview.Preempt {
	switch {
	case reason == ReasonGosched:
		return traceview.PreemptGosched
	case reason != ReasonPreempted:
		return traceview.NotPreempted
	case leaf == StoppedHandoff:
		return traceview.PreemptMutexHandoff
	case parks:
		return traceview.PreemptSuspend
	case stw:
		return traceview.PreemptSTW
	case leaf == StoppedAsync:
		return traceview.PreemptAsync
	case leaf == StoppedItself:
		return traceview.PreemptCooperative
	}
	return traceview.PreemptUnknown
}

// AsyncPreemptOff is the GODEBUG setting that switches async preemption off when it is "1".
const AsyncPreemptOff = "asyncpreemptoff"

// Godebug takes the text of GODEBUG apart; the last setting of a name wins.
func Godebug(text string) map[string]string {
	settings := map[string]string{}
	for s := range strings.SplitSeq(text, ",") {
		if name, value, ok := strings.Cut(s, "="); ok {
			settings[name] = value
		}
	}
	return settings
}

// AsyncPreempt reports whether async preemption is on, by the text of GODEBUG.
func AsyncPreempt(godebug string) bool { return Godebug(godebug)[AsyncPreemptOff] != "1" }
