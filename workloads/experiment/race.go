package experiment

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"schedviz/traceview/record"
	"schedviz/workloads"
)

// raceBuild is this program built with the race detector, once for all runs.
var raceBuild struct {
	sync.Mutex
	path string
}

// raceProgram returns the path of this program built with the race detector. It builds that from the program's own
// source; the go command does only what is not in its cache.
func raceProgram(ctx context.Context, hooks Hooks) (string, error) {
	raceBuild.Lock()
	defer raceBuild.Unlock()
	if raceBuild.path != "" {
		return raceBuild.path, nil
	}
	path, err := buildWithRace(ctx, hooks)
	if err != nil {
		return "", fmt.Errorf("building it with the race detector: %w", err)
	}
	raceBuild.path = path
	return path, nil
}

func buildWithRace(ctx context.Context, hooks Hooks) (string, error) {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Path == "" {
		return "", errors.New("this program does not know which module it is of")
	}
	if builtWithRace(info) {
		return os.Executable()
	}
	goCommand, err := exec.LookPath("go")
	if err != nil {
		return "", errors.New("the go command is not in PATH")
	}
	dir, err := sourceModule(ctx, goCommand, info.Main.Path)
	if err != nil {
		return "", err
	}
	to, err := raceCache(dir, info.Path)
	if err != nil {
		return "", err
	}
	unlock, err := record.Lock(ctx, filepath.Dir(to), ".race.lock")
	if err != nil {
		return "", err
	}
	defer unlock()
	hooks.doing("building %s with the race detector; the first time takes a minute", info.Path)
	args := []string{"build", "-race", "-o", to, info.Path}
	if pkg, ok := strings.CutSuffix(info.Path, ".test"); ok {
		args = []string{"test", "-c", "-race", "-o", to, pkg}
	}
	if out, err := goIn(ctx, goCommand, dir, args...); err != nil {
		return "", raceBuildError(ctx, goCommand, dir, out, err)
	}
	return to, nil
}

// builtWithRace reports whether this program has the race detector already.
func builtWithRace(info *debug.BuildInfo) bool {
	for _, s := range info.Settings {
		if s.Key == "-race" {
			return s.Value == "true"
		}
	}
	return false
}

// raceCache returns where to put the program pkg, built from the module in dir.
func raceCache(dir, pkg string) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	name := fnv.New64a()
	fmt.Fprintf(name, "%s\n%s\n%s", dir, pkg, runtime.Version())
	to := filepath.Join(cache, "schedviz", "race")
	if err := os.MkdirAll(to, 0o777); err != nil {
		return "", err
	}
	path := filepath.Join(to, fmt.Sprintf("%s-%x", filepath.Base(pkg), name.Sum(nil)))
	if runtime.GOOS == "windows" {
		path += ".exe"
	}
	return path, nil
}

// sourceModule returns the directory of the module that this program was built from: where its source was when it was
// compiled, or else around the working directory.
func sourceModule(ctx context.Context, goCommand, module string) (string, error) {
	_, here, _, _ := runtime.Caller(0)
	work, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for _, dir := range []string{filepath.Dir(here), work} {
		if info, err := os.Stat(dir); !filepath.IsAbs(dir) || err != nil || !info.IsDir() {
			continue
		}
		out, err := goIn(ctx, goCommand, dir, "list", "-m", "-f", "{{.Path}}\t{{.Dir}}")
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		if path, root, ok := strings.Cut(strings.TrimSpace(out), "\t"); err == nil && ok && path == module {
			return root, nil
		}
	}
	return "", fmt.Errorf("the source of module %s is neither where it was built from nor in the working directory", module)
}

// goIn runs the go command in a directory, outside of any workspace, and returns what it prints.
func goIn(ctx context.Context, goCommand, dir string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, goCommand, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "PWD="+dir)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	return out.String(), err
}

// raceBuildError says in one line why the go command could not build with the race detector.
func raceBuildError(ctx context.Context, goCommand, dir, out string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	cc, envErr := goIn(ctx, goCommand, dir, "env", "CC")
	cc, _, _ = strings.Cut(strings.TrimSpace(cc), " ")
	if _, lookErr := exec.LookPath(cc); envErr == nil && lookErr != nil && strings.Contains(out, "cgo") {
		return fmt.Errorf("it needs cgo and a C compiler, and %s is not in PATH", cc)
	}
	for line := range strings.Lines(out) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			return errors.New(strings.TrimPrefix(line, "go: "))
		}
	}
	return err
}

// races returns what the race detector reported about a run.
func races(run *record.Run) ([]workloads.Race, error) {
	reports, err := run.RaceReports()
	return workloads.ParseRaces(reports), err
}
