package workloads

// tightLoopGuide compares three loops that look alike in the source: which of them
// lets others run, and when?
var tightLoopGuide = &Guide{
	Title: "Tight loops: yielding, preempted, not preempted",
	Text: `The same loops compute in three ways, one more of them than there are Ps, and as soon as they hold all Ps another
goroutine wants one. In the source the difference is one line or none; for whoever waits it is everything. Until Go 1.13 the runtime
could stop a goroutine only where it called something, and the third way was how a tight loop ran; since Go 1.14 a signal stops it.`,
	Procs: 2,
	Ways: []Way{
		{
			Args: []string{"--mode", "gosched"},
			Says: "It looks cooperative and is: each loop calls runtime.Gosched after about a millisecond of work (◇). While the host gives its threads a core, no slice gets long and the runtime has no reason to preempt.",
		},
		{
			Args: []string{"--mode", "tight"},
			Says: "Nothing in this loop can give way. The runtime’s monitor sees that it has used up its 10 ms and has a signal stop it (▼); as it looks only every 10 ms, a slice gets 10 to 20 ms long.",
		},
		{
			Args: []string{"--mode", "tight", "--async-preempt=off"},
			Says: "The same loop without that signal. It keeps its P until it is done; whoever is ready meanwhile starves, and so would a garbage collection that has to stop the world.",
		},
	},
}
