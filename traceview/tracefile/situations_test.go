package tracefile_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"schedviz/traceview"
)

var (
	record = flag.Bool("record", false, "record ../testdata/traces anew, by running ../testdata/situations")
	update = flag.Bool("update", false, "rewrite ../testdata/golden")
)

// situations names the programs in testdata/situations, each of which brings the scheduler into one
// situation, and says what any recording of it must show.
var situations = []struct {
	name  string
	env   string
	seen  string
	check func(s *traceview.Summary) bool
}{
	{
		"allocfree", "GODEBUG=traceallocfree=1", "as many events more as objects allocated, and nothing else of them",
		func(s *traceview.Summary) bool {
			return s.Stat.Trace.Events >= 300 && s.Stat.Trace.Complete && s.Stat.GC.Cycles == 1
		},
	},
	{"annotations", "", "a region's Gosched", func(s *traceview.Summary) bool {
		return s.Stat.Preemptions.Gosched == 2
	}},
	{"async", "", "async preemptions only, at slices of at least 9 ms", func(s *traceview.Summary) bool {
		p := s.Stat.Preemptions
		return p.Async > 0 && p.Cooperative+p.Unknown+p.Gosched+p.MutexHandoff == 0 &&
			s.Preempts[0].Where.Func == "main.loop" && s.Preempts[0].SliceTotal.Milliseconds() >= 9*s.Preempts[0].Count
	}},
	{"cgo", "", "calls to C as system calls, and two lives of one goroutine", func(s *traceview.Summary) bool {
		return calls(s, "main._Cfunc_nap") == 15 && lives(s, "runtime.cgocallback") == 2
	}},
	{"channels", "", "waits for chan send, chan receive and select", func(s *traceview.Summary) bool {
		return blocked(s, "chan send") > 0 && blocked(s, "chan receive") > 0 && blocked(s, "select") > 0
	}},
	{"cooperative", "", "cooperative preemptions only", func(s *traceview.Summary) bool {
		p := s.Stat.Preemptions
		return p.Cooperative > 0 && p.Async == 0
	}},
	{"coroutines", "", "no preemption though goroutines switch", func(s *traceview.Summary) bool {
		return s.Stat.Preemptions.Gosched == 0 && s.Stat.Goroutines.Created >= 1
	}},
	{"cpuprofile", "", "samples of the function that ran", func(s *traceview.Summary) bool {
		return sampled(s, "main.spin") >= 3
	}},
	{
		"deepstacks", "", "goroutines by the function they began with, though no stack of theirs reaches down to it",
		func(s *traceview.Summary) bool {
			return lives(s, "main.start") == 8 && lives(s, "main.descend") == 0 && blocked(s, "sleep") == 8
		},
	},
	{
		"flightrecorder", "GODEBUG=traceadvanceperiod=20000000", "goroutines that were all there before",
		func(s *traceview.Summary) bool {
			return s.Stat.Goroutines.Created == 0 && lives(s, "main.worker") == 1 && s.Stat.Trace.DurationNS < 100e6
		},
	},
	{"gc", "", "collections, stop-the-world, assists", func(s *traceview.Summary) bool {
		g := s.Stat.GC
		return g.Cycles > 0 && g.STWCount > 2*g.Cycles-1 && g.STWTotalNS >= g.STWMaxNS && g.AssistTotalNS > 0
	}},
	{
		"generations", "GODEBUG=traceadvanceperiod=20000000", "sleeps as long as they were, across generations",
		func(s *traceview.Summary) bool {
			sleep := blocking(s, "sleep")
			return s.Stat.Trace.Generations > 3 && sleep.Count == 4 && sleep.TotalNS >= 300e6 && sleep.MaxNS >= 120e6
		},
	},
	{"gomaxprocs", "", "GOMAXPROCS as it was last, all Ps counted", func(s *traceview.Summary) bool {
		return s.Stat.Procs.GOMAXPROCS == 2 && s.Stat.Procs.Count == 4 && s.Stat.GC.STWCount >= 3
	}},
	{"gosched", "", "every Gosched, and no preemption", func(s *traceview.Summary) bool {
		p := s.Stat.Preemptions
		return p.Gosched == 40 && p.Async+p.Cooperative+p.Unknown == 0
	}},
	{"leak", "", "four goroutines alive at the end, waiting for chan receive", func(s *traceview.Summary) bool {
		n := 0
		for _, g := range s.Goroutines {
			if g.Func == "main.leaky" && g.EndState == traceview.StateWaiting && g.EndReason == "chan receive" &&
				g.Ended == 0 {
				n++
			}
		}
		return n == 4
	}},
	{"locked", "", "Ps that go from M to M", func(s *traceview.Summary) bool {
		return s.Stat.Migrations.PBetweenM >= 10
	}},
	{"lockedexit", "", "a thread for every goroutine that ends locked to it", func(s *traceview.Summary) bool {
		return lives(s, "main.main.func1") == 4 && s.Stat.Goroutines.Exited == 4 && s.Stat.Threads.Count >= 5
	}},
	{"manyprocs", "", "256 Ps", func(s *traceview.Summary) bool {
		return s.Stat.Procs.GOMAXPROCS == 256 && s.Stat.Procs.Count == 256
	}},
	{"mutex", "", "waits for sync", func(s *traceview.Summary) bool {
		return blocked(s, "sync") > 1
	}},
	{"mutexhandoff", "", "handoffs told apart from preemptions", func(s *traceview.Summary) bool {
		return s.Stat.Preemptions.MutexHandoff > 0 && s.Preempts[0].Where.Func == "main.main.func1"
	}},
	{"network", "", "waits for the network, in both directions", func(s *traceview.Summary) bool {
		return blocked(s, "network") >= 10
	}},
	{
		"profilestarted", "", "samples of the function that ran, only while there was a profile",
		func(s *traceview.Summary) bool {
			return sampled(s, "main.spin") >= 2 && 2*sampled(s, "main.spin")*10e6 < running(s, "main.spin")
		},
	},
	{
		"shortgenerations", "GODEBUG=traceadvanceperiod=1000000", "many generations, and sleeps across them",
		func(s *traceview.Summary) bool {
			return s.Stat.Trace.Generations > 5 && blocking(s, "sleep").MaxNS >= 16e6
		},
	},
	{"synctest", "", "waits in a bubble, whose clock does not count", func(s *traceview.Summary) bool {
		return blocked(s, "synctest") > 0 && s.Stat.Trace.DurationNS < 1e9
	}},
	{"syscalls", "", "long system calls, and a P that went to another M", func(s *traceview.Summary) bool {
		return s.Stat.Syscalls.TotalNS >= 15e6 && s.Stat.Migrations.PBetweenM > 0
	}},
	{"timers", "", "five sleeps", func(s *traceview.Summary) bool {
		b := blocking(s, "sleep")
		return b.Count == 5 && b.TotalNS >= 15e6
	}},
	{
		"waitgroupgo", "", "goroutines by the function that a library was to start, where any stack shows it",
		func(s *traceview.Summary) bool {
			return lives(s, "main.worker") == 4 && lives(s, "main.(*pool).serve") == 1 && lives(s, "main.start") == 1 &&
				lives(s, "main.compute") == 1 && lives(s, "main.fetch") == 2 && lives(s, "main.step") == 0 &&
				lives(s, "main.main.func1") == 1 && lives(s, "main.main.func2") == 1 &&
				lives(s, "sync.(*WaitGroup).Go.func1") == 1 && groupWaits(s, "main.worker") == 4*4 &&
				wokenBy(s, "main.main.func2", "main.main.func1")
		},
	},
}

