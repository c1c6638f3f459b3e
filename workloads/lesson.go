package workloads

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
)

// Lesson is what a learner is told about a workload, in the terminal and at the top of its page.
type Lesson struct {
	What string // what runs, in two sentences
	Look []Look // what to look at, in the order of explanation
	Next []Next // what to try after that
	View View   // what the page shows when it is opened; chosen to show the workload's point
}

// Look is something to look at: a sentence, and the view in which it is seen.
type Look struct {
	Text string
	View View
}

// Next is a run to try next, and how it differs from this one.
type Next struct {
	Args   []string // flags, of the workload or of every run: "--sync", "mutex"
	Effect string   // what is then seen, in a sentence
}

// View is an arrangement of the page's timeline, in terms that can be chosen before the run. The zero value is the
// view of any page.
type View struct {
	Lanes  string   // the kinds of lanes switched on, a letter each: g, p, m, c (cores); "" for those of any page
	Colour string   // what the bars' colours tell: "goroutine", "function", "state"; ""
	Group  string   // how goroutine lanes are grouped: "function"; ""
	Order  string   // how goroutine lanes are ordered: "first", by when they begin; "" is by ID
	Find   string   // what is searched for, as typed into the search box: "chan receive"
	Pin    []string // functions whose first goroutine's lane is pinned to the top: "(*tightLoop).other", "runtime.main"
	Hide   []string // functions whose goroutines have no lane
	Claim  string   // the stretch of time is that of this claim's evidence; "" for the whole trace
}

// Suggestion is a command to try next, as typed, and what is then seen.
type Suggestion struct{ Command, Effect string }

// Suggestions returns what to try after a run of the workload: what the lesson says, then the guided comparison. run
// is how the workload is run: "schedviz run leak".
func (w *Workload) Suggestions(run string) []Suggestion {
	var all []Suggestion
	for _, next := range w.Lesson.Next {
		all = append(all, Suggestion{strings.Join(append([]string{run}, next.Args...), " "), next.Effect})
	}
	if w.Guide != nil {
		all = append(all, Suggestion{
			"schedviz compare " + w.Name,
			fmt.Sprintf("Runs it in %d variants and compares them.", len(w.Guide.Ways)),
		})
	}
	return all
}

// RunBySchedviz is how schedviz runs the workload, without flags.
func (w *Workload) RunBySchedviz() string { return "schedviz run " + w.Name }

// Code returns the workload's source as an example to read: without package clause and imports. It is "" if the
// source is not known.
func (w *Workload) Code() string {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, w.Name+".go", w.Source, parser.ImportsOnly|parser.SkipObjectResolution)
	if err != nil {
		return strings.TrimSpace(w.Source)
	}
	end := f.Name.End()
	for _, d := range f.Decls {
		if imports, ok := d.(*ast.GenDecl); ok && imports.Tok == token.IMPORT {
			end = max(end, imports.End())
		}
	}
	return strings.TrimSpace(w.Source[fset.Position(end).Offset:])
}
