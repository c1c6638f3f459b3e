package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
)

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
