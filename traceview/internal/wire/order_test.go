package wire

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"golang.org/x/exp/trace"
)

// onP returns events that put goroutine 5 on P 0 and on their thread, which must be 7, followed by
// the given events.
func onP(events ...[]byte) [][]byte {
	return append([][]byte{entry(ProcStatus, 0, 0, PRunning), entry(GoStatus, 1, 5, 7, GRunning)}, events...)
}

// begun is what the events of onP are read as, in the first batch, at 100 ns.
var begun = []Event{
	{Time: 100, Type: ProcStatus, P: -1, Args: args(0, PRunning)},
	{Time: 101, Type: GoStatus, P: 0, About: 1, Args: args(5, 7, GRunning)},
}

// Each event comes when those that it depends on have come, and has the thread's P and goroutine
// from just before it.
func TestOrder(t *testing.T) {
	for _, test := range []struct {
		name string
		w    *raw
		want []Event
	}{
		{"nothing but a clock", generation(26), nil},
		{"before Go 1.25", generation(23).batch(7, 100, onP()...), begun},
		{
			"events of one thread are at least a nanosecond apart",
			generation(26).tables().batch(7, 100, onP(
				entry(HeapAlloc, 0, 4096),
				entry(GoCreate, 9, 6, 1, 2),
				entry(GoBlock, 0, 3, 2))...),
			append(begun[:2:2],
				Event{Time: 102, Type: HeapAlloc, P: 0, G: 1, About: 1, Args: args(4096)},
				Event{Time: 110, Type: GoCreate, P: 0, G: 1, About: 2, Args: args(6, 1, 2)},
				Event{Time: 111, Type: GoBlock, P: 0, G: 1, About: 1, Args: args(3, 2)},
			),
		},
		{
			"several batches of one thread",
			generation(26).batch(7, 100, onP()...).batch(7, 500, entry(GoStop, 0, 0, 0)),
			append(begun[:2:2], Event{Time: 500, Type: GoStop, P: 0, G: 1, About: 1}),
		},
		{
			"a start whose thread's clock is behind waits for its creation",
			generation(26).
				batch(8, 50, entry(ProcStatus, 0, 1, PRunning), entry(GoStart, 1, 6, 1)).
				batch(7, 100, onP(entry(GoCreate, 9, 6, 0, 0))...),
			[]Event{
				{Time: 50, Type: ProcStatus, Thread: 0, P: -1, Args: args(1, PRunning)},
				{Time: 100, Type: ProcStatus, Thread: 1, P: -1, Args: args(0, PRunning)},
				{Time: 101, Type: GoStatus, Thread: 1, P: 0, About: 1, Args: args(5, 7, GRunning)},
				{Time: 110, Type: GoCreate, Thread: 1, P: 0, G: 1, About: 2, Args: args(6)},
				{Time: 111, Type: GoStart, Thread: 0, P: 1, About: 2, Args: args(6, 1)},
			},
		},
		{
			"a start waits for the unblock with the sequence number before it",
			generation(26).
				batch(8, 50, entry(ProcStatus, 0, 1, PRunning), entry(GoStatus, 0, 6, nowhere, GWaiting),
					entry(GoStart, 0, 6, 2)).
				batch(7, 100, onP(entry(GoUnblock, 0, 6, 1, 0))...),
			[]Event{
				{Time: 50, Type: ProcStatus, Thread: 0, P: -1, Args: args(1, PRunning)},
				{Time: 51, Type: GoStatus, Thread: 0, P: 1, About: 1, Args: args(6, nowhere, GWaiting)},
				{Time: 100, Type: ProcStatus, Thread: 1, P: -1, Args: args(0, PRunning)},
				{Time: 101, Type: GoStatus, Thread: 1, P: 0, About: 2, Args: args(5, 7, GRunning)},
				{Time: 102, Type: GoUnblock, Thread: 1, P: 0, G: 2, About: 1, Args: args(6, 1)},
				{Time: 103, Type: GoStart, Thread: 0, P: 1, About: 1, Args: args(6, 2)},
			},
		},
		{
			"a switch is an unblock, a block and a start",
			generation(26).batch(7, 100, onP(
				entry(GoStatus, 0, 6, nowhere, GWaiting),
				entry(GoSwitch, 10, 6, 1))...),
			append(begun[:2:2],
				Event{Time: 102, Type: GoStatus, P: 0, G: 1, About: 2, Args: args(6, nowhere, GWaiting)},
				Event{Time: 111, Type: GoSwitch, P: 0, G: 1, About: 2, Args: args(6, 1)},
				Event{Time: 112, Type: GoBlock, P: 0, G: 1, About: 1},
				Event{Time: 113, Type: GoStart, P: 0, About: 2, Args: args(6, 1)},
			),
		},
		{
			"a switch that ends a goroutine",
			generation(26).batch(7, 100, onP(
				entry(GoStatus, 0, 6, nowhere, GWaiting),
				entry(GoSwitchDestroy, 10, 6, 1))...),
			append(begun[:2:2],
				Event{Time: 102, Type: GoStatus, P: 0, G: 1, About: 2, Args: args(6, nowhere, GWaiting)},
				Event{Time: 111, Type: GoSwitchDestroy, P: 0, G: 1, About: 2, Args: args(6, 1)},
				Event{Time: 112, Type: GoDestroy, P: 0, G: 1, About: 1},
				Event{Time: 113, Type: GoStart, P: 0, About: 2, Args: args(6, 1)},
			),
		},
		{
			"a system call that loses its P ends after the P was taken",
			generation(26).
				batch(7, 100, onP(entry(GoSyscallBegin, 9, 1, 0), entry(GoSyscallEndBlocked, 5))...).
				batch(8, 300, entry(ProcSteal, 0, 0, 2, 7)),
			append(begun[:2:2],
				Event{Time: 110, Type: GoSyscallBegin, P: 0, G: 1, About: 1, Args: args(1)},
				Event{Time: 300, Type: ProcSteal, Was: PSyscall, Thread: 1, P: -1, Args: args(0, 2, 7)},
				Event{Time: 301, Type: GoSyscallEndBlocked, P: -1, G: 1, About: 1},
			),
		},
		{
			"a system call that ends with its P",
			generation(26).batch(7, 100, onP(entry(GoSyscallBegin, 9, 1, 0), entry(GoSyscallEnd, 5))...),
			append(begun[:2:2],
				Event{Time: 110, Type: GoSyscallBegin, P: 0, G: 1, About: 1, Args: args(1)},
				Event{Time: 115, Type: GoSyscallEnd, P: 0, G: 1, About: 1},
			),
		},
		{
			"a P moves to another thread",
			generation(26).
				batch(7, 100, onP(entry(GoStop, 9, 0, 0), entry(ProcStop, 1))...).
				batch(8, 60, entry(ProcStart, 0, 0, 1)),
			append(begun[:2:2],
				Event{Time: 110, Type: GoStop, P: 0, G: 1, About: 1},
				Event{Time: 111, Type: ProcStop, P: 0},
				Event{Time: 112, Type: ProcStart, Thread: 1, P: -1, Args: args(0, 1)},
			),
		},
		{
			"a goroutine for a callback from C loses its P before it ends",
			generation(26).batch(7, 100,
				entry(GoCreateSyscall, 0, 6),
				entry(GoSyscallEndBlocked, 0),
				entry(ProcStatus, 0, 0, PIdle),
				entry(ProcStart, 0, 0, 1),
				entry(GoStart, 0, 6, 1),
				entry(GoSyscallBegin, 0, 2, 0),
				entry(GoDestroySyscall, 0)),
			[]Event{
				{Time: 100, Type: GoCreateSyscall, P: -1, About: 1, Args: args(6)},
				{Time: 101, Type: GoSyscallEndBlocked, P: -1, G: 1, About: 1},
				{Time: 102, Type: ProcStatus, P: -1, Args: args(0, PIdle)},
				{Time: 103, Type: ProcStart, P: -1, Args: args(0, 1)},
				{Time: 104, Type: GoStart, P: 0, About: 1, Args: args(6, 1)},
				{Time: 105, Type: GoSyscallBegin, P: 0, G: 1, About: 1, Args: args(2)},
				{Time: 106, Type: ProcSteal, Was: PSyscall, P: 0, G: 1, About: 1},
				{Time: 107, Type: GoDestroySyscall, P: 0, G: 1, About: 1},
			},
		},
		{
			"a status is about a goroutine in a system call on another thread",
			generation(26).batch(8, 100, entry(GoStatus, 0, 6, 9, GSyscall)),
			[]Event{{Time: 100, Type: GoStatus, Thread: 1, P: -1, About: 1, Args: args(6, 9, GSyscall)}},
		},
		{
			"a second status of a P in a system call is attributed to its thread",
			generation(26).
				batch(7, 100, onP(entry(GoSyscallBegin, 9, 1, 0))...).
				batch(8, 200, entry(ProcStatus, 0, 0, PSyscallAbandoned)),
			append(begun[:2:2],
				Event{Time: 110, Type: GoSyscallBegin, P: 0, G: 1, About: 1, Args: args(1)},
				Event{Time: 200, Type: ProcStatus, Was: PSyscall, P: 0, G: 1, Args: args(0, PSyscall)},
			),
		},
		{
			"the end of a stop-the-world has its reason",
			generation(26).tables().batch(7, 100, onP(entry(STWBegin, 9, 2, 1), entry(STWEnd, 5))...),
			append(begun[:2:2],
				Event{Time: 110, Type: STWBegin, P: 0, G: 1, About: 1, Args: args(2, 1)},
				Event{Time: 115, Type: STWEnd, P: 0, G: 1, About: 1, Args: args(2)},
			),
		},
		{
			"the end of a task has its parent and name",
			generation(26).tables().batch(7, 100, onP(
				entry(UserTaskBegin, 9, 41, 0, 1, 0),
				entry(UserTaskBegin, 0, 42, 41, 2, 0),
				entry(UserTaskEnd, 0, 42, 0),
				entry(UserTaskEnd, 0, 41, 0),
				entry(UserTaskEnd, 0, 40, 0))...),
			append(begun[:2:2],
				Event{Time: 110, Type: UserTaskBegin, P: 0, G: 1, About: 1, Args: args(41, NoTask, 1)},
				Event{Time: 111, Type: UserTaskBegin, P: 0, G: 1, About: 1, Args: args(42, 41, 2)},
				Event{Time: 112, Type: UserTaskEnd, P: 0, G: 1, About: 1, Args: args(42, 0, 41, 2)},
				Event{Time: 113, Type: UserTaskEnd, P: 0, G: 1, About: 1, Args: args(41, 0, NoTask, 1)},
				Event{Time: 114, Type: UserTaskEnd, P: 0, G: 1, About: 1, Args: args(40, 0, NoTask)},
			),
		},
		{
			"regions end innermost first; one may have begun before the generation",
			generation(26).tables().batch(7, 100, onP(
				entry(UserRegionBegin, 9, 0, 1, 0),
				entry(UserRegionBegin, 0, 0, 2, 0),
				entry(UserRegionEnd, 0, 0, 2, 0),
				entry(UserRegionEnd, 0, 0, 1, 0),
				entry(UserRegionEnd, 0, 0, 3, 0))...),
			append(begun[:2:2],
				Event{Time: 110, Type: UserRegionBegin, P: 0, G: 1, About: 1, Args: args(0, 1)},
				Event{Time: 111, Type: UserRegionBegin, P: 0, G: 1, About: 1, Args: args(0, 2)},
				Event{Time: 112, Type: UserRegionEnd, P: 0, G: 1, About: 1, Args: args(0, 2)},
				Event{Time: 113, Type: UserRegionEnd, P: 0, G: 1, About: 1, Args: args(0, 1)},
				Event{Time: 114, Type: UserRegionEnd, P: 0, G: 1, About: 1, Args: args(0, 3)},
			),
		},
		{
			"the end of marking waits for its start on another thread",
			generation(26).
				batch(7, 100, onP(entry(GCEnd, 9, 2))...).
				batch(8, 300, entry(GCActive, 0, 1)),
			append(begun[:2:2],
				Event{Time: 300, Type: GCActive, Thread: 1, P: -1, Args: args(1)},
				Event{Time: 301, Type: GCEnd, P: 0, G: 1, About: 1, Args: args(2)},
			),
		},
		{
			"sweeps and assists",
			generation(26).batch(7, 100, onP(
				entry(GCSweepBegin, 9, 0),
				entry(GCSweepEnd, 0, 8192, 4096),
				entry(GCMarkAssistBegin, 0, 0),
				entry(GCMarkAssistEnd, 0))...),
			append(begun[:2:2],
				Event{Time: 110, Type: GCSweepBegin, P: 0, G: 1, About: 1},
				Event{Time: 111, Type: GCSweepEnd, P: 0, G: 1, About: 1, Args: args(8192, 4096)},
				Event{Time: 112, Type: GCMarkAssistBegin, P: 0, G: 1, About: 1},
				Event{Time: 113, Type: GCMarkAssistEnd, P: 0, G: 1, About: 1},
			),
		},
		{
			"sweeping, an assist and marking that began before the generation",
			generation(26).batch(7, 100, onP(
				entry(GCActive, 9, 1),
				entry(GCSweepActive, 0, 0),
				entry(GCMarkAssistActive, 0, 5),
				entry(GCSweepEnd, 0, 8192, 4096),
				entry(GCMarkAssistEnd, 0),
				entry(GCEnd, 0, 2))...),
			append(begun[:2:2],
				Event{Time: 110, Type: GCActive, P: 0, G: 1, About: 1, Args: args(1)},
				Event{Time: 111, Type: GCSweepActive, P: 0, G: 1, About: 1, Args: args(0)},
				Event{Time: 112, Type: GCMarkAssistActive, P: 0, G: 1, About: 1, Args: args(5)},
				Event{Time: 113, Type: GCSweepEnd, P: 0, G: 1, About: 1, Args: args(8192, 4096)},
				Event{Time: 114, Type: GCMarkAssistEnd, P: 0, G: 1, About: 1},
				Event{Time: 115, Type: GCEnd, P: 0, G: 1, About: 1, Args: args(2)},
			),
		},
		{
			"a P whose thread is unknown is taken",
			generation(26).batch(7, 100, entry(ProcStatus, 0, 0, PSyscallAbandoned), entry(ProcSteal, 9, 0, 1, 99)),
			[]Event{
				{Time: 100, Type: ProcStatus, P: -1, Args: args(0, PSyscallAbandoned)},
				{Time: 109, Type: ProcSteal, Was: PSyscallAbandoned, P: -1, Args: args(0, 1, 99)},
			},
		},
		{
			"CPU samples come in order of time, on no thread",
			generation(26).tables().
				batch(nowhere, 1, entry(CPUSamples), entry(CPUSample, 105, 7, 0, 5, 2),
					entry(CPUSample, 50, 7, 0, 5, 1)).
				batch(7, 100, onP(entry(GoStop, 9, 0, 0))...),
			[]Event{
				{Time: 50, Type: CPUSample, Thread: -1, P: -1, Args: args(1)},
				begun[0],
				begun[1],
				{Time: 105, Type: CPUSample, Thread: -1, P: -1, Args: args(2)},
				{Time: 110, Type: GoStop, P: 0, G: 1, About: 1},
			},
		},
		{
			"an id that is used again is another goroutine",
			generation(26).batch(7, 100, onP(
				entry(GoDestroy, 9),
				entry(GoCreate, 0, 5, 0, 0),
				entry(GoStart, 0, 5, 1))...),
			append(begun[:2:2],
				Event{Time: 110, Type: GoDestroy, P: 0, G: 1, About: 1},
				Event{Time: 111, Type: GoCreate, P: 0, About: 2, Args: args(5)},
				Event{Time: 112, Type: GoStart, P: 0, About: 2, Args: args(5, 1)},
			),
		},
		{
			"batches of experiments are skipped",
			func() *raw {
				w := generation(26)
				w.Write(append(entry(ExperimentalBatch), append([]byte{1}, entry(EventBatch, 1, 7, 90, 3)[1:]...)...))
				w.WriteString("???")
				return w.batch(7, 100, onP(entry(firstExperimental+3, 9, 1, 2))...)
			}(),
			append(begun[:2:2], Event{Time: 110, Type: firstExperimental + 3, P: 0, G: 1, About: 1, Args: args(1, 2)}),
		},
	} {
		t.Run(test.name, func(t *testing.T) { same(t, mustRead(t, new(Reader), test.w), test.want) })
	}
}

