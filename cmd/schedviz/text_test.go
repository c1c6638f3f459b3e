package main

import (
	"strings"
	"testing"
)

func TestNanos(t *testing.T) {
	tests := []struct {
		ns   int64
		want string
	}{
		{0, "0 ns"},
		{999, "999 ns"},
		{1000, "1.00 µs"},
		{9_994, "9.99 µs"},
		{9_996, "10.0 µs"},
		{99_960, "100 µs"},
		{999_499, "999 µs"},
		{999_500, "1.00 ms"},
		{12_345_678, "12.3 ms"},
		{999_499_999, "999 ms"},
		{999_500_000, "1.00 s"},
		{1_281_000_000, "1.28 s"},
		{3_600_000_000_000, "3600 s"},
		{-1500, "-1.50 µs"},
	}
	for _, tt := range tests {
		if got := nanos(tt.ns); got != tt.want {
			t.Errorf("nanos(%d) = %q, want %q", tt.ns, got, tt.want)
		}
	}
}

func TestSizeAndNumber(t *testing.T) {
	for n, want := range map[int64]string{0: "0 B", 999: "999 B", 15_631: "15.6 kB", 999_500: "1.00 MB", 189_000_000: "189 MB", 2_500_000_000: "2.50 GB"} {
		if got := size(n); got != want {
			t.Errorf("size(%d) = %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", 1_234_567: "1,234,567", -999: "-999", -1000: "-1,000"} {
		if got := number(n); got != want {
			t.Errorf("number(%d) = %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int]string{0: "0 waits", 1: "1 wait", 2301: "2,301 waits"} {
		if got := counted(n, "wait"); got != want {
			t.Errorf("counted(%d, wait) = %q, want %q", n, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	commands := []string{"list", "run", "view", "stat", "completion", "version"}
	tests := []struct {
		word  string
		known []string
		want  string
	}{
		{"lsit", commands, "list"},
		{"verison", commands, "version"},
		{"comp", commands, "completion"},
		{"", commands, "run"},
		{"--j", []string{"--jobs2", "--json", "-h"}, "--jobs2"},
		{"-j", []string{"-h", "--json"}, "--json"},
		{"x", nil, ""},
	}
	for _, tt := range tests {
		if got := nearest(tt.word, tt.known); got != tt.want {
			t.Errorf("nearest(%q, %v) = %q, want %q", tt.word, tt.known, got, tt.want)
		}
	}
}

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
