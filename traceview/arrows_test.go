package traceview_test

import (
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// rooms lists the packages below traceview, from the ground up, each with the ones it imports
// outside of tests. The nouns are package traceview itself.
const rooms = `
nouns
fault
hook
internal/perffile
internal/wire
internal/grow
report/internal/browser
report/internal/columns
classify                         nouns
cores                            nouns
internal/series                  nouns
internal/decode                  nouns fault internal/wire
interrupt                        fault
report/internal/bundle           report/internal/columns
report/internal/sample           nouns
words                            nouns
internal/sched                   nouns classify internal/decode internal/grow words
compare                          nouns classify words
findings                         nouns classify words
record                           nouns cores words
report/internal/bundle/generate  report/internal/bundle
internal/oncore                  nouns cores internal/grow internal/sched internal/series
sweep                            compare record words
internal/summarize               nouns classify internal/decode internal/grow internal/oncore internal/sched internal/series
internal/window                  nouns classify internal/grow internal/oncore internal/sched internal/series
tracefile                        nouns cores fault internal/decode internal/grow internal/oncore internal/sched internal/summarize internal/window internal/wire words
report                           nouns classify compare fault findings internal/window record report/internal/columns sweep words
input                            internal/wire interrupt tracefile words
attach                           nouns cores input record
serve                            nouns fault report tracefile words
`

// TestArrows: no room imports another that is not listed beside it, or that is not listed above it,
// so all arrows point down and there is no cycle. No room imports a package of this module that is
// not below traceview.
func TestArrows(t *testing.T) {
	may := map[string][]string{}
	for line := range strings.Lines(strings.TrimSpace(rooms)) {
		f := strings.Fields(line)
		for _, to := range f[1:] {
			if _, below := may[to]; !below {
				t.Errorf("%s may import %s, which does not stand before it", f[0], to)
			}
		}
		may[f[0]] = f[1:]
	}
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`,
		"schedviz/traceview/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		var f []string
		for _, path := range strings.Fields(line) {
			if strings.HasPrefix(path, "schedviz") {
				f = append(f, room(path))
			}
		}
		allowed, ok := may[f[0]]
		if !ok {
			t.Errorf("%s has no place among the rooms", f[0])
			continue
		}
		delete(may, f[0])
		for _, to := range f[1:] {
			if !slices.Contains(allowed, to) {
				t.Errorf("%s imports %s", f[0], to)
			}
		}
		for _, to := range allowed {
			if !slices.Contains(f, to) && runtime.GOOS == "linux" { // fewer packages are built elsewhere
				t.Errorf("%s may import %s, and does not: that should not be in the table any more", f[0], to)
			}
		}
	}
	for gone := range may {
		t.Errorf("there is no room %s", gone)
	}
}

// room returns the table's name for a package.
func room(path string) string {
	if path == "schedviz/traceview" {
		return "nouns"
	}
	return strings.TrimPrefix(path, "schedviz/traceview/")
}
