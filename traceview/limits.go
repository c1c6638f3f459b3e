package traceview

import (
	"fmt"
	"strings"
)

// A trace may have any number of functions, reasons, names, sites. What a summary
// tells apart is bounded: the first of each kind, as many as below, and all the
// others together as [others]. So sums over a kind are exact, whatever the trace.
const (
	keptFuncs   = 1024    // start functions
	keptReasons = 256     // reasons to wait
	keptPairs   = 2048    // start functions with their reasons
	keptNames   = 1024    // of tasks, of regions, and categories of logs
	keptSites   = 1 << 15 // stacks with their reasons, lines with their kinds of preemption
	keptWakers  = 16      // start functions of those who ended waits at a site
	keptLoads   = 1024    // Ps, or cores, with a course over time
	keptCycles  = 1 << 15 // garbage collections
	keptChanges = 1 << 13 // of GOMAXPROCS
	keptThreads = 1 << 18
	keptOpen    = 1 << 18 // ranges, tasks and regions that are open at once, each
	keptNested  = 1 << 10 // of these regions of a goroutine
)

// few tells apart the first texts of a kind.
type few struct {
	most int
	kept []fate // by text
	full bool   // there were more
}

type fate uint8

const (
	fateUnknown fate = iota
	fateKept
	fateOther
)

// of returns text if it is one of the first, else textOthers.
func (x *few) of(text int32) int32 {
	f := reach(&x.kept, text)
	if *f == fateUnknown {
		*f = fateKept
		if x.most--; x.most < 0 {
			*f, x.full = fateOther, true
		}
	}
	if *f == fateOther {
		return textOthers
	}
	return text
}

// bounds says in one line what was not told apart, "" if everything was.
func (s *summarizer) bounds(m *machine) string {
	var parts []string
	for _, b := range []struct {
		full bool
		what string
	}{
		{s.notes.tasks.grouped || m.symbols.labels.full, "names that differ only in numbers (\"GET /items/§\")"},
		{s.fns.full || m.symbols.rooms.texts.full, "start functions"},
		{s.reasons.full, "reasons to wait"},
	} {
		if b.full {
			parts = append(parts, b.what)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf("there is more in the trace than is told apart: %s", strings.Join(parts, ", "))
}
