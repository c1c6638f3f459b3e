package report_test

import (
	"bytes"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"schedviz/traceview/report/internal/bundle"
)

// The generated scripts are up to date.
func TestGeneratedIsCurrent(t *testing.T) {
	generated := map[string][]byte{"trace/columns.js": bundle.Columns()}
	for name, entry := range bundle.Entries {
		script, err := bundle.Script("assets", entry)
		if err != nil {
			t.Fatal(err)
		}
		generated["bundles/"+name+".js"] = script
	}
	for file, want := range generated {
		if got, err := os.ReadFile("assets/" + file); err != nil || !bytes.Equal(got, want) {
			t.Errorf("assets/%s is stale (%v): run go generate ./traceview/report", file, err)
		}
	}
	for _, file := range glob(t, "assets/bundles/*") {
		if file = strings.TrimPrefix(file, "assets/"); generated[file] == nil {
			t.Errorf("assets/%s is not generated any more: delete it", file)
		}
	}
}

// floors are the directories of modules, lowest first. A module imports from its own
// directory and lower ones only.
var floors = []string{"base", "trace", "timeline", "sections", "page", "comparison"}

// Modules have no import cycles, import downwards only, and each is part of some page.
func TestModules(t *testing.T) {
	imports := map[string][]string{}
	for _, entry := range bundle.Entries {
		of, err := bundle.Imports("assets", entry)
		if err != nil {
			t.Fatal(err)
		}
		for module, list := range of {
			imports[module] = list
		}
	}
	for _, file := range modules(t) {
		list, used := imports[file]
		if !used {
			t.Errorf("%s is in no page", file)
		}
		for _, to := range list {
			if slices.Index(floors, path.Dir(to)) > slices.Index(floors, path.Dir(file)) {
				t.Errorf("%s imports %s, which is above it: the order is %s", file, to, strings.Join(floors, ", "))
			}
		}
	}
	if c := cycle(imports); c != nil {
		t.Errorf("modules import each other in a cycle: %s", strings.Join(c, " → "))
	}
}

func TestCycle(t *testing.T) {
	for _, tt := range []struct {
		imports map[string][]string
		want    string
	}{
		{map[string][]string{"a": {"b", "c"}, "b": {"c"}, "c": nil}, ""},
		{map[string][]string{"a": {"b"}, "b": {"c"}, "c": {"b"}}, "b c b"},
		{map[string][]string{"a": {"a"}}, "a a"},
	} {
		if got := strings.Join(cycle(tt.imports), " "); got != tt.want {
			t.Errorf("cycle(%v) = %q, want %q", tt.imports, got, tt.want)
		}
	}
}

// cycle is a path from a module back to itself, nil if there is none.
func cycle(imports map[string][]string) []string {
	done := map[string]bool{}
	var way []string
	var visit func(module string) []string
	visit = func(module string) []string {
		if at := slices.Index(way, module); at >= 0 {
			return append(slices.Clone(way[at:]), module)
		}
		if done[module] {
			return nil
		}
		done[module] = true
		way = append(way, module)
		defer func() { way = way[:len(way)-1] }()
		for _, to := range imports[module] {
			if c := visit(to); c != nil {
				return c
			}
		}
		return nil
	}
	var all []string
	for module := range imports {
		all = append(all, module)
	}
	slices.Sort(all)
	for _, module := range all {
		if c := visit(module); c != nil {
			return c
		}
	}
	return nil
}

// Each module begins with what it is about, and exports by name.
func TestModulesSayWhatTheyAre(t *testing.T) {
	exports := regexp.MustCompile(`(?m)^\s*export (\{|\* |const )`)
	for _, file := range modules(t) {
		text := read(t, "assets/"+file)
		if head := "// " + path.Base(file) + ": "; !strings.HasPrefix(text, head) {
			t.Errorf("%s does not begin with %q", file, head)
		}
		if !exports.MatchString(text) || strings.Contains(text, "export default") {
			t.Errorf("%s exports nothing by name", file)
		}
	}
}

// The bundler is for go generate and for tests; it is not part of the command.
func TestBundlerStaysOut(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "schedviz/cmd/schedviz").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	deps := strings.Fields(string(out))
	if !slices.Contains(deps, "schedviz/traceview/report") {
		t.Fatalf("the command does not depend on this package; its %d dependencies are not what they should be", len(deps))
	}
	for _, dep := range deps {
		if strings.Contains(dep, "esbuild") {
			t.Errorf("the command depends on %s", dep)
		}
	}
}

// modules lists the scripts' modules, relative to the assets.
func modules(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, dir := range floors {
		for _, file := range glob(t, "assets/"+dir+"/*.js") {
			out = append(out, strings.TrimPrefix(file, "assets/"))
		}
	}
	return out
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s matches %d files: %v", pattern, len(files), err)
	}
	for i := range files {
		files[i] = filepath.ToSlash(files[i])
	}
	return files
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
