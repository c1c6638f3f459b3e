package sweep_test

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"schedviz/traceview/record"
	"schedviz/traceview/sweep"
)

func plan(repeat int, procs ...int) sweep.Plan {
	return sweep.Plan{Workload: "w", Args: []string{"--n=1"}, Procs: procs, Repeat: repeat}
}

// Each round covers the whole grid, so that changes on the host affect all points alike.
func TestTasks(t *testing.T) {
	p := plan(2, 1, 2)
	p.Vary = &sweep.Axis{Flag: "mode", Values: []string{"a", "b"}}
	var got []string
	for _, task := range p.Tasks() {
		got = append(got, strings.Join(p.ArgsAt(task.Point), " ")+" "+strings.Repeat("P", task.Point.Procs)+strings.Repeat("'", task.Round))
	}
	want := []string{
		"--n=1 --mode=a P", "--n=1 --mode=a PP", "--n=1 --mode=b P", "--n=1 --mode=b PP",
		"--n=1 --mode=a P'", "--n=1 --mode=a PP'", "--n=1 --mode=b P'", "--n=1 --mode=b PP'",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("Tasks (-want +got):\n%s", d)
	}
}

// run returns a run of a task that took this long.
func run(task sweep.Task, took time.Duration) sweep.Run {
	figures := map[string]float64{}
	for _, id := range sweep.Figures() {
		figures[id] = 0
	}
	figures["trace.duration_ns"] = float64(took)
	figures["preemptions.async"], figures["preemptions.cooperative"] = 6, 4
	return sweep.Run{Task: task, Dir: "d", DurationNS: int64(took), Figures: figures}
}

// A saved sweep is read back, and only its remaining tasks are left.
func TestGoingOn(t *testing.T) {
	out := t.TempDir()
	p := plan(2, 1, 2)
	if l := sweep.Unfinished(out, p); l != nil {
		t.Fatalf("Unfinished of nothing = %+v", l)
	}
	dir := filepath.Join(out, "some [sweep]")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	l := sweep.New(dir, p)
	l.Host = record.Host{Cores: 2, CPUModel: "x"}
	l.Add(run(p.Tasks()[1], time.Second))
	if err := l.Save(); err != nil {
		t.Fatal(err)
	}
	again := sweep.Unfinished(out, p)
	if d := cmp.Diff(l, again); d != "" {
		t.Fatalf("Unfinished (-saved +read):\n%s", d)
	}
	tasks := p.Tasks()
	if d := cmp.Diff([]sweep.Task{tasks[0], tasks[2], tasks[3]}, again.Left()); d != "" {
		t.Errorf("Left (-want +got):\n%s", d)
	}
	if other := sweep.Unfinished(out, plan(3, 1, 2)); other != nil {
		t.Errorf("Unfinished of another plan = %+v, want none", other)
	}
	for _, task := range again.Left() {
		again.Add(run(task, time.Second))
	}
	if err := again.Save(); err != nil || !again.Complete() {
		t.Errorf("Save = %v, Complete = %v after all runs", err, again.Complete())
	}
	if done := sweep.Unfinished(out, p); done != nil {
		t.Errorf("Unfinished of a complete sweep = %+v, want none", done)
	}
	if err := os.WriteFile(filepath.Join(dir, sweep.LogFile), []byte("{"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := sweep.Load(dir); err == nil || !strings.Contains(err.Error(), "sweep.json is damaged") {
		t.Errorf("Load of a damaged log: %v", err)
	}
}

// grid makes the grid of a plan whose runs took this long.
func grid(p sweep.Plan, cores int, took func(p sweep.Point, round int) time.Duration) sweep.Grid {
	l := sweep.New("", p)
	l.Host.Cores = cores
	for _, task := range p.Tasks() {
		l.Add(run(task, took(task.Point, task.Round)))
	}
	return l.Grid()
}

func TestSpeedUp(t *testing.T) {
	g := grid(plan(3, 1, 2, 8), 2, func(p sweep.Point, round int) time.Duration {
		return time.Second/time.Duration(min(p.Procs, 2)) + time.Duration(round)*10*time.Millisecond
	})
	want := []sweep.SpeedUp{
		{Median: 1, Lo: 1, Hi: 1, Ideal: 1, Possible: 1},
		{Median: 1010.0 / 510, Lo: 1000.0 / 520, Hi: 1020.0 / 500, Ideal: 2, Possible: 2},
		{Median: 1010.0 / 510, Lo: 1000.0 / 520, Hi: 1020.0 / 500, Ideal: 8, Possible: 2},
	}
	for i, c := range g.Cells {
		near := cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-9 })
		if d := cmp.Diff(want[i], *c.SpeedUp, near); d != "" {
			t.Errorf("speed-up with %d Ps (-want +got):\n%s", c.Procs, d)
		}
	}
	if got := g.Cells[1].Values["preemptions"].Median; math.Abs(got-10/0.51) > 1e-6 {
		t.Errorf("preemptions a second = %v, want 10 in 510 ms", got)
	}
	if got := g.Cells[1].Shown().Round; got != 1 {
		t.Errorf("Shown is round %d, want that of median length, 1", got)
	}
	if got := g.Sentences()[0]; got != "It is 1.98 times as fast with 2 Ps as with 1 P (2.0 would be ideal), and no faster with more Ps; the host has 2 cores." {
		t.Errorf("Sentences: %q", got)
	}
}

