package findings

import (
	"fmt"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/words"
)

// collecting is how much of the running time garbage collection took.
func collecting(s *traceview.Summary) Finding {
	took := s.GC.Workers + s.GC.Assists
	part := share(took, time.Duration(s.Stat.Procs.RunningNS))
	if part < 0.1 || s.Stat.GC.Cycles == 0 {
		return Finding{}
	}
	f := Finding{
		ID: "gc", Value: words.Percent(part) + " of running time was GC",
		Text: fmt.Sprintf("GC workers ran for %s in %s.",
			words.Duration(s.GC.Workers), words.Counted(s.Stat.GC.Cycles, "collection")),
		Score: 15 + 60*part, Share: ofPs(s, took),
	}
	if s.GC.Assists >= time.Millisecond {
		f.Text = fmt.Sprintf("GC workers ran for %s in %s; allocating goroutines assisted for %s.",
			words.Duration(s.GC.Workers), words.Counted(s.Stat.GC.Cycles, "collection"), words.Duration(s.GC.Assists))
	}
	return f
}
