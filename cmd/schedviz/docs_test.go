package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// docs are the documents that readers of the code begin with, by their place in the repository.
var docs = []string{"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md", "docs/glossary.md"}

// readDoc returns a document's text.
func readDoc(t *testing.T, doc string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(doc)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

var (
	docLink = regexp.MustCompile(`\]\(([^)#:]+)\)`)
	// docPath is a path in backquotes that begins with a directory of the repository.
	docPath = regexp.MustCompile("`((?:cmd|docs|traceview|workloads|\\.ci)/[^ `]*)`")
	// docFile is a source file in backquotes, by the end of its path.
	docFile = regexp.MustCompile("`([\\w./]+\\.(?:go|js|d\\.ts))`")
)

// TestDocPaths: what the documents link to and name is there.
func TestDocPaths(t *testing.T) {
	seen := 0
	files := sourceFiles(t)
	for _, doc := range docs {
		text := readDoc(t, doc)
		for _, m := range docFile.FindAllStringSubmatch(text, -1) {
			end := "/" + strings.ReplaceAll(m[1], "NAME", "say")
			if !slices.ContainsFunc(files, func(f string) bool { return strings.HasSuffix(f, end) }) {
				t.Errorf("%s names %s, which is not there", doc, m[1])
			}
		}
		var paths []string
		for _, m := range docLink.FindAllStringSubmatch(text, -1) {
			paths = append(paths, path.Join(path.Dir(doc), m[1]))
		}
		for _, m := range docPath.FindAllStringSubmatch(text, -1) {
			paths = append(paths, strings.ReplaceAll(m[1], "NAME", "say"))
		}
		for _, p := range paths {
			seen++
			if _, err := os.Stat(filepath.Join("..", "..", filepath.FromSlash(p))); err != nil {
				t.Errorf("%s names %s, which is not there", doc, p)
			}
		}
	}
	if seen < 30 {
		t.Errorf("the documents name %d paths, want at least 30", seen)
	}
}

// sourceFiles returns the paths of the repository's files, with slashes.
func sourceFiles(t *testing.T) (files []string) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join("..", ".."), func(p string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == "node_modules" {
			return filepath.SkipDir
		}
		files = append(files, filepath.ToSlash(p))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// architectureRow is a row of docs/architecture.md's table of packages.
var architectureRow = regexp.MustCompile("(?m)^\\| `([^`]+)` \\|")

// TestArchitecture: docs/architecture.md lists every package, tests' own and the report's
// internal ones aside, below all that import it.
func TestArchitecture(t *testing.T) {
	_, table, ok := strings.Cut(readDoc(t, "docs/architecture.md"), "## Packages")
	if !ok {
		t.Fatal("docs/architecture.md has no section Packages")
	}
	table, _, _ = strings.Cut(table, "## From bytes")
	var rows []string
	for _, m := range architectureRow.FindAllStringSubmatch(table, -1) {
		rows = append(rows, m[1])
	}
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "schedviz/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	packages := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		names := strings.Fields(strings.ReplaceAll(line, "schedviz/", ""))
		if strings.HasPrefix(names[0], "traceview/report/internal/") || names[0] == "traceview/internal/perffile" {
			continue
		}
		packages[names[0]] = true
		at := slices.Index(rows, names[0])
		if at < 0 {
			t.Errorf("%s is not in the table", names[0])
			continue
		}
		for _, imported := range names[1:] {
			if below := slices.Index(rows, imported); below >= 0 && below < at {
				t.Errorf("%s stands below %s, which it imports", names[0], imported)
			}
		}
	}
	for _, row := range rows {
		if !packages[row] {
			t.Errorf("the table has %s, which is no package", row)
		}
	}
}
