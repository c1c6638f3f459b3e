package workloads

import (
	"context"
	_ "embed"
	"io"
	"runtime"
	"runtime/trace"
	"sync"

	"github.com/spf13/pflag"
)

//go:embed bank.go
var bankSource string

var bankWorkload = &Workload{
	Name:    "bank",
	Title:   "Withdrawals from one account, with and without a mutex",
	Concept: SharedState,
	Source:  bankSource,
	Description: `Goroutines withdraw from an account at the same time. Each checks that there is enough money and then
takes it, yielding in between, as a real program would to query a database. Without synchronization (a deliberate data
race) several see the same money and all take it: the account is overdrawn. A mutex held from the check to the act makes
that impossible.

Look at the goroutine lanes: without the mutex, many regions "decided" (between the check and the act) are open at once;
with it one at a time, and the others wait for "sync".`,
	New: func() Program { return new(bank) },
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

// bank is the program: an account and goroutines that withdraw from it.
type bank struct {
	sync            string
	withdrawals     int
	balance, amount int
	yields          int

	wg        sync.WaitGroup
	mu        sync.Mutex
	open      chan struct{} // closed to start all goroutines
	succeeded []bool        // by withdrawal
}

// bankResult is what Run returns.
type bankResult struct {
	Succeeded int `json:"succeeded"`
	Balance   int `json:"balance"`
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

// Run returns how many withdrawals succeeded and what remains.
func (p *bank) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	p.open, p.succeeded = make(chan struct{}), make([]bool, p.withdrawals)
	initial := p.balance
	for i := range p.withdrawals {
		p.wg.Add(1)
		go p.withdraw(ctx, &p.succeeded[i])
	}
	close(p.open)
	p.wg.Wait()
	result := bankResult{Balance: p.balance}
	for _, ok := range p.succeeded {
		if ok {
			result.Succeeded++
		}
	}
	c.printf("%d of %d withdrawals of %d from %d succeeded (--sync %s), %d remains",
		result.Succeeded, p.withdrawals, p.amount, initial, p.sync, result.Balance)
	return c.finish(ctx, result)
}

// withdraw checks, then acts. What it saw may be outdated by then.
func (p *bank) withdraw(ctx context.Context, succeeded *bool) {
	defer p.wg.Done()
	<-p.open
	defer trace.StartRegion(ctx, "withdraw").End()
	if p.sync == "mutex" {
		p.mu.Lock()
		defer p.mu.Unlock()
	}
	if p.balance < p.amount {
		return
	}
	decided := trace.StartRegion(ctx, "decided")
	for range p.yields {
		runtime.Gosched()
	}
	p.balance -= p.amount
	decided.End()
	*succeeded = true
}
