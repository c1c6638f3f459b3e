package workloads

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"schedviz/workloads/query"
)

var (
	lowerCase = regexp.MustCompile(`^[a-z][a-z0-9]*$`)
	claimID   = regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)*$`)
)

func TestWorkloadsAreDocumented(t *testing.T) {
	if len(All()) == 0 {
		t.Fatal("All() is empty")
	}
	var names []string
	for _, w := range All() {
		if !lowerCase.MatchString(w.Name) || slices.Contains(names, w.Name) {
			t.Errorf("name %q is not lower case or not unique", w.Name)
		}
		names = append(names, w.Name)
		if w.Title == "" || strings.Contains(w.Title, "\n") {
			t.Errorf("%s: title = %q, want one line", w.Name, w.Title)
		}
		if !slices.Contains(Concepts(), w.Concept) {
			t.Errorf("%s: concept = %q, want one of Concepts()", w.Name, w.Concept)
		}
		if !strings.Contains(w.Source, ") Run(ctx ") || strings.Contains(w.Source, "Workload{") {
			t.Errorf("%s: the source has not the program's Run, or has more than the program", w.Name)
		}
		if Find(w.Name) == nil || Find(w.Name).Name != w.Name {
			t.Errorf("Find(%q) does not find it", w.Name)
		}
		checkClaimTexts(t, w)
		checkFlagTexts(t, w)
	}
	if w := Find("nosuch"); w != nil {
		t.Errorf("Find(nosuch) = %s, want nil", w.Name)
	}
}

func TestRegister(t *testing.T) {
	defer func(before []*Workload) { registry = before }(registry)
	mine := &Workload{
		Name: "mine", New: func() Program { return new(say) },
		Claims: []Claim{
			NewClaim("once", "It does something.", "say", func(r Recording) Finding {
				return FindingAt(r.Window, query.Regions(r.Window, "say")).Judged(Holds, "it does")
			}),
			NewClaim("never", "It never does anything.", "say", nil).When(func(Recording) bool { return false }),
		},
	}
	Register(mine)
	if Find("mine") != mine || All()[len(All())-1] != mine {
		t.Errorf("Find(mine) = %v after Register, want it, last of All()", Find("mine"))
	}
	tp := newTape(t, "mine", "")
	sayTogether(tp)
	if got := mine.Check(tp.recording()); len(got) != 1 || got[0].ID != "once" || got[0].Verdict != Holds {
		t.Errorf("Check(mine) = %+v, want just the claim once, which holds", got)
	}
	for _, w := range []*Workload{mine, {Name: "new"}, {New: mine.New}} {
		if !panics(func() { Register(w) }) {
			t.Errorf("Register(%q) does not reject a workload that exists or is incomplete", w.Name)
		}
	}
}

func panics(f func()) (panicked bool) {
	defer func() { panicked = recover() != nil }()
	f()
	return false
}

func checkClaimTexts(t *testing.T, w *Workload) {
	t.Helper()
	if len(w.Claims) == 0 {
		t.Errorf("%s claims nothing", w.Name)
	}
	var seen []string
	for _, c := range w.Claims {
		if !claimID.MatchString(c.ID) || slices.Contains(seen, c.ID) {
			t.Errorf("%s: claim id %q is not lower case or not unique", w.Name, c.ID)
		}
		seen = append(seen, c.ID)
		if !strings.HasSuffix(c.Text, ".") || strings.Contains(c.Text, "\n") || c.check == nil {
			t.Errorf("%s: claim %s: text = %q, want one sentence with a check", w.Name, c.ID, c.Text)
		}
	}
}

func checkFlagTexts(t *testing.T, w *Workload) {
	t.Helper()
	// The flags of the run command, which a workload's flags must not hide.
	taken := []string{"procs", "godebug", "async-preempt", "cores", "race", "runq", "source", "timeout", "out", "open", "json", "strict", "all", "help"}
	p, flags := w.New(), pflag.NewFlagSet(w.Name, pflag.ContinueOnError)
	p.Flags(flags)
	if !flags.HasFlags() {
		t.Errorf("%s has no parameters", w.Name)
	}
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Usage == "" {
			t.Errorf("%s: flag --%s has no usage text", w.Name, f.Name)
		}
		if slices.Contains(taken, f.Name) {
			t.Errorf("%s: flag --%s hides one of the run command", w.Name, f.Name)
		}
	})
	if err := p.Validate(); err != nil {
		t.Errorf("%s: Validate() of the defaults = %v", w.Name, err)
	}
}
