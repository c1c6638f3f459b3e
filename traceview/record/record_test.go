package record_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/exp/trace"

	"schedviz/traceview/classify"
	"schedviz/traceview/record"
)

// children are the functions that the re-executed test binary can run.
var children = map[string]record.Func{
	"greet": greet,
	"count": func(_ context.Context, out io.Writer) (any, error) {
		ch := make(chan int)
		go func() {
			defer close(ch)
			for i := range 100 {
				ch <- i
			}
		}()
		n := 0
		for range ch {
			n++
		}
		fmt.Fprintln(out, "counted", n)
		fmt.Fprintln(os.Stderr, "a word on standard error")
		return map[string]int{"n": n, "procs": runtime.GOMAXPROCS(0)}, nil
	},
	"error": func(context.Context, io.Writer) (any, error) {
		return "half a result", errors.New("job 3: no luck")
	},
	"panic": func(ctx context.Context, _ io.Writer) (any, error) {
		go panic("boom in another goroutine")
		<-ctx.Done()
		return nil, nil
	},
	"exit3": func(context.Context, io.Writer) (any, error) {
		fmt.Fprintln(os.Stderr, "first words")
		fmt.Fprintln(os.Stderr, "last words")
		os.Exit(3)
		return nil, nil
	},
	"exit0": func(context.Context, io.Writer) (any, error) {
		os.Exit(0)
		return nil, nil
	},
	"wait": func(ctx context.Context, out io.Writer) (any, error) {
		fmt.Fprintln(out, "waiting", os.Getpid())
		<-ctx.Done()
		return "waited", ctx.Err()
	},
	"graceful": func(ctx context.Context, out io.Writer) (any, error) {
		asked, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
		defer stop()
		fmt.Fprintln(out, "waiting", os.Getpid())
		<-asked.Done()
		return "tidied up", ctx.Err()
	},
	"stubborn": func(_ context.Context, out io.Writer) (any, error) {
		fmt.Fprintln(out, "waiting", os.Getpid())
		select {}
	},
	"spin": func(_ context.Context, out io.Writer) (any, error) {
		fmt.Fprintln(out, "waiting", os.Getpid())
		for n := 0; ; n++ {
			spun = n
		}
	},
	"shout": func(_ context.Context, out io.Writer) (any, error) {
		line := strings.Repeat("x", 1<<20) + "\n"
		for range 8 {
			io.WriteString(out, line)
			io.WriteString(os.Stderr, line)
		}
		return 16 * len(line), nil
	},
	"unfit": func(context.Context, io.Writer) (any, error) {
		return make(chan int), nil
	},
	"crowd": func(context.Context, io.Writer) (any, error) {
		fmt.Fprintln(os.Stderr, "a word on standard error")
		log.Print("a word in the log")
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				for end := time.Now().Add(200 * time.Millisecond); time.Now().Before(end); {
				}
			})
		}
		wg.Wait()
		return nil, nil
	},
	"yields": func(context.Context, io.Writer) (any, error) {
		for range 100_000 {
			runtime.Gosched()
		}
		return nil, nil
	},
}

// spun keeps the compiler from removing the loop of "spin".
var spun int

func TestMain(m *testing.M) {
	if len(os.Args) == 3 {
		switch os.Args[1] {
		case "child":
			record.Child(children[os.Args[2]])
		case "parent":
			record.Record(context.Background(), optionsFor(".", os.Args[2]))
			os.Exit(0)
		}
	}
	os.Exit(m.Run())
}

func optionsFor(out, child string) record.Options {
	exe, err := os.Executable()
	if err != nil {
		panic(err)
	}
	return record.Options{
		Out:      out,
		Name:     child + "-n5",
		Workload: child,
		Params:   map[string]string{"n": "5"},
		Command:  []string{"schedviz", "run", child},
		Child:    []string{exe, "child", child},
		Procs:    2,
		Timeout:  time.Minute,
	}
}

// mustRecord records child, with options modified by change unless it is nil.
func mustRecord(t *testing.T, child string, change func(*record.Options)) *record.Run {
	t.Helper()
	o := optionsFor(t.TempDir(), child)
	if change != nil {
		change(&o)
	}
	r, err := record.Record(t.Context(), o)
	if err != nil {
		t.Fatalf("Record(%s): %v", child, err)
	}
	return r
}

// events reads as much of the run's trace as possible.
func events(t *testing.T, r *record.Run) (n int, err error) {
	t.Helper()
	f, err := os.Open(r.Path(record.TraceFile))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tr, err := trace.NewReader(bufio.NewReader(f))
	if err != nil {
		return 0, err
	}
	for ; ; n++ {
		if _, err := tr.ReadEvent(); err == io.EOF {
			return n, nil
		} else if err != nil {
			return n, err
		}
	}
}

