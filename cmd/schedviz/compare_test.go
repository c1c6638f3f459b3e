package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"schedviz/traceview/words"
)

// compared is what compare --json prints; its shape is a contract.
type compared struct {
	Schema  int
	Title   string
	Started time.Time
	Page    string
	Guide   *struct {
		Title, Text, Lead string
		Shown             bool
		Figures           []string
		Sides             []struct{ Name, Says, Caption string }
	}
	Sides []struct {
		Name, Label, Workload string
		Params, Settings      map[string]string
		Runs                  []struct {
			RunDir     string `json:"run_dir"`
			Trace      string
			DurationNS int64 `json:"duration_ns"`
			Complete   bool
			Claims     []struct {
				ID, Text, Verdict string
				Evidence          any
			}
		}
	}
	Pairs []struct {
		From, To  int
		Cause     string
		Differs   []string
		PerSecond bool `json:"per_second"`
		Sentences []string
		Same      string
	}
	Figures []struct {
		ID, Name, Family, Unit string
		Grows                  bool
		Values                 []*struct {
			N                int
			Median, Min, Max float64
			CI95             *[2]float64 `json:"ci95"`
			PerSecond        *float64    `json:"per_second"`
		}
		Changes []struct {
			From, To  float64
			PerSecond bool `json:"per_second"`
			Verdict   string
			P, Score  float64
		}
	}
	Groups []struct {
		Func   string
		Groups []*struct {
			Goroutines float64
			Running    float64 `json:"running_ns"`
			Runnable   float64 `json:"runnable_ns"`
			Waiting    float64 `json:"waiting_ns"`
			Syscall    float64 `json:"syscall_ns"`
			MaxSlice   float64 `json:"max_slice_ns"`
			MaxLatency float64 `json:"max_latency_ns"`
			Preempted  float64
		}
		Score float64
	}
	Notes    []string
	Repeated bool
}

// of returns a figure's median for each side, nil if any side lacks it.
func (c *compared) of(t *testing.T, id string) []float64 {
	t.Helper()
	var medians []float64
	for _, f := range c.Figures {
		if f.ID != id {
			continue
		}
		for _, v := range f.Values {
			if v == nil {
				return nil
			}
			medians = append(medians, v.Median)
		}
		return medians
	}
	return make([]float64, len(c.Sides)) // none of them has any
}

// The guided comparison shows what it claims: loops that yield are not preempted, tight loops are preempted by
// signal after 10 to 20 ms, and without signals a loop keeps its P to its end while another goroutine starves. Its ways
// are loops that yield, call, do neither, and do neither without async preemption.
func TestGuidedTightLoops(t *testing.T) {
	const loop = 60 * time.Millisecond
	var c compared
	for attempt := range 8 {
		c = compared{}
		dir := t.TempDir()
		runJSON(t, &c, "compare", "tightloop --work "+loop.String(), "--out", dir, "-o", filepath.Join(dir, "page.html"), "--json")
		if attempt == 0 {
			checkGuide(t, &c)
			checkLoops(t, &c, loop)
		}
		// Slices are longer than the runtime intends where the kernel takes threads off their cores.
		if off := c.of(t, "cores.off_share"); off != nil && max(off[0], off[2]) < 0.05 {
			checkSlices(t, &c)
			return
		}
		time.Sleep(time.Second / 2)
	}
	t.Logf("the host is too busy to see slices of 10 to 20 ms: %v of the running time is off-core", c.of(t, "cores.off_share"))
}

// checkGuide checks what holds however busy the host is.
func checkGuide(t *testing.T, c *compared) {
	var labels []string
	for _, s := range c.Sides {
		labels = append(labels, s.Label)
		if s.Workload != "tightloop" || len(s.Runs) != 1 || !s.Runs[0].Complete || len(s.Runs[0].Claims) == 0 {
			t.Errorf("compare tightloop: side %+v, want a whole run with claims", s)
		}
	}
	want := []string{"tightloop --mode gosched --work 60ms", "tightloop --mode call --work 60ms", "tightloop --mode tight --work 60ms", "tightloop --mode tight --async-preempt=off --work 60ms"}
	if !slices.Equal(labels, want) {
		t.Errorf("compare tightloop: sides %q, want %q", labels, want)
	}
	if len(c.Pairs) != 3 || c.Pairs[1].Cause != "--mode tight instead of gosched" || c.Pairs[2].Cause != "Async preemption" || c.Pairs[2].From != 3 || c.Pairs[2].To != 2 {
		t.Errorf("compare tightloop: pairs %+v, want A → B and A → C by mode and D → C by async preemption", c.Pairs)
	}
	checkLesson(t, c)
	if c.Schema != 1 || c.Page == "" || len(c.Groups) == 0 {
		t.Errorf("compare tightloop: schema %d, page %q, %d groups", c.Schema, c.Page, len(c.Groups))
	}
}

// checkLesson checks that what the lead says is what the figures are, and that they come first.
func checkLesson(t *testing.T, c *compared) {
	const id = "lesson.other_wait_ns"
	g := c.Guide
	if g == nil || !slices.Equal(g.Figures, []string{id}) || len(g.Sides) != 4 || c.Figures[0].ID != id {
		t.Fatalf("compare tightloop: guide %+v, first figure %s, want the wait of the other goroutine", g, c.Figures[0].ID)
	}
	for i, wait := range c.of(t, id) {
		text := words.Duration(time.Duration(wait))
		if !strings.Contains(g.Lead, text) || !strings.HasSuffix(g.Sides[i].Caption, ": "+text) {
			t.Errorf("compare tightloop: %s waited %s, want that in the lead %q and in the caption %q", g.Sides[i].Name, text, g.Lead, g.Sides[i].Caption)
		}
	}
	if last := c.Pairs[2]; g.Shown && (len(last.Sentences) == 0 || !strings.HasPrefix(last.Sentences[0], "Async preemption cut the longest wait of the other goroutine")) {
		t.Errorf("compare tightloop: %q, want the lesson first", last.Sentences)
	}
}

