package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed errgroup.go
var errgroupSource string

var errGroupWorkload = &Workload{
	Name:    "errgroup",
	Title:   "An errgroup: the first error cancels the rest, SetLimit bounds them",
	Concept: Patterns,
	Source:  errgroupSource,
	Lesson: Lesson{
		What: `Main runs tasks in a group of golang.org/x/sync/errgroup, at most --limit at a time; each waits for a while, as for a
database. Task --fail-at fails: that cancels the context of the group, and the tasks that are still waiting give up.`,
		Look: []Look{
			{
				"The failure: the tasks in flight end with it, before their time.",
				View{Lanes: "g", Claim: "cancels-rest"},
			},
			{
				`Main until then: Go waits for "chan send" while --limit tasks are running.`,
				View{Lanes: "g", Pin: []string{"runtime.main"}, Find: "chan send"},
			},
			{
				"A goroutine outside the group that watches its context: the same cancel ends its wait.",
				View{Lanes: "g", Pin: []string{"(*errGroup).watch"}},
			},
		},
		Next: []Next{
			{[]string{"--deaf"}, "Tasks that do not watch the context go on until they are done: Wait waits for them."},
			{[]string{"--fail-at", "0"}, "No failure: all tasks are done, four at a time."},
			{[]string{"--limit", "0", "--fail-at", "0"}, "No limit: all tasks are in flight at once."},
		},
		View: View{Lanes: "g", Pin: []string{"runtime.main", "(*errGroup).watch"}},
	},
	New: func() Program { return new(errGroup) },
	Claims: []Claim{
		{
			ID: "limit", region: "task", applies: groupLimits, check: groupKeepsLimit,
			Text: "Never more than --limit tasks are in flight.",
		},
		{
			ID: "first-error", region: "task", applies: groupFails(true), check: groupReturnsFirst,
			Text: "Wait returns the first error.",
		},
		{
			ID: "cancels-rest", region: "task", applies: groupFails(true), check: groupCancelsRest,
			Text: "The first error ends the tasks in flight, before their time.",
		},
		{
			ID: "all-done", region: "task", applies: groupFails(false), check: groupDoesAll,
			Text: "Without an error Wait returns when all tasks are done.",
		},
	},
}

func (p *errGroup) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.tasks, "tasks", 20, "number of tasks")
	fs.IntVar(&p.limit, "limit", 4, "how many tasks may be in flight at once; 0 is no limit")
	fs.DurationVar(&p.wait, "wait", 20*time.Millisecond, "how long a task takes")
	fs.IntVar(&p.failAt, "fail-at", 12, "`number` of the first task that fails; all later ones fail too; 0 is none")
	fs.BoolVar(&p.deaf, "deaf", false, "the tasks do not watch the context of the group")
}

func (p *errGroup) Validate() error {
	return firstError(
		checkInt("tasks", p.tasks, 1, 100_000),
		checkInt("limit", p.limit, 0, 100_000),
		checkDuration("wait", p.wait, 0, time.Minute),
		checkInt("fail-at", p.failAt, 0, p.tasks),
	)
}
