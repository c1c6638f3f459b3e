package workloads

// Chapter is a part of the course that schedviz learn puts together from runs on this host.
type Chapter struct {
	Title    string
	Text     string // what it is about, in a paragraph
	Seen     string // what a reader should have seen at its end
	Sections []Section
}

// Section shows a workload.
type Section struct {
	Workload string
	Args     []string // flags of the run: those of the workload, and those of every run
	Says     string   // what this run adds to the workload's lesson; "" if nothing
}

// show returns a section that shows a workload with these flags.
func show(workload string, args ...string) Section { return Section{Workload: workload, Args: args} }

func (s Section) saying(text string) Section {
	s.Says = text
	return s
}

// Course returns the chapters, in the order in which introductions to concurrency in Go go.
func Course() []Chapter {
	return []Chapter{
		{
			Title: "The go keyword: concurrent execution",
			Text: "A go statement starts a goroutine: a function that runs at the same time as the one that started " +
				"it. Nobody waits for it unless the program says so, and the program ends when main does.",
			Seen:     "Two goroutines alive at once, and what becomes of one that nobody waits for.",
			Sections: []Section{show("say"), show("earlyexit")},
		},
		{
			Title: "Goroutines: their life, closures and the loop variable",
			Text: "A goroutine is created and is then in one of few states: runnable, when it could run but no P is " +
				"free; running; waiting, for a channel, a lock, a timer or the network; in a system call; and in the " +
				"end it is gone. It costs a few kilobytes, so a program can have very many.",
			Seen: "Goroutines created, runnable, running, waiting and ended; five closures over one variable or over five.",
			Sections: []Section{
				show("fanout"),
				show("fanout", "--capture", "shared").saying("This is what every loop did before Go 1.22: one variable for all iterations."),
				show("million"),
				show("threads"),
			},
		},
		{
			Title: "The scheduler: G, P and M",
			Text: "G is a goroutine. M is a thread of the operating system. P is a processor in the runtime's sense: the " +
				"right to run Go code, with a queue of goroutines that are ready. A thread needs a P to run a goroutine, and " +
				"there are GOMAXPROCS of them. Some articles call goroutines M and threads N (“M:N scheduling”); here, as " +
				"in the runtime, M is a thread. The threads in turn share the cores of the machine with everything else " +
				"that runs there, and that is up to the kernel.",
			Seen: "Ten goroutines on four Ps on this machine's cores; the same loops yielding, called, preempted, not preempted.",
			Sections: []Section{
				show("workerpool", "--procs", "4"),
				show("gomaxprocs"),
				show("oversubscribed"),
				show("steal"),
				show("tightloop", "--mode", "gosched").saying("Cooperative: the loops give up their P themselves."),
				show("tightloop", "--mode", "call", "--async-preempt=off").saying("Without signals, a function call is where the runtime can stop a loop."),
				show("tightloop").saying("A loop without calls is stopped by a signal: asynchronous preemption."),
				show("tightloop", "--async-preempt=off").saying("Without that signal, nothing stops it."),
			},
		},
		{
			Title: "Waiting for goroutines: sync.WaitGroup",
			Text: "Add before the go statement, Done when the goroutine ends, Wait where the results are needed. " +
				"The time is that of the slowest task, not that of all together, if the tasks mostly wait.",
			Seen:     "Main waits once, not once for each task; what a missing Done does.",
			Sections: []Section{show("waitgroup"), show("images")},
		},
		{
			Title: "Race conditions, and finding them",
			Text: "Two goroutines that change the same variable without synchronization lose updates, and sometimes " +
				"nothing tells. A mutex, an atomic operation or a channel prevents it, each at its own price.",
			Seen: "Lost updates, an overdrawn account, and what each remedy costs.",
			Sections: []Section{
				show("counter").saying("Nothing protects the counter."),
				show("counter", "--sync", "mutex").saying("A mutex: exact, and goroutines wait for one another."),
				show("counter", "--sync", "atomic").saying("An atomic operation: exact, and nobody waits."),
				show("counter", "--sync", "channel").saying("An owner behind a channel: exact, and slow for so small a state."),
				show("bank", "--sync", "none"),
				show("sharedstate"),
			},
		},
		{
			Title: "Channels",
			Text: "A channel hands values from one goroutine to another and synchronizes them. Without a buffer both sides " +
				"meet; with one, the sender waits only when it is full. Select waits for several at once, and closing a " +
				"channel tells all receivers that nothing more will come.",
			Seen: "A rendezvous; a buffer that hides a slow consumer; who closes.",
			Sections: []Section{
				show("unbuffered"), show("buffered"), show("select"), show("timeout"), show("close"), show("broadcast"), show("quit"),
			},
		},
		{
			Title: "Worker pools, pipelines and errors",
			Text: "A fixed number of workers takes jobs from a channel; a semaphore bounds tasks in another way. " +
				"What is hard is the end: the first error has to stop all, and nobody may be left waiting.",
			Seen:     "Jobs, results and done; the first error stops all.",
			Sections: []Section{show("workerpool"), show("semaphore"), show("pipeline"), show("errgroup")},
		},
		{
			Title: "Managing goroutines: cancellation, leaks, graceful shutdown",
			Text: "A goroutine that waits for something that never comes is a leak: it and all it holds stay until the " +
				"program ends. A context tells goroutines to stop, and a server stops taking requests before it ends.",
			Seen: "A leak grows until it is cancelled; a server finishes what it began.",
			Sections: []Section{
				show("leak"),
				show("leak", "--fix").saying("With a context that is cancelled, all of them end."),
				show("cancel"),
				show("httpserver"),
			},
		},
		{
			Title: "Why goroutines matter: concurrency and parallelism",
			Text: "Concurrency is dealing with many things at once, parallelism is doing them at once. Waiting overlaps " +
				"even on one P; computing takes as many cores as are to compute at the same instant. Figures from " +
				"documents are checked against this machine.",
			Seen:     "Waiting overlaps on one P, computing needs two; memory, creation and switches, as documented and as measured here.",
			Sections: []Section{show("fetch"), show("parallelsum"), show("threads"), show("million")},
		},
		{
			Title: "Further inside the scheduler",
			Text: "What the runtime does so that a waiting goroutine costs no thread: it takes the P from a thread in a " +
				"system call, waits for the network and for timers in one place, and collects garbage with the program's own " +
				"goroutines helping.",
			Seen: "System calls hand Ps off; the network holds no thread; timers, garbage collection, locked threads and mutexes that are handed over.",
			Sections: []Section{
				show("syscalls"), show("netpoll"), show("timers"), show("gc"), show("locked"), show("mutexhandoff"),
			},
		},
	}
}
