package report

import (
	"cmp"
	"fmt"
	"go/build"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"schedviz/traceview"
	"schedviz/traceview/findings"
)

const (
	maxSourceLines = 500     // that a page carries, of all files together
	sourceContext  = 2       // lines shown before and after the one that is named
	maxSourceFile  = 4 << 20 // bytes of a file worth reading
	maxSourceFiles = 100
	maxSourceWidth = 200 // bytes of a line
)

// sourceView is a run of lines of one file, as it is on this machine.
type sourceView struct {
	File  string   `json:"file"` // as the trace names it
	First int      `json:"first"`
	Lines []string `json:"lines"`
}

// sources finds lines of source that a trace names. The trace may be of another
// machine, or of another version of the program: a line is only taken if it is in
// the function that the trace says it is in.
type sources struct {
	goroot, modules string
	files           map[string][]string // by name in the trace; nil if it can't be shown
	wanted          map[string]map[int]bool
	lines           int
}

func newSources() *sources {
	return &sources{
		goroot: build.Default.GOROOT, modules: moduleCache(),
		files: map[string][]string{}, wanted: map[string]map[int]bool{},
	}
}

// moduleCache is where the go command keeps other people's modules.
func moduleCache() string {
	if dir := os.Getenv("GOMODCACHE"); dir != "" {
		return dir
	}
	if paths := filepath.SplitList(build.Default.GOPATH); len(paths) > 0 {
		return filepath.Join(paths[0], "pkg", "mod")
	}
	return ""
}

// add asks for the line of a frame and those around it, as long as there is room.
func (s *sources) add(f traceview.Frame) {
	if s.lines >= maxSourceLines {
		return
	}
	lines := s.file(f.File)
	if f.Line < 1 || f.Line > len(lines) || !inFunc(lines[:f.Line], f.Func) {
		return
	}
	wanted := s.wanted[f.File]
	if wanted == nil {
		wanted = map[int]bool{}
		s.wanted[f.File] = wanted
	}
	for n := max(1, f.Line-sourceContext); n <= min(len(lines), f.Line+sourceContext); n++ {
		if !wanted[n] {
			wanted[n] = true
			s.lines++
		}
	}
}

// views returns what was asked for: runs of lines, by file and number.
func (s *sources) views() []sourceView {
	out := []sourceView{}
	for file, wanted := range s.wanted {
		last := 0
		for _, n := range slices.Sorted(maps.Keys(wanted)) {
			if n != last+1 || last == 0 {
				out = append(out, sourceView{File: file, First: n})
			}
			v := &out[len(out)-1]
			v.Lines = append(v.Lines, shortened(s.files[file][n-1]))
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

// file returns the lines of a file that the trace names, nil if it is not there or
// is not a source file of Go.
func (s *sources) file(name string) []string {
	lines, ok := s.files[name]
	if ok || len(s.files) >= maxSourceFiles {
		return lines
	}
	if path := s.locate(name); path != "" {
		lines, _ = readLines(path) // a page without the source is whole
	}
	s.files[name] = lines
	return lines
}

// locate says where a file of the trace would be on this machine, "" if nowhere.
// Programs built with -trimpath name files of the standard library and of modules
// from where these are kept.
func (s *sources) locate(name string) string {
	if !strings.HasSuffix(name, ".go") || remote(name) {
		return ""
	}
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	first, rest, _ := strings.Cut(name, "/")
	if !filepath.IsLocal(name) || rest == "" {
		return ""
	}
	switch {
	case strings.Contains(name, "@") && s.modules != "":
		return filepath.Join(s.modules, filepath.FromSlash(escaped(name)))
	case !strings.Contains(first, ".") && s.goroot != "":
		return filepath.Join(s.goroot, "src", filepath.FromSlash(name))
	}
	return ""
}

// remote tells whether asking for the file could ask another machine for it.
func remote(name string) bool {
	return strings.HasPrefix(filepath.ToSlash(name), "//") || strings.HasPrefix(name, `\\`)
}

// escaped writes capitals as the module cache does, for file systems that know none.
func escaped(name string) string {
	var b strings.Builder
	for _, r := range name {
		if 'A' <= r && r <= 'Z' {
			b.WriteByte('!')
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}

func readLines(path string) ([]string, error) {
	info, err := os.Stat(path) // before opening, for a pipe would wait to be opened
	if err != nil {
		return nil, fmt.Errorf("looking for the source: %w", err)
	}
	if !info.Mode().IsRegular() || info.Size() > maxSourceFile {
		return nil, fmt.Errorf("reading the source %s: not a regular file of %d bytes at most", path, maxSourceFile)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the source: %w", err)
	}
	return strings.Split(string(text), "\n"), nil
}

var funcLine = regexp.MustCompile(`^func\s*(?:\([^)]*\)\s*)?([\pL_][\pL\pN_]*)`)

// inFunc tells whether the last of lines is in the function that the trace calls
// name. Functions of a file begin in the first column, as gofmt has them.
func inFunc(lines []string, name string) bool {
	_, name, _ = strings.Cut(bare(name), ".") // without the package
	parts := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(".()*", r) })
	for _, line := range slices.Backward(lines) {
		if m := funcLine.FindStringSubmatch(line); m != nil {
			return slices.Contains(parts, m[1])
		}
	}
	return slices.Contains(parts, "init") || slices.Contains(parts, "glob") // a variable's initial value
}

// bare drops the directories of a function's import path, and type arguments.
func bare(name string) string {
	if i := strings.IndexByte(name, '['); i >= 0 {
		if j := strings.LastIndexByte(name, ']'); j > i {
			name = name[:i] + name[j+1:]
		}
	}
	return name[strings.LastIndexByte(name, '/')+1:]
}

// sourceOf reads the lines that the page's tables name, the most important first.
func sourceOf(p Page) []sourceView {
	s := newSources()
	if !p.Source {
		return s.views()
	}
	for _, site := range p.Summary.Preempts[:min(len(p.Summary.Preempts), 40)] {
		s.add(site.Where)
	}
	for _, slice := range p.Summary.LongestSlices[:min(len(p.Summary.LongestSlices), 20)] {
		s.add(programFrame(slice.Stack))
	}
	for _, b := range p.Summary.Blocks[:min(len(p.Summary.Blocks), 200)] {
		s.add(programFrame(b.Stack))
	}
	for _, c := range p.Summary.Syscalls[:min(len(p.Summary.Syscalls), 50)] {
		s.add(programFrame(c.Stack))
	}
	for _, r := range p.Summary.Readied[:min(len(p.Summary.Readied), 100)] {
		s.add(programFrame(r.Stack))
	}
	for _, stack := range frequentStacks(p.Window, 200) {
		s.add(programFrame(stack))
	}
	return s.views()
}

// frequentStacks returns the stacks at which most spans of the window stand.
func frequentStacks(w *traceview.Window, limit int) []traceview.Stack {
	count := make([]int, len(w.Stacks))
	for _, g := range w.Goroutines {
		for _, s := range g.Spans {
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

// programFrame is the innermost frame of a stack that is the program's own, or else
// the innermost; the zero Frame of an empty stack.
func programFrame(s traceview.Stack) traceview.Frame {
	f, ok := findings.ProgramFrame(s)
	if !ok && len(s) > 0 {
		return s[0]
	}
	return f
}
