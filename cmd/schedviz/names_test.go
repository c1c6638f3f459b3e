package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"schedviz/traceview/classify"
	"schedviz/traceview/findings"
	"schedviz/traceview/tracefile"
	"schedviz/traceview/words"
)

// TestGoroutinesAreNamedAlike checks that stat, compare, the findings and the page name every goroutine of every
// committed trace after the same function.
func TestGoroutinesAreNamedAlike(t *testing.T) {
	traces, err := filepath.Glob("../../traceview/testdata/traces/*.trace")
	if err != nil || len(traces) < 20 {
		t.Fatalf("there are %d traces: %v", len(traces), err)
	}
	for _, path := range traces {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".trace"), func(t *testing.T) {
			n := namesOf(t, path)
			n.check(t, "stat", mentioned(string(output(t, "stat", path))))
			n.check(t, "a finding", n.findings)
			own := slices.DeleteFunc(slices.Clone(n.groups), classify.SystemGoroutine)
			n.checkGroups(t, "compare", comparedGroups(t, path), own)
			n.checkPage(t, path)
		})
	}
}

// traceNames are the functions that a trace's summary names its goroutines after.
type traceNames struct {
	goroutines map[int64][]string // by ID; a C thread's goroutine may have several lives
	groups     []string           // sorted
	findings   []mention
}

// mention is a goroutine named in a text: "G12 (main.worker)".
type mention struct {
	id   int64
	name string
}

func namesOf(t *testing.T, path string) traceNames {
	t.Helper()
	f, err := tracefile.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := f.Summarize(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	n := traceNames{goroutines: map[int64][]string{}}
	for _, g := range s.Goroutines {
		n.goroutines[int64(g.ID)] = append(n.goroutines[int64(g.ID)], g.Func)
	}
	for _, g := range s.Groups {
		n.groups = append(n.groups, g.Func)
	}
	slices.Sort(n.groups)
	for _, finding := range findings.Of(s, 100) {
		n.findings = append(n.findings, mentioned(finding.Value+" "+finding.Text)...)
	}
	return n
}

var goroutineName = regexp.MustCompile(`\bG(\d+) \(((?:[^()]|\([^()]*\))+)\)`)

// mentioned finds the goroutines that a text names, except those followed by a time instead of a function.
func mentioned(text string) (all []mention) {
	for _, m := range goroutineName.FindAllStringSubmatch(text, -1) {
		var id int64
		if json.Unmarshal([]byte(m[1]), &id) == nil && strings.Contains(m[2], ".") && !strings.Contains(m[2], " ") {
			all = append(all, mention{id, m[2]})
		}
	}
	return all
}

func (n traceNames) check(t *testing.T, who string, said []mention) {
	t.Helper()
	for _, m := range said {
		if !slices.ContainsFunc(n.goroutines[m.id], func(fn string) bool { return words.Func(fn) == words.Func(m.name) }) {
			t.Errorf("%s says G%d (%s), the summary %q", who, m.id, m.name, n.goroutines[m.id])
		}
	}
}

func (n traceNames) checkGroups(t *testing.T, who string, got, want []string) {
	t.Helper()
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("%s has groups of %q, want %q", who, got, want)
	}
}

// comparedGroups are the start functions in a comparison of a trace with itself.
func comparedGroups(t *testing.T, path string) (fns []string) {
	t.Helper()
	var c compared
	if err := json.Unmarshal(output(t, "compare", "--json", "--output", filepath.Join(t.TempDir(), "c.html"), path, path), &c); err != nil {
		t.Fatal(err)
	}
	for _, g := range c.Groups {
		fns = append(fns, g.Func)
	}
	return fns
}

// checkPage compares the names in a page's lanes, its tables and its findings.
func (n traceNames) checkPage(t *testing.T, path string) {
	t.Helper()
	page := filepath.Join(t.TempDir(), "page.html")
	output(t, "view", "--output", page, path)
	b := unpackPage(t, page)
	for _, kind := range []string{"g", "table"} {
		ids, fns := b.column(t, kind+".id"), b.column(t, kind+".func")
		for i, id := range ids {
			if fn := b.Strings[fns[i]]; !slices.Contains(n.goroutines[id], fn) {
				t.Errorf("the page's %s calls G%d %q, the summary %q", kind, id, fn, n.goroutines[id])
			}
		}
	}
	var groups []string
	for _, g := range b.Page.Groups {
		groups = append(groups, g.Func)
	}
	n.checkGroups(t, "the page", groups, n.groups)
	for _, w := range slices.Concat(b.Page.Waits, b.Page.Slices) {
		n.check(t, "the page", append(w.Rivals, w.pageMention).mentions())
	}
	for _, f := range b.Page.Findings {
		n.check(t, "the page's finding", mentioned(f.Value+" "+f.Text))
	}
	known := map[string]bool{"": true}
	for _, fn := range slices.Concat(slices.Collect(maps.Values(n.goroutines))...) {
		known[fn] = true
	}
	for mode, sites := range b.Page.Sites {
		for _, site := range sites {
			for _, w := range site.Wakers {
				if !known[w.Func] {
					t.Errorf("the page's sites of %s are woken by %q, which is no goroutine's name", mode, w.Func)
				}
			}
		}
	}
}

// pageData is the part of a page's data that names goroutines.
type pageData struct {
	Page struct {
		Findings []struct{ Value, Text string }
		Groups   []struct{ Func string }
		Waits    []rivalRow
		Slices   []rivalRow
		Sites    map[string][]struct {
			Wakers []struct{ Func string }
		}
	}
	Strings []string
	Columns []struct {
		Name          string
		Delta         bool
		Count, Offset int
	}
	data []byte
}

type pageMention struct {
	G    int64
	Func string
}

type pageMentions []pageMention

type rivalRow struct {
	pageMention
	Rivals pageMentions
}

func (p pageMentions) mentions() (all []mention) {
	for _, m := range p {
		all = append(all, mention{m.G, m.Func})
	}
	return all
}

var pageBlob = regexp.MustCompile(`id="data">([A-Za-z0-9+/=]*)</script>`)

// unpackPage reads a page's data as its scripts do.
func unpackPage(t *testing.T, path string) (b pageData) {
	t.Helper()
	html, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m := pageBlob.FindSubmatch(html)
	if m == nil {
		t.Fatal("the page has no data")
	}
	r, err := gzip.NewReader(base64.NewDecoder(base64.StdEncoding, bytes.NewReader(m[1])))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	end := 8 + binary.LittleEndian.Uint32(raw[4:])
	if err := json.Unmarshal(raw[8:end], &b); err != nil {
		t.Fatal(err)
	}
	b.data = raw[end:]
	return b
}

// column unpacks one of a page's columns.
func (b pageData) column(t *testing.T, name string) (values []int64) {
	t.Helper()
	for _, c := range b.Columns {
		if c.Name != name {
			continue
		}
		at, last := c.Offset, int64(0)
		for range c.Count {
			v, n := binary.Varint(b.data[at:])
			at += n
			if c.Delta {
				v += last
			}
			values, last = append(values, v), v
		}
		return values
	}
	t.Fatalf("the page has no column %s", name)
	return nil
}

// output runs the command, which must succeed.
func output(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if status := run(args, &out, &errs); status != 0 {
		t.Fatalf("schedviz %s: status %d: %s", strings.Join(args, " "), status, errs.String())
	}
	return out.Bytes()
}
