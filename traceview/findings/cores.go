package findings

import (
	"fmt"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/words"
)

// offCore is the running time in which the goroutine's thread was not on a core.
func offCore(s *traceview.Summary) Finding {
	d := s.Cores
	if d == nil || d.Running.OnCore == 0 {
		return Finding{}
	}
	total := d.Running.OnCore + d.Running.Off()
	waiting, blocked := share(d.Running.Preempted, total), share(d.Running.Blocked, total)
	const worthTelling = 0.05
	if waiting+blocked < worthTelling {
		return Finding{}
	}
	f := Finding{ID: "cores", Score: 40 + 60*(waiting+blocked), Share: ofPs(s, d.Running.Off())}
	if waiting >= blocked {
		f.Value = words.Percent(waiting) + " waiting for a core"
		f.Text = fmt.Sprintf("%s: for %s of the %s that goroutines ran, their threads were waiting for a core.",
			sharedCores(s), words.Duration(d.Running.Preempted), words.Duration(total))
		if blocked >= worthTelling {
			f.Text += fmt.Sprintf(" For another %s, they were blocked in the kernel.", words.Duration(d.Running.Blocked))
		}
	} else {
		f.Value = words.Percent(blocked) + " blocked while running"
		f.Text = fmt.Sprintf("For %s of the %s that goroutines ran, their threads were blocked in the kernel.",
			words.Duration(d.Running.Blocked), words.Duration(total))
	}
	if d.Source == traceview.CoresProc {
		f.Text += " Approximate: sampled from /proc."
	}
	return f
}

func share(part, total time.Duration) float64 { return float64(part) / float64(max(total, 1)) }

// sharedCores says how many Ps shared how many cores.
func sharedCores(s *traceview.Summary) string {
	ps, n := s.Stat.Procs.Count, s.Stat.Cores.Count // GOMAXPROCS may have been larger than at the end
	if ps > n {
		return fmt.Sprintf("%s shared %s", words.Counted(ps, "P"), words.Counted(n, "core"))
	}
	return fmt.Sprintf("%s had %s, which also ran other threads", words.Counted(ps, "P"), words.Counted(n, "core"))
}
