package classify

import "strings"

// Reasons the runtime gives for a goroutine that stopped but could go on.
const (
	ReasonPreempted = "preempted"
	ReasonGosched   = "runtime.Gosched"
)

// Ender is what must have ended a wait if no goroutine did.
type Ender uint8

// Possible enders.
const (
	EnderRuntime Ender = iota
	EnderPoller
	EnderTimer
	EnderGC
)

var enderNames = [...]string{EnderRuntime: "runtime", EnderPoller: "network poller", EnderTimer: "timer", EnderGC: "GC"}

// String returns its usual name, such as "network poller".
func (e Ender) String() string { return enderNames[e] }

// Enders lists all of them.
func Enders() []Ender { return []Ender{EnderRuntime, EnderPoller, EnderTimer, EnderGC} }

// EnderOf infers what ended a wait with the given reason if no goroutine did.
func EnderOf(reason string) Ender {
	switch {
	case reason == "network":
		return EnderPoller
	case reason == "sleep", reason == "select", reason == "chan receive", reason == "chan send":
		return EnderTimer // the channel may be one that a timer sends on
	case reason == "wait until GC ends", reason == ReasonPreempted, strings.HasPrefix(reason, "GC "):
		return EnderGC
	}
	return EnderRuntime
}

// Family is a kind of reason for waiting.
type Family string

// Families of reasons for waiting.
const (
	FamilyRuntime     Family = "runtime" // waits of the runtime's own goroutines, or for the runtime's sake
	FamilyChanReceive Family = "chan receive"
	FamilyChanSend    Family = "chan send"
	FamilySelect      Family = "select"
	FamilySync        Family = "sync"
	FamilySleep       Family = "sleep"
	FamilyNetwork     Family = "network"
	FamilyOther       Family = "other"
)

// families recognizes each family by parts of the reason; the first match wins.
var families = []struct {
	name  Family
	parts []string
}{
	{FamilyRuntime, []string{"(idle)", "system goroutine"}},
	{FamilyChanReceive, []string{"chan receive"}},
	{FamilyChanSend, []string{"chan send"}},
	{FamilySelect, []string{"select"}},
	{FamilySync, []string{"sync", "mutex", "semacquire", "cond"}},
	{FamilySleep, []string{"sleep"}},
	{FamilyNetwork, []string{"network", "io wait"}},
}

// FamilyOf returns the family of a reason for waiting.
func FamilyOf(reason string) Family {
	if reason == ReasonPreempted || strings.HasPrefix(reason, "GC ") || strings.HasPrefix(reason, "finalizer") {
		return FamilyRuntime
	}
	lower := strings.ToLower(reason)
	for _, f := range families {
		for _, part := range f.parts {
			if strings.Contains(lower, part) {
				return f.name
			}
		}
	}
	return FamilyOther
}

// RuntimeWait reports whether goroutines with this reason wait on the runtime's behalf rather than
// the program's.
func RuntimeWait(reason string) bool { return FamilyOf(reason) == FamilyRuntime }
