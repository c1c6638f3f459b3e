package summarize

import (
	"cmp"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/internal/grow"
	"schedviz/traceview/internal/sched"
)

// tally is a number of durations, their total and their maximum.
type tally struct {
	count      int64
	total, max time.Duration
}

func (t *tally) add(d time.Duration) {
	t.count++
	t.total = traceview.SaturatingAdd(t.total, d)
	t.max = max(t.max, d)
}

// tallies are indexed by stack; a count of 0 means that there is nothing for the stack.
type tallies []tally

func (x *tallies) at(stack int32) *tally { return grow.Reach((*[]tally)(x), stack) }

// blockTally is the total of a site at which goroutines wait, for one reason.
type blockTally struct {
	tally
	stack  int32
	reason int32
	next   int32 // index in the list of the stack's next reason, -1 is none
	ready  tally
	wakers []wakerTally
}

// wakerTally counts what ended waits: goroutines with a start function (a text), or an inferred
// waker.
type wakerTally struct {
	who   int32
	count int64
}

// inferredWaker returns the number, below 0, of what must have ended a wait that no goroutine
// ended.
func inferredWaker(reason string) int32 { return -1 - int32(classify.EnderOf(reason)) }

// blocks lists the sites at which goroutines wait. Beyond [keptSites] there is one per reason.
type blocks struct {
	full    bool
	list    []blockTally
	byStack []int32 // by stack: index in list of its first reason, plus one
}

// at returns the index in list of the site of a stack and reason.
func (x *blocks) at(stack, reason int32) int32 {
	first := *grow.Reach(&x.byStack, stack) - 1
	last := int32(-1)
	for i := first; i >= 0; i = x.list[i].next {
		if x.list[i].reason == reason {
			return i
		}
		last = i
	}
	if len(x.list) >= keptSites && stack != sched.StackOthers {
		x.full = true
		return x.at(sched.StackOthers, reason)
	}
	i := int32(len(x.list))
	x.list = append(x.list, blockTally{stack: stack, reason: reason, next: -1})
	if last < 0 {
		x.byStack[stack] = i + 1
	} else {
		x.list[last].next = i
	}
	return i
}

// woken counts what ended a wait, and how long the goroutine was then runnable.
func (b *blockTally) woken(who int32, latency time.Duration) {
	b.ready.add(latency)
	b.waker(who).count++
}

func (b *blockTally) waker(who int32) *wakerTally {
	for i := range b.wakers {
		if b.wakers[i].who == who {
			return &b.wakers[i]
		}
	}
	if len(b.wakers) >= keptWakers && who >= 0 && who != sched.TextOthers {
		return b.waker(sched.TextOthers)
	}
	b.wakers = append(b.wakers, wakerTally{who: who})
	return &b.wakers[len(b.wakers)-1]
}

func (x *blocks) result(sy *sched.Symbols) []traceview.BlockSite {
	out := make([]traceview.BlockSite, 0, len(x.list))
	for _, b := range x.list {
		site := traceview.BlockSite{
			Reason: sy.Texts[b.reason], Stack: sy.Stacks[b.stack],
			Count: b.count, Total: b.total, Max: b.max,
			ReadyTotal: b.ready.total,
		}
		for _, w := range b.wakers {
			waker := traceview.Waker{Count: w.count}
			if w.who < 0 {
				waker.Inferred = classify.Ender(-1 - w.who).String()
			} else {
				waker.Func = sy.Texts[w.who]
			}
			site.Wakers = append(site.Wakers, waker)
		}
		slices.SortStableFunc(site.Wakers, func(a, b traceview.Waker) int { return cmp.Compare(b.Count, a.Count) })
		if site.Count > 0 {
			out = append(out, site)
		}
	}
	slices.SortStableFunc(out, func(a, b traceview.BlockSite) int { return cmp.Compare(b.Total, a.Total) })
	return out
}

// preempts lists the sites at which goroutines stopped without waiting for anything. Beyond
// [keptSites] there is one per kind.
type preempts struct {
	full    bool
	list    []traceview.PreemptSite
	byLine  map[preemptLine]int32 // of lines
	byStack map[uint64]int32      // by stack and kind, so that each line is looked up once
}

type preemptLine struct {
	kind  traceview.Preempt
	where traceview.Frame
}

// at returns the index in list of the site of a preemption with that kind and stack.
func (x *preempts) at(sy *sched.Symbols, kind traceview.Preempt, stack int32) int32 {
	if x.byStack == nil {
		x.byStack, x.byLine = make(map[uint64]int32), make(map[preemptLine]int32)
	}
	key := uint64(stack)<<8 | uint64(kind)
	i, ok := x.byStack[key]
	if ok {
		return i
	}
	st := sy.Stacks[stack]
	where := interrupted(kind, st)
	where.PC = 0 // a line is one site, no matter how many instructions it has
	if _, ok := x.byLine[preemptLine{kind, where}]; !ok && len(x.list) >= keptSites {
		x.full, where, st = true, traceview.Frame{Func: sched.Others}, sy.Stacks[sched.StackOthers]
	}
	i, ok = x.byLine[preemptLine{kind, where}]
	if !ok {
		i = int32(len(x.list))
		x.list = append(x.list, traceview.PreemptSite{Kind: kind, Where: where, Stack: st})
		x.byLine[preemptLine{kind, where}] = i
	}
	x.byStack[key] = i
	return i
}

func (x *preempts) result() []traceview.PreemptSite {
	out := slices.Clone(x.list)
	slices.SortStableFunc(out, func(a, b traceview.PreemptSite) int { return cmp.Compare(b.Count, a.Count) })
	return out
}

func syscallSites(x tallies, sy *sched.Symbols) []traceview.SyscallSite {
	out := []traceview.SyscallSite{}
	for stack, t := range x {
		if t.count > 0 {
			out = append(out, traceview.SyscallSite{
				Stack: sy.Stacks[stack], Count: t.count, Total: t.total, Max: t.max,
			})
		}
	}
	slices.SortStableFunc(out, func(a, b traceview.SyscallSite) int { return cmp.Compare(b.Total, a.Total) })
	return out
}

// readySites lists the sites that made existing goroutines runnable, and those that created new
// ones.
func readySites(readied [2]tallies, sy *sched.Symbols) []traceview.ReadySite {
	var out []traceview.ReadySite
	for i, x := range readied {
		for stack, t := range x {
			if t.count > 0 {
				out = append(out, traceview.ReadySite{
					Stack: sy.Stacks[stack], Count: t.count, Total: t.total, Max: t.max, New: i == 1,
				})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b traceview.ReadySite) int { return cmp.Compare(b.Total, a.Total) })
	return out
}

func sampleSites(x tallies, sy *sched.Symbols) []traceview.SampleSite {
	out := []traceview.SampleSite{}
	for stack, t := range x {
		if t.count > 0 {
			out = append(out, traceview.SampleSite{Stack: sy.Stacks[stack], Count: t.count})
		}
	}
	slices.SortStableFunc(out, func(a, b traceview.SampleSite) int { return cmp.Compare(b.Count, a.Count) })
	return out
}

// interrupted returns the frame that was preempted.
func interrupted(kind traceview.Preempt, s traceview.Stack) traceview.Frame {
	if i := classify.Interrupted(kind, len(s), s.Func); i >= 0 {
		return s[i]
	}
	return traceview.Frame{}
}
