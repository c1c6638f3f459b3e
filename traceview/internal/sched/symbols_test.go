package sched

import (
	"testing"

	"schedviz/traceview"
	"schedviz/traceview/classify"
)

func TestPattern(t *testing.T) {
	for _, c := range [][2]string{
		{"GET /items/17", "GET /items/§"},
		{"GET /items/1/of/22?at=7", "GET /items/§/of/§?at=§"},
		{"job 550e8400-e29b-41d4-a716-446655440000", "job §"},
		{"job 00c0ffee00c0ffee", "job §"},
		{"compress", "compress"},
		{"", ""},
	} {
		if got := Pattern(c[0]); got != c[1] {
			t.Errorf("pattern(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

// TestTooManySymbols: once the space is used up, labels get the number of their pattern, and stacks
// the number of one with the same root and leaf kind. Earlier numbers do not change.
func TestTooManySymbols(t *testing.T) {
	rooms := symbolBudgets
	rooms.labels, rooms.patterns, rooms.stacks = budget{n: 2, bytes: 100}, budget{n: 1, bytes: 100},
		budget{n: 1, bytes: 1000}
	s := newSymbols(rooms)
	one, two := s.label("job 1"), s.label("job 2")
	if s.Texts[one] != "job 1" || s.Texts[two] != "job 2" || s.labels.full {
		t.Fatalf("there is room for %q and %q", s.Texts[one], s.Texts[two])
	}
	for label, want := range map[string]string{"job 3": "job §", "job 4": "job §", "job 2": "job 2"} {
		if got := s.Texts[s.label(label)]; got != want {
			t.Errorf("%q is numbered as %q, want %q", label, got, want)
		}
	}
	if got := s.label("another"); got != TextOthers || !s.patterns.full {
		t.Errorf("what fits no pattern is numbered as %q", s.Texts[got])
	}
	known := []int32{}
	for _, fn := range []string{"runtime.asyncPreempt", "main.a", "main.b", "main.main"} {
		known = append(known, s.frame(&traceview.Frame{PC: uint64(len(known) + 1), Func: fn}))
	}
	first := s.stack([]uint32{2, 4}, known)
	if got := s.stack([]uint32{3, 2, 4}, known); s.Texts[s.starts[got]] != "main.main" ||
		s.leaves[got] != classify.StoppedItself || s.Stacks[got][0].Func != Others {
		t.Errorf("a stack without room is %v", s.Stacks[got])
	}
	if got := s.stack([]uint32{1, 3, 4}, known); s.Texts[s.starts[got]] != "main.main" ||
		s.leaves[got] != classify.StoppedAsync {
		t.Errorf("a preempted one is %v", s.Stacks[got])
	}
	restored := s.save()
	r := restored.Restore()
	if got := r.stack([]uint32{2, 4}, known); got != first {
		t.Errorf("the first stack is %d, then %d", first, got)
	}
}
