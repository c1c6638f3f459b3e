package hook

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// listed is a package as go list prints it.
type listed struct {
	ImportPath string
	Dir, Name  string
	Standard   bool
}

// list lists packages; what says which, in addition to the user's flags.
func (p *preparation) list(ctx context.Context, what ...string) (packages []listed) {
	args := append([]string{"list", "-e", "-json=ImportPath,Dir,Name,Standard"}, p.args.without(append(listless, "C")...)...)
	out, _ := p.output(ctx, append(args, what...)...) // what it can't answer, the command itself will complain about
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var m listed
		if dec.Decode(&m) != nil {
			return packages
		}
		packages = append(packages, m)
	}
}

// addImports makes the programs among the packages import the hook's package.
func (p *preparation) addImports(ctx context.Context, env goEnv, packages []string) error {
	for _, m := range p.list(ctx, append([]string{"--"}, packages...)...) {
		var err error
		switch {
		case m.Name != "main" || m.Dir == "":
		case below(env.GOMODCACHE, m.Dir):
			err = p.addImportBelow(ctx, packages)
		default:
			err = p.overlay.addImport(m.Dir, m.Name)
			p.args.addFile(packages, importFile)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// addImportBelow makes a package of the standard library import the hook's package, one that a program uses: the go
// command refuses overlays in the module cache, where the program itself is. Of those that the hook does not use
// itself, it takes the one that the fewest others use, the last in the order of dependencies.
func (p *preparation) addImportBelow(ctx context.Context, packages []string) error {
	used := p.list(ctx, append([]string{"-deps", "--"}, packages...)...)
	hooks := p.list(ctx, "-deps", "--", tracePackage, "path/filepath", "strings")
	for _, m := range slices.Backward(used) {
		same := func(h listed) bool { return h.ImportPath == m.ImportPath }
		if m.Standard && m.Name != "main" && !strings.HasPrefix(m.ImportPath, "vendor/") && !slices.ContainsFunc(hooks, same) {
			return p.overlay.addImport(m.Dir, m.Name)
		}
	}
	return nil // it will run without a recording, which is said then
}

// below reports whether path is below dir.
func below(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}

// downloaded returns the directory of a package at a version (golang.org/x/tools/cmd/stringer@latest) in the module
// cache, "" if it can't be had.
func downloaded(ctx context.Context, target string) string {
	pkg, version, _ := strings.Cut(target, "@")
	for module := pkg; module != "." && module != ""; module = parent(module) {
		cmd := exec.CommandContext(ctx, "go", "mod", "download", "-json", module+"@"+version)
		cmd.Dir = os.TempDir() // the current module has no say
		out, err := cmd.Output()
		var m struct{ Dir string }
		if err != nil || json.Unmarshal(out, &m) != nil || m.Dir == "" {
			continue
		}
		dir := filepath.Join(m.Dir, filepath.FromSlash(strings.TrimPrefix(pkg, module)))
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	return ""
}

// parent returns the import path without its last element, "" if that is the only one.
func parent(path string) string {
	i := strings.LastIndexByte(path, '/')
	return path[:max(i, 0)]
}
