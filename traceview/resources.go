package traceview

import "time"

// Time is a moment on the trace's clock, in nanoseconds. For Go 1.22 and later on Linux that clock
// is CLOCK_MONOTONIC, so times can be matched with the kernel's records.
type Time int64

// Sub returns t-u.
func (t Time) Sub(u Time) time.Duration { return time.Duration(t - u) }

// GoID is the runtime's goroutine id, unique in a trace.
type GoID int64

// ProcID is the runtime's id of a P, from 0 to GOMAXPROCS-1.
type ProcID int32

// ThreadID identifies an M. Since Go 1.22 it is the operating system's thread id.
type ThreadID int64

const (
	// NoG stands for no goroutine: the runtime itself, or unknown.
	NoG GoID = -1
	// NoP stands for no P.
	NoP ProcID = -1
	// NoM stands for no thread, or an unknown one.
	NoM ThreadID = -1
)

// State is what a goroutine is doing. The words are the runtime's.
type State uint8

const (
	// StateUnknown: the trace has not mentioned the goroutine yet.
	StateUnknown State = iota
	// StateRunnable: it waits for a P.
	StateRunnable
	// StateRunning: it runs on a P, as far as the runtime can tell.
	StateRunning
	// StateWaiting: it is parked, for the span's Reason.
	StateWaiting
	// StateSyscall: it is in a system call or in C code.
	StateSyscall
	// StateDead: it does not exist, yet or any more. No span has this state.
	StateDead
)

var stateNames = [...]string{"unknown", "runnable", "running", "waiting", "syscall", "dead"}

// String returns the runtime's word for s, in lower case.
func (s State) String() string {
	if int(s) < len(stateNames) {
		return stateNames[s]
	}
	return "invalid state"
}

// Frame is one function of a stack.
type Frame struct {
	PC   uint64
	Func string // full name, such as "main.(*T).Method.func1"
	File string
	Line int
}

// Stack lists frames from the leaf, where the goroutine is, to the root, its start function. It may
// be empty.
type Stack []Frame

// Root returns the function at the root of the stack, the goroutine's start function, or "" if the
// stack is empty.
func (s Stack) Root() string {
	if len(s) == 0 {
		return ""
	}
	return s[len(s)-1].Func
}

// Func returns the name of the i-th function, in the form in which package classify takes it.
func (s Stack) Func(i int) string { return s[i].Func }
