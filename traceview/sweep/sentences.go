package sweep

import (
	"fmt"

	"schedviz/traceview/compare"
	"schedviz/traceview/words"
)

// faster is the ratio from which a point counts as faster than another.
const faster = 1.1

// Sentences describes what the grid shows.
func (g *Grid) Sentences() []string {
	var out []string
	for _, cells := range g.series() {
		if s := g.speed(cells); s != "" {
			out = append(out, s)
		}
	}
	if len(g.Plan.Procs) == 1 && g.Plan.Vary != nil {
		if s := g.best(); s != "" {
			out = append(out, s)
		}
	}
	for _, id := range []string{LatencyP99, OffCore} {
		if s := g.extremes(id); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// series returns, for each value of the flag, its cells if there are several numbers of Ps.
func (g *Grid) series() [][]*Cell {
	if len(g.Plan.Procs) < 2 {
		return nil
	}
	var all [][]*Cell
	for i := range g.Cells {
		if i%len(g.Plan.Procs) == 0 {
			all = append(all, nil)
		}
		if g.Cells[i].SpeedUp != nil {
			all[len(all)-1] = append(all[len(all)-1], &g.Cells[i])
		}
	}
	return all
}

// speed says how much faster more Ps made a series.
func (g *Grid) speed(cells []*Cell) string {
	if len(cells) < 2 {
		return ""
	}
	with := ""
	if g.Plan.Vary != nil {
		with = fmt.Sprintf("With --%s %s: ", g.Plan.Vary.Flag, cells[0].Value)
	}
	first, best, noisy := cells[0], cells[0], false
	for _, c := range cells[1:] {
		if c.SpeedUp.Median > best.SpeedUp.Median*faster && c.SpeedUp.Lo > 1 {
			best = c
		}
		// With several runs, the error bars separate a difference from noise.
		noisy = noisy || c.SpeedUp.Lo < 1 && c.SpeedUp.Hi > 1
	}
	last := cells[len(cells)-1]
	host := ""
	if g.Cores > 0 {
		host = fmt.Sprintf("; the host has %s", words.Counted(g.Cores, "core"))
	}
	switch {
	case best == first && last.SpeedUp.Median < 1/faster && last.SpeedUp.Hi < 1:
		return fmt.Sprintf("%sMore Ps made it slower: %s took %.1f times as long as %s%s.",
			with, ps(last), 1/last.SpeedUp.Median, ps(first), host)
	case best == first && noisy:
		return fmt.Sprintf("%sMore Ps made no difference beyond the noise%s.", with, host)
	case best == first:
		return fmt.Sprintf("%sMore Ps did not make it faster%s.", with, host)
	case best == last:
		return fmt.Sprintf("%sIt is %.2f times as fast with %s as with %s (%.1f would be ideal)%s.",
			with, best.SpeedUp.Median, ps(best), ps(first), best.SpeedUp.Ideal, host)
	}
	return fmt.Sprintf("%sIt is %.2f times as fast with %s as with %s (%.1f would be ideal), and "+
		"no faster with more Ps%s.",
		with, best.SpeedUp.Median, ps(best), ps(first), best.SpeedUp.Ideal, host)
}

// ps names a cell by its number of Ps.
func ps(c *Cell) string { return words.Counted(c.Procs, "P") }

// best says which value of the flag is fastest and which is slowest.
func (g *Grid) best() string {
	var best, worst *Cell
	for i := range g.Cells {
		c := &g.Cells[i]
		if c.Values[WallTime] == nil {
			continue
		}
		if best == nil || c.Values[WallTime].Median < best.Values[WallTime].Median {
			best = c
		}
		if worst == nil || c.Values[WallTime].Median > worst.Values[WallTime].Median {
			worst = c
		}
	}
	if best == nil || worst.Values[WallTime].Median < faster*best.Values[WallTime].Median {
		return ""
	}
	if _, hi := best.Values[WallTime].Bar(); g.Plan.Repeat > 1 {
		if lo, _ := worst.Values[WallTime].Bar(); lo <= hi {
			return "Wall times differ by no more than the noise."
		}
	}
	return fmt.Sprintf("It is fastest with --%s %s (%s) and slowest with %s (%s).", g.Plan.Vary.Flag,
		best.Value, compare.Format(compare.Nanoseconds, best.Values[WallTime].Median),
		worst.Value, compare.Format(compare.Nanoseconds, worst.Values[WallTime].Median))
}

// extremes says where a measure is smallest and where it is largest, if these differ much.
func (g *Grid) extremes(id string) string {
	var least, most *Cell
	for i := range g.Cells {
		c := &g.Cells[i]
		v := c.Values[id]
		if v == nil {
			continue
		}
		if least == nil || v.Median < least.Values[id].Median {
			least = c
		}
		if most == nil || v.Median > most.Values[id].Median {
			most = c
		}
	}
	if least == nil || most == least {
		return ""
	}
	lo, hi := least.Values[id].Median, most.Values[id].Median
	switch {
	case id == LatencyP99 && hi > 2*lo && hi > 1e5:
		return fmt.Sprintf("The p99 wait for a P was %s %s, but %s %s.",
			compare.Format(compare.Nanoseconds, lo), g.at(least), compare.Format(compare.Nanoseconds, hi), g.at(most))
	case id == OffCore && hi-lo > 0.1:
		return fmt.Sprintf("Of the goroutines' running time, %s was off-core %s, but %s %s.",
			compare.Format(compare.Share, lo), g.at(least), compare.Format(compare.Share, hi), g.at(most))
	}
	return ""
}

// at names a cell: "with 4 Ps".
func (g *Grid) at(c *Cell) string {
	switch {
	case g.Plan.Vary == nil:
		return "with " + ps(c)
	case len(g.Plan.Procs) == 1:
		return "with --" + g.Plan.Vary.Flag + " " + c.Value
	}
	return "with " + ps(c) + " and --" + g.Plan.Vary.Flag + " " + c.Value
}

// Notes says what to bear in mind.
func (g *Grid) Notes() []string {
	var notes []string
	least, done := g.Plan.Repeat, 0
	for _, c := range g.Cells {
		least, done = min(least, len(c.Runs)), done+len(c.Runs)
	}
	planned := len(g.Cells) * g.Plan.Repeat
	if done < planned {
		notes = append(notes, fmt.Sprintf("%d of %s are done: the same command resumes the sweep.",
			done, words.Counted(planned, "run")))
	}
	switch {
	case g.Plan.Repeat == 1:
		notes = append(notes, "One run of each point proves nothing about noise: the next run may "+
			"differ as much. Use --repeat.")
	case least < compare.RunsForInterval:
		notes = append(notes, fmt.Sprintf("Medians; the error bars are the range of all runs. A 95%% confidence "+
			"interval takes %d runs of each.", compare.RunsForInterval))
	default:
		notes = append(notes, "Medians; the error bars are their 95% confidence intervals.")
	}
	return notes
}
