package report_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
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

// sourceDir makes the files of a module example.com/mine in a new working directory.
func sourceDir(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	files["go.mod"] = "module example.com/mine\n"
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	return dir
}

// Source is shown if it exists, is Go, and has the function that the trace names there.
func TestSource(t *testing.T) {
	lib := strings.Replace(program, "package main", "package lib", 1)
	dir := sourceDir(t, map[string]string{
		"pool.go":    program,
		"lib/a.go":   lib,
		"lib/b.go":   "package lib\n\n//go:linkname sleep time.Sleep\nfunc sleep() {\n\twork()\n}\n",
		"long.go":    "package main\n\nfunc f() {\n\t_ = `" + strings.Repeat("x", 10_000) + "`\n}\n",
		"secret.txt": program,
		"broken.go":  program + "func {",
		"huge.go":    program + strings.Repeat("\n", 5<<20),
		"dir.go/x":   "",

		"vendor/example.org/v/a.go": strings.Replace(lib, "package lib", "package v", 1),
	})
	out := t.TempDir()
	mod := filepath.Join(out, "mod")
	t.Setenv("GOMODCACHE", mod)
	cached, outside := filepath.Join(mod, "example.com", "!big@v1.0.0", "sub", "a.go"), filepath.Join(out, "pool.go")
	for _, path := range []string{cached, outside} {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(program), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"out.go": outside, "in.go": "pool.go", "away": out} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	const worker = "func worker() {\n\tfor range 10 {\n\t\twork() // the line\n\t}\n}"

	for _, c := range []struct {
		name  string
		frame traceview.Frame
		want  string // the lines shown, "" if there must be none
	}{
		{"a line", traceview.Frame{Func: "main.worker", File: at("pool.go"), Line: 7}, worker},
		{"a line of a tested command", traceview.Frame{Func: "example.com/mine.worker", File: at("pool.go"), Line: 7}, worker},
		{"a package's line", traceview.Frame{Func: "example.com/mine/lib.worker", File: at("lib/a.go"), Line: 7}, worker},
		{"a line of a program built with -trimpath", traceview.Frame{Func: "example.com/mine/lib.worker", File: "example.com/mine/lib/a.go", Line: 7}, worker},
		{"a vendored package's line", traceview.Frame{Func: "example.org/v.worker", File: at("vendor/example.org/v/a.go"), Line: 7}, worker},
		{"a link within the module", traceview.Frame{Func: "main.worker", File: at("in.go"), Line: 7}, worker},
		{"a method", traceview.Frame{Func: "main.(*pool).run", File: at("pool.go"), Line: 12}, "\nfunc (p *pool) run() {\n\twork()\n}\n"},
		{"a method's value", traceview.Frame{Func: "main.(*pool).run-fm", File: at("pool.go"), Line: 12}, "\nfunc (p *pool) run() {\n\twork()\n}\n"},
		{"a generic function", traceview.Frame{Func: "main.worker[go.shape.[]int]", File: at("pool.go"), Line: 7}, worker},
		{"a variable", traceview.Frame{Func: "main.init.func1", File: at("pool.go"), Line: 3}, "package main\n\nvar initial = func() int { return 1 }()\n\nfunc worker() {"},
		{"a module's file", traceview.Frame{Func: "example.com/Big/sub.worker", File: cached, Line: 7}, worker},
		{"a module's file, trimmed", traceview.Frame{Func: "example.com/Big/sub.worker", File: "example.com/Big@v1.0.0/sub/a.go", Line: 7}, worker},
		{"a function with a name for the linker", traceview.Frame{Func: "time.Sleep", File: at("lib/b.go"), Line: 5}, "//go:linkname sleep time.Sleep\nfunc sleep() {\n\twork()\n}\n"},
		{"another name for the linker", traceview.Frame{Func: "time.After", File: at("lib/b.go"), Line: 5}, ""},
		{"a long line", traceview.Frame{Func: "main.f", File: at("long.go"), Line: 5}, "func f() {\n\t_ = `" + strings.Repeat("x", 194) + "…\n}\n"},
		{"another function's line", traceview.Frame{Func: "main.worker", File: at("pool.go"), Line: 12}, ""},
		{"no closure's line", traceview.Frame{Func: "main.worker.func1", File: at("pool.go"), Line: 7}, ""},
		{"a method of another type", traceview.Frame{Func: "main.(*other).run", File: at("pool.go"), Line: 12}, ""},
		{"a method of the value", traceview.Frame{Func: "main.pool.run", File: at("pool.go"), Line: 12}, ""},
		{"a name of all names", traceview.Frame{Func: "main.worker.run.f.init.glob.func1", File: at("pool.go"), Line: 7}, ""},
		{"a name of all names that ends right", traceview.Frame{Func: "main.init.glob.run.f.worker", File: at("pool.go"), Line: 7}, ""},
		{"another package", traceview.Frame{Func: "example.com/mine.worker", File: at("lib/a.go"), Line: 7}, ""},
		{"a command that is none", traceview.Frame{Func: "main.worker", File: at("lib/a.go"), Line: 7}, ""},
		{"between functions", traceview.Frame{Func: "main.worker", File: at("pool.go"), Line: 4}, ""},
		{"beyond the end", traceview.Frame{Func: "main.worker", File: at("pool.go"), Line: 99}, ""},
		{"before the beginning", traceview.Frame{Func: "main.worker", File: at("pool.go"), Line: -1}, ""},
		{"not Go", traceview.Frame{Func: "main.worker", File: at("secret.txt"), Line: 7}, ""},
		{"not whole", traceview.Frame{Func: "main.worker", File: at("broken.go"), Line: 7}, ""},
		{"too large", traceview.Frame{Func: "main.worker", File: at("huge.go"), Line: 7}, ""},
		{"a directory", traceview.Frame{Func: "main.worker", File: at("dir.go"), Line: 1}, ""},
		{"not there", traceview.Frame{Func: "main.worker", File: at("none.go"), Line: 7}, ""},
		{"out of the module", traceview.Frame{Func: "main.worker", File: outside, Line: 7}, ""},
		{"out of the module by a link", traceview.Frame{Func: "main.worker", File: at("out.go"), Line: 7}, ""},
		{"out of the module by a linked directory", traceview.Frame{Func: "example.com/mine/away.worker", File: at("away/pool.go"), Line: 7}, ""},
		{"out of the module cache", traceview.Frame{Func: "main.worker", File: "a@b/../../pool.go", Line: 7}, ""},
		{"out of the trimmed module", traceview.Frame{Func: "main.worker", File: "example.com/mine/../pool.go", Line: 7}, ""},
		{"another machine", traceview.Frame{Func: "main.worker", File: `\\host\share\pool.go`, Line: 7}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := pool(sample.Pool)
			p.Source = report.SourceOn
			p.Summary.Preempts[0].Where = c.frame
			if got := sourceText(t, p); got != c.want {
				t.Errorf("the source of %+v = %q, want %q", c.frame, got, c.want)
			}
			p.Source = report.SourceOff
			if got := sourceText(t, p); got != "" {
				t.Errorf("with SourceOff the page has the source %q", got)
			}
		})
	}
}

