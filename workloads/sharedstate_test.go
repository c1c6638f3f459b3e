package workloads

import (
	"context"
	"io"
	"runtime/trace"
	"sync/atomic"
)

var sharedStateSuite = &suite{
	workload: "sharedstate",
	quick:    "--ops 3",
	prints:   "6 writes and 12 reads (--sync rwmutex) in ",
	long:     "--sync channel --ops 1000000",
	live:     []string{"--sync mutex", "--sync channel", "--hold 0s --ops 100"},
	bad: []badParam{
		{"--sync none", "--sync must be one of mutex, rwmutex, channel, all"},
		{"--readers 0", "--readers must be"},
		{"--writers 0", "--writers must be"},
		{"--ops 0", "--ops must be"},
		{"--hold -1s", "--hold must be"},
	},
	holds: []holdCase{
		{claims: "readers-alone", args: "--sync mutex"},
		{claims: "owner-only", args: "--sync channel"},
		{claims: "mutex-faster", args: "--sync all --hold 0s --ops 500"},
	},
	breaks: []breakCase{
		{claim: "all-writes", broken: func() Program { return new(sharedStateUnlocked) }, ran: "--readers 1", evidence: "writes in the map"},
		{claim: "writers-alone", broken: func() Program { return new(sharedStateUnlocked) }, ran: "--readers 1", evidence: "at once"},
		{claim: "owner-only", ran: "--sync mutex", checked: "--sync channel", evidence: "6 goroutines used the map"},
		{claim: "mutex-faster", ran: "--sync all", verdict: Inconclusive, evidence: "too close to decide"},
		{claim: "readers-alone", ran: "--sync rwmutex", checked: "--sync mutex", evidence: "at once"},
		{claim: "readers-overlap", ran: "--sync mutex", checked: "--sync rwmutex", evidence: "no two of 4 readers"},
		{claim: "readers-overlap", ran: "--sync channel", checked: "--sync rwmutex", evidence: "no two of 4 readers"},
	},
	cases: []claimCase{
		{"sharedstate/all-writes", "all", "--writers 1 --ops 1", mapHeld(1, 0, 0, 3), Holds, "1 write, all in the map"},
		{"sharedstate/all-writes", "one lost", "--writers 1 --ops 2", mapHeld(1, 0, 0, 3), Fails, "1 write in the map and 1 in the trace, of 2"},
		{"sharedstate/all-writes", "none seen", "", func(*tape) {}, Inconclusive, "no region"},
		{"sharedstate/readers-overlap", "together", "", mapHeld(1, 0, 0, 3), Holds, "2 readers had the map at once, for 1.00 ms"},
		{"sharedstate/readers-overlap", "in turn", "", mapHeld(1, 0, 2, 5), Fails, "no two of 4 readers"},
		{"sharedstate/readers-overlap", "held for no time", "--hold 0s", mapHeld(1, 0, 2, 5), Inconclusive, "each for 0 ns"},
		{"sharedstate/readers-alone", "in turn", "--sync mutex", mapHeld(1, 0, 2, 5), Holds, "at most 1 reader at once"},
		{"sharedstate/readers-alone", "together", "--sync mutex", mapHeld(1, 0, 0, 3), Fails, "at most 2 readers at once"},
		{"sharedstate/readers-alone", "none seen", "--sync mutex", func(*tape) {}, Inconclusive, "no region"},
		{"sharedstate/writers-alone", "alone", "", mapHeld(1, 0, 0, 3), Holds, "none of 1 write overlapped another, or any of 2 reads"},
		{"sharedstate/writers-alone", "with a reader", "", mapHeld(1, 0, 0, 0.5), Fails, "G12 wrote while G10 read, for 500 µs"},
		{"sharedstate/writers-alone", "with a writer", "", twoWriters, Fails, "2 writers at once"},
		{"sharedstate/readers-alone", "could hardly meet", "--sync mutex --hold 0s", mapHeld(1, 0, 2, 5), Inconclusive, "4 readers, each with the map for 0 ns"},
		{"sharedstate/writers-alone", "nobody else", "", func(tp *tape) {
			tp.lane(12, "(*sharedState).writer", 0).begin("write").wait(1, "sleep").end("write").exit()
		}, Inconclusive, "only one goroutine"},
		{"sharedstate/owner-only", "the owner", "--sync channel", func(tp *tape) {
			tp.lane(10, "(*sharedState).own", 0).begin("write").run(1).end("write").begin("read").run(1).end("read").exit()
		}, Holds, "G10 made all of 1 write and 1 read for the others"},
		{"sharedstate/owner-only", "others", "--sync channel", mapHeld(1, 0, 0, 3), Fails, "3 goroutines used the map"},
		{"sharedstate/owner-only", "none seen", "--sync channel", func(*tape) {}, Inconclusive, "no region"},
		{"sharedstate/mutex-faster", "faster", "--sync all", mapCosts(100, 1000), Holds, "a read or write took 100 ns with a mutex, 120 ns with a read-write mutex and 1.00 µs by way of the owner"},
		{"sharedstate/mutex-faster", "slower", "--sync all", mapCosts(1000, 100), Fails, "1.00 µs with a mutex"},
		{"sharedstate/mutex-faster", "alike", "--sync all", mapCosts(1000, 1001), Inconclusive, "too close"},
		{"sharedstate/writers-alone", "none seen", "", func(*tape) {}, Inconclusive, "no region"},
	},
}

// mapHeld plays two readers and a writer that hold the map for 1 ms from these times on.
func mapHeld(written int, reader1, reader2, writer float64) func(*tape) {
	return func(tp *tape) {
		tp.result(stateResult{Written: written, Read: 2})
		tp.lane(10, "(*sharedState).reader", 0).wait(reader1, "sync").begin("read").wait(1, "sleep").end("read").exit()
		tp.lane(11, "(*sharedState).reader", 0).wait(reader2, "sync").begin("read").wait(1, "sleep").end("read").exit()
		tp.lane(12, "(*sharedState).writer", 0).wait(writer, "sync").begin("write").wait(1, "sleep").end("write").exit()
	}
}

func twoWriters(tp *tape) {
	tp.lane(12, "(*sharedState).writer", 0).begin("write").wait(1, "sleep").end("write").exit()
	tp.lane(13, "(*sharedState).writer", 0).begin("write").wait(1, "sleep").end("write").exit()
}

// mapCosts plays accesses that take these nanoseconds.
func mapCosts(mutex, channel float64) func(*tape) {
	return func(tp *tape) {
		mapHeld(1, 0, 0, 3)(tp)
		tp.result(stateResult{Costs: map[string]float64{"mutex": mutex, "rwmutex": 120, "channel": channel}})
	}
}

// sharedStateUnlocked has writers that do not keep one another out: each reads, holds and writes back.
type sharedStateUnlocked struct{ sharedState }

func (p *sharedStateUnlocked) Run(ctx context.Context, out io.Writer) (any, error) {
	var written atomic.Int64
	trace.WithRegion(ctx, "read", func() {})
	for range p.writers {
		p.wg.Go(func() {
			for range p.ops {
				region := trace.StartRegion(ctx, "write")
				n := written.Load()
				nap(ctx, p.hold)
				written.Store(n + 1)
				region.End()
			}
		})
	}
	p.wg.Wait()
	return stateResult{Written: int(written.Load())}, ctx.Err()
}
