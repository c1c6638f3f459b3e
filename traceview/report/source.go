package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"schedviz/traceview"
	"schedviz/traceview/classify"
)

const (
	maxSourceLines = 500     // on a page, over all files
	sourceContext  = 2       // lines shown before and after the named line
	maxSourceFile  = 1 << 20 // bytes of a file that is read; once parsed, it takes 30 times that
	maxSourceFiles = 100
	maxSourceWidth = 200 // bytes of a line
)

// sourceView is a run of lines of one file, as it is on this machine.
type sourceView struct {
	File  string   `json:"file"` // as the trace names it
	First int      `json:"first"`
	Lines []string `json:"lines"`
}

// SourceMode says whether a page includes the source lines that its tables name. They are
// taken only from GOROOT, the module cache and the current module, and only if the trace's
// file, line and function agree with the source there.
type SourceMode int

const (
	SourceOff SourceMode = iota
	// SourceOwn is on if the trace names code of the current module: otherwise,
	// anybody's trace could ask for any line.
	SourceOwn
	SourceOn
)

// sources finds the source lines that a trace names. The trace may come from another machine
// or another version of the program, or be forged: a line is only used if it is in the
// function that the trace says it is in.
type sources struct {
	mode   SourceMode
	roots  []sourceRoot
	files  map[string]*sourceFile // by name in the trace; nil if it must not be shown
	wanted map[string]map[int]bool
	lines  int
	own    bool // a line of the current module was asked for and found
}

func newSources(mode SourceMode) *sources {
	return &sources{mode: mode, roots: sourceRoots(), files: map[string]*sourceFile{}, wanted: map[string]map[int]bool{}}
}

// add asks for the line of a frame and those around it, while there is room.
func (s *sources) add(f traceview.Frame) {
	if s.lines >= maxSourceLines {
		return
	}
	file := s.file(f.File)
	if file == nil || !file.has(f.Func, f.Line) {
		return
	}
	s.own = s.own || file.own
	wanted := s.wanted[f.File]
	if wanted == nil {
		wanted = map[int]bool{}
		s.wanted[f.File] = wanted
	}
	for n := max(1, f.Line-sourceContext); n <= min(len(file.lines), f.Line+sourceContext); n++ {
		if !wanted[n] {
			wanted[n] = true
			s.lines++
		}
	}
}

// views returns what was asked for: runs of lines, by file and number.
func (s *sources) views() []sourceView {
	out := []sourceView{}
	if s.mode == SourceOwn && !s.own {
		return out
	}
	for file, wanted := range s.wanted {
		last := 0
		for _, n := range slices.Sorted(maps.Keys(wanted)) {
			if n != last+1 || last == 0 {
				out = append(out, sourceView{File: file, First: n})
			}
			v := &out[len(out)-1]
			v.Lines = append(v.Lines, shortened(s.files[file].lines[n-1]))
			last = n
		}
	}
	slices.SortFunc(out, func(a, b sourceView) int { return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.First, b.First)) })
	return out
}

func shortened(line string) string {
	line = strings.TrimRight(line, "\r")
	if len(line) > maxSourceWidth {
		line = strings.ToValidUTF8(line[:maxSourceWidth], "") + "…"
	}
	return line
}

// file returns a file that the trace names, nil if it must not be shown.
func (s *sources) file(name string) *sourceFile {
	file, ok := s.files[name]
	if ok || len(s.files) >= maxSourceFiles {
		return file
	}
	for _, r := range s.roots {
		if rel, ok := r.find(name); ok {
			file, _ = r.read(rel) // a page without the source is complete too
			break
		}
	}
	s.files[name] = file
	return file
}

// sourceOf reads the lines that the page's tables name, most important first.
func sourceOf(p Page) []sourceView {
	s := newSources(p.Source)
	if p.Source == SourceOff {
		return s.views()
	}
	for _, site := range p.Summary.Preempts[:min(len(p.Summary.Preempts), 40)] {
		s.add(site.Where)
	}
	for _, slice := range p.Summary.LongestSlices[:min(len(p.Summary.LongestSlices), 20)] {
		s.add(classify.Location(slice.Stack))
	}
	for _, b := range p.Summary.Blocks[:min(len(p.Summary.Blocks), 200)] {
		s.add(classify.Location(b.Stack))
	}
	for _, c := range p.Summary.Syscalls[:min(len(p.Summary.Syscalls), 50)] {
		s.add(classify.Location(c.Stack))
	}
	for _, r := range p.Summary.Readied[:min(len(p.Summary.Readied), 100)] {
		s.add(classify.Location(r.Stack))
	}
	for _, stack := range frequentStacks(p.Window, 200) {
		s.add(classify.Location(stack))
	}
	return s.views()
}

// frequentStacks returns the stacks that most spans of the window have.
func frequentStacks(w *traceview.Window, limit int) []traceview.Stack {
	count := make([]int, len(w.Stacks))
	for _, g := range w.Goroutines {
		for s := range w.On(g.Lane) {
			if s.Stack > 0 && int(s.Stack) < len(count) {
				count[s.Stack]++
			}
		}
	}
	order := make([]int, 0, len(count))
	for i, n := range count {
		if n > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(count[b], count[a]) })
	stacks := make([]traceview.Stack, min(limit, len(order)))
	for i := range stacks {
		stacks[i] = w.Stacks[order[i]]
	}
	return stacks
}
