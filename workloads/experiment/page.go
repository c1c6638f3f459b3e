package experiment

import (
	"context"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/interrupt"
	"schedviz/traceview/record"
	"schedviz/traceview/report"
	"schedviz/traceview/words"
)

// Page returns the page of the input, drawn from the analysis of its trace.
func (in Input) Page(a *Analysis) report.Page {
	if in.Run != nil {
		return runPage(in.Run, a)
	}
	return tracePage(a)
}

// runPage makes the page of a recorded workload. a is nil if nothing in its trace could be read; warnings say
// why.
func runPage(r *record.Run, a *Analysis, warnings ...string) report.Page {
	p := report.Page{Title: Title(r), Facts: runFacts(r, a), Warnings: runWarnings(r), Claims: pageClaims(r.Claims)}
	if a != nil {
		p.Summary, p.Window, p.Exact = a.Summary, a.Window, a.Exact
		queues, err := r.Queues()
		if err != nil {
			warnings = append(warnings, err.Error())
		}
		p.Queues = queues
		p.Warnings = append(p.Warnings, a.Summary.Stat.Trace.Warnings...)
	}
	p.Lesson = lessonOf(r, p.Window)
	p.Warnings = append(p.Warnings, warnings...)
	return p
}

// tracePage makes the page of a trace that is not a run's.
func tracePage(a *Analysis) report.Page {
	s := &a.Summary.Stat
	return report.Page{
		Title: filepath.Base(s.Trace.File) + " · " + words.Counted(s.Procs.GOMAXPROCS, "P"),
		Facts: []string{
			"Go " + s.Trace.GoVersion,
			words.Duration(time.Duration(s.Trace.DurationNS)),
			words.Counted(s.Trace.Events, "event"),
			words.Bytes(s.Trace.Bytes),
			coresFact(a),
		},
		Warnings: s.Trace.Warnings,
		Summary:  a.Summary,
		Window:   a.Window,
		Exact:    a.Exact,
	}
}

// WritePage writes a page to a file, whole or, if that fails or ctx ends, not at all.
func WritePage(ctx context.Context, path string, p report.Page) error {
	return writeFile(ctx, path, func(w io.Writer) error { return report.Write(w, p) })
}

// writeFile writes a file with write, whole or, if that fails or ctx ends, not at all.
func writeFile(ctx context.Context, path string, write func(io.Writer) error) error {
	return record.WriteFile(path, func(w io.Writer) error { return interrupt.Write(ctx, w, write) })
}

// Title returns a run's title: "workerpool · 4 Ps on 2 cores".
func Title(r *record.Run) string {
	title := r.Workload + " · " + words.Counted(r.GOMAXPROCS, "P")
	if r.Host.Cores == 0 { // not known of another machine's program
		return title
	}
	return title + " on " + words.Counted(r.Host.Cores, "core")
}

// runFacts returns the parameters, settings and host, and how long was recorded.
func runFacts(r *record.Run, a *Analysis) []string {
	facts := attachedFacts(r.Attached)
	for _, name := range slices.Sorted(maps.Keys(r.Params)) {
		facts = append(facts, name+" "+r.Params[name])
	}
	facts = append(facts, programFacts(r.Program)...)
	facts = append(facts, fmt.Sprintf("GOMAXPROCS=%d", r.GOMAXPROCS))
	if r.GODEBUG != "" {
		facts = append(facts, "GODEBUG="+r.GODEBUG)
	}
	if r.Race {
		facts = append(facts, "with the race detector")
	}
	facts = append(facts, r.GoVersion)
	if r.Host.Cores > 0 {
		facts = append(facts, hostFact(r.Host))
	}
	if a != nil {
		facts = append(facts, words.Duration(time.Duration(a.Summary.Stat.Trace.DurationNS)), coresFact(a))
	}
	if !r.Started.IsZero() {
		facts = append(facts, r.Started.Format("2006-01-02 15:04:05"))
	}
	return facts
}

// attachedFacts says where a running program was attached to.
func attachedFacts(a *record.Attached) []string {
	switch {
	case a == nil:
		return nil
	case a.PID == 0:
		return []string{"attached to " + a.URL}
	}
	return []string{fmt.Sprintf("attached to process %d at %s", a.PID, a.URL)}
}

// programFacts says which program ran, nothing for a workload.
func programFacts(p *record.Program) (facts []string) {
	if p == nil {
		return nil
	}
	facts = append(facts, strings.Join(append([]string{filepath.Base(p.Args[0])}, p.Args[1:]...), " "))
	if p.Module != "" {
		facts = append(facts, p.Package, strings.TrimSpace(p.Module+" "+p.Version))
	}
	if p.Revision != "" {
		fact := "revision " + p.Revision[:min(len(p.Revision), shortRevision)]
		if p.Modified {
			fact += " with changes"
		}
		facts = append(facts, fact)
	}
	return facts
}

// shortRevision is how many characters of a revision are shown.
const shortRevision = 12

// coresFact says how cores were captured.
func coresFact(a *Analysis) string {
	switch d := a.Summary.Cores; {
	case d == nil:
		return "cores: not captured"
	case d.Source == traceview.CoresProc:
		return "cores: approximate (sampled from /proc)"
	}
	return "cores: exact (perf_event)"
}

func hostFact(h record.Host) string {
	var parts []string
	if h.CPUModel != "" {
		parts = append(parts, h.CPUModel)
	}
	parts = append(parts, words.Counted(h.Cores, "core"), strings.TrimSpace(h.OS+"/"+h.Arch+" "+h.Kernel))
	return strings.Join(parts, ", ")
}

// runWarnings returns what was wrong with the run itself.
func runWarnings(r *record.Run) []string {
	if !r.Complete {
		return []string{"The recording was not finished: schedviz itself ended before the workload did."}
	}
	if r.Attached != nil {
		return attachedWarnings(r)
	}
	if r.Program != nil {
		return programWarnings(r)
	}
	if !r.Exit.OK() {
		return []string{"The workload failed: " + r.Exit.Error + "."}
	}
	return nil
}

// attachedWarnings returns why a running program was not recorded for as long as it should.
func attachedWarnings(r *record.Run) []string {
	if r.Exit.OK() {
		return nil
	}
	return []string{"The program was not recorded to the end: " + r.Exit.Error + "."}
}

// programWarnings returns how a program failed, and why its recording ended before it did.
func programWarnings(r *record.Run) (warnings []string) {
	if !r.Exit.OK() {
		warnings = append(warnings, "The program ended with: "+r.Exit.Error+".")
	}
	if r.Program.Recorded != "" {
		warnings = append(warnings, r.Program.Recorded)
	}
	return warnings
}

func pageClaims(claims []record.Claim) []report.Claim {
	var out []report.Claim
	for _, c := range claims {
		out = append(out, report.Claim{
			ID: c.ID, Text: c.Text, Verdict: c.Verdict, Evidence: c.Evidence.Text,
			Goroutines: c.Evidence.Goroutines, From: c.Evidence.FromNS, To: c.Evidence.ToNS,
		})
	}
	return out
}