func wantWholeTrace(t *testing.T, r *record.Run) {
	t.Helper()
	if n, err := events(t, r); n == 0 || err != nil {
		t.Errorf("trace of %s: %d events, error %v, want some and none", r.Workload, n, err)
	}
}

func output(t *testing.T, r *record.Run) string {
	t.Helper()
	data, err := os.ReadFile(r.Path(record.OutputFile))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestRecord(t *testing.T) {
	r := mustRecord(t, "count", func(o *record.Options) { o.GODEBUG = []string{"asyncpreemptoff=1"} })
	if want := []string{record.OutputFile, record.RunFile, record.TraceFile}; !slices.Equal(names(t, r.Dir), want) {
		t.Errorf("the run directory holds %v, want %v", names(t, r.Dir), want)
	}
	if got := filepath.Base(r.Dir); got != "count-n5-1" {
		t.Errorf("Base(Dir) = %s, want count-n5-1", got)
	}
	if got := output(t, r); !strings.Contains(got, "counted 100\n") || !strings.Contains(got, "a word on standard error\n") {
		t.Errorf("output.txt = %q, want both streams", got)
	}
	wantWholeTrace(t, r)

	got, err := record.Load(r.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if !got.Complete || !got.Exit.OK() || got.Failure() != nil || got.Exit.Status != 0 {
		t.Errorf("Load: complete %v, exit %+v, want complete and ok", got.Complete, got.Exit)
	}
	var result map[string]int
	if err := json.Unmarshal(got.Result, &result); err != nil || result["n"] != 100 || result["procs"] != 2 {
		t.Errorf("Load: result %s (%v), want n 100 on procs 2", got.Result, err)
	}
	if got.GOMAXPROCS != 2 || !strings.HasSuffix(got.GODEBUG, "asyncpreemptoff=1") || got.GoVersion != runtime.Version() {
		t.Errorf("Load: gomaxprocs %d, godebug %q, go %q", got.GOMAXPROCS, got.GODEBUG, got.GoVersion)
	}
	if got.Host.OS != runtime.GOOS || got.Host.Cores != runtime.NumCPU() {
		t.Errorf("Load: host %+v", got.Host)
	}
	if got.Params["n"] != "5" || got.Workload != "count" || len(got.Command) != 3 {
		t.Errorf("Load: params %v, workload %q, command %v", got.Params, got.Workload, got.Command)
	}
	if d := got.Ended.Sub(got.Started); d <= 0 || got.DurationNS <= 0 || d > time.Minute {
		t.Errorf("Load: started %v, ended %v, duration %d ns", got.Started, got.Ended, got.DurationNS)
	}
}

// The trace must show the workload, on goroutine 1, and next to nothing of the recorder.
func TestTraceIsTheWorkloads(t *testing.T) {
	r := mustRecord(t, "yields", nil)
	f, err := os.Open(r.Path(record.TraceFile))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tr, err := trace.NewReader(bufio.NewReader(f))
	if err != nil {
		t.Fatal(err)
	}
	yields := map[trace.GoID]int{}
	ours := map[trace.GoID]bool{}
	for {
		ev, err := tr.ReadEvent()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if ev.Kind() != trace.EventStateTransition || ev.StateTransition().Resource.Kind != trace.ResourceGoroutine {
			continue
		}
		st := ev.StateTransition()
		g := st.Resource.Goroutine()
		if st.Reason == "runtime.Gosched" {
			yields[g]++
		}
		for frame := range st.Stack.Frames() {
			if strings.Contains(frame.Func, "record.(*child).endOnRequest") {
				ours[g] = true
			}
		}
	}
	if yields[1] == 0 || len(yields) != 1 {
		t.Errorf("goroutines that yielded: %v, want only goroutine 1", yields)
	}
	if len(ours) > 1 {
		t.Errorf("%d goroutines of the recorder are in the trace, want at most 1", len(ours))
	}
}

// Goroutines of this package count as the recorder's, whatever the package's import path.
func TestRecorderIsToldFromTheProgram(t *testing.T) {
	pkg := reflect.TypeFor[record.Run]().PkgPath()
	for fn, want := range map[string]bool{pkg + ".(*child).endOnRequest": true, pkg + ".Main.func1": true, pkg + "ing.f": false, "main.worker": false} {
		if got := classify.SystemGoroutine(fn); got != want {
			t.Errorf("SystemGoroutine(%q) = %v, want %v", fn, got, want)
		}
	}
}

func TestFailures(t *testing.T) {
	tests := []struct {
		child  string
		status int
		error  string // a part of it
		output string
		whole  bool // the trace
	}{
		{"error", 1, "job 3: no luck", "job 3: no luck\n", true},
		{"panic", 2, "exit status 2: panic: boom in another goroutine", "goroutine ", true},
		{"exit3", 3, "exit status 3: last words", "first words\nlast words\n", false},
		{"exit0", 0, "exited before its recording was stopped", "", false},
		{"unfit", 1, "keeping the workload's result", "unsupported type", true},
	}
	for _, tt := range tests {
		t.Run(tt.child, func(t *testing.T) {
			t.Parallel()
			mem := mustRecord(t, tt.child, nil)
			r, err := record.Load(mem.Dir)
			if err != nil {
				t.Fatal(err)
			}
			if !r.Complete || r.Exit.Status != tt.status || !strings.Contains(r.Exit.Error, tt.error) {
				t.Errorf("exit = %+v, complete %v; want status %d and error with %q", r.Exit, r.Complete, tt.status, tt.error)
			}
			if err := r.Failure(); err == nil || !strings.HasPrefix(err.Error(), "running "+tt.child+": ") {
				t.Errorf("Failure() = %v, want one that names %s", err, tt.child)
			}
			if r.Exit.TimedOut || r.Exit.Interrupted || r.Exit.Signal != "" {
				t.Errorf("exit = %+v, want neither timed out nor interrupted nor a signal", r.Exit)
			}
			if string(r.Result) != "null" {
				t.Errorf("result = %s, want null", r.Result)
			}
			if got := output(t, r); !strings.Contains(got, tt.output) {
				t.Errorf("output.txt = %q, want %q in it", got, tt.output)
			}
			if _, err := os.Stat(r.Path(record.TraceFile)); err != nil {
				t.Error(err)
			}
			if tt.whole {
				wantWholeTrace(t, r)
			}
		})
	}
}

func TestEndedEarly(t *testing.T) {
	type test struct {
		name, child string
		interrupt   bool // else it times out
		error       string
		whole       bool
	}
	tests := []test{
		{"timeout", "wait", false, "timed out after ", true},
		{"interrupt", "wait", true, "interrupted after ", true},
		{"timeout, does not return", "stubborn", false, "the workload did not return within 500ms", true},
		{"interrupt, does not return", "stubborn", true, "the workload did not return within 500ms", true},
		{"timeout, can't be asked", "spin", false, "and killed: it did not end when asked to", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := optionsFor(t.TempDir(), tt.child)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			if tt.child == "spin" {
				o.Procs, o.GODEBUG = 1, []string{"asyncpreemptoff=1"}
			}
			if tt.interrupt {
				go func() {
					waitFor(ctx, filepath.Join(o.Out, tt.child+"-n5-1", record.OutputFile), "waiting")
					cancel()
				}()
			} else {
				o.Timeout = time.Second
			}
			mem, err := record.Record(ctx, o)
			if err != nil {
				t.Fatal(err)
			}
			r, err := record.Load(mem.Dir)
			if err != nil {
				t.Fatal(err)
			}
			if r.Exit.TimedOut == tt.interrupt || r.Exit.Interrupted != tt.interrupt || !strings.Contains(r.Exit.Error, tt.error) {
				t.Errorf("exit = %+v, want interrupted %v and error with %q", r.Exit, tt.interrupt, tt.error)
			}
			if !r.Complete {
				t.Error("run.json is marked incomplete")
			}
			if got := output(t, r); !strings.HasPrefix(got, "waiting ") {
				t.Errorf("output.txt = %q, want what was printed before the end", got)
			}
			if tt.whole {
				wantWholeTrace(t, r)
			}
		})
	}
}

// waitFor waits until the file at path begins with prefix.
func waitFor(ctx context.Context, path, prefix string) string {
	for ctx.Err() == nil {
		if data, _ := os.ReadFile(path); strings.HasPrefix(string(data), prefix) && data[len(data)-1] == '\n' {
			return string(data)
		}
		time.Sleep(10 * time.Millisecond)
	}
	return ""
}

func TestHugeOutput(t *testing.T) {
	r := mustRecord(t, "shout", nil)
	info, err := os.Stat(r.Path(record.OutputFile))
	if err != nil {
		t.Fatal(err)
	}
	if want := int64(16 * (1<<20 + 1)); info.Size() != want || string(r.Result) != fmt.Sprint(want) {
		t.Errorf("output.txt has %d bytes, the result is %s, want both %d", info.Size(), r.Result, want)
	}
	wantWholeTrace(t, r)
}

func TestOutUnusable(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{file, filepath.Join(file, "below")} {
		r, err := record.Record(t.Context(), optionsFor(out, "count"))
		if r != nil || err == nil || !strings.HasPrefix(err.Error(), "making the run directory: ") {
			t.Errorf("Record(out %s) = %v, %v, want an error of making the run directory", out, r, err)
		}
	}
	if data, _ := os.ReadFile(file); string(data) != "mine" {
		t.Errorf("the file in the way holds %q, want it untouched", data)
	}
}

func TestNoSuchProgram(t *testing.T) {
	o := optionsFor(t.TempDir(), "count")
	o.Child = []string{filepath.Join(o.Out, "missing")}
	if r, err := record.Record(t.Context(), o); r != nil || err == nil || !strings.HasPrefix(err.Error(), "starting count: ") {
		t.Errorf("Record = %v, %v, want an error of starting it", r, err)
	}
	if got := names(t, o.Out); len(got) != 0 {
		t.Errorf("%v is left, want nothing", got)
	}
}

func TestNeverOverwrites(t *testing.T) {
	out := t.TempDir()
	// Foreign files in the way are left alone, whatever they are.
	if err := os.WriteFile(filepath.Join(out, "count-n5-7"), []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	first, err := record.Record(t.Context(), optionsFor(out, "count"))
	if err != nil {
		t.Fatal(err)
	}
	before := snapshot(t, first.Dir)
	second, err := record.Record(t.Context(), optionsFor(out, "count"))
	if err != nil {
		t.Fatal(err)
	}
	if got := []string{filepath.Base(first.Dir), filepath.Base(second.Dir)}; !slices.Equal(got, []string{"count-n5-8", "count-n5-9"}) {
		t.Errorf("runs are in %v, want count-n5-8 and -9", got)
	}
	if after := snapshot(t, first.Dir); after != before {
		t.Error("the second run changed the directory of the first")
	}
	if data, _ := os.ReadFile(filepath.Join(out, "count-n5-7")); string(data) != "mine" {
		t.Errorf("the foreign file holds %q", data)
	}
}

func snapshot(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	for _, name := range names(t, dir) {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s: %q\n", name, data)
	}
	return b.String()
}

func TestTwoAtOnce(t *testing.T) {
	out := t.TempDir()
	const n = 6
	runs := make([]*record.Run, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			r, err := record.Record(t.Context(), optionsFor(out, "count"))
			if err != nil {
				t.Error(err)
			}
			runs[i] = r
		})
	}
	wg.Wait()
	dirs := map[string]bool{}
	for _, r := range runs {
		if r == nil || !r.Exit.OK() {
			t.Fatalf("run %+v failed", r)
		}
		dirs[r.Dir] = true
		wantWholeTrace(t, r)
	}
	if len(dirs) != n {
		t.Errorf("%d runs at once have %d directories", n, len(dirs))
	}
}

