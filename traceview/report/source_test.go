package report_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/sample"
)

const program = `package main

var initial = func() int { return 1 }()

func worker() {
	for range 10 {
		work() // the line
	}
}

func (p *pool) run() {
	work()
}
`

// Source is shown where it is there, is Go, and has the function that the trace names there.
func TestSource(t *testing.T) {
	dir := t.TempDir()
	good, long := filepath.Join(dir, "pool.go"), filepath.Join(dir, "long.go")
	write := func(path, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(good, program)
	write(long, "package main\n\nfunc f() {\n"+strings.Repeat("x", 10_000)+"\n}\n")
	write(filepath.Join(dir, "secret.txt"), program)
	write(filepath.Join(dir, "huge.go"), program+strings.Repeat("\n", 5<<20))
	write(filepath.Join(dir, "mod", "example.com", "!big@v1.0.0", "a.go"), program)
	if err := os.Mkdir(filepath.Join(dir, "dir.go"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GOMODCACHE", filepath.Join(dir, "mod"))

	for _, c := range []struct {
		name  string
		frame traceview.Frame
		want  string // the lines shown, "" if there must be none
	}{
		{"a line", traceview.Frame{Func: "main.worker", File: good, Line: 7}, "func worker() {\n\tfor range 10 {\n\t\twork() // the line\n\t}\n}"},
		{"a closure", traceview.Frame{Func: "main.worker.func1", File: good, Line: 6}, "\nfunc worker() {\n\tfor range 10 {\n\t\twork() // the line\n\t}"},
		{"a method", traceview.Frame{Func: "example.com/a/main.(*pool).run", File: good, Line: 12}, "\nfunc (p *pool) run() {\n\twork()\n}\n"},
		{"a generic function", traceview.Frame{Func: "main.worker[go.shape.int]", File: good, Line: 5}, "var initial = func() int { return 1 }()\n\nfunc worker() {\n\tfor range 10 {\n\t\twork() // the line"},
		{"a variable", traceview.Frame{Func: "main.init.func1", File: good, Line: 3}, "package main\n\nvar initial = func() int { return 1 }()\n\nfunc worker() {"},
		{"a module's file", traceview.Frame{Func: "big.worker", File: "example.com/Big@v1.0.0/a.go", Line: 9}, "\t\twork() // the line\n\t}\n}\n\nfunc (p *pool) run() {"},
		{"another function's line", traceview.Frame{Func: "main.worker", File: good, Line: 12}, ""},
		{"beyond the end", traceview.Frame{Func: "main.worker", File: good, Line: 99}, ""},
		{"before the beginning", traceview.Frame{Func: "main.worker", File: good, Line: -1}, ""},
		{"not Go", traceview.Frame{Func: "main.worker", File: filepath.Join(dir, "secret.txt"), Line: 7}, ""},
		{"too large", traceview.Frame{Func: "main.worker", File: filepath.Join(dir, "huge.go"), Line: 7}, ""},
		{"a directory", traceview.Frame{Func: "main.worker", File: filepath.Join(dir, "dir.go"), Line: 1}, ""},
		{"not there", traceview.Frame{Func: "main.worker", File: filepath.Join(dir, "none.go"), Line: 7}, ""},
		{"out of the module cache", traceview.Frame{Func: "main.worker", File: "a@b/../../pool.go", Line: 7}, ""},
		{"another machine", traceview.Frame{Func: "main.worker", File: `\\host\share\pool.go`, Line: 7}, ""},
		{"a long line", traceview.Frame{Func: "main.f", File: long, Line: 5}, "func f() {\n" + strings.Repeat("x", 200) + "…\n}\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := pool(sample.Pool)
			p.Source = true
			p.Summary.Preempts[0].Where = c.frame
			if got := sourceText(t, p); got != c.want {
				t.Errorf("the source of %+v = %q, want %q", c.frame, got, c.want)
			}
			p.Source = false
			if got := sourceText(t, p); got != "" {
				t.Errorf("without Page.Source the page has the source %q", got)
			}
		})
	}
}

func sourceText(t *testing.T, p report.Page) string {
	t.Helper()
	var parts []string
	for _, v := range unpack(t, write(t, p)).Page.Source {
		parts = append(parts, strings.Join(v.Lines, "\n"))
	}
	return strings.Join(parts, "\n---\n")
}

// However many places a trace names, the source in its page is bounded.
func TestSourceIsBounded(t *testing.T) {
	var text strings.Builder
	text.WriteString("package main\n")
	for i := range 3000 {
		fmt.Fprintf(&text, "func f%d() {\n\twork()\n}\n", i)
	}
	path := filepath.Join(t.TempDir(), "many.go")
	if err := os.WriteFile(path, []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	p := pool(sample.Pool)
	p.Source = true
	for i := range 3000 {
		p.Summary.Blocks = append(p.Summary.Blocks, traceview.BlockSite{
			Reason: "chan receive", Stack: traceview.Stack{{Func: fmt.Sprintf("main.f%d", i), File: path, Line: 3 + 3*i}},
		})
	}
	lines := 0
	for _, v := range unpack(t, write(t, p)).Page.Source {
		lines += len(v.Lines)
	}
	if lines < 100 || lines > 510 {
		t.Errorf("the page has %d lines of source, want some hundreds", lines)
	}
}
