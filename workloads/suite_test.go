package workloads

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// suite is the test data of one workload, in a file beside it.
type suite struct {
	workload string
	cases    []claimCase
	quick    string // flags with which it ends soon
	prints   string // part of its output then
	long     string // flags with which it runs until its context ends; "" if there are none
	bad      []badParam
	live     []string // flags of further runs in which no claim fails
	holds    []holdCase
	breaks   []breakCase
	// leaves reports whether goroutines stay behind on purpose with these flags. Such runs, and those with a
	// deliberate data race, are not made in the tests' own process.
	leaves func(args string) bool
	races  func(args string) bool
	cores  bool // its claims need a record of which thread is on which core
	heavy  bool // the defaults are too much for the race detector
}

// badParam is a bad parameter and part of the error.
type badParam struct{ args, want string }

func (s *suite) leavesSome(args string) bool { return s.leaves != nil && s.leaves(args) }
func (s *suite) racesWith(args string) bool  { return s.races != nil && s.races(args) }

// with returns a function that reports whether flags include this one.
func with(flag string) func(string) bool {
	return func(args string) bool { return strings.Contains(args, flag) }
}

// without returns a function that reports whether flags lack this one.
func without(flag string) func(string) bool {
	return func(args string) bool { return !strings.Contains(args, flag) }
}

func suiteCases() []claimCase {
	var cases []claimCase
	for _, s := range suites {
		cases = append(cases, s.cases...)
	}
	return cases
}

// TestEveryWorkloadIsTested requires a suite for each workload.
func TestEveryWorkloadIsTested(t *testing.T) {
	for _, w := range All() {
		if !slices.ContainsFunc(suites, func(s *suite) bool { return s.workload == w.Name }) {
			t.Errorf("workload %s has no tests", w.Name)
		}
	}
}

func TestSuiteOutput(t *testing.T) {
	for _, s := range suites {
		if s.leavesSome(s.quick) || raceEnabled && s.racesWith(s.quick) {
			continue
		}
		var out bytes.Buffer
		result, err := runHere(t.Context(), t, s.workload, s.quick, &out)
		if err != nil || result == nil || s.prints == "" || !strings.Contains(out.String(), s.prints) {
			t.Errorf("Run(%s %s) = %v, %v and prints %q, want %q", s.workload, s.quick, result, err, out.String(), s.prints)
		}
		result, err = runHere(t.Context(), t, s.workload, s.quick, fullDisk{})
		if result != nil || !errors.Is(err, errFull) {
			t.Errorf("Run(%s %s) to a full disk = %v, %v, want no result and the error", s.workload, s.quick, result, err)
		}
	}
}

// TestSuiteCancel checks that long runs end soon after ctx and leave nothing behind.
func TestSuiteCancel(t *testing.T) {
	// The first Notify of a process starts a goroutine that stays.
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	signal.Stop(c)
	for _, s := range suites {
		if s.long == "" || s.leavesSome(s.long) || raceEnabled && s.racesWith(s.long) {
			continue
		}
		before := runtime.NumGoroutine()
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		start := time.Now()
		result, err := runHere(ctx, t, s.workload, s.long, io.Discard)
		cancel()
		if result != nil || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("Run(%s %s) = %v, %v, want no result and the error of its context", s.workload, s.long, result, err)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("Run(%s %s) took %v to end after its context", s.workload, s.long, took)
		}
		if left := stillAlive(before); left > 0 {
			t.Errorf("Run(%s %s) leaves %d goroutines", s.workload, s.long, left)
		}
	}
}

// stillAlive returns how many more goroutines there are than before, once those that are about to end have had the
// time to.
func stillAlive(before int) int {
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return 0
		}
		time.Sleep(20 * time.Millisecond)
	}
	return runtime.NumGoroutine() - before
}

func TestSuiteBadParameters(t *testing.T) {
	for _, s := range suites {
		if len(s.bad) == 0 {
			t.Errorf("%s: no bad parameter is tested", s.workload)
		}
		for _, c := range s.bad {
			_, err := program(Find(s.workload), strings.Fields(c.args))
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("Validate(%s %s) = %v, want one line with %q", s.workload, c.args, err, c.want)
			}
		}
	}
}

// TestSuiteLive runs workloads with further flags. No claim may fail; whether it holds or is inconclusive depends
// on the host.
func TestSuiteLive(t *testing.T) {
	for _, s := range suites {
		for _, args := range s.live {
			t.Run(s.workload+" "+args, func(t *testing.T) {
				if raceEnabled && s.racesWith(args) {
					t.Skip("it has a deliberate data race")
				}
				if raceEnabled && s.heavy {
					args = s.quick
				}
				checkNoneFails(t, s.workload, live(t, 2, "", s.workload, strings.Fields(args)...))
			})
		}
	}
}

// TestInvariants runs all workloads with several numbers of Ps, and without async preemption: each must soon end
// by itself, and leave goroutines only on purpose.
func TestInvariants(t *testing.T) {
	for _, s := range suites {
		if raceEnabled && s.racesWith(s.quick) {
			continue
		}
		for _, how := range []struct {
			procs   int
			godebug string
		}{{1, ""}, {2, ""}, {4, ""}, {8, ""}, {1, "asyncpreemptoff=1"}, {2, "asyncpreemptoff=1"}} {
			t.Run(fmt.Sprintf("%s procs %d %s", s.workload, how.procs, how.godebug), func(t *testing.T) {
				r := live(t, how.procs, how.godebug, s.workload, strings.Fields(s.quick)...)
				if !r.finished() {
					t.Errorf("Run(%s %s) at %d Ps did not finish", s.workload, s.quick, how.procs)
				}
				for _, c := range Find(s.workload).Check(r) {
					if c.Verdict == Fails {
						t.Errorf("claim %s = fails (%s), want holds or inconclusive", c.ID, c.Evidence)
					}
				}
				if !s.leavesSome(s.quick) {
					checkNoneLeft(t, r.Window)
				}
			})
		}
	}
}
