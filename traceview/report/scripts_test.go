package report_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestScripts runs the unit tests of the page's scripts.
func TestScripts(t *testing.T) {
	node := findNode(t)
	files, err := filepath.Glob("testdata/*.test.js")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no tests to run: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			if out, err := exec.Command(node, "--test", file).CombinedOutput(); err != nil {
				t.Errorf("node --test %s: %v\n%s", file, err, out)
			}
		})
	}
}

// findNode finds node. Without it a test is skipped, but fails in CI, which must have it.
func findNode(t *testing.T) string {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatal("no node on this machine, which CI must have to test the page's scripts")
	}
	if err != nil {
		t.Skip("no node on this machine; the scripts are tested in the browser too")
	}
	return node
}