// groupWaits counts the waits for a P of the goroutines with one start function.
func groupWaits(s *traceview.Summary, fn string) (n int64) {
	for _, g := range s.Groups {
		if g.Func == fn {
			n += g.Latency.Count
		}
	}
	return n
}

// wokenBy reports whether goroutines of either function ended a wait of one of the other's.
func wokenBy(s *traceview.Summary, a, b string) bool {
	return slices.ContainsFunc(s.Blocks, func(site traceview.BlockSite) bool {
		return slices.ContainsFunc(site.Wakers, func(w traceview.Waker) bool { return w.Func == a || w.Func == b })
	})
}

func blocking(s *traceview.Summary, reason string) traceview.BlockingStat {
	for _, b := range s.Stat.Blocking {
		if b.Reason == reason {
			return b
		}
	}
	return traceview.BlockingStat{}
}

func blocked(s *traceview.Summary, reason string) int64 { return blocking(s, reason).Count }

// calls counts the system calls, and calls to C, in a function.
func calls(s *traceview.Summary, fn string) (n int64) {
	for _, c := range s.Syscalls {
		if len(c.Stack) > 0 && c.Stack[0].Func == fn {
			n += c.Count
		}
	}
	return n
}

// lives counts the goroutines with one start function.
func lives(s *traceview.Summary, fn string) (n int) {
	for _, g := range s.Goroutines {
		if g.Func == fn {
			n++
		}
	}
	return n
}

// running returns how long goroutines with one start function ran, in ns.
func running(s *traceview.Summary, fn string) (ns int64) {
	for _, g := range s.Goroutines {
		if g.Func == fn {
			ns += g.State.Running
		}
	}
	return ns
}

