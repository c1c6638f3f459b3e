package report

import (
	"fmt"
	"go/build"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
)

// sourceRoot is a directory whose files a page may show. Nothing outside it is shown,
// however it is named: neither through ".." nor through symbolic links.
type sourceRoot struct {
	dirs    []string // its possible names in file names; the first is used to open it
	own     bool     // it is the current module
	trimmed func(name string) (rel string, ok bool)
	// importPath returns the import path of the package in one of its directories; "" if
	// there is none. Both use slashes.
	importPath func(dir string) string
}

// sourceRoots are the source roots on this machine.
func sourceRoots() []sourceRoot {
	var roots []sourceRoot
	if dir := build.Default.GOROOT; dir != "" {
		roots = append(roots, goroot(filepath.Join(dir, "src")))
	}
	if r, ok := currentModule(); ok {
		roots = append(roots, r)
	}
	if dir := moduleCache(); dir != "" {
		roots = append(roots, sourceRoot{dirs: ways(dir), trimmed: trimmedModule, importPath: cachedImportPath})
	}
	return roots
}

// ways are the names of a directory: as given, and with symbolic links resolved.
func ways(dir string) []string {
	real, err := filepath.EvalSymlinks(dir)
	if err != nil || real == dir {
		return []string{dir}
	}
	return []string{dir, real}
}

// goroot is the standard library. Programs built with -trimpath name its files relative to
// it.
func goroot(dir string) sourceRoot {
	return sourceRoot{
		dirs: ways(dir),
		trimmed: func(name string) (string, bool) {
			first, rest, _ := strings.Cut(name, "/")
			return name, rest != "" && !strings.Contains(first, ".") && isFile(filepath.Join(dir, name))
		},
		importPath: func(dir string) string { return dir },
	}
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
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

// trimmedModule matches the file names that programs built with -trimpath use for modules:
// "path@version/file".
func trimmedModule(name string) (rel string, ok bool) {
	mod, rest, ok := strings.Cut(name, "@")
	if !ok {
		return "", false
	}
	mod, err := module.EscapePath(mod)
	return mod + "@" + rest, err == nil
}

// cachedImportPath is the import path of a package in the module cache.
func cachedImportPath(dir string) string {
	mod, rest, _ := strings.Cut(dir, "@")
	mod, err := module.UnescapePath(mod)
	if err != nil {
		return ""
	}
	_, rest, _ = strings.Cut(rest, "/") // without the version
	if mod == "golang.org/toolchain" {
		return strings.TrimPrefix(rest, "src/")
	}
	return path.Join(mod, rest)
}

// currentModule is the module that the working directory is in.
func currentModule() (sourceRoot, bool) {
	wd, err := os.Getwd()
	if err != nil {
		return sourceRoot{}, false
	}
	for dir := wd; ; dir = filepath.Dir(dir) {
		if text, err := os.ReadFile(filepath.Join(dir, "go.mod")); err == nil {
			name := modfile.ModulePath(text)
			return moduleRoot(dir, name), name != ""
		}
		if dir == filepath.Dir(dir) {
			return sourceRoot{}, false
		}
	}
}

func moduleRoot(dir, name string) sourceRoot {
	return sourceRoot{
		dirs: ways(dir), own: true,
		trimmed: func(file string) (string, bool) { return strings.CutPrefix(file, name+"/") },
		importPath: func(dir string) string {
			if vendored, ok := strings.CutPrefix(dir, "vendor/"); ok {
				return vendored
			}
			return path.Join(name, dir)
		},
	}
}

// find returns the path within the root of a file that the trace calls name, if it is there.
func (r *sourceRoot) find(name string) (rel string, ok bool) {
	if !strings.HasSuffix(name, ".go") || remote(name) {
		return "", false
	}
	if !filepath.IsAbs(name) {
		rel, ok = r.trimmed(name)
		rel = filepath.FromSlash(rel)
		return rel, ok && filepath.IsLocal(rel)
	}
	for _, dir := range r.dirs {
		if rel, err := filepath.Rel(dir, filepath.Clean(name)); err == nil && filepath.IsLocal(rel) {
			return rel, true
		}
	}
	return "", false
}

// remote reports whether opening the file could contact another machine.
func remote(name string) bool {
	return strings.HasPrefix(filepath.ToSlash(name), "//") || strings.HasPrefix(name, `\\`)
}

// read reads a file of the root.
func (r *sourceRoot) read(rel string) (*sourceFile, error) {
	root, err := os.OpenRoot(r.dirs[0])
	if err != nil {
		return nil, fmt.Errorf("looking for the source: %w", err)
	}
	defer root.Close()
	info, err := root.Stat(rel) // before opening, because opening a pipe blocks
	if err != nil {
		return nil, fmt.Errorf("looking for the source: %w", err)
	}
	if !info.Mode().IsRegular() || info.Size() > maxSourceFile {
		return nil, fmt.Errorf("reading the source %s: not a regular file of at most %d bytes", rel, maxSourceFile)
	}
	f, err := root.Open(rel)
	if err != nil {
		return nil, fmt.Errorf("reading the source: %w", err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxSourceFile))
	if err != nil {
		return nil, fmt.Errorf("reading the source %s: %w", rel, err)
	}
	file, err := parseSource(text, r.importPath(filepath.ToSlash(filepath.Dir(rel))))
	if err != nil {
		return nil, fmt.Errorf("reading the source %s: %w", rel, err)
	}
	file.own = r.own
	return file, nil
}
