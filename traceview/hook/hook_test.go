package hook_test

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"schedviz/traceview/hook"
)

// newModule makes a module with two programs and a library, and makes it the current directory.
func newModule(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	for name, text := range map[string]string{
		"go.mod":    "module example.com/m\n\ngo 1.22\n",
		"main.go":   "package main\n\nfunc main() { println(text()) }\n",
		"text.go":   "package main\n\nfunc text() string { return \"m\" }\n",
		"b/main.go": "package main\n\nfunc main() {}\n",
		"c/c.go":    "package c\n",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	t.Setenv("GOFLAGS", "")
	return dir
}

// prepare returns the go command for a command line, and the overlay of it.
func prepare(t *testing.T, verb hook.Verb, line string) (*exec.Cmd, map[string]string) {
	t.Helper()
	c, err := hook.Prepare(context.Background(), verb, strings.Fields(line), t.TempDir())
	if err != nil {
		t.Fatalf("Prepare(%s %s): %v", verb, line, err)
	}
	cmd := c.Command(context.Background(), "wrap per", "x")
	for _, a := range cmd.Args {
		if file, ok := strings.CutPrefix(a, "-overlay="); ok {
			data, err := os.ReadFile(file)
			var overlay struct{ Replace map[string]string }
			if err == nil {
				err = json.Unmarshal(data, &overlay)
			}
			if err != nil {
				t.Fatal(err)
			}
			return cmd, overlay.Replace
		}
	}
	t.Fatalf("%q has no overlay", cmd.Args)
	return nil, nil
}

// TestPrepare: everything that the user typed reaches the go command, in an order that it accepts, and the programs
// that it builds, and no others, import the hook.
func TestPrepare(t *testing.T) {
	dir := newModule(t)
	for _, c := range []struct {
		verb hook.Verb
		line string
		want string // the arguments; OVERLAY and EXEC are ours
		adds string // directories whose packages get the import
	}{
		{hook.Run, "", "run EXEC OVERLAY", "."},
		{hook.Run, ". a -b", "run EXEC OVERLAY . a -b", "."},
		{hook.Run, "-tags x -race ./b -tags y", "run EXEC OVERLAY -tags x -race ./b -tags y", "b"},
		{hook.Run, "-tags=x ./b", "run EXEC OVERLAY -tags=x ./b", "b"},
		{hook.Run, "--race -- ./b", "run EXEC OVERLAY --race -- ./b", "b"},
		{hook.Run, "-exec sudo .", "run EXEC OVERLAY .", "."},
		{hook.Run, "main.go text.go a.go.txt main.go", "run EXEC OVERLAY main.go text.go schedviz_import.go a.go.txt main.go", "."},
		{hook.Run, "b/main.go x", "run EXEC OVERLAY b/main.go b/schedviz_import.go x", "b"},
		{hook.Run, "-C b . x", "run -C b EXEC OVERLAY . x", "b"},
		{hook.Run, "./nosuch", "run EXEC OVERLAY ./nosuch", ""},
		{hook.Build, "-o app -v ./...", "build EXEC OVERLAY -o app -v ./...", ". b"},
		{hook.Build, "", "build EXEC OVERLAY", "."},
		{hook.Test, "-run T ./... -v", "test EXEC OVERLAY -run T ./... -v", ""},
	} {
		cmd, overlay := prepare(t, c.verb, c.line)
		var got []string
		for _, a := range cmd.Args[1:] {
			switch {
			case strings.HasPrefix(a, "-overlay="):
				a = "OVERLAY"
			case a == "-exec='wrap per' x":
				a = "EXEC"
			}
			got = append(got, filepath.ToSlash(a))
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("Prepare(%s %s) = %q, want %q", c.verb, c.line, got, c.want)
		}
		var adds []string
		for at := range overlay {
			if in, err := filepath.Rel(dir, filepath.Dir(at)); err == nil && filepath.IsLocal(in) {
				adds = append(adds, in)
			}
		}
		slices.Sort(adds)
		if got := strings.Join(adds, " "); got != c.adds {
			t.Errorf("Prepare(%s %s) adds files to %q, want %q", c.verb, c.line, got, c.adds)
		}
	}
}

// TestUsersOverlay: an overlay of the user's is merged with ours, whether it is a flag or in GOFLAGS.
func TestUsersOverlay(t *testing.T) {
	dir := newModule(t)
	users := `{"Replace":{"text.go":"other.txt","gone.go":""}}`
	for name, text := range map[string]string{"overlay.json": users, "other.txt": "package main\n\nfunc text() string { return \"other\" }\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ goflags, line string }{
		{"", "-overlay overlay.json ."},
		{"", "-overlay=overlay.json ."},
		{"-overlay=overlay.json", "."},
		{"-v -overlay=nosuch.json", "-overlay=overlay.json ."},
	} {
		t.Setenv("GOFLAGS", c.goflags)
		_, overlay := prepare(t, hook.Build, c.line)
		if got, want := overlay[filepath.Join(dir, "text.go")], filepath.Join(dir, "other.txt"); got != want {
			t.Errorf("GOFLAGS=%s go build %s: text.go is replaced by %q, want %q", c.goflags, c.line, got, want)
		}
		if by, ok := overlay[filepath.Join(dir, "gone.go")]; !ok || by != "" {
			t.Errorf("GOFLAGS=%s go build %s: gone.go is replaced by %q, %v; want it deleted", c.goflags, c.line, by, ok)
		}
	}
	t.Setenv("GOFLAGS", "")
	if _, err := hook.Prepare(context.Background(), hook.Build, []string{"-overlay=nosuch.json"}, t.TempDir()); err == nil ||
		!strings.Contains(err.Error(), "nosuch.json") {
		t.Errorf("Prepare with a missing overlay = %v, want an error that names it", err)
	}
}

// TestRequest: a request has all that the hook needs, and the file last.
func TestRequest(t *testing.T) {
	got, err := hook.Request{After: 1500e6, For: 2e9, MaxSize: 10}.Env(filepath.Join(string(filepath.Separator), "a b=c"))
	if err != nil || !strings.Contains(got, "=after=1.5s for=2s max=10 file=") || !strings.HasSuffix(got, "a b=c") {
		t.Errorf("Env = %q, %v", got, err)
	}
}
