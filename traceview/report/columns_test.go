package report_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/traceview/report/internal/columns"
	"schedviz/traceview/report/internal/sample"
)

// Scripts name a column as col.span.start, where col is columns.js; a variable in place of a
// part stands for every possible part.
var columnRead = regexp.MustCompile(`\bcol((?:\.\w+|\[\w+\])+)`)

// readers are the scripts that read columns; merge.js does not count: it only changes a
// window's columns to the model's indices, whether anything reads them or not.
func readers(t *testing.T) map[string]string {
	all := map[string]string{}
	for _, file := range modules(t) {
		if file != "trace/columns.js" && file != "trace/merge.js" {
			all[file] = read(t, "assets/"+file)
		}
	}
	return all
}

// columnsNamed lists the columns that a name in a script stands for.
func columnsNamed(name string) []string {
	pattern := regexp.MustCompile(`\[\w+\]`).ReplaceAllString(name, `.\w+`)
	// Directly after col, a variable is a kind of annotation.
	pattern = regexp.MustCompile(`^\.\\w\+`).ReplaceAllString(pattern, ".(?:task|region)")
	whole := regexp.MustCompile("^" + strings.TrimPrefix(pattern, ".") + "$")
	var found []string
	for _, c := range columns.All() {
		if whole.MatchString(c.Name()) {
			found = append(found, c.Name())
		}
	}
	return found
}

// Every column is read by some script, and scripts read no other columns.
func TestColumnsAreRead(t *testing.T) {
	unread := map[string]bool{}
	for _, c := range columns.All() {
		unread[c.Name()] = true
	}
	for file, text := range readers(t) {
		for _, found := range columnRead.FindAllStringSubmatch(text, -1) {
			named := columnsNamed(found[1])
			if len(named) == 0 {
				t.Errorf("%s reads col%s, which is no column", file, found[1])
			}
			for _, name := range named {
				delete(unread, name)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(unread)) {
		t.Errorf("no script reads the column %s", name)
	}
}

func TestColumnsNamed(t *testing.T) {
	for name, want := range map[string]string{
		".span.start":       "span.start",
		".lane[kind].key":   "lane.g.key lane.p.key lane.m.key",
		"[what].open":       "task.open region.open",
		".flame[mode].name": "flame.blocking.name flame.ready.name flame.syscalls.name flame.samples.name",
		".span.strat":       "",
		".span":             "",
	} {
		if got := strings.Join(columnsNamed(name), " "); got != want {
			t.Errorf("col%s stands for %q, want %q", name, got, want)
		}
	}
}

// Scripts take the names of columns from columns.js only.
func TestColumnsAreNotSpelt(t *testing.T) {
	families := map[string]bool{}
	for _, c := range columns.All() {
		family, _, _ := strings.Cut(c.Name(), ".")
		families[family] = true
	}
	family := strings.Join(slices.Sorted(maps.Keys(families)), "|")
	spelt := regexp.MustCompile("['\"`](" + family + `)\.(['"$]|[a-zA-Z.]+['"])`)
	for file, text := range readers(t) {
		if found := spelt.FindString(text); found != "" {
			t.Errorf("%s spells the name of a column: %s", file, found)
		}
	}
	for text, want := range map[string]bool{
		`cols['span.start']`: true, `cols["g." + name]`: true, "`lane.${kind}.key`": true, `'main.main'`: false,
	} {
		if got := spelt.MatchString(text); got != want {
			t.Errorf("%s is taken for a column: %v, want %v", text, got, want)
		}
	}
}

// Every column is written for some page.
func TestColumnsAreWritten(t *testing.T) {
	p := report.Page{Title: "columns"}
	p.Window, p.Summary = sample.Trace(sample.Pool)
	sample.OnCores(p.Window, p.Summary, 2, "core")
	sample.Rest(p.Window, p.Summary, "rest")
	p.Queues = []traceview.QueueSample{{Time: p.Window.From, Local: []int{1}}}
	written := map[string]bool{}
	for _, c := range unpack(t, write(t, p)).Columns {
		written[c.Name] = true
	}
	for _, c := range columns.All() {
		if !written[c.Name()] {
			t.Errorf("no page has the column %s", c.Name())
		}
	}
}
