package workloads

import (
	_ "embed"

	"github.com/spf13/pflag"
)

//go:embed close.go
var closeSource string

var closeWorkload = &Workload{
	Name:    "close",
	Title:   "Who closes a channel: its sender, once",
	Concept: Channels,
	Source:  closeSource,
	Lesson: Lesson{
		What: `A receiver closes the channel as soon as it has enough, while the sender is about to send the next value. The sender
panics; the program recovers from the panic and reports it.`,
		Look: []Look{
			{
				`The sender: it waits for "chan send" when main closes the channel, and wakes up to a panic.`,
				View{Lanes: "g", Pin: []string{"(*closer).sender", "runtime.main"}, Claim: "receiver-panics"},
			},
			{
				"The region \"close\" on main, in which that happens.",
				View{Lanes: "g", Pin: []string{"(*closer).sender", "runtime.main"}, Find: "close"},
			},
		},
		Next: []Next{
			{[]string{"--how", "owner"}, "The rule: only the sender closes, after its last value. Nothing panics, and nothing is lost."},
			{[]string{"--how", "double"}, "Several goroutines close the channel: all but the first panic."},
			{[]string{"--how", "once"}, "The same with a sync.Once around the close: the first closes, the others do nothing."},
		},
		View: View{Lanes: "g", Pin: []string{"(*closer).sender", "runtime.main"}},
	},
	Races: func(p Program) bool { return p.(*closer).how == "receiver" },
	New:   func() Program { return new(closer) },
	Claims: []Claim{
		{
			ID: "receiver-panics", region: "send", applies: closesBy("receiver"), check: senderPanics,
			Text: "If the receiver closes the channel, a sender panics.",
		},
		{
			ID: "owner-closes", region: "send", applies: closesBy("owner"), check: ownerClosesSafely,
			Text: "If only the sender closes it, nothing panics, and all values arrive.",
		},
		{
			ID: "double-panics", region: "close", applies: closesBy("double"), check: doubleClosePanics,
			Text: "Whoever closes a channel that is closed already panics.",
		},
		{
			ID: "once-closes", region: "close", applies: closesBy("once"), check: onceCloses,
			Text: "With a sync.Once several goroutines may close it: one does, and none panics.",
		},
	},
}

func (p *closer) Flags(fs *pflag.FlagSet) {
	fs.StringVar(&p.how, "how", "receiver", "who closes the channel: receiver, owner (the sender), double (several), "+
		"once (several, by sync.Once)")
	fs.IntVar(&p.closers, "closers", 3, "number of goroutines that close it, with --how double and once")
	fs.IntVar(&p.values, "values", 5, "number of values that the receiver wants")
}

func (p *closer) Validate() error {
	return firstError(
		checkChoice("how", p.how, "receiver", "owner", "double", "once"),
		checkInt("closers", p.closers, 1, 10_000),
		checkInt("values", p.values, 1, 1_000_000),
	)
}