// checkLoops checks what the traces show on any host.
func checkLoops(t *testing.T, c *compared, loop time.Duration) {
	async, slice, wait := c.of(t, "preemptions.async"), c.of(t, "slices.max_ns"), c.of(t, "sched_latency.max_ns")
	if async[2] <= async[0] || async[3] != 0 {
		t.Errorf("compare tightloop: async preemptions %v, want many of C and none of D", async)
	}
	if got := time.Duration(slice[3]); got < loop*8/10 {
		t.Errorf("compare tightloop: without async preemption the longest slice is %v, want that of a whole loop of %v", got, loop)
	}
	if got := time.Duration(wait[3]); got < loop*6/10 {
		t.Errorf("compare tightloop: without async preemption the worst wait is %v, want one until a loop of %v ends", got, loop)
	}
	for _, s := range c.Sides {
		for _, claim := range s.Runs[0].Claims {
			if claim.Verdict == "fails" {
				t.Errorf("%s: claim %q fails: %v", s.Label, claim.Text, claim.Evidence)
			}
		}
	}
}

// checkSlices checks what the traces show on an idle host.
func checkSlices(t *testing.T, c *compared) {
	async, slice, wait := c.of(t, "preemptions.async"), c.of(t, "slices.max_ns"), c.of(t, "sched_latency.max_ns")
	if async[0] != 0 || slice[0] >= 10e6 {
		t.Errorf("compare tightloop: loops that yield have %v async preemptions and slices up to %v, want none, and short ones", async[0], time.Duration(slice[0]))
	}
	if got := time.Duration(slice[2]); got < 9*time.Millisecond || got > 30*time.Millisecond {
		t.Errorf("compare tightloop: the longest slice of a tight loop is %v, want 10 to 20 ms", got)
	}
	if wait[3] < 1.3*wait[2] {
		t.Errorf("compare tightloop: the worst waits with and without async preemption are %v and %v, want the second much longer", time.Duration(wait[2]), time.Duration(wait[3]))
	}
}

// swept is what sweep --json prints; its shape is a contract.
type swept struct {
	Schema    int
	Dir, Page string
	Complete  bool
	Host      any
	Sentences []string
	Notes     []string
	Measures  []struct {
		ID, Name, Unit string
		PerSecond      bool `json:"per_second"`
	}
	Plan struct {
		Workload string
		Args     []string
		Procs    []int
		Vary     *struct {
			Flag   string
			Values []string
		}
		Repeat int
	}
	Cores  int
	Points []struct {
		Procs int
		Value string
		Runs  []struct {
			Point struct {
				Procs int
				Value string
			}
			Round      int
			Dir        string
			DurationNS int64 `json:"duration_ns"`
			Figures    map[string]float64
		}
		Measures map[string]*struct {
			N                int
			Median, Min, Max float64
			CI95             *[2]float64 `json:"ci95"`
		}
		SpeedUp *struct{ Median, Lo, Hi, Ideal, Possible float64 } `json:"speed_up"`
	}
}

// Computing speeds up with GOMAXPROCS up to the number of cores and no further.
func TestSweepStopsAtTheCores(t *testing.T) {
	cores := runtime.NumCPU()
	if cores < 2 || cores > 64 {
		t.Skipf("%d cores", cores)
	}
	var s swept
	for range 5 {
		s = swept{}
		runJSON(t, &s, "sweep", "gomaxprocs", "--procs", fmt.Sprintf("1,%d,%d", cores, 4*cores), "--repeat", "3", "--out", t.TempDir(), "--json")
		if len(s.Points) != 3 || !s.Complete || s.Cores != cores || s.Plan.Args[0] != "--single" {
			t.Fatalf("sweep gomaxprocs: %+v, want 3 points, complete, on %d cores, of single rounds", s, cores)
		}
		one, all, beyond := s.Points[0].SpeedUp, s.Points[1].SpeedUp, s.Points[2].SpeedUp
		if all.Ideal != float64(cores) || beyond.Ideal != float64(4*cores) || beyond.Possible != float64(cores) || one.Median != 1 {
			t.Fatalf("sweep gomaxprocs: speed-ups %+v, %+v, %+v: the ideal is wrong", one, all, beyond)
		}
		// If other processes use the cores, more Ps get a larger share of them.
		off0, off1 := s.Points[0].Measures["off_core"], s.Points[1].Measures["off_core"]
		if off0 == nil || off1 == nil || max(off0.Median, off1.Median) > 0.05 {
			time.Sleep(time.Second)
			continue
		}
		if all.Median < 1+0.4*float64(cores-1) || beyond.Median > 1.3*all.Median {
			t.Errorf("sweep gomaxprocs: %.2f times as fast with %d Ps and %.2f times with %d, want the first well above 1 and the second about the same",
				all.Median, cores, beyond.Median, 4*cores)
		}
		return
	}
	t.Logf("the host is too busy to see how far it scales: %v and %v times as fast", s.Points[1].SpeedUp.Median, s.Points[2].SpeedUp.Median)
}
