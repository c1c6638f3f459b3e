package experiment

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	"schedviz/traceview/hook"
	"schedviz/traceview/interrupt"
	"schedviz/traceview/record"
)

// GoFailed is the error of a go command that ended with a status other than 0. It has said why itself.
type GoFailed struct {
	Verb   hook.Verb
	Status int
}

func (e *GoFailed) Error() string {
	return fmt.Sprintf("running go %s: exit status %d", e.Verb, e.Status)
}

// GoBuild runs go build with the hook; args are what follows the word build.
func GoBuild(ctx context.Context, args []string) error {
	dir, remove, err := tempDir()
	if err != nil {
		return err
	}
	defer remove()
	c, err := hook.Prepare(ctx, hook.Build, args, dir)
	if err != nil {
		return err
	}
	return runGo(ctx, c, os.Stdout)
}

// GoRun builds a program with the hook as go run would, and runs it; args are what follows the word run. p has
// everything but the program. The result is nil if args do not ask to run anything, such as -n.
func GoRun(ctx context.Context, args []string, p *Program) (*Result, error) {
	dir, remove, err := tempDir()
	if err != nil {
		return nil, err
	}
	defer remove()
	c, err := hook.Prepare(ctx, hook.Run, args, dir)
	if err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("running go run: %w", err)
	}
	if err := runGo(ctx, c, os.Stderr, self, KeepArg, dir); err != nil {
		return nil, err
	}
	k, err := loadKept(dir)
	if k == nil || err != nil {
		return nil, err
	}
	p.Path, p.Args, p.Dir, p.Wrapper = k.Path, k.Args, k.Dir, c.Wrapper
	return p.Run(ctx)
}

// runGo runs a go command on this process's standard streams, except that its output goes to stdout. xprog is what it
// is to run programs with.
func runGo(ctx context.Context, c *hook.GoCommand, stdout *os.File, xprog ...string) error {
	ctx, stop := interrupt.Signals(ctx)
	defer stop()
	cmd := c.Command(ctx, xprog...)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, stdout, os.Stderr
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("running go %s: %w", c.Verb, ctx.Err())
	case errors.As(err, &exit):
		return &GoFailed{c.Verb, exit.ExitCode()}
	case err != nil:
		return fmt.Errorf("running go %s: %w", c.Verb, err)
	}
	return nil
}

// tempDir makes a directory for the files of a build.
func tempDir() (dir string, remove func(), err error) {
	if dir, err = os.MkdirTemp("", "schedviz-go-"); err != nil {
		return "", nil, fmt.Errorf("preparing the build: %w", err)
	}
	return dir, func() { os.RemoveAll(dir) }, nil
}

// KeepArg is the first argument with which go run is made to start this program instead of the one that it has
// built. It keeps that, to be run when the go command has ended: the go command would replace its exit status.
const KeepArg = "__keep"

// kept is a program that go run has built and would run.
type kept struct {
	Path string
	Args []string
	Dir  string // where go run would run it
}

const keptFile = "kept.json"

// Keep is what this program does when started with [KeepArg]: args are the directory to keep the program in, the
// program's file, and its arguments.
func Keep(args []string) error {
	if len(args) < 2 {
		return fmt.Errorf("%s is only for schedviz itself", KeepArg)
	}
	dir, exe := args[0], args[1]
	k := kept{Path: filepath.Join(dir, "exe", filepath.Base(exe)), Args: args[1:]}
	var err error
	if k.Dir, err = os.Getwd(); err != nil {
		return fmt.Errorf("keeping %s: %w", exe, err)
	}
	if err := os.MkdirAll(filepath.Dir(k.Path), 0o777); err != nil {
		return fmt.Errorf("keeping %s: %w", exe, err)
	}
	if err := linkOrCopy(exe, k.Path); err != nil {
		return fmt.Errorf("keeping %s: %w", exe, err)
	}
	return record.WriteFile(filepath.Join(dir, keptFile), func(w io.Writer) error { return json.NewEncoder(w).Encode(k) })
}

// loadKept returns what was kept in dir, nil if nothing was.
func loadKept(dir string) (*kept, error) {
	data, err := os.ReadFile(filepath.Join(dir, keptFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	k := new(kept)
	if err == nil {
		err = json.Unmarshal(data, k)
	}
	if err != nil {
		return nil, fmt.Errorf("running go run: %w", err)
	}
	return k, nil
}

// linkOrCopy makes another name for the file at from, or copies it where that is not possible.
func linkOrCopy(from, to string) error {
	if os.Link(from, to) == nil {
		return nil
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o777)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
