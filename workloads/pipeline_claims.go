package workloads

import (
	"slices"
	"strconv"

	"schedviz/traceview"
)

// pipelineFails tells whether a claim is about runs with an error, or about those without.
func pipelineFails(fails bool) func(Recording) bool {
	return func(r Recording) bool { return params[*pipeline](r).failAt > 0 == fails }
}

// stageNumbers returns the goroutines of the stages by their number.
func stageNumbers(w *traceview.Window) map[int]int32 {
	stages := map[int]int32{}
	for _, log := range w.Logs {
		if n, err := strconv.Atoi(log.Message); err == nil && log.Category == "stage" {
			stages[n] = log.G
		}
	}
	return stages
}

// slowStageBacksUp wants every earlier stage to wait in its sends for more than half
// of the slow stage's life. The wait is called "select" because it is also one for
// the end of the context.
func slowStageBacksUp(r Recording) Finding {
	w, p := r.Window, params[*pipeline](r)
	stages, lives := stageNumbers(w), regionsOf(w, "stage")
	sends := regionsOf(w, "send")
	slow := slices.IndexFunc(lives, func(s traceview.Region) bool { return s.G == stages[p.slow] })
	if len(stages) < p.stages || slow < 0 {
		return inconclusive("the trace shows only %s", count(len(stages), "stage"))
	}
	if p.slow < 2 || p.work == 0 || p.items < 5 {
		return inconclusive("stage %d of %s is slow by %s for %s: nothing to back up", p.slow, count(p.stages, "stage"), length(p.work), count(p.items, "item"))
	}
	life := lives[slow].End.Sub(lives[slow].Start)
	f := Finding{From: lives[slow].Start, To: lives[slow].End, Goroutines: ids(w, []int32{stages[p.slow]})}
	least := life
	for n := 1; n < p.slow; n++ {
		mine := slices.DeleteFunc(slices.Clone(sends), func(s traceview.Region) bool { return s.G != stages[n] })
		f.Goroutines = append(f.Goroutines, w.Goroutines[stages[n]].ID)
		_, waited := waitsIn(w, mine, waitingFor(w, "chan send", "select"))
		least = min(least, waited)
		if waited < life/2 {
			return f.judged(Fails, "stage %d (%s) waited to send for %s, of the %s in which stage %d was at work",
				n, names(w, []int32{stages[n]}), length(waited), length(life), p.slow)
		}
	}
	return f.judged(Holds, "each of the %s before stage %d waited to send for %s or more, of the %s in which that one was at work",
		count(p.slow-1, "stage"), p.slow, length(least), length(life))
}

func itemsComeThrough(r Recording) Finding {
	p, result, rs := params[*pipeline](r), resultOf[pipelineResult](r), regionsOf(r.Window, "stage")
	f := findingAt(r.Window, rs)
	if result.Out != p.items || !result.InOrder {
		return f.judged(Fails, "%d of %s came through (in order: %v)", result.Out, count(p.items, "item"), result.InOrder)
	}
	return f.judged(Holds, "%s came through %s in order (%s)", count(p.items, "item"), count(len(rs), "stage"), names(r.Window, owners(rs)))
}

func errorEndsStages(r Recording) Finding {
	if !resultOf[pipelineResult](r).Failed {
		return inconclusive("no item failed")
	}
	all := slices.Concat(startedAt(r.Window, "(*pipeline).source"), startedAt(r.Window, "(*pipeline).stage"))
	return allEnded(r, "the source and "+count(len(all)-1, "stage"), all)
}
