package workloads_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"schedviz/workloads"
	"schedviz/workloads/experiment"
)

// TestEveryWorkloadTeaches: a reader of any workload's page or explanation learns what runs, what to look at and what
// to try next.
func TestEveryWorkloadTeaches(t *testing.T) {
	for _, w := range workloads.All() {
		t.Run(w.Name, func(t *testing.T) {
			checkLesson(w, func(what string) { t.Error(what) })
		})
	}
}

var (
	sentenceEnd = regexp.MustCompile(`[.!?](\s|$)`)
	shellSafe   = regexp.MustCompile(`^[\w.,:=/+-]+$`)
)

func checkLesson(w *workloads.Workload, fail func(string)) {
	l := w.Lesson
	if n := len(sentenceEnd.FindAllString(l.What, -1)); n < 1 || n > 3 || len(l.What) > 450 {
		fail("what runs takes two or three sentences: " + l.What)
	}
	if len(l.Look) < 2 {
		fail("it has less than two things to look at")
	}
	for _, look := range l.Look {
		checkSentence(look.Text, fail)
		checkView(w, look.View, fail)
	}
	checkView(w, l.View, fail)
	if len(l.Next) < 1 {
		fail("it has nothing to try next")
	}
	for _, next := range l.Next {
		checkSentence(next.Effect, fail)
		if err := experiment.New(w).Parse(next.Args); err != nil {
			fail("its flags to try next are wrong: " + err.Error())
		}
		for _, arg := range next.Args {
			if !shellSafe.MatchString(arg) {
				fail("a shell would read this argument differently: " + arg)
			}
		}
	}
}

func checkSentence(text string, fail func(string)) {
	if !strings.HasSuffix(text, ".") || strings.ContainsAny(text, "\n\t") || len(text) > 260 {
		fail("not a short sentence: " + text)
	}
}

func checkView(w *workloads.Workload, v workloads.View, fail func(string)) {
	if strings.Trim(v.Lanes, "pmgct") != "" || len(v.Lanes) > 5 {
		fail("lanes of kinds that there are not: " + v.Lanes)
	}
	if !slices.Contains([]string{"", "goroutine", "function", "state"}, v.Colour) {
		fail("colours that there are not: " + v.Colour)
	}
	if !slices.Contains([]string{"", "function", "parent", "state"}, v.Group) {
		fail("groups that there are not: " + v.Group)
	}
	if v.Order != "" && v.Order != "first" {
		fail("an order that there is not: " + v.Order)
	}
	isID := func(c workloads.Claim) bool { return c.ID == v.Claim }
	if v.Claim != "" && !slices.ContainsFunc(w.Claims, isID) {
		fail("a claim that it does not make: " + v.Claim)
	}
	if len(v.Pin) > 4 {
		fail("more lanes pinned than leave room for others: " + strings.Join(v.Pin, " "))
	}
	for _, fn := range slices.Concat(v.Pin, v.Hide) {
		if !hasFunction(w, fn) {
			fail("a function that is not in its source: " + fn)
		}
	}
}

// hasFunction reports whether the workload's source has a function: "(*leak).wait", or "(*leak).Run.func1".
func hasFunction(w *workloads.Workload, fn string) bool {
	if fn == "runtime.main" {
		return true
	}
	receiver, name, method := strings.Cut(fn, ").")
	if !method {
		receiver, name = "", fn
	}
	name, _, _ = strings.Cut(name, ".")
	return strings.Contains(w.Source, strings.TrimPrefix(receiver, "(")) && strings.Contains(w.Source, " "+name+"(")
}
