package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed quit.go
var quitSource string

var quitWorkload = &Workload{
	Name:    "quit",
	Title:   "A quit channel, polled or waited for",
	Concept: Cancellation,
	Source:  quitSource,
	Lesson: Lesson{
		What: `A worker takes jobs from one channel until another one is closed: the quit channel. With --poll its select has a
default case, so that it asks for a job again and again instead of waiting for one.`,
		Look: []Look{
			{
				"The worker and the Ps: polling keeps a P busy to the end, although jobs come only now and then.",
				View{Lanes: "gp", Pin: []string{"(*quit).worker"}},
			},
			{
				"The regions \"job\" of the worker: that is all the work there is.",
				View{Lanes: "g", Pin: []string{"(*quit).worker"}, Find: "job"},
			},
		},
		Next: []Next{
			{[]string{"--poll=false"}, `Without a default case the worker waits for "select": the same jobs, and the P is free in between.`},
			{[]string{"--sleep", "5ms"}, "A sleep after each poll: the P is free, but a job waits until the worker wakes up."},
		},
		View: View{Lanes: "gp", Pin: []string{"(*quit).worker"}},
	},
	New:   func() Program { return new(quit) },
	Guide: quitGuide,
	Claims: []Claim{
		{
			ID: "polling-burns", region: "until quit", applies: quitPollsHard, check: pollingBurns,
			Text: "Polling burns a whole P.",
		},
		{
			ID: "waiting-is-free", region: "until quit", applies: quitPolls(false), check: waitingIsFree,
			Text: "Waiting for the channels takes almost no P time besides the jobs.",
		},
		{
			ID: "jobs-done", region: "until quit", check: quitJobsDone,
			Text: "Both ways all jobs are done before it quits.",
		},
	},
}

func (p *quit) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.BoolVar(&p.poll, "poll", true, "poll the channels, with a default case, instead of waiting for them")
	fs.DurationVar(&p.sleep, "sleep", 0, "with --poll, sleep after each poll in vain")
	fs.DurationVar(&p.every, "every", 20*time.Millisecond, "time between jobs (see --scale)")
	fs.DurationVar(&p.stay, "stay", time.Second, "when main closes the channel, as documented (see --scale)")
}

func (p *quit) Validate() error {
	return firstError(
		p.validate(),
		checkDuration("stay", p.stay, 10*time.Millisecond, time.Minute),
		checkDuration("every", p.every, time.Millisecond, time.Minute),
		checkDuration("sleep", p.sleep, 0, time.Minute),
	)
}
