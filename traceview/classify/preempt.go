package classify

import (
	"strings"

	"schedviz/traceview"
)

// PreemptOf classifies how a running goroutine stopped, given the trace's reason and the stack's
// leaf; parks says that the goroutine then waited, stw that a stop-the-world was in progress. It
// follows the runtime's source: gopreempt_m, preemptPark, goyield and goschedImpl in
// runtime/proc.go.
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

// AsyncPreemptOff is the GODEBUG setting that disables async preemption if it is "1".
const AsyncPreemptOff = "asyncpreemptoff"

// Godebug parses the value of GODEBUG; the last setting of a name wins.
func Godebug(text string) map[string]string {
	settings := map[string]string{}
	for s := range strings.SplitSeq(text, ",") {
		if name, value, ok := strings.Cut(s, "="); ok {
			settings[name] = value
		}
	}
	return settings
}

// AsyncPreempt reports whether async preemption is enabled, given the value of GODEBUG.
func AsyncPreempt(godebug string) bool { return Godebug(godebug)[AsyncPreemptOff] != "1" }