// happened is when and on which thread an event happened.
type happened struct{ time, thread int64 }

// Events of many threads are merged as x/exp/trace merges them, in which order those of the same
// time come included.
func TestManyThreads(t *testing.T) {
	const threads, events = 40, 200
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		w := generation(26)
		for m := range uint64(threads) {
			times := make([]uint64, events)
			for i := range times {
				times[i] = 10 * rng.Uint64N(2*events) // a time is that of several threads' events
			}
			slices.Sort(times)
			batch := [][]byte{entry(ProcStatus, 0, m, PRunning)}
			last := uint64(0)
			for _, at := range times {
				batch = append(batch, entry(HeapAlloc, at-last, m))
				last = at
			}
			w.batch(m+1, 100, batch...)
		}
		var got []happened
		var r Reader
		for _, ev := range mustRead(t, &r, w) {
			if ev.Type == HeapAlloc {
				got = append(got, happened{ev.Time, r.ThreadID(ev.Thread)})
			}
		}
		if want := merged(t, w); !slices.Equal(got, want) {
			t.Fatalf("%d events are in another order than those of x/exp/trace, of which there are %d", len(got), len(want))
		}
		if len(got) != threads*events {
			t.Errorf("%d events, want %d", len(got), threads*events)
		}
	}
}

// merged returns the metrics of a whole generation as x/exp/trace reads them.
func merged(t *testing.T, w *raw) (list []happened) {
	t.Helper()
	r, err := trace.NewReader(bytes.NewReader(file(w.Bytes())))
	if err != nil {
		t.Fatal(err)
	}
	for {
		ev, err := r.ReadEvent()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		if ev.Kind() == trace.EventMetric {
			list = append(list, happened{int64(ev.Time()), int64(ev.Thread())})
		}
	}
}
