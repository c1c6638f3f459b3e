package traceview

import "strings"

// shape is what a stack's first frames tell about why the goroutine stopped.
type shape uint8

const (
	shapeUser    shape = iota // the leaf is an ordinary function
	shapeNone                 // no frames, or one without a PC
	shapeAsync                // runtime.asyncPreempt: a signal stopped it
	shapeHandoff              // runtime.goyield below a mutex's unlock
)

// shapeOf looks at the leaf of a stack.
func shapeOf(s Stack) shape {
	if len(s) == 0 || s[0].PC == 0 && s[0].Func == "" {
		return shapeNone
	}
	switch s[0].Func {
	case "runtime.asyncPreempt", "runtime.asyncPreempt2":
		return shapeAsync
	case "runtime.goyield":
		return shapeHandoff
	}
	return shapeUser
}

// interrupted returns the frame a preemption is about: the line at which the
// goroutine was stopped, not the runtime's own frames that stopped it. For a
// mutex handoff that is the line that unlocked.
func interrupted(kind Preempt, s Stack) Frame {
	for _, f := range s {
		switch {
		case strings.HasPrefix(f.Func, "runtime.asyncPreempt"), f.Func == "runtime.Gosched":
			continue
		case kind == PreemptMutexHandoff && handsOff(f.Func):
			continue
		}
		return f
	}
	return Frame{}
}

// handsOff tells whether a function is part of how the sync package unlocks.
func handsOff(fn string) bool {
	for _, pkg := range []string{"runtime.", "sync.", "internal/sync."} {
		if strings.HasPrefix(fn, pkg) {
			return true
		}
	}
	return false
}

// Reasons the runtime gives for a goroutine that stops though it could go on.
const (
	reasonPreempted = "preempted"
	reasonGosched   = "runtime.Gosched"
)

// preemptKind tells how a goroutine stopped running, by the reason and the
// stack it stopped with. The table this follows is in the runtime's source:
// gopreempt_m, preemptPark, goyield and goschedImpl in runtime/proc.go.
func (m *machine) preemptKind(reason, stack int32, to State) Preempt {
	switch reason {
	case textGosched:
		return PreemptGosched
	case textPreempted:
	default:
		return NotPreempted
	}
	sh := m.symbols.shapes[stack]
	switch {
	case sh == shapeHandoff:
		return PreemptMutexHandoff
	case to == StateWaiting:
		return PreemptSuspend
	case m.stw > 0:
		return PreemptSTW
	case sh == shapeAsync:
		return PreemptAsync
	case sh == shapeUser:
		return PreemptCooperative
	}
	return PreemptUnknown
}
