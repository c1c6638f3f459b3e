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

// addHook adds the hook to the standard library at goroot. Its own Start and Stop take the place of those of the
// package, which are renamed.
func (o *overlay) addHook(goroot string) error {
	dir := filepath.Join(goroot, "src", filepath.FromSlash(tracePackage))
	files, err := std.ReadDir("_std")
	if err != nil {
		return err
	}
	for _, f := range files {
		content, err := std.ReadFile(path.Join("_std", f.Name()))
		if err != nil {
			return err
		}
		name := "schedviz_" + f.Name()
		if err := o.write(name, content, filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	original := filepath.Join(dir, "trace.go")
	content, err := o.read(original)
	if err != nil {
		return fmt.Errorf("reading the standard library: %w", err)
	}
	renamed := strings.NewReplacer("\nfunc Start(", "\nfunc startTrace(", "\nfunc Stop(", "\nfunc stopTrace(").Replace(string(content))
	if !strings.Contains(renamed, "\nfunc startTrace(") || !strings.Contains(renamed, "\nfunc stopTrace(") {
		return fmt.Errorf("adding the hook to %s: it has no functions Start and Stop where they are expected", original)
	}
	return o.write("trace.go", []byte(renamed), original)
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
