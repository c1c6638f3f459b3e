package workloads

import (
	"strings"
	"testing"
)

// raceReports is what the race detector writes: a race reported for two pairs of goroutines, a race in a map, whose
// first frames are the runtime's, and a report without its second stack.
const raceReports = `==================
WARNING: DATA RACE
Read at 0x00c00003a630 by goroutine 16:
  schedviz/workloads.(*counter).add()
      /src/workloads/counter.go:123 +0xbb
  schedviz/workloads.(*counter).count()
      /src/workloads/counter.go:100 +0x18b

Previous write at 0x00c00003a630 by goroutine 15:
  schedviz/workloads.(*counter).add()
      /src/workloads/counter.go:123 +0xd8

Goroutine 16 (running) created at:
  schedviz/workloads.(*counter).race()
      /src/workloads/counter.go:81 +0x36b
==================
==================
WARNING: DATA RACE
Read at 0x00c00003a630 by goroutine 17:
  schedviz/workloads.(*counter).add()
      /src/workloads/counter.go:123 +0xbb

Previous write at 0x00c00003a630 by main goroutine:
  schedviz/workloads.(*counter).add()
      /src/workloads/counter.go:123 +0xd8
==================
==================
WARNING: DATA RACE
Write at 0x00c0000a2000 by goroutine 8:
  runtime.mapassign_fast64()
      /go/src/internal/runtime/maps/runtime_fast64_swiss.go:180 +0x0
  main.put()
      C:/my src/main.go:7 +0x44

Previous atomic read at 0x00c0000a2000 by goroutine 9:
  main.get()
      C:/my src/main.go:11 +0x44
==================
==================
WARNING: DATA RACE
Write at 0x00c0000a2000 by goroutine 8:
  main.put()
      /main.go:7 +0x44

Previous read at 0x00c0000a2000 by goroutine 9:
  [failed to restore the stack]
Found 4 data race(s)
`

func TestParseRaces(t *testing.T) {
	got := ParseRaces(raceReports)
	want := []string{
		"a read in workloads.(*counter).add (counter.go:123) and a write in workloads.(*counter).add (counter.go:123)",
		"a write in main.put (main.go:7) and a read in main.get (main.go:11)",
		"a write in main.put (main.go:7) and a read in a place that is not known",
	}
	if len(got) != len(want) {
		t.Fatalf("ParseRaces finds %d races, want %d: %v", len(got), len(want), got)
	}
	for i, race := range got {
		if race.String() != want[i] {
			t.Errorf("race %d = %q, want %q", i, race, want[i])
		}
	}
	if got := ParseRaces("nothing\n"); len(got) > 0 {
		t.Errorf("ParseRaces finds %v in another text", got)
	}
}

// TestRaceClaim checks what is said about a workload with a deliberate race, one without, and one cut short.
func TestRaceClaim(t *testing.T) {
	races := ParseRaces(raceReports)
	for _, c := range []struct {
		args           string
		races          []Race
		unfinished     bool
		text, evidence string
		verdict        Verdict
	}{
		{"--sync none", races, false, "finds the data race", "3 races: a read in workloads.(*counter).add (counter.go:123)", Holds},
		{"--sync none", races, true, "finds the data race", "3 races", Holds},
		{"--sync none", nil, false, "finds the data race", "only what happens in a run", Inconclusive},
		{"--sync mutex", nil, false, "finds no data race", "no race was reported", Holds},
		{"--sync mutex", nil, true, "finds no data race", "did not finish", Inconclusive},
		{"--sync mutex", races[:1], false, "finds no data race", "1 race: a read in", Fails},
		{"--sync mutex", append(races, Race{}, Race{}), false, "finds no data race", "; and 2 more", Fails},
	} {
		tp := newTape(t, "counter", c.args)
		tp.r.Race, tp.r.Races = true, c.races
		if c.unfinished {
			tp.r.Result = nil
		}
		got, ok := checkedClaim(Find("counter"), tp.recording(), "race-detector")
		if !ok || got.Verdict != c.verdict || !strings.Contains(got.Text, c.text) || !strings.Contains(got.Evidence, c.evidence) {
			t.Errorf("counter %s with %d races: %q %s (%s), want %q %s (…%s…)", c.args, len(c.races), got.Text, got.Verdict,
				got.Evidence, c.text, c.verdict, c.evidence)
		}
	}
	if _, ok := checkedClaim(Find("counter"), newTape(t, "counter", "").recording(), "race-detector"); ok {
		t.Error("a run without the race detector has its claim")
	}
}
