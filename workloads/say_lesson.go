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
	Title:   "Main says hello while a goroutine says world",
	Concept: Goroutines,
	Source:  saySource,
	Lesson: Lesson{
		What: `Main starts a goroutine that says "world" five times and says "hello" five times itself, with a sleep after ` +
			"each word. Then it waits for the goroutine on a channel.",
		Look: []Look{
			{
				Text: "Two goroutines are alive at once: G1, which runs main, and the one that the go statement started.",
				View: View{Lanes: "g", Colour: "state", Pin: []string{"runtime.main", "(*say).world"}, Claim: "alive-together"},
			},
			{
				Text: `Both are waiting for "sleep" almost all the time; they run only to print, for a few microseconds.`,
				View: View{Lanes: "g", Colour: "state", Find: "sleep", Claim: "asleep"},
			},
			{
				Text: "The Ps are idle meanwhile: a goroutine that waits occupies no P and no thread.",
				View: View{Lanes: "pm", Colour: "goroutine"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--documented"},
				Effect: "Main does not wait: when it returns, the program ends, whether the goroutine is done or not.",
			},
			{
				Args:   []string{"--in-turn"},
				Effect: "Main says nothing until the goroutine is done: both together take twice as long.",
			},
			{
				Args:   []string{"--procs", "1"},
				Effect: "It takes as long with a single P, because sleeping needs none.",
			},
		},
		View: View{Lanes: "gp", Colour: "state", Pin: []string{"runtime.main", "(*say).world"}},
	},
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
		{
			ID: "no-waiting", region: "say", check: mainDoesNotWait,
			applies: func(r Recording) bool { return Params[*say](r).documented },
			Text:    "Main does not wait for the goroutine: its return cuts the goroutine off, or not, as it happens.",
		},
	},
}

func (s *say) Flags(fs *pflag.FlagSet) {
	s.flags(fs)
	fs.IntVar(&s.times, "times", 5, "how often each goroutine prints")
	fs.DurationVar(&s.every, "every", 100*time.Millisecond, "pause after each print, as documented (see --scale)")
	fs.BoolVar(&s.documented, "documented", false, "main does not wait for the goroutine, as documented")
	fs.BoolVar(&s.inTurn, "in-turn", false, "main waits for the goroutine before it says anything")
}

func (s *say) Validate() error {
	return firstError(
		s.validate(),
		checkInt("times", s.times, 1, 10_000),
		checkDuration("every", s.every, time.Millisecond, time.Minute),
	)
}
