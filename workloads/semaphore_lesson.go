package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed semaphore.go
var semaphoreSource string

var semaphoreWorkload = &Workload{
	Name:    "semaphore",
	Title:   "A channel with a small buffer limits how many tasks run at once",
	Concept: Patterns,
	Source:  semaphoreSource,
	Lesson: Lesson{
		What: `Main puts a token into a channel of capacity --limit and then starts a goroutine for a task, which takes the token out
when it is done. A task waits for a moment, as for a database, and computes.`,
		Look: []Look{
			{
				`Main: it waits for "chan send" while all tokens are taken, before it starts the next goroutine.`,
				View{Lanes: "g", Pin: []string{"runtime.main"}, Find: "chan send"},
			},
			{
				"The moment with most goroutines: there are never more of them than tokens.",
				View{Lanes: "g", Order: "first", Pin: []string{"runtime.main"}, Claim: "limit"},
			},
		},
		Next: []Next{
			{[]string{"--limit", "0"}, "No tokens: all tasks wait at once, and then all want a P at once; the runnable count jumps."},
			{[]string{"--inside"}, "The token is taken inside the goroutine: only eight tasks work at a time, but a hundred goroutines exist."},
		},
		View: View{Lanes: "g", Order: "first", Pin: []string{"runtime.main"}},
	},
	New:   func() Program { return new(semaphore) },
	Guide: semaphoreGuide,
	Claims: []Claim{
		{
			ID: "limit", region: "task", applies: semaphoreLimits(true), check: semaphoreKeepsLimit,
			Text: "Never more than --limit task goroutines exist at once.",
		},
		{
			ID: "all-at-once", region: "task", applies: semaphoreLimits(false), check: tasksAllAtOnce,
			Text: "Without a limit all tasks are inside at once.",
		},
		{
			ID: "runnable", region: "task", applies: semaphoreLimits(false), check: tasksPileUp,
			Text: "Without a limit the runnable count shows it: far more goroutines want to run than there are Ps.",
		},
		{
			ID: "all-done", region: "task", check: semaphoreDoesAll,
			Text: "All tasks are done, with or without a limit.",
		},
	},
}

func (p *semaphore) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.tasks, "tasks", 100, "number of tasks")
	fs.IntVar(&p.limit, "limit", 8, "how many tasks may be inside at once; 0 is no limit")
	fs.BoolVar(&p.inside, "inside", false, "take the token inside the goroutine instead of before it is started")
	fs.DurationVar(&p.wait, "wait", 5*time.Millisecond, "how long each task sleeps first")
	fs.DurationVar(&p.work, "work", 500*time.Microsecond, "work of each task, "+workFlagNote)
}

func (p *semaphore) Validate() error {
	return firstError(
		checkInt("tasks", p.tasks, 1, 100_000),
		checkInt("limit", p.limit, 0, 100_000),
		checkDuration("wait", p.wait, 0, time.Minute),
		checkDuration("work", p.work, 0, time.Minute),
	)
}
