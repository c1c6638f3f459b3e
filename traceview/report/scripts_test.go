package report_test

import (
	"os/exec"
	"testing"
)

// TestScripts runs the unit tests of the page's scripts, where node is.
func TestScripts(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node on this machine; the scripts are tested in the browser too")
	}
	for _, file := range []string{"units", "filter"} {
		if out, err := exec.Command(node, "--test", "testdata/"+file+".test.js").CombinedOutput(); err != nil {
			t.Errorf("node --test %s: %v\n%s", file, err, out)
		}
	}
}
