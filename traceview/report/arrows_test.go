package report_test

import (
	"os/exec"
	"testing"
)

// TestWakeScripts runs the unit tests of who woke whom and of totals, where node is.
func TestWakeScripts(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node on this machine; the scripts are tested in the browser too")
	}
	if out, err := exec.Command(node, "--test", "testdata/wakes.test.js").CombinedOutput(); err != nil {
		t.Errorf("node --test: %v\n%s", err, out)
	}
}
