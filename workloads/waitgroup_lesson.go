package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed waitgroup.go
var waitgroupSource string

var waitGroupWorkload = &Workload{
	Name:    "waitgroup",
	Title:   "Main waits for several tasks with a sync.WaitGroup",
	Concept: Goroutines,
	Source:  waitgroupSource,
	Lesson: Lesson{
		What: "Main calls Add for each of three tasks, starts it with go, and then waits for all of them with WaitGroup.Wait. " +
			"Each task sleeps for 100 ms and calls Done.",
		Look: []Look{
			{
				Text: `G1, which runs main, waits for "sync" while the tasks sleep side by side: main waits once, for as long as one task takes.`,
				View: View{Lanes: "g", Colour: "state", Pin: []string{"runtime.main"}, Claim: "main-waits"},
			},
			{
				Text: "The last Done makes G1 runnable; the ones before it do not.",
				View: View{Lanes: "gp", Colour: "state", Pin: []string{"runtime.main"}, Claim: "last-done-wakes"},
			},
			{
				Text: "The tasks are alive together, so the total is the time of one.",
				View: View{Lanes: "g", Colour: "state", Claim: "time-of-one"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--panics"},
				Effect: "The last task panics and recovers: its deferred Done is called all the same, and main goes on.",
			},
			{
				Args:   []string{"--panics", "--done", "last"},
				Effect: "Without defer the panic skips Done: main would wait for ever; here the wait is ended after half a second.",
			},
			{
				Args:   []string{"--add", "inside", "--procs", "1"},
				Effect: "Each goroutine calls Add itself: main gets to Wait before any of them has run, and does not wait at all.",
			},
		},
		View: View{Lanes: "gp", Colour: "state", Pin: []string{"runtime.main"}},
	},
	New: func() Program { return new(waitGroup) },
	Claims: []Claim{
		{
			ID: "time-of-one", region: "task", check: tasksTimeOfOne,
			Text: "The tasks take about the time of one task, not of all of them.",
		},
		{
			ID: "main-waits", region: "wait", check: mainWaits, applies: waitGroupHas("before", ""),
			Text: "Main waits in WaitGroup.Wait until the tasks are done.",
		},
		{
			ID: "last-done-wakes", region: "done", check: lastDoneWakes, applies: waitGroupHas("before", "deferred"),
			Text: "The last Done readies main.",
		},
		{
			ID: "deferred-done", region: "wait", check: deferredDoneIsCalled,
			applies: func(r Recording) bool {
				return Params[*waitGroup](r).panics && waitGroupHas("before", "deferred")(r)
			},
			Text: "A deferred Done is called even if the task panics, so main goes on.",
		},
		{
			ID: "waits-for-ever", region: "wait", check: mainWaitsForEver,
			applies: func(r Recording) bool { return Params[*waitGroup](r).panics && waitGroupHas("before", "last")(r) },
			Text:    "A panic skips a Done that is not deferred, and main waits for ever.",
		},
		{
			ID: "wait-too-early", region: "wait", check: waitIsTooEarly, applies: waitGroupHas("inside", ""),
			Text: "With Add inside the goroutines, Wait may return before the tasks are done.",
		},
	},
}

func (p *waitGroup) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.IntVar(&p.tasks, "tasks", 3, "number of tasks")
	fs.DurationVar(&p.sleep, "sleep", time.Second, "how long each task sleeps, as documented (see --scale)")
	fs.BoolVar(&p.panics, "panics", false, "the last task panics, and recovers")
	fs.StringVar(&p.done, "done", "deferred", "`where` a task calls Done: deferred, or last")
	fs.StringVar(&p.add, "add", "before", "`where` Add is called: before the goroutine is started, or inside it")
	fs.DurationVar(&p.patience, "patience", 500*time.Millisecond, "how long main may wait in vain with --panics --done last")
}

func (p *waitGroup) Validate() error {
	return firstError(
		p.validate(),
		checkInt("tasks", p.tasks, 1, 100_000),
		checkDuration("sleep", p.sleep, time.Millisecond, time.Minute),
		checkChoice("done", p.done, "deferred", "last"),
		checkChoice("add", p.add, "before", "inside"),
		checkDuration("patience", p.patience, time.Millisecond, time.Minute),
	)
}
