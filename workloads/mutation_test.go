package workloads

import (
	"cmp"
	"flag"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
)

// A claim is worth something only if it can fail. For every claim there is a live run in which it holds, and one in
// which it does not: with other flags or settings, or of a variant of the workload that does one thing wrong.

// decided makes runs that a busy host left undecided fail; otherwise they are only logged.
var decided = flag.Bool("decided", false, "fail where the host was too busy to decide about a claim")

// holdCase is a live run in which claims hold. Claims without one hold with the defaults.
type holdCase struct {
	claims  string // without the workload, separated by spaces
	args    string
	procs   int // 0 is 2
	godebug string
}

// breakCase is a live run in which a claim does not hold. If checked is given, the run contradicts a claim about runs
// with those flags.
type breakCase struct {
	claim        string // without the workload
	ran, checked string // flags
	procs        int    // 0 is 2
	asProcs      int    // checked as if it had run on this many; 0 is procs
	godebug      string
	verdict      Verdict // "" is Fails
	evidence     string  // part of it
	// broken returns a variant of the workload's program that does one thing wrong, a type of a test file. Its
	// goroutines are checked as if they were of the workload's own type.
	broken func() Program
}

func (c *breakCase) want() Verdict { return cmp.Or(c.verdict, Fails) }

func (c *breakCase) met(got Checked) bool {
	return got.Verdict == c.want() && strings.Contains(got.Evidence, c.evidence)
}

// typeName returns a program's type without its package: "counter".
func typeName(p Program) string { return reflect.TypeOf(p).Elem().Name() }

// variantOf returns the broken variant of a workload whose type has this name.
func variantOf(workload, name string) func() Program {
	for _, s := range suites {
		for _, c := range s.breaks {
			if s.workload == workload && c.broken != nil && typeName(c.broken()) == name {
				return c.broken
			}
		}
	}
	return nil
}

// setting describes a run for the table.
func setting(args string, procs int, godebug string) string {
	return strings.Join(strings.Fields(fmt.Sprintf("%s --procs %d %s", args, cmp.Or(procs, 2), godebug)), " ")
}

func (c *breakCase) setting() string {
	text := setting(c.ran, c.procs, c.godebug)
	if c.broken != nil {
		text = typeName(c.broken()) + " " + text
	}
	if c.checked != "" || c.asProcs > 0 {
		text += ", checked as " + setting(cmp.Or(c.checked, c.ran), cmp.Or(c.asProcs, c.procs), "")
	}
	return text
}

// outcome is a row of the table.
type outcome struct {
	claim, setting string
	Checked
}

// TestEveryClaimCanFail runs, for each claim, a setting in which it holds and those in which it does not. With -v it
// prints the table.
func TestEveryClaimCanFail(t *testing.T) {
	var table []outcome
	for _, s := range suites {
		for _, c := range s.holdCases() {
			t.Run(s.workload+" holds "+c.args, func(t *testing.T) { table = append(table, s.checkHolds(t, c)...) })
		}
		for _, c := range s.breaks {
			t.Run(fmt.Sprintf("%s %s ran %s", s.workload, c.claim, c.ran), func(t *testing.T) {
				table = append(table, s.checkBreaks(t, c))
			})
		}
	}
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	slices.SortStableFunc(table, func(a, b outcome) int { return cmp.Compare(a.claim, b.claim) })
	for _, o := range table {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", o.claim, o.setting, o.Verdict, o.Evidence)
	}
	w.Flush()
	t.Logf("claim, setting, verdict, evidence:\n%s", b.String())
}

// holdCases returns the settings in which claims hold, the defaults for claims that have none of their own.
func (s *suite) holdCases() []holdCase {
	var byDefault []string
	for _, claim := range Find(s.workload).Claims {
		if !slices.ContainsFunc(s.holds, func(c holdCase) bool { return slices.Contains(strings.Fields(c.claims), claim.ID) }) {
			byDefault = append(byDefault, claim.ID)
		}
	}
	if len(byDefault) == 0 {
		return s.holds
	}
	return append([]holdCase{{claims: strings.Join(byDefault, " ")}}, s.holds...)
}

// attempts bounds how often a run is repeated that a busy host spoilt, or that shows what it should only by chance.
const attempts = 5

