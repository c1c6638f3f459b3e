package workloads

// tightLoopGuide compares three loops that look alike in the source: which of them lets other goroutines run, and
// when?
var tightLoopGuide = &Guide{
	Title: "Tight loops: yielding, preempted, not preempted",
	Text: `The same loops run in three variants, one more of them than there are Ps, and as soon as they hold all Ps
another goroutine wants one. In the source the difference is one line or none; for a waiting goroutine it is everything.
Until Go 1.13 the runtime could stop a goroutine only at a function call, and a tight loop ran like the third variant;
since Go 1.14 a signal stops it.`,
	Procs: 2,
	Ways: []Way{
		{
			Args: []string{"--mode", "gosched"},
			Says: "Cooperative: each loop calls runtime.Gosched after about a millisecond of work (◇). As long as the host " +
				"gives its threads a core, no slice gets long and the runtime has no reason to preempt.",
		},
		{
			Args: []string{"--mode", "tight"},
			Says: "This loop never yields. The runtime’s monitor, sysmon, notices that it has used up its 10 ms and stops " +
				"it with a signal (▼); because sysmon checks only every 10 ms, a slice lasts 10 to 20 ms.",
		},
		{
			Args: []string{"--mode", "tight", "--async-preempt=off"},
			Says: "The same loop without that signal. It keeps its P until it is done; goroutines that are ready meanwhile " +
				"starve, and so would a garbage collection that has to stop the world.",
		},
	},
}
