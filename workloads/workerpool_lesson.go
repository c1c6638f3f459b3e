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
	Description: `A producer sends jobs into a channel, workers compute them, and main collects the answers from a second
channel. However many jobs there are, no more than --workers of them are in progress. With --fail-at K the jobs from
number K on fail: main reports the first error and closes a third channel, done, which ends the producer and all
workers.

Look at the P lanes: many more workers than Ps take turns on them. Look at a worker's lane: it waits for "chan receive"
when there is no job and for "select" when main does not take its answer, and is runnable when it could work but all Ps
are busy.`,
	New:   func() Program { return new(workerPool) },
	Guide: workerPoolGuide,
	Claims: []Claim{
		{
			ID: "limit", region: "job", check: poolKeepsLimit,
			Text: "At most --workers jobs are in progress at once.",
		},
		{
			ID: "answered-once", region: "job", applies: poolFails(false), check: poolAnswersOnce,
			Text: "Every job is answered exactly once.",
		},
		{
			ID: "spread", region: "job", applies: poolFails(false), check: poolSpreads,
			Text: "The jobs are spread over the workers: each worker gets some.",
		},
		{
			ID: "first-error", region: "job", applies: poolFails(true), check: poolReportsFirst,
			Text: "On an error the first one is reported.",
		},
		{
			ID: "none-left", region: "job", check: poolLeavesNone,
			Text: "At the end all workers and the producer have ended: nothing is left alive.",
		},
	},
}

func (p *workerPool) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.workers, "workers", 10, "number of workers")
	fs.IntVar(&p.jobs, "jobs", 200, "number of jobs")
	fs.DurationVar(&p.work, "work", time.Millisecond, "work in each job, "+workFlagNote)
	fs.IntVar(&p.failAt, "fail-at", 0, "`number` of the first job that fails; all later jobs fail too; 0 is none")
}

func (p *workerPool) Validate() error {
	return firstError(
		checkInt("workers", p.workers, 1, 100_000),
		checkInt("jobs", p.jobs, 1, 1_000_000),
		checkDuration("work", p.work, 0, time.Minute),
		checkInt("fail-at", p.failAt, 0, p.jobs),
	)
}
