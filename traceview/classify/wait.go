package classify

import "strings"

// Reasons the runtime gives for a goroutine that stops though it could go on.
const (
	ReasonPreempted = "preempted"
	ReasonGosched   = "runtime.Gosched"
)

// Ender is what must have ended a wait that no goroutine ended.
type Ender uint8

// What ends waits.
const (
	EnderRuntime Ender = iota
	EnderPoller
	EnderTimer
	EnderGC
)

var enderNames = [...]string{EnderRuntime: "runtime", EnderPoller: "network poller", EnderTimer: "timer", EnderGC: "GC"}

// String returns what people call it: "network poller".
func (e Ender) String() string { return enderNames[e] }

// Enders lists them all.
func Enders() []Ender { return []Ender{EnderRuntime, EnderPoller, EnderTimer, EnderGC} }

// EnderOf infers what ended a wait for a reason if no goroutine did.
func EnderOf(reason string) Ender {
	switch {
	case reason == "network":
		return EnderPoller
	case reason == "sleep", reason == "select", reason == "chan receive", reason == "chan send":
		return EnderTimer // a channel may be one that a timer sends on
	case reason == "wait until GC ends", reason == ReasonPreempted, strings.HasPrefix(reason, "GC "):
		return EnderGC
	}
	return EnderRuntime
}

// Family is a kind of reason to wait.
type Family string

// Families of reasons to wait.
const (
	FamilyRuntime     Family = "runtime" // only the runtime's own goroutines wait for this, or for the runtime's sake
	FamilyChanReceive Family = "chan receive"
	FamilyChanSend    Family = "chan send"
	FamilySelect      Family = "select"
	FamilySync        Family = "sync"
	FamilySleep       Family = "sleep"
	FamilyNetwork     Family = "network"
	FamilyOther       Family = "other"
)

// families tells them by parts of the reason; the first that fits decides.
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

// FamilyOf returns the family of a reason to wait.
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

// RuntimeWait reports whether goroutines wait for this on the runtime's behalf, not the
// program's.
func RuntimeWait(reason string) bool { return FamilyOf(reason) == FamilyRuntime }
