package main

import (
	"strings"
	"testing"
)

// What a trace or a file name says must not steer the terminal.
func TestPrintable(t *testing.T) {
	for s, want := range map[string]string{
		"chan receive":          "chan receive",
		" two\nlines\n":         "two; lines",
		"\x1b[31mred\x07":       "\uFFFD[31mred\uFFFD",
		"grün \u202Etfel\u200B": "grün \uFFFDtfel\uFFFD",
	} {
		if got := printable(s); got != want {
			t.Errorf("printable(%q) = %q, want %q", s, got, want)
		}
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
