package wire

import (
	"reflect"
	"testing"
)

// frames returns the frames of a stack.
func (r *Reader) frames(id uint64) (out []Frame) {
	for _, n := range r.AppendFrames(nil, id) {
		out = append(out, r.Frame(n))
	}
	return out
}

func TestStringsAndStacks(t *testing.T) {
	var r Reader
	if events := mustRead(t, &r, generation(26).tables()); len(events) != 0 {
		t.Errorf("tables alone have %d events, want none", len(events))
	}
	for id, want := range []string{"", "a", "b", "c"} {
		if got := r.Text(uint64(id)); got != want {
			t.Errorf("string %d is %q, want %q", id, got, want)
		}
	}
	inner, outer := Frame{PC: 78, Func: "b", File: "c", Line: 20}, Frame{PC: 77, Func: "a", File: "c", Line: 10}
	for id, want := range [][]Frame{nil, {outer}, {inner, outer}} {
		if got := r.frames(uint64(id)); !reflect.DeepEqual(got, want) {
			t.Errorf("stack %d is %+v, want %+v", id, got, want)
		}
	}
	if one, two := r.AppendFrames(nil, 1), r.AppendFrames(nil, 2); one[0] != two[1] {
		t.Errorf("the frame in both stacks has number %d in one and %d in the other", one[0], two[1])
	}
}

// The first frame with a program counter defines it for all stacks of the generation, as in x/exp/trace.
func TestPCDefinedOnce(t *testing.T) {
	var r Reader
	w := generation(26).tables().batch(nowhere, 1, entry(Stacks), entry(StackEntry, 3, 1, 77, 2, 2, 99))
	mustRead(t, &r, w)
	if got, want := r.frames(3), r.frames(1); !reflect.DeepEqual(got, want) {
		t.Errorf("stack 3 is %+v, want %+v, because stack 1 defined its program counter", got, want)
	}
}

// Tables may follow the events that refer to them, with numbers in any order.
func TestTableOrder(t *testing.T) {
	var r Reader
	w := generation(26).
		batch(7, 100, onP(entry(GoBlock, 0, 2, 1))...).
		batch(nowhere, 1, entry(Stacks), entry(StackEntry, 1, 1, 77, 1, 1, 10)).
		batch(nowhere, 1, entry(Strings), text(2, "select"), text(1, "main.f"))
	events := mustRead(t, &r, w)
	last := events[len(events)-1]
	if got := r.Text(last.Args[0]); got != "select" {
		t.Errorf("it blocked for %q, want select", got)
	}
	want := []Frame{{PC: 77, Func: "main.f", File: "main.f", Line: 10}}
	if got := r.frames(last.Stack()); !reflect.DeepEqual(got, want) {
		t.Errorf("it blocked at %+v, want %+v", got, want)
	}
}

func TestManyPCs(t *testing.T) {
	const stacks = 3 * minSlots
	w := generation(26).tables()
	for id := uint64(3); id < stacks; id++ {
		w.batch(nowhere, 1, entry(Stacks), entry(StackEntry, id, 1, 1000*id, 1, 2, id))
	}
	var r Reader
	mustRead(t, &r, w)
	for id := uint64(3); id < stacks; id++ {
		if got := r.Frame(r.AppendFrames(nil, id)[0]); got.PC != 1000*id || got.Line != id {
			t.Fatalf("stack %d is %+v, want PC %d in line %d", id, got, 1000*id, id)
		}
	}
}

// Times are in units of the frequency that the generation reports.
func TestUnits(t *testing.T) {
	w := bare(26).batch(nowhere, 10, entry(SyncBatch), entry(Frequency, 15_625_000), entry(ClockSnapshot, 1, 2, 3, 4))
	w.batch(7, 100, entry(ProcStatus, 0, 0, PRunning), entry(HeapAlloc, 2, 4096))
	var r Reader
	events := mustRead(t, &r, w)
	want := []Event{
		{Time: 6400, Type: ProcStatus, P: -1, Args: args(0, PRunning)},
		{Time: 6528, Type: HeapAlloc, P: 0, Args: args(4096)},
	}
	same(t, events, want)
	if r.Begin() != 640 {
		t.Errorf("the generation begins at %d ns, want 640", r.Begin())
	}
}
