package report

import (
	"cmp"
	"slices"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/classify"
)

// maxSites is how many source lines each table lists.
const maxSites = 100

// siteView is a row of a table by source line: all stacks that end at one line, for one
// reason. Times are nanoseconds.
type siteView struct {
	Reason string `json:"reason,omitempty"` // of a wait
	New    bool   `json:"new,omitempty"`    // the line creates goroutines
	Stack  int    `json:"stack"`            // the one with the longest total
	Stacks int    `json:"stacks"`
	Count  int64  `json:"count"`
	Total  int64  `json:"total"`
	Max    int64  `json:"max"`
	// Ready is how long goroutines that had waited here were runnable afterwards.
	Ready  int64       `json:"ready,omitempty"`
	Wakers []wakerView `json:"wakers,omitempty"` // most frequent first
}

type wakerView struct {
	Func     string `json:"func"`
	Inferred string `json:"inferred,omitempty"` // instead of Func
	Count    int64  `json:"count"`
}

// site is what the three kinds of sites of a Summary have in common.
type site struct {
	siteView
	stack  traceview.Stack
	wakers map[traceview.Waker]int64
}

// byLine adds up sites by line, longest total first.
func byLine(sp *stackPacker, sites []site) []siteView {
	type key struct {
		where  traceview.Frame
		reason string
		fresh  bool
	}
	at := map[key]*site{}
	order := []*site{}
	longest := map[*site]int64{}
	for i := range sites {
		s := &sites[i]
		where := classify.Location(s.stack)
		where.PC = 0
		k := key{where, s.Reason, s.New}
		sum := at[k]
		if sum == nil {
			sum = &site{siteView: siteView{Reason: s.Reason, New: s.New}, wakers: map[traceview.Waker]int64{}}
			at[k] = sum
			order = append(order, sum)
			longest[sum] = -1
		}
		if s.Total > longest[sum] {
			longest[sum], sum.stack = s.Total, s.stack
		}
		sum.Stacks++
		sum.Count += s.Count
		sum.Total += s.Total
		sum.Max = max(sum.Max, s.Max)
		sum.Ready += s.Ready
		for w, n := range s.wakers {
			sum.wakers[w] += n
		}
	}
	slices.SortStableFunc(order, func(a, b *site) int { return cmp.Compare(b.Total, a.Total) })
	rows := make([]siteView, min(len(order), maxSites))
	for i := range rows {
		rows[i] = order[i].siteView
		rows[i].Stack = sp.stack(order[i].stack)
		rows[i].Wakers = mostFrequent(order[i].wakers)
	}
	return rows
}

// maxWakers is how many wakers a row names.
const maxWakers = 3

func mostFrequent(wakers map[traceview.Waker]int64) []wakerView {
	var out []wakerView
	for w, n := range wakers {
		out = append(out, wakerView{w.Func, w.Inferred, n})
	}
	slices.SortFunc(out, func(a, b wakerView) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Func, b.Func), cmp.Compare(a.Inferred, b.Inferred))
	})
	return out[:min(len(out), maxWakers)]
}

// viewSites returns the tables by source line, by the mode of their flame graph.
func viewSites(sp *stackPacker, s *traceview.Summary) map[string][]siteView {
	row := func(stack traceview.Stack, count int64, total, longest time.Duration) site {
		return site{siteView: siteView{Count: count, Total: int64(total), Max: int64(longest)}, stack: stack}
	}
	var blocks, calls, ready, samples []site
	for _, b := range s.Blocks {
		r := row(b.Stack, b.Count, b.Total, b.Max)
		r.Reason, r.Ready = b.Reason, int64(b.ReadyTotal)
		r.wakers = map[traceview.Waker]int64{}
		for _, w := range b.Wakers {
			n := w.Count
			w.Count = 0
			r.wakers[w] += n
		}
		blocks = append(blocks, r)
	}
	for _, c := range s.Syscalls {
		calls = append(calls, row(c.Stack, c.Count, c.Total, c.Max))
	}
	for _, x := range s.Readied {
		r := row(x.Stack, x.Count, x.Total, x.Max)
		r.New = x.New
		ready = append(ready, r)
	}
	for _, c := range s.Samples {
		samples = append(samples, row(c.Stack, c.Count, time.Duration(c.Count), 0))
	}
	return map[string][]siteView{
		"blocking": byLine(sp, blocks), "syscalls": byLine(sp, calls),
		"ready": byLine(sp, ready), "samples": byLine(sp, samples),
	}
}
