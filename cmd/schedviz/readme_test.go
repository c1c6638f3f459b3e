package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadme runs every command that README.md shows, in its order, as a reader
// would: in one directory, with a trace of his own in it.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	commands := readmeCommands(string(text))
	if len(commands) < 10 {
		t.Fatalf("README.md shows %d commands, want at least 10: %q", len(commands), commands)
	}
	exe, err := exec.LookPath("schedviz") // testscript.Main has put it there
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	trace, err := os.ReadFile(filepath.Join("..", "..", "traceview", "testdata", "traces", "gc.trace"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "trace.out"), trace, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, command := range commands {
		args, err := splitWords(command)
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(exe, args...)
		cmd.Dir = dir
		var stderr strings.Builder
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Errorf("schedviz %s: %v\n%s", command, err, &stderr)
		}
		if len(out) == 0 {
			t.Errorf("schedviz %s printed nothing", command)
		}
	}
	for _, page := range []string{"out/workerpool-procs4-1/report.html", "out/index.html", "trace.html", "compare.html", "difference.html", "out/sweep-gomaxprocs-single-procs1-2-4-8-1/sweep.html"} {
		if info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(page))); err != nil || info.Size() == 0 {
			t.Errorf("after README.md's commands there is no %s: %v", page, err)
		}
	}
}

// readmeCommands returns the arguments of each schedviz command in an indented block.
func readmeCommands(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "    ")
		if !ok {
			continue
		}
		for _, prefix := range []string{"schedviz ", "go run ./cmd/schedviz "} {
			if args, ok := strings.CutPrefix(line, prefix); ok {
				out = append(out, strings.TrimSpace(args))
			}
		}
	}
	return out
}
