package record

import (
	"os"
	"os/signal"
)

// Signals says which signals for this process are passed on to the program that it runs. The others have no effect
// on it as long as the program runs.
type Signals int

const (
	// PassOn passes on all of them, except those that a terminal has sent to both.
	PassOn Signals = iota
	// PassOnAll passes on all of them.
	PassOnAll
)

// relay passes signals on to a program.
type relay struct {
	which   Signals
	signals chan os.Signal
	done    chan struct{} // nil until there is a program
	asked   bool          // one of the signals asked this process to end
}

// listen collects signals, which have no other effect on this process from then on.
func (s Signals) listen() *relay {
	r := &relay{which: s, signals: make(chan os.Signal, 16)}
	signal.Notify(r.signals, passedOn()...)
	return r
}

// passTo begins to pass signals on to a process.
func (r *relay) passTo(p *os.Process) {
	r.done = make(chan struct{})
	go func() {
		defer close(r.done)
		for sig := range r.signals {
			r.asked = r.asked || endsProcess(sig)
			if r.which == PassOnAll || !sentByTerminal(sig) {
				p.Signal(sig)
			}
		}
	}()
}

// stop restores what signals do, and reports whether any asked this process to end.
func (r *relay) stop() bool {
	signal.Stop(r.signals)
	close(r.signals)
	if r.done != nil {
		<-r.done
	}
	return r.asked
}