// checkHolds repeats a run until each of the claims has held, or differs from a documented figure. None may fail.
func (s *suite) checkHolds(t *testing.T, c holdCase) []outcome {
	args := c.args
	switch {
	case raceEnabled && s.racesWith(args):
		t.Skip("it has a deliberate data race")
	case raceEnabled && s.heavy:
		args = s.quick
	}
	var outcomes []outcome
	open := strings.Fields(c.claims)
	for i := 0; len(open) > 0 && i < attempts; i++ {
		r := childRun{
			workload: s.workload, args: strings.Fields(args), procs: cmp.Or(c.procs, 2), godebug: c.godebug, cores: s.cores,
		}.record(t)
		checkNoneFails(t, s.workload, r)
		open = slices.DeleteFunc(open, func(id string) bool {
			got, ok := checkedClaim(Find(s.workload), r, id)
			if !ok {
				t.Fatalf("claim %s does not apply to a run with %q", id, args)
			}
			done := got.Verdict == Holds || got.Verdict == Differs // it differs on any run of this host
			if done || i == attempts-1 {
				outcomes = append(outcomes, outcome{s.workload + "/" + id, setting(args, c.procs, c.godebug), got})
			}
			return done
		})
	}
	if len(open) > 0 {
		reportUndecided(t, "claims %v do not hold in a run with %q", open, args)
	}
	return outcomes
}

// checkBreaks repeats a run until the claim does not hold, as it should. Where it is inconclusive instead, or the
// figure is another one, the host may have been too busy.
func (s *suite) checkBreaks(t *testing.T, c breakCase) outcome {
	if raceEnabled && (s.heavy || s.racesWith(c.ran)) {
		t.Skip("it has a deliberate data race, or measures what the race detector changes")
	}
	var got Checked
	for range attempts {
		var ok bool
		if got, ok = checkedClaim(Find(s.workload), s.breakingRun(t, c), c.claim); !ok {
			t.Fatalf("claim %s does not apply to a run with %q", c.claim, cmp.Or(c.checked, c.ran))
		}
		if c.met(got) {
			break
		}
	}
	switch {
	case c.met(got):
	case got.Verdict == Inconclusive:
		reportUndecided(t, "claim %s of a run with %s = %s (%s), want %s (…%s…)",
			c.claim, c.setting(), got.Verdict, got.Evidence, c.want(), c.evidence)
	default:
		t.Errorf("claim %s of a run with %s = %s (%s), want %s (…%s…)",
			c.claim, c.setting(), got.Verdict, got.Evidence, c.want(), c.evidence)
	}
	return outcome{s.workload + "/" + c.claim, c.setting(), got}
}

// breakingRun makes the run of a breakCase, and returns it as it is to be checked.
func (s *suite) breakingRun(t *testing.T, c breakCase) Recording {
	p, err := program(Find(s.workload), strings.Fields(cmp.Or(c.checked, c.ran)))
	if err != nil {
		t.Fatal(err)
	}
	run := childRun{
		workload: s.workload, args: strings.Fields(c.ran), procs: cmp.Or(c.procs, 2), godebug: c.godebug, cores: s.cores,
	}
	if c.broken != nil {
		run.variant = typeName(c.broken())
	}
	r := run.record(t)
	if c.broken != nil {
		renameFuncs(r.Window, "(*"+run.variant+")", "(*"+typeName(p)+")")
	}
	if c.asProcs > 0 {
		r.Summary.Stat.Procs.GOMAXPROCS, r.NumCPU = c.asProcs, c.asProcs
	}
	r.Program = p
	return r
}

func reportUndecided(t *testing.T, format string, args ...any) {
	t.Helper()
	if *decided {
		t.Errorf(format, args...)
		return
	}
	t.Logf("undecided: "+format, args...)
}

// TestEveryClaimHasABreak requires a run that breaks it for each claim.
func TestEveryClaimHasABreak(t *testing.T) {
	broken := map[string]bool{}
	for _, s := range suites {
		for _, c := range s.breaks {
			broken[s.workload+"/"+c.claim] = true
		}
	}
	for _, w := range All() {
		for _, c := range w.Claims {
			if id := w.Name + "/" + c.ID; !broken[id] {
				t.Errorf("no run is known in which the claim %s does not hold", id)
			}
			delete(broken, w.Name+"/"+c.ID)
		}
	}
	for id := range broken {
		t.Errorf("a run breaks the claim %s, which does not exist", id)
	}
}
