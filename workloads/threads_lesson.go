package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed threads.go
var threadsSource string

var threadsWorkload = &Workload{
	Name:    "threads",
	Title:   "The same on goroutines and on operating system threads, measured",
	Concept: Cost,
	Source:  threadsSource,
	Lesson: Lesson{
		What: "Two hundred goroutines are created and held, then two hundred that are each locked to a thread of its own; then two of each kind send a value back and forth. " +
			"What they take in memory and time is measured here and told beside the documented figures.",
		Look: []Look{
			{
				Text: "Each locked goroutine has its own thread: there are hundreds of thread lanes, where two are enough for the others.",
				View: View{Lanes: "m", Colour: "function", Claim: "own-threads"},
			},
			{
				Text: "The goroutines pass their value within one thread; between locked ones each switch has to wake another thread.",
				View: View{Lanes: "pm", Colour: "goroutine", Pin: []string{"(*threads).first", "(*threads).second"}},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--limit", "100"},
				Effect: "Another process, which may have 100 threads, asks for more: the runtime ends it.",
			},
			{
				Args:   []string{"--lock=false"},
				Effect: "Goroutines in both halves: all the differences are gone.",
			},
			{
				Args:   []string{"--n", "1000"},
				Effect: "A thousand of each: the goroutines hardly show, the threads do.",
			},
		},
		View: View{Lanes: "pm", Colour: "function"},
	},
	New: func() Program { return new(threads) },
	Claims: []Claim{
		{
			ID: "own-threads", region: "hold threads", check: lockedHaveThreads,
			Text: "Locked goroutines hold a thread each, the others share a few.",
		},
		{
			ID: "memory", region: "hold threads", check: threadsTakeMore("memory"),
			Text: "A thread takes more memory than a goroutine: 1 to 2 MB against 2 to 4 kB are documented.",
		},
		{
			ID: "creation", region: "hold threads", check: threadsTakeMore("creation"),
			Text: "A thread takes longer to create: 100 to 1000 µs against 1 to 2 µs are documented.",
		},
		{
			ID: "switch", region: "hold threads", check: threadsTakeMore("switch"),
			Text: "A switch between threads takes longer: 1 to 2 µs against 0.2 µs are documented.",
		},
		{
			ID: "at-limit", region: "until limit", check: endedAtThreadLimit,
			applies: func(r Recording) bool { return Params[*threads](r).limit > 0 },
			Text:    "A program that needs more threads than it may have is ended by the runtime.",
		},
	},
}

func (p *threads) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.n, "n", 200, "number of goroutines, and of threads")
	fs.IntVar(&p.switches, "switches", 10_000, "number of switches")
	fs.DurationVar(&p.hold, "hold", 5*time.Millisecond, "how long they are held")
	fs.IntVar(&p.limit, "limit", 0, "then create threads in another process until it has this many; 0 is not at all")
	fs.BoolVar(&p.lock, "lock", true, "lock the second half to threads; without it both halves are the same")
}

func (p *threads) Validate() error {
	return firstError(
		checkInt("n", p.n, 10, 2000),
		checkInt("switches", p.switches, 100, 10_000_000),
		checkDuration("hold", p.hold, 0, time.Minute),
		checkInt("limit", p.limit, 0, 2000),
	)
}
