package workloads

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"schedviz/traceview/words"
)

// Race is a data race as the race detector has reported it: two accesses to the same memory, at least one of them a
// write, with nothing to order them.
type Race struct{ Later, Earlier Access }

// Access is one of the two accesses of a race.
type Access struct {
	Write bool
	Func  string // "schedviz/workloads.(*counter).add"
	File  string // path, with slashes
	Line  int
}

var (
	accessLine = regexp.MustCompile(`^(?i:Previous )?(?i:atomic )?(?i:(read|write)) at 0x[0-9a-f]+ by `)
	fileLine   = regexp.MustCompile(`^      (.*):([0-9]+) \+0x[0-9a-f]+$`)
)

// ParseRaces returns the races in what the race detector writes, those of the same two lines once.
func ParseRaces(reports string) []Race {
	var races []Race
	for _, report := range strings.Split(reports, "WARNING: DATA RACE\n")[1:] {
		accesses := parseAccesses(report)
		if len(accesses) != 2 {
			continue
		}
		if race := (Race{accesses[0], accesses[1]}); !slices.Contains(races, race) {
			races = append(races, race)
		}
	}
	return races
}

// parseAccesses returns the accesses of a report, each at the first line that is not the runtime's.
func parseAccesses(report string) []Access {
	var accesses []Access
	for block := range strings.SplitSeq(report, "\n\n") {
		lines := strings.Split(block, "\n")
		kind := accessLine.FindStringSubmatch(lines[0])
		if kind == nil {
			continue
		}
		a := Access{Write: strings.EqualFold(kind[1], "write")}
		for i := 1; i+1 < len(lines); i += 2 {
			at := fileLine.FindStringSubmatch(lines[i+1])
			if at == nil {
				break
			}
			a.Func, _ = strings.CutSuffix(strings.TrimSpace(lines[i]), "()")
			a.File = at[1]
			a.Line, _ = strconv.Atoi(at[2])
			if !strings.HasPrefix(a.Func, "runtime.") {
				break
			}
		}
		accesses = append(accesses, a)
	}
	return accesses
}

// String describes the race: "a write in (*counter).add (counter.go:118) and a read in …".
func (r Race) String() string { return r.Later.String() + " and " + r.Earlier.String() }

func (a Access) String() string {
	what := "a read"
	if a.Write {
		what = "a write"
	}
	if a.Func == "" {
		return what + " in a place that is not known"
	}
	return fmt.Sprintf("%s in %s (%s:%d)", what, words.Func(a.Func), path.Base(a.File), a.Line)
}

// checkRaces checks what the race detector reported against what the workload is meant to do.
func (w *Workload) checkRaces(r Recording) Checked {
	deliberate := w.Races != nil && r.Program != nil && w.Races(r.Program)
	c := Checked{ID: "race-detector", Text: "The race detector finds no data race."}
	if deliberate {
		c.Text = "The race detector finds the data race."
	}
	switch {
	case len(r.Races) > 0 && deliberate:
		c.Finding = c.Judged(Holds, "%s", racesText(r.Races))
	case len(r.Races) > 0:
		c.Finding = c.Judged(Fails, "%s", racesText(r.Races))
	case !r.finished():
		c.Finding = c.Judged(Inconclusive, "no race was reported, but the workload did not finish")
	case deliberate:
		c.Finding = c.Judged(Inconclusive, "no race was reported; the detector finds only what happens in a run")
	default:
		c.Finding = c.Judged(Holds, "no race was reported")
	}
	return c
}

// racesText lists races, not too many of them.
func racesText(races []Race) string {
	const most = 3
	var list []string
	for _, race := range races[:min(len(races), most)] {
		list = append(list, race.String())
	}
	text := count(len(races), "race") + ": " + strings.Join(list, "; ")
	if more := len(races) - most; more > 0 {
		text += fmt.Sprintf("; and %d more", more)
	}
	return text
}
