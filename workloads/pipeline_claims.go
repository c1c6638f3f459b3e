package workloads

import (
	"slices"
	"strconv"

	"schedviz/traceview"
	"schedviz/workloads/query"
)

// pipelineFails restricts a claim to runs with an error, or to those without.
func pipelineFails(fails bool) func(Recording) bool {
	return func(r Recording) bool { return Params[*pipeline](r).failAt > 0 == fails }
}

// stageNumbers returns the goroutines of the stages by their number.
func stageNumbers(w *traceview.Window) map[int]int32 {
	stages := map[int]int32{}
	for _, log := range query.Logs(w, "stage") {
		if n, err := strconv.Atoi(log.Message); err == nil {
			stages[n] = log.G
		}
	}
	return stages
}

// slowStageBacksUp requires every earlier stage to wait in its sends for more than half of the slow stage's life.
// The wait's reason is "select" because it also waits for the end of the context.
func slowStageBacksUp(r Recording) Finding {
	w, p := r.Window, Params[*pipeline](r)
	stages, lives := stageNumbers(w), query.Regions(w, "stage")
	sends := query.Regions(w, "send")
	slow := slices.IndexFunc(lives, func(s traceview.Region) bool { return s.G == stages[p.slow] })
	if len(stages) < p.stages || slow < 0 {
		return inconclusive("the trace shows only %s", count(len(stages), "stage"))
	}
	if p.slow < 2 || p.work == 0 || p.items < 5 {
		return inconclusive("stage %d of %s is slow by %s for %s: nothing to back up",
			p.slow, count(p.stages, "stage"), length(p.work), count(p.items, "item"))
	}
	life := lives[slow].End.Sub(lives[slow].Start)
	f := Finding{From: lives[slow].Start, To: lives[slow].End, Goroutines: query.IDs(w, []int32{stages[p.slow]})}
	least := life
	for n := 1; n < p.slow; n++ {
		mine := slices.DeleteFunc(slices.Clone(sends), func(s traceview.Region) bool { return s.G != stages[n] })
		f.Goroutines = append(f.Goroutines, w.Goroutines[stages[n]].ID)
		_, waited := query.CountIn(w, mine, query.WaitingFor(w, "chan send", "select"))
		least = min(least, waited)
		if waited < life/2 {
			return f.Judged(Fails, "stage %d (%s) waited to send for %s of the %s in which stage %d worked",
				n, query.Names(w, []int32{stages[n]}), length(waited), length(life), p.slow)
		}
	}
	return f.Judged(Holds, "each of the %s before stage %d waited to send for at least %s of the %s in which that "+
		"one worked",
		count(p.slow-1, "stage"), p.slow, length(least), length(life))
}

func itemsComeThrough(r Recording) Finding {
	p, result, rs := Params[*pipeline](r), ResultOf[pipelineResult](r), query.Regions(r.Window, "stage")
	f := FindingAt(r.Window, rs)
	if result.Out != p.items || !result.InOrder {
		return f.Judged(Fails, "%d of %s came through (in order: %v)", result.Out, count(p.items, "item"),
			result.InOrder)
	}
	return f.Judged(Holds, "%s came through %s in order (%s)", count(p.items, "item"), count(len(rs), "stage"),
		query.Names(r.Window, query.Owners(rs)))
}

func errorEndsStages(r Recording) Finding {
	if !ResultOf[pipelineResult](r).Failed {
		return inconclusive("no item failed")
	}
	all := slices.Concat(startedIn(r.Window, "(*pipeline).source"), startedIn(r.Window, "(*pipeline).stage"))
	return AllEnded(r, "the source and "+count(len(all)-1, "stage"), all)
}