func TestList(t *testing.T) {
	out := t.TempDir()
	if err := os.MkdirAll(filepath.Join(out, "foreign"), 0o777); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(out, "broken-1")
	if err := os.MkdirAll(broken, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(broken, record.RunFile), []byte(`{"schema":1,`), 0o666); err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, child := range []string{"count", "error", "count"} {
		r, err := record.Record(t.Context(), optionsFor(out, child))
		if err != nil {
			t.Fatal(err)
		}
		want = slices.Insert(want, 0, r.Dir)
	}
	runs, err := record.List(out)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range runs {
		got = append(got, r.Dir)
	}
	if !slices.Equal(got, want) {
		t.Errorf("List = %v, want %v", got, want)
	}
	if runs, err := record.List(filepath.Join(out, "missing")); len(runs) != 0 || err != nil {
		t.Errorf("List(missing) = %v, %v, want none", runs, err)
	}
}

func TestLoadRefuses(t *testing.T) {
	tests := []struct{ name, json, want string }{
		{"damaged", `{"schema":1`, "run.json is damaged"},
		{"newer", `{"schema":2}`, "has schema 2, this schedviz reads 1"},
		{"other", `{}`, "has schema 0"},
		{"none", "", "there is no run.json in it"},
	}
	for _, tt := range tests {
		dir := t.TempDir()
		if tt.json != "" {
			if err := os.WriteFile(filepath.Join(dir, record.RunFile), []byte(tt.json), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if r, err := record.Load(dir); r != nil || err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("Load(%s) = %v, %v, want an error with %q", tt.name, r, err, tt.want)
		}
	}
}

func TestDirectoryNames(t *testing.T) {
	tests := []struct{ name, want string }{
		{"workerpool-workers4", "workerpool-workers4-1"},
		{"say-what=a/b\\c:d*?\"<>|e", "say-what-a-b-c-d-e-1"},
		{"../../etc/passwd", "etc-passwd-1"},
		{"grün  \n☃", "gr-n-1"},
		{"...", "run-1"},
		{"", "run-1"},
		{strings.Repeat("long-", 40), strings.Repeat("long-", 13) + "1"},
	}
	for _, tt := range tests {
		r := mustRecord(t, "count", func(o *record.Options) { o.Name = tt.name })
		if got := filepath.Base(r.Dir); got != tt.want {
			t.Errorf("Record(Name %q) made %s, want %s", tt.name, got, tt.want)
		}
	}
}
