package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed workerpool.go
var workerpoolSource string

var workerPoolWorkload = &Workload{
	Name:    "workerpool",
	Title:   "A fixed number of workers take many jobs from a channel",
	Concept: Patterns,
	Source:  workerpoolSource,
	Lesson: Lesson{
		What: `A fixed number of workers take many jobs from a channel; each job waits for a moment, as for a database, and computes. Another
goroutine collects the results from a second channel.`,
		Look: []Look{
			{
				"The Ps and the cores: many workers take turns on a few Ps, and a core runs one of them at a time.",
				View{Lanes: "pc", Colour: "goroutine"},
			},
			{
				`A worker: it waits for "sleep" in a job, is runnable while the Ps are busy, and waits for "select" between jobs.`,
				View{Lanes: "gp", Pin: []string{"(*workerPool).worker"}},
			},
			{
				"The moment with most jobs in progress: never more than there are workers, however many jobs there are.",
				View{Lanes: "g", Claim: "limit"},
			},
		},
		Next: []Next{
			{
				[]string{"--fail-at", "50"},
				`A job fails: the collector closes the channel done, and the workers and the producer leave from "select".`,
			},
			{
				[]string{"--stop-after", "50", "--done=false"},
				`The collector leaves early and tells nobody: the workers wait for "chan send" forever.`,
			},
			{[]string{"--workers", "2"}, "Two workers: while both wait, the Ps have nothing to do."},
		},
		View: View{Lanes: "pc", Colour: "goroutine"},
	},
	New:   func() Program { return new(workerPool) },
	Guide: workerPoolGuide,
	Claims: []Claim{
		{
			ID: "limit", region: "job", check: poolKeepsLimit,
			Text: "At most --workers jobs are in progress at once.",
		},
		{
			ID: "answered-once", region: "job", applies: poolEndsEarly(false), check: poolAnswersOnce,
			Text: "Every job is answered exactly once.",
		},
		{
			ID: "spread", region: "job", applies: poolEndsEarly(false), check: poolSpreads,
			Text: "The jobs are spread over the workers: each worker gets some.",
		},
		{
			ID: "first-error", region: "job", applies: poolFails, check: poolReportsFirst,
			Text: "On an error the first one is reported.",
		},
		{
			ID: "done-wakes", region: "job", applies: poolTold, check: poolDoneWakes,
			Text: "Closing done wakes the workers and the producer that wait: they leave from \"select\".",
		},
		{
			ID: "none-left", region: "job", applies: poolEnds, check: poolLeavesNone,
			Text: "At the end all workers and the producer have ended: nothing is left alive.",
		},
		{
			ID: "left-in-send", region: "job", applies: poolLeaks, check: poolLeavesSenders,
			Text: "A collector that leaves early, without done, leaves the workers waiting for \"chan send\": a leak.",
		},
	},
}

func (p *workerPool) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.workers, "workers", 10, "number of workers")
	fs.IntVar(&p.jobs, "jobs", 200, "number of jobs")
	fs.DurationVar(&p.work, "work", time.Millisecond, "work in each job, "+workFlagNote)
	fs.DurationVar(&p.wait, "wait", time.Millisecond, "how long each job sleeps first")
	fs.IntVar(&p.stopAfter, "stop-after", 0, "the collector leaves after this many results; 0 is never")
	fs.BoolVar(&p.tell, "done", true, "when the collector leaves early, it closes the channel done, which the others watch")
	fs.IntVar(&p.failAt, "fail-at", 0, "`number` of the first job that fails; all later jobs fail too; 0 is none")
}

func (p *workerPool) Validate() error {
	return firstError(
		checkInt("workers", p.workers, 1, 100_000),
		checkInt("jobs", p.jobs, 1, 1_000_000),
		checkDuration("work", p.work, 0, time.Minute),
		checkDuration("wait", p.wait, 0, time.Minute),
		checkInt("fail-at", p.failAt, 0, p.jobs),
		checkInt("stop-after", p.stopAfter, 0, p.jobs),
	)
}
