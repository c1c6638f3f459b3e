package workloads

import (
	_ "embed"

	"github.com/spf13/pflag"
)

//go:embed bank.go
var bankSource string

var bankWorkload = &Workload{
	Name:    "bank",
	Title:   "Withdrawals from one account, with and without a mutex",
	Concept: SharedState,
	Source:  bankSource,
	Lesson: Lesson{
		What: "Ten goroutines each withdraw 150 from an account that holds 1000: check that there is enough, yield, take the money. " +
			"Nothing keeps them apart, so several check before any of them has taken its share, and the account is overdrawn.",
		Look: []Look{
			{
				Text: `The regions "decided" are open at the same time: each is a goroutine that has checked and not yet acted.`,
				View: View{Lanes: "g", Colour: "state", Group: "function", Claim: "overdrawn"},
			},
			{
				Text: "The goroutines take turns on the Ps between check and act; no two need to run at the same instant for this to go wrong.",
				View: View{Lanes: "pg", Colour: "goroutine", Claim: "overdrawn"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--sync", "mutex"},
				Effect: `A mutex is held from the check to the act: one goroutine decides at a time, the others wait for "sync", and six succeed.`,
			},
			{
				Args:   []string{"--procs", "1"},
				Effect: "One P does not help: a goroutine that yields between check and act lets the others check, too.",
			},
			{
				Args:   []string{"--race"},
				Effect: "The race detector names the lines that check and act without synchronization.",
			},
		},
		View: View{Lanes: "g", Colour: "state", Group: "function"},
	},
	Races: func(p Program) bool { return p.(*bank).sync == "none" },
	New:   func() Program { return new(bank) },
	Claims: []Claim{
		{
			ID: "exact", region: "withdraw", applies: bankUses("mutex"), check: bankIsExact,
			Text: "With a mutex exactly as many withdrawals succeed as there is money for, and the remainder is right.",
		},
		{
			ID: "one-at-a-time", region: "decided", applies: bankUses("mutex"), check: oneDecides,
			Text: "With a mutex no two goroutines are between check and act at once.",
		},
		{
			ID: "overdrawn", region: "decided", applies: bankUses("none"), check: bankIsOverdrawn,
			Text: "Without synchronization goroutines are between check and act at once, and more is withdrawn than there is.",
		},
	},
}

func (p *bank) Flags(fs *pflag.FlagSet) {
	fs.StringVar(&p.sync, "sync", "none", "`how` the account is shared: none or mutex")
	fs.IntVar(&p.withdrawals, "withdrawals", 10, "number of goroutines, each with one withdrawal")
	fs.IntVar(&p.balance, "balance", 1000, "initial money in the account")
	fs.IntVar(&p.amount, "amount", 150, "money that each goroutine withdraws")
	fs.IntVar(&p.yields, "yields", 10, "how often each goroutine yields between check and act")
}

func (p *bank) Validate() error {
	return firstError(
		checkChoice("sync", p.sync, "none", "mutex"),
		checkInt("withdrawals", p.withdrawals, 1, 100_000),
		checkInt("balance", p.balance, 0, 1_000_000_000),
		checkInt("amount", p.amount, 1, 1_000_000),
		checkInt("yields", p.yields, 0, 1000),
	)
}
