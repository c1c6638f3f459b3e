package workloads

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// mayImport says which packages of this module each package may import, except in tests: imports point down, from
// the command to its parts. A name that ends in /... means all packages there.
var mayImport = map[string][]string{
	"cmd/schedviz":         {"traceview/...", "workloads", "workloads/experiment", "workloads/usage"},
	"workloads/example":    {"workloads", "workloads/experiment", "workloads/query"},
	"workloads/experiment": {"traceview/...", "workloads", "workloads/usage"},
	"workloads": {
		"traceview", "traceview/classify", "traceview/compare", "traceview/cores", "traceview/words", "workloads/query",
	},
	"workloads/query": {"traceview", "traceview/words"},
	"workloads/usage": {"traceview/words"},
	"traceview/...":   {"traceview/..."},
}

func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "schedviz/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		of, imports := ownImports(strings.Fields(line))
		allowed, ok := mayImport[rule(of)]
		if !ok {
			t.Errorf("package %s has no line in mayImport", of)
			continue
		}
		for _, name := range imports {
			seen++
			if !slices.ContainsFunc(allowed, func(pattern string) bool { return matches(pattern, name) }) {
				t.Errorf("%s imports %s, want only %s", of, name, strings.Join(allowed, ", "))
			}
		}
	}
	if seen < 30 {
		t.Errorf("go list shows %d imports, want those of the whole module", seen)
	}
}

// ownImports takes a package and its imports, and keeps only those of this module.
func ownImports(names []string) (of string, imports []string) {
	for _, name := range names[1:] {
		if name, ok := strings.CutPrefix(name, "schedviz/"); ok {
			imports = append(imports, name)
		}
	}
	return strings.TrimPrefix(names[0], "schedviz/"), imports
}

// rule returns the line of mayImport for a package.
func rule(name string) string {
	for pattern := range mayImport {
		if matches(pattern, name) {
			return pattern
		}
	}
	return ""
}

// matches reports whether the pattern matches a package.
func matches(pattern, name string) bool {
	dir, all := strings.CutSuffix(pattern, "/...")
	return name == dir || all && strings.HasPrefix(name, dir+"/")
}
