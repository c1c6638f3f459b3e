package hook

import (
	"embed"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
)

//go:embed _std
var std embed.FS

// tracePackage is the package of the standard library that gets the hook.
const tracePackage = "runtime/trace"

// overlay is what go build -overlay reads: which file to read instead of another.
type overlay struct {
	Replace map[string]string

	dir  string // of our own files
	base string // what relative paths in the user's overlay are relative to; "" is the current directory
}

// write writes our own file of that name, to be read instead of the one at path.
func (o *overlay) write(name string, content []byte, at string) error {
	own := filepath.Join(o.dir, name)
	if err := os.WriteFile(own, content, 0o666); err != nil {
		return fmt.Errorf("writing the hook: %w", err)
	}
	o.Replace[at] = own
	return nil
}

// read reads the file at path as the go command would.
func (o *overlay) read(path string) ([]byte, error) {
	if other, ok := o.Replace[path]; ok {
		path = other
	}
	return os.ReadFile(path)
}

// addHook adds the hook to runtime/trace in the standard library at goroot. Its own Start and Stop take the place of
// those of the package, which are renamed.
func (o *overlay) addHook(goroot string) error {
	dir := filepath.Join(goroot, "src", filepath.FromSlash(tracePackage))
	if err := o.addFiles("trace", dir); err != nil {
		return err
	}
	return o.edit(filepath.Join(dir, "trace.go"),
		"\nfunc Start(", "\nfunc startTrace(",
		"\nfunc Stop(", "\nfunc stopTrace(")
}

// addRegions has package testing in the standard library at goroot mark tests, subtests and benchmarks as regions.
func (o *overlay) addRegions(goroot string) error {
	dir := filepath.Join(goroot, "src", "testing")
	if err := o.addFiles("testing", dir); err != nil {
		return err
	}
	const test, benchmark = "\nfunc tRunner(t *T, fn func(t *T)) {", "\nfunc (b *B) runN(n int) {"
	if err := o.edit(filepath.Join(dir, "testing.go"), test, test+" defer traceTest(t.name)();"); err != nil {
		return err
	}
	return o.edit(filepath.Join(dir, "benchmark.go"), benchmark, benchmark+" defer traceBenchmark(b)();")
}

// addFiles adds our files of that name to the package in dir.
func (o *overlay) addFiles(name, dir string) error {
	files, err := std.ReadDir(path.Join("_std", name))
	if err != nil {
		return err
	}
	for _, f := range files {
		content, err := std.ReadFile(path.Join("_std", name, f.Name()))
		if err != nil {
			return err
		}
		own := "schedviz_" + f.Name()
		if err := o.write(name+"_"+own, content, filepath.Join(dir, own)); err != nil {
			return err
		}
	}
	return nil
}

// edit replaces texts in a file of the standard library: pairs has the old and the new ones. All lines keep their
// numbers.
func (o *overlay) edit(file string, pairs ...string) error {
	original, err := o.read(file)
	if err != nil {
		return fmt.Errorf("reading the standard library: %w", err)
	}
	content := string(original)
	for i := 0; i < len(pairs); i += 2 {
		if strings.Count(content, pairs[i]) != 1 {
			return fmt.Errorf("adding the hook to %s: it has no %q", file, strings.TrimSpace(pairs[i]))
		}
		content = strings.Replace(content, pairs[i], pairs[i+1], 1)
	}
	return o.write("edited_"+filepath.Base(file), []byte(content), file)
}

// importFile is the name of the file that makes a package import the hook's.
const importFile = "schedviz_import.go"

// addImport makes the package of that name in that directory import the hook's package.
func (o *overlay) addImport(dir, name string) error {
	content := fmt.Sprintf("package %s\n\nimport _ %q\n", name, tracePackage)
	return o.write(fmt.Sprintf("import%d.go", len(o.Replace)), []byte(content), filepath.Join(dir, importFile))
}

// addUsers takes over the overlay that the user asked for.
func (o *overlay) addUsers(file string) error {
	content, err := os.ReadFile(o.resolve(file))
	var users overlay
	if err == nil {
		err = json.Unmarshal(content, &users)
	}
	if err != nil {
		return fmt.Errorf("reading the overlay %s: %w", file, err)
	}
	for at, by := range users.Replace {
		if by != "" { // which deletes the file
			by = o.resolve(by)
		}
		o.Replace[o.resolve(at)] = by
	}
	return nil
}

// resolve makes a path of the user's overlay absolute.
func (o *overlay) resolve(path string) string {
	if !filepath.IsAbs(path) {
		path = filepath.Join(o.base, path)
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	return abs
}

// save writes the overlay to a file and returns its path.
func (o *overlay) save() (string, error) {
	content, err := json.Marshal(o)
	if err != nil {
		return "", err
	}
	path := filepath.Join(o.dir, "overlay.json")
	if err := os.WriteFile(path, content, 0o666); err != nil {
		return "", fmt.Errorf("writing the overlay: %w", err)
	}
	return path, nil
}