func TestSweepSentences(t *testing.T) {
	vary := func(repeat int, values ...string) sweep.Plan {
		p := plan(repeat, 2)
		p.Vary = &sweep.Axis{Flag: "mode", Values: values}
		return p
	}
	tests := []struct {
		name string
		grid sweep.Grid
		want string
	}{
		{"scales", grid(plan(1, 1, 4), 8, func(p sweep.Point, _ int) time.Duration { return time.Second / time.Duration(p.Procs) }), "It is 4.00 times as fast with 4 Ps as with 1 P (4.0 would be ideal); the host has 8 cores."},
		{"does not", grid(plan(1, 1, 4), 8, func(sweep.Point, int) time.Duration { return time.Second }), "More Ps did not make it faster; the host has 8 cores."},
		{"gets worse", grid(plan(1, 1, 4), 0, func(p sweep.Point, _ int) time.Duration { return time.Second * time.Duration(p.Procs) }), "More Ps made it slower: 4 Ps took 4.0 times as long as 1 P."},
		{"noise", grid(plan(2, 1, 4), 8, func(p sweep.Point, round int) time.Duration { return time.Second * time.Duration(1+(p.Procs+round)%3) }), "More Ps made no difference beyond the noise; the host has 8 cores."},
		{"a flag with less effect than the noise", grid(vary(2, "a", "bb"), 2, func(p sweep.Point, round int) time.Duration { return time.Second * time.Duration(len(p.Value)+3*round) }), "no more than the noise"},
		{"a flag", grid(vary(1, "a", "bb"), 2, func(p sweep.Point, _ int) time.Duration { return time.Second * time.Duration(len(p.Value)) }), "It is fastest with --mode a (1.00 s) and slowest with bb (2.00 s)."},
		{"a flag without effect", grid(vary(1, "a", "b"), 2, func(sweep.Point, int) time.Duration { return time.Second }), ""},
		{"one run of each", grid(plan(1, 1), 2, func(sweep.Point, int) time.Duration { return time.Second }), "proves nothing about noise"},
		{"a few", grid(plan(3, 1), 2, func(sweep.Point, int) time.Duration { return time.Second }), "the range of all runs"},
		{"enough", grid(plan(6, 1), 2, func(sweep.Point, int) time.Duration { return time.Second }), "95% confidence"},
	}
	for _, tt := range tests {
		got := strings.Join(append(tt.grid.Sentences(), tt.grid.Notes()...), " ")
		if !strings.Contains(got, tt.want) || tt.want == "" && strings.Contains(got, "It is") {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A run without a record of cores has no value for them, not 0.
func TestUnknownMeasure(t *testing.T) {
	p := plan(1, 1)
	l := sweep.New("", p)
	r := run(p.Tasks()[0], time.Second)
	delete(r.Figures, "cores.off_share")
	l.Add(r)
	g := l.Grid()
	if v := g.Cells[0].Values[sweep.OffCore]; v != nil {
		t.Errorf("time without a core = %+v, want nothing", v)
	}
}