// sampled counts the CPU samples with a function in their stacks.
func sampled(s *traceview.Summary, fn string) (n int64) {
	for _, site := range s.Samples {
		if slices.ContainsFunc(site.Stack, func(f traceview.Frame) bool { return f.Func == fn }) {
			n += site.Count
		}
	}
	return n
}

func tracePath(name string) string { return filepath.Join("..", "testdata", "traces", name+".trace") }

// TestSituations checks the committed traces: what each must show, the invariants, and the summary
// against the golden file.
func TestSituations(t *testing.T) {
	for _, sit := range situations {
		t.Run(sit.name, func(t *testing.T) {
			if *record {
				recordSituation(t, sit.name, sit.env)
			}
			f := open(t, tracePath(sit.name))
			s := summarize(t, f)
			if !sit.check(s) {
				t.Errorf("%s does not show %s:\n%s", sit.name, sit.seen, asJSON(t, s.Stat))
			}
			checkInvariants(t, f)
			compareGolden(t, sit.name, s)
		})
	}
}

func recordSituation(t *testing.T, name, env string) {
	t.Helper()
	cmd := exec.Command("go", "run", "-trimpath", filepath.Join("..", "testdata", "situations", name+".go"))
	cmd.Env = append(os.Environ(), env)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go run %s.go: %v", name, err)
	}
	if err := os.WriteFile(tracePath(name), out, 0o666); err != nil {
		t.Fatal(err)
	}
}

// compareGolden compares stat --json and the sites with the golden file.
func compareGolden(t *testing.T, name string, s *traceview.Summary) {
	t.Helper()
	stat := s.Stat
	stat.Trace.File = strings.TrimPrefix(filepath.ToSlash(stat.Trace.File), "../")
	got := asJSON(t, struct {
		Stat     traceview.Stat
		Preempts []traceview.PreemptSite
		Alive    []string
	}{stat, s.Preempts, alive(s)})
	path := filepath.Join("..", "testdata", "golden", name+".json")
	if *update {
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))), string(got)); diff != "" {
		t.Errorf("summary of %s differs from %s (-want +got; go test -update rewrites it):\n%s", name, path, diff)
	}
}

// alive lists the goroutines alive at the end, with what they were doing.
func alive(s *traceview.Summary) []string {
	var out []string
	for _, g := range s.Goroutines {
		if g.Ended == 0 {
			out = append(out, strings.TrimSpace(g.Func+" "+g.EndState.String()+" "+g.EndReason))
		}
	}
	return out
}

func asJSON(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(b, '\n')
}

// TestReaders: one, two or eight decoders, or one sequential Reader, all give the same results.
func TestReaders(t *testing.T) {
	for _, sit := range situations {
		want := summarize(t, open(t, tracePath(sit.name)))
		sameForAllReaders(t, tracePath(sit.name), want)
	}
}

func sameForAllReaders(t *testing.T, path string, want *traceview.Summary) {
	t.Helper()
	for _, n := range []int{1, 2, 8} {
		prev := runtime.GOMAXPROCS(n)
		got := summarize(t, open(t, path))
		runtime.GOMAXPROCS(prev)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(traceview.Histogram{})); diff != "" {
			t.Errorf("Summarize(%s) with %d readers differs:\n%s", path, n, diff)
		}
	}
	f := open(t, path)
	if doubt, err := f.ReadersAgree(); err != nil || doubt != nil {
		t.Errorf("ReadersAgree(%s): %v; the quick reader's doubt: %v", path, err, doubt)
	}
	f.AsOneGeneration()
	got := summarize(t, f)
	got.Stat.Trace.Generations = want.Stat.Trace.Generations
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(traceview.Histogram{})); diff != "" {
		t.Errorf("Summarize(%s) read sequentially differs:\n%s", path, diff)
	}
}

// TestProgress: progress is reported while the trace is read, also within a generation.
func TestProgress(t *testing.T) {
	path := traceOf(t, func() {
		parallel(4, func(int) {
			for range 5000 {
				runtime.Gosched()
			}
		})
	})
	f := open(t, path)
	var told []int64
	f.OnProgress(func(read, size int64) {
		if size != f.Size() {
			t.Errorf("told of %d bytes of %d, the file has %d", read, size, f.Size())
		}
		told = append(told, read)
	})
	summarize(t, f)
	if !slices.IsSorted(told) || len(told) < 5 || told[len(told)-1] != f.Size() {
		t.Errorf("told of %d bytes: want several numbers, ascending to %d", told, f.Size())
	}
}
