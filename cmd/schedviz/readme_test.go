package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"schedviz/workloads/usage"
)

// TestReadme runs every command that README.md shows, in order, as a reader would: in one directory that has a
// trace in it.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	commands := readmeCommands(string(text))
	if len(commands) < 10 {
		t.Fatalf("README.md shows %d commands, want at least 10: %q", len(commands), commands)
	}
	exe, err := exec.LookPath("schedviz") // testscript.Main put it there
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
	writeApp(t, dir)
	program := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write(trace) }))
	defer program.Close()
	for _, command := range commands {
		command = strings.ReplaceAll(command, "http://localhost:6060", program.URL)
		command = strings.ReplaceAll(command, "localhost:8080", "localhost:0") // which may be in use here
		if command = strings.ReplaceAll(command, "attach 4711", fmt.Sprintf("attach %d", os.Getpid())); runtime.GOOS != "linux" &&
			strings.HasPrefix(command, "attach ") && !strings.Contains(command, "http") {
			continue // processes can be looked up only on Linux
		}
		args, err := usage.SplitWords(command)
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(exe, args...)
		cmd.Dir = dir
		out, err := firstLine(cmd, args[0] == "serve" || slices.Contains(args, "--every"))
		if err != nil {
			t.Errorf("schedviz %s: %v", command, err)
		}
		if out == "" && !strings.HasPrefix(command, "go build") {
			t.Errorf("schedviz %s printed nothing", command)
		}
	}
	for _, page := range []string{"out/workerpool-procs4-1/report.html", "out/index.html", "out/app-1/report.html", "out/app-2/report.html", "runs/app-1/report.html", "out/sorts.test-2/report.html", "trace.html", "out/compare-tightloop-1/compare.html", "difference.html", "out/sweep-gomaxprocs-single-procs1-2-4-8-1/sweep.html"} {
		if info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(page))); err != nil || info.Size() == 0 {
			t.Errorf("after README.md's commands there is no %s: %v", page, err)
		}
	}
}

// writeApp writes the module of a program that can be run as README.md says.
func writeApp(t *testing.T, dir string) {
	for name, text := range map[string]string{
		"go.mod":              "module example.com/app\n\ngo 1.22\n",
		"cmd/app/main.go":     appSource,
		"sorts/sorts_test.go": testSource,
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

const testSource = `package sorts

import "testing"

func TestPool(t *testing.T) {}

func BenchmarkSort(b *testing.B) {
	for range b.N {
	}
}
`

const appSource = `package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	done := make(chan bool)
	go func() {
		time.Sleep(300 * time.Millisecond)
		close(done)
	}()
	<-done
	fmt.Println(os.Args[1:])
}
`

// firstLine runs a command to its end, or interrupts it after the first line that it prints, and returns that
// line.
func firstLine(cmd *exec.Cmd, interrupt bool) (string, error) {
	var stderr strings.Builder
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		return "", err
	}
	out := bufio.NewReader(stdout)
	line, _ := out.ReadString('\n')
	if interrupt {
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			return line, err
		}
	}
	io.Copy(io.Discard, out)
	if err := cmd.Wait(); err != nil {
		return line, fmt.Errorf("%w\n%s", err, &stderr)
	}
	return line, nil
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
