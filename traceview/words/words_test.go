package words_test

import (
	"testing"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/words"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ call, got, want string }{
		{"Duration(0)", words.Duration(0), "0 ns"},
		{"Duration(999)", words.Duration(999), "999 ns"},
		{"Duration(1234)", words.Duration(1234), "1.23 µs"},
		{"Duration(999.6 µs)", words.Duration(999_600), "1.00 ms"},
		{"Duration(12.345 ms)", words.Duration(12_345 * time.Microsecond), "12.3 ms"},
		{"Duration(-2 s)", words.Duration(-2 * time.Second), "-2.00 s"},
		{"Duration(1h)", words.Duration(time.Hour), "3600 s"},
		{"Bytes(12)", words.Bytes(12), "12 B"},
		{"Bytes(42.5e6)", words.Bytes(42_500_000), "42.5 MB"},
		{"Counted(1)", words.Counted(1, "wait"), "1 wait"},
		{"Counted(2301)", words.Counted(2301, "wait"), "2,301 waits"},
		{"Number(-1234567)", words.Number(-1_234_567), "-1,234,567"},
		{"Percent(0.001)", words.Percent(0.001), "<1%"},
		{"Percent(0.999)", words.Percent(0.999), ">99%"},
		{"Percent(0.5)", words.Percent(0.5), "50%"},
		{"Goroutine", words.Goroutine(int64(18), "net/http.(*conn).serve"), "G18 (http.(*conn).serve)"},
		{"Goroutine, unnamed", words.Goroutine(int64(18), ""), "G18"},
		{"Func, generic", words.Func("a/b.F[c/d.T]"), "b.F[c/d.T]"},
		{"Place", words.Place("main.f", `C:\x\y.go`, 3), "main.f (y.go:3)"},
		{"Place, unknown", words.Place("", "", 0), "an unknown location"},
	} {
		if c.got != c.want {
			t.Errorf("%s = %q, want %q", c.call, c.got, c.want)
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
		if got := words.Nearest(tt.word, tt.known); got != tt.want {
			t.Errorf("Nearest(%q, %v) = %q, want %q", tt.word, tt.known, got, tt.want)
		}
	}
}

func TestGoroutines(t *testing.T) {
	for _, c := range []struct {
		own, all    traceview.GoroutinesStat
		seen, alive string
	}{
		{
			traceview.GoroutinesStat{Seen: 11, Created: 10, AliveAtEnd: 11, MainAliveAtEnd: true},
			traceview.GoroutinesStat{System: traceview.SystemStat{Seen: 10, AliveAtEnd: 9}},
			"11 of yours (10 created, 0 ended), 10 of the runtime", "10 of yours besides main, 9 of the runtime",
		},
		{
			traceview.GoroutinesStat{Seen: 1, AliveAtEnd: 1, MainAliveAtEnd: true},
			traceview.GoroutinesStat{},
			"1 of yours (0 created, 0 ended), 0 of the runtime", "0 of yours besides main, 0 of the runtime",
		},
		{
			traceview.GoroutinesStat{Seen: 3, Exited: 1, AliveAtEnd: 2},
			traceview.GoroutinesStat{},
			"3 of yours (0 created, 1 ended), 0 of the runtime", "2 of yours, 0 of the runtime",
		},
	} {
		if seen, alive := words.GoroutinesSeen(&c.own, &c.all), words.GoroutinesAlive(&c.own, &c.all); seen != c.seen || alive != c.alive {
			t.Errorf("%+v: %q and %q, want %q and %q", c.own, seen, alive, c.seen, c.alive)
		}
	}
}
