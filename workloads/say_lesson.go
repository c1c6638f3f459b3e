package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed say.go
var saySource string

var sayWorkload = &Workload{
	Name:    "say",
	Title:   "Two goroutines print in turn, one started with go, one in main",
	Concept: Goroutines,
	Source:  saySource,
	Description: `Main starts one goroutine with go and then does the same itself: print a word and sleep, five times.
Both wait at the same time, so the total is the time of one of them, on any number of Ps.

Look at the goroutine lanes: both are waiting ("sleep") almost all the time, and waiting takes no P.`,
	New: func() Program { return new(say) },
	Claims: []Claim{
		{
			ID: "alive-together", region: "say", check: sayAliveTogether,
			Text: "Both goroutines are alive at once.",
		},
		{
			ID: "time-of-one", region: "say", check: saysTimeOfOne,
			Text: "Together they take about the time of one goroutine, not of two.",
		},
		{
			ID: "asleep", region: "say", check: sayAsleep,
			Text: "Over 90% of both lives is waiting for \"sleep\".",
		},
	},
}

func (s *say) Flags(fs *pflag.FlagSet) {
	s.flags(fs)
	fs.IntVar(&s.times, "times", 5, "how often each goroutine prints")
	fs.DurationVar(&s.every, "every", 100*time.Millisecond, "pause before each print, as documented (see --scale)")
}

func (s *say) Validate() error {
	return firstError(
		s.validate(),
		checkInt("times", s.times, 1, 10_000),
		checkDuration("every", s.every, time.Millisecond, time.Minute),
	)
}
