package summarize

import (
	"fmt"
	"strings"

	"schedviz/traceview/internal/grow"
	"schedviz/traceview/internal/sched"
)

const (
	keptFuncs   = 1024    // start functions
	keptReasons = 256     // reasons for waiting
	keptPairs   = 2048    // pairs of start function and reason
	keptNames   = 1024    // of tasks, of regions, and of log categories
	keptSites   = 1 << 15 // pairs of stack and reason, and of line and kind of preemption
	keptWakers  = 16      // start functions of goroutines that ended waits at a site
	keptLoads   = 1024    // Ps, or cores, with a series over time
	keptCycles  = 1 << 15 // garbage collections
	keptChanges = 1 << 13 // of GOMAXPROCS
)

// textLimit limits how many texts of a kind are kept separately: the first ones.
type textLimit struct {
	left     int
	admitted []admission // by text
	full     bool        // there were more
}

type admission uint8

const (
	textUnseen admission = iota
	textAdmitted
	textRefused
)

// admit returns text if it is one of the first, else TextOthers.
func (x *textLimit) admit(text int32) int32 {
	f := grow.Reach(&x.admitted, text)
	if *f == textUnseen {
		*f = textAdmitted
		if x.left--; x.left < 0 {
			*f, x.full = textRefused, true
		}
	}
	if *f == textRefused {
		return sched.TextOthers
	}
	return text
}

// Warning describes in one line what was not kept separately, "" if everything was.
func (s *Summarizer) Warning(m *sched.Machine) string {
	sy, n := &m.Symbols, &s.annotations
	var grouped, left []string
	for _, b := range []struct {
		full  bool
		parts *[]string
		what  string
	}{
		{n.tasks.grouped, &grouped, "tasks"},
		{n.regions.grouped, &grouped, "regions"},
		{n.logs.grouped, &grouped, "log categories"},
		{n.tasks.full || n.regions.full || n.logs.full || sy.LabelsFull(), &left, "names of tasks, regions and logs"},
		{s.fns.full || sy.TextsFull(), &left, "start functions"},
		{s.reasons.full, &left, "reasons for waiting"},
		{s.waits.full, &left, "functions' reasons for waiting"},
		{sy.StacksFull() || s.blocks.full || s.preempts.full, &left, "stacks"},
		{s.gc.busy.merged, &left, "the GC's shortest pauses and assists (for mutator utilization)"},
		{len(m.Ps) > keptLoads, &left, "Ps over time"},
		{m.Crowded.Threads, &left, "threads"},
		{m.Crowded.Ranges || m.Crowded.Tasks || m.Crowded.Regions, &left, "open ranges, tasks and regions"},
	} {
		if b.full {
			*b.parts = append(*b.parts, b.what)
		}
	}
	var parts []string
	if len(grouped) > 0 {
		parts = append(parts, fmt.Sprintf("names of %s that differ only in numbers are shown as one (\"GET /items/§\")",
			strings.Join(grouped, " and ")))
	}
	if len(left) > 0 {
		parts = append(parts, fmt.Sprintf("there are too many to keep separately: %s; "+
			"the rest are counted together as %q",
			strings.Join(left, ", "), sched.Others))
	}
	return strings.Join(parts, "; ")
}
