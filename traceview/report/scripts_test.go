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
	if out, err := exec.Command(node, "--test", "testdata/units.test.js").CombinedOutput(); err != nil {
		t.Errorf("node --test: %v\n%s", err, out)
	}
}