// A trace not known to come from the current module's program gets no source.
func TestSourceOwn(t *testing.T) {
	dir := sourceDir(t, map[string]string{"pool.go": program})
	var trace, stdlib traceview.Frame
	stdlib.Func, stdlib.File, stdlib.Line = here(t, "strings.Map", func() { t.Log(strings.Map(func(r rune) rune { panic(r) }, "x")) })
	trace = traceview.Frame{Func: "main.worker", File: filepath.Join(dir, "pool.go"), Line: 7}
	for _, c := range []struct {
		name   string
		mode   report.SourceMode
		frames []traceview.Frame
		want   int // files shown
	}{
		{"of the module", report.SourceOwn, []traceview.Frame{stdlib, trace}, 2},
		{"of another program", report.SourceOwn, []traceview.Frame{stdlib}, 0},
		{"of another function", report.SourceOwn, []traceview.Frame{stdlib, {Func: "main.other", File: trace.File, Line: 7}}, 0},
		{"of another program, on", report.SourceOn, []traceview.Frame{stdlib}, 1},
	} {
		p := pool(sample.Pool)
		p.Source = c.mode
		p.Summary.Preempts = nil
		for _, f := range c.frames {
			p.Summary.Preempts = append(p.Summary.Preempts, traceview.PreemptSite{Where: f})
		}
		if got := len(unpack(t, write(t, p)).Page.Source); got != c.want {
			t.Errorf("%s: the page has lines of %d files, want %d", c.name, got, c.want)
		}
	}
}

// here returns the location of a function with the given name prefix while do panics.
func here(t *testing.T, name string, do func()) (fn, file string, line int) {
	t.Helper()
	defer func() {
		recover()
		pcs := make([]uintptr, 50)
		frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
		for {
			f, more := frames.Next()
			if f.Function == name {
				fn, file, line = f.Function, f.File, f.Line
				return
			}
			if !more {
				t.Fatalf("%s is not on the stack", name)
			}
		}
	}()
	do()
	return
}

func sourceText(t *testing.T, p report.Page) string {
	t.Helper()
	var parts []string
	for _, v := range unpack(t, write(t, p)).Page.Source {
		parts = append(parts, strings.Join(v.Lines, "\n"))
	}
	return strings.Join(parts, "\n---\n")
}

// However many lines a trace names, the amount of source on its page is bounded.
func TestSourceIsBounded(t *testing.T) {
	var text strings.Builder
	text.WriteString("package main\n")
	for i := range 3000 {
		fmt.Fprintf(&text, "func f%d() {\n\twork()\n}\n", i)
	}
	path := filepath.Join(sourceDir(t, map[string]string{"many.go": text.String()}), "many.go")
	p := pool(sample.Pool)
	p.Source = report.SourceOn
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
