package hook

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Verb is a go command that builds programs.
type Verb string

// The go commands that can build with the hook.
const (
	Build Verb = "build"
	Run   Verb = "run"
	Test  Verb = "test"
)

// GoCommand is a go command that builds with the hook.
type GoCommand struct {
	Verb    Verb
	Wrapper []string // the user's -exec

	goTool string   // path of the go command
	env    []string // for it, in addition to the environment
	first  []string // the flag that must come first
	args   []string // what follows, with the overlay
}

// Prepare returns the go command that builds what verb and args say, with the hook. Its files go to dir, which must
// exist until the command has ended. Whatever is wrong with the arguments, or with the user's program, is left for
// the go command to say.
func Prepare(ctx context.Context, verb Verb, args []string, dir string) (*GoCommand, error) {
	c := &GoCommand{Verb: verb}
	var err error
	if c.goTool, err = exec.LookPath("go"); err != nil {
		return nil, fmt.Errorf("looking for the Go toolchain: %w", err)
	}
	p := &preparation{
		command: c, args: parseArguments(args),
		overlay: overlay{Replace: map[string]string{}, dir: dir},
	}
	file, err := p.prepare(ctx)
	if err != nil {
		return nil, err
	}
	if wrapper, ok := p.args.last("exec"); ok {
		if c.Wrapper, err = splitQuoted(wrapper); err != nil {
			return nil, err
		}
	}
	if chdir, ok := p.args.last("C"); ok {
		c.first = []string{"-C", chdir}
	}
	c.args = append([]string{"-overlay=" + file}, p.args.without("C", "overlay", "exec")...)
	c.args = append(c.args, p.args.rest...)
	return c, nil
}

// Command returns the command, to be started in the current directory. xprog is what go is to run programs with.
func (c *GoCommand) Command(ctx context.Context, xprog ...string) *exec.Cmd {
	args := append([]string{string(c.Verb)}, c.first...)
	if len(xprog) > 0 {
		args = append(args, "-exec="+joinQuoted(xprog))
	}
	cmd := exec.CommandContext(ctx, c.goTool, append(args, c.args...)...)
	cmd.Env = append(os.Environ(), c.env...)
	return cmd
}

// preparation collects the overlay of a go command.
type preparation struct {
	command *GoCommand
	args    arguments
	dir     string // where the go command works; "" is the current directory
	overlay overlay
}

// goEnv is the part of go env that matters here.
type goEnv struct{ GOROOT, GOMODCACHE, GOFLAGS, GOVERSION string }

// prepare completes the arguments and writes the overlay, whose path it returns.
func (p *preparation) prepare(ctx context.Context) (file string, err error) {
	p.dir, _ = p.args.last("C")
	p.overlay.base = p.dir
	packages := p.args.packages(p.command.Verb)
	if p.command.Verb == Run && len(packages) == 1 && strings.Contains(packages[0], "@") {
		if dir := downloaded(ctx, packages[0]); dir != "" {
			p.dir, packages = dir, []string{"."}
		}
	}
	var env goEnv
	if err := p.query(ctx, &env, "env", "-json", "GOROOT", "GOMODCACHE", "GOFLAGS", "GOVERSION"); err != nil {
		return "", err
	}
	if below(env.GOMODCACHE, env.GOROOT) {
		if err := p.moveRoot(&env); err != nil {
			return "", err
		}
	}
	if file := p.usersOverlay(env); file != "" {
		if err := p.overlay.addUsers(file); err != nil {
			return "", err
		}
	}
	if err := p.overlay.addHook(env.GOROOT); err != nil {
		return "", err
	}
	if p.command.Verb == Test {
		err = p.overlay.addRegions(env.GOROOT) // and package testing imports runtime/trace
	} else {
		err = p.addImports(ctx, env, packages)
	}
	if err != nil {
		return "", err
	}
	return p.overlay.save()
}

// moveRoot gives a toolchain that the go command has downloaded to the module cache another name: the go command
// refuses overlays there.
func (p *preparation) moveRoot(env *goEnv) error {
	cache, err := os.UserCacheDir()
	if err != nil {
		return fmt.Errorf("linking to %s: %w", env.GOVERSION, err)
	}
	root := filepath.Join(cache, "schedviz", "goroot", filepath.Base(env.GOROOT))
	if err := os.MkdirAll(filepath.Dir(root), 0o777); err != nil {
		return fmt.Errorf("linking to %s: %w", env.GOVERSION, err)
	}
	if is, err := os.Readlink(root); err != nil || is != env.GOROOT {
		os.Remove(root)
		if err := os.Symlink(env.GOROOT, root); err != nil && !errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("linking to %s: %w", env.GOVERSION, err)
		}
	}
	env.GOROOT = root
	p.command.goTool = filepath.Join(root, "bin", "go")
	p.command.env = []string{"GOROOT=" + root, "GOTOOLCHAIN=local"}
	return nil
}

// usersOverlay returns the file of the user's own -overlay, "" if there is none.
func (p *preparation) usersOverlay(env goEnv) string {
	file, ok := p.args.last("overlay")
	if !ok {
		words, _ := splitQuoted(env.GOFLAGS)
		file, _ = parseArguments(words).last("overlay")
	}
	return file
}

// query runs a go command and decodes the JSON object that it prints.
func (p *preparation) query(ctx context.Context, into any, args ...string) error {
	out, err := p.output(ctx, args...)
	if err == nil {
		err = json.Unmarshal(out, into)
	}
	if err != nil {
		return fmt.Errorf("running go %s: %w", args[0], err)
	}
	return nil
}

// output returns what a go command prints. The error is the first line that it says about one.
func (p *preparation) output(ctx context.Context, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, p.command.goTool, args...)
	cmd.Dir, cmd.Env = p.dir, append(os.Environ(), p.command.env...)
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		said, _, _ := strings.Cut(strings.TrimSpace(string(exit.Stderr)), "\n")
		err = errors.New(cmp.Or(said, exit.Error()))
	}
	return out, err
}
