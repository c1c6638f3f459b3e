package main

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// A long name does not widen the table: it is shortened and keeps its end, the part that identifies it. A path to
// be copied stays whole.
func TestTableOfLongNames(t *testing.T) {
	long := "example.com/" + strings.Repeat("very/", 200) + "long.(*Server).Serve"
	tab := table{}
	tab.add("waited at", "count", "run")
	tab.add(long, "1", long)
	tab.add("main.worker", "2", "out/run-1")
	var b strings.Builder
	tab.write(&b, "lrw")
	lines := strings.Split(b.String(), "\n")
	name, rest, _ := strings.Cut(strings.TrimSpace(lines[1]), "  ")
	if n := utf8.RuneCountInString(name); n != maxCell || !strings.HasPrefix(name, "example.com/very/") || !strings.Contains(name, "…") || !strings.HasSuffix(name, "/long.(*Server).Serve") {
		t.Errorf("the long name is written %q, of %d characters", name, n)
	}
	if !strings.HasSuffix(rest, "  "+long) {
		t.Errorf("the path is written %q, want it whole", rest)
	}
	if want := "  main.worker" + strings.Repeat(" ", maxCell-len("main.worker")) + "      2  out/run-1"; lines[2] != want {
		t.Errorf("the short name's line is %q, want %q", lines[2], want)
	}
}

func TestTable(t *testing.T) {
	tab := table{}
	tab.add("reason", "total")
	tab.add("sleep", "1.00 µs")
	tab.add("chan", "")
	var b strings.Builder
	tab.write(&b, "lr")
	if want := "  reason    total\n  sleep   1.00 µs\n  chan\n"; b.String() != want {
		t.Errorf("write = %q, want %q", b.String(), want)
	}
}
