package experiment_test

import (
	"context"
	"io"
	"path/filepath"
	"runtime/trace"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/spf13/pflag"

	"schedviz/traceview"
	"schedviz/traceview/report"
	"schedviz/workloads"
	"schedviz/workloads/experiment"
)

// talkWorkload is a custom workload with a lesson.
var talkWorkload = &workloads.Workload{
	Name:  "talk",
	Title: "Two goroutines listen while main prints",
	New:   func() workloads.Program { return new(talk) },
	Lesson: workloads.Lesson{
		What: "Main prints a lot. Two goroutines listen.",
		Look: []workloads.Look{
			{Text: "The listeners.", View: workloads.View{
				Lanes: "g", Find: "listen", Pin: []string{"(*talk).listen", "runtime.main"},
			}},
			{Text: "The talk.", View: workloads.View{Claim: "talks"}},
			{Text: "Nobody listens.", View: workloads.View{
				Hide: []string{"(*talk).listen"}, Pin: []string{"(*talk).nobody"}, Claim: "other",
			}},
		},
		Next: []workloads.Next{{Args: []string{"--print", "1"}, Effect: "A short talk."}},
		View: workloads.View{Lanes: "pc", Colour: "state", Group: "function"},
	},
	Claims: []workloads.Claim{
		workloads.NewClaim("talks", "Main talks.", "talk", func(r workloads.Recording) workloads.Finding {
			return workloads.Finding{Verdict: workloads.Holds, From: r.Window.From + 10, To: r.Window.From + 30}
		}),
	},
}

type talk struct {
	print int
	wg    sync.WaitGroup
}

func (p *talk) Flags(fs *pflag.FlagSet) { fs.IntVar(&p.print, "print", 1, "how many bytes it prints") }
func (p *talk) Validate() error         { return nil }

func (p *talk) Run(ctx context.Context, out io.Writer) (any, error) {
	ears := make(chan int)
	for range 2 {
		p.wg.Add(1)
		go p.listen(ears)
	}
	defer trace.StartRegion(ctx, "talk").End()
	io.WriteString(out, strings.Repeat("a", p.print-1)+"\xff")
	close(ears)
	p.wg.Wait()
	return "talked", ctx.Err()
}

func (p *talk) listen(ears <-chan int) {
	defer p.wg.Done()
	<-ears
}

func recorded(t *testing.T, args ...string) (*experiment.Result, *report.Lesson) {
	t.Helper()
	s := experiment.New(talkWorkload)
	s.Command = []string{"schedviz", "run", "talk"}
	if err := s.Parse(append(args, "--cores", "off")); err != nil {
		t.Fatal(err)
	}
	s.Out = filepath.Join(t.TempDir(), "out")
	r, err := s.Run(t.Context())
	if err != nil || r.Err() != nil {
		t.Fatalf("Run = %v, %v", err, r.Err())
	}
	l := experiment.InputOf(r.Run).Page(r.Analysis).Lesson
	if l == nil {
		t.Fatal("the page has no lesson")
	}
	return r, l
}

// A workload's lesson is on its page, with its views in terms of the trace: goroutines instead of functions, and
// times instead of claims.
func TestPageLesson(t *testing.T) {
	r, l := recorded(t, "--print", "4")
	w := r.Analysis.Window
	var listeners []traceview.GoID
	for _, g := range w.Goroutines {
		if strings.HasSuffix(g.Func, ".(*talk).listen") {
			listeners = append(listeners, g.ID)
		}
	}
	if len(listeners) != 2 {
		t.Fatalf("the trace has %d listeners, want 2", len(listeners))
	}
	if l.What != talkWorkload.Lesson.What || l.Printed != "aaa\uFFFD" {
		t.Errorf("the page says %q and %q, want what runs, and what it printed", l.What, l.Printed)
	}
	if v := l.View; v.Lanes != "pc" || v.Colour != "state" || v.Group != "function" || v.From != v.To {
		t.Errorf("it opens with %+v", v)
	}
	first := l.Look[0].View
	if !slices.Equal(first.Pin, []traceview.GoID{listeners[0], 1}) || first.Find != "listen" || first.Lanes != "g" {
		t.Errorf("its first view is %+v, want the first of G%v and main pinned", first, listeners)
	}
	if v := l.Look[1].View; v.From != w.From+10 || v.To != w.From+30 {
		t.Errorf("the claim's view is from %d to %d, want 10 to 30 ns after %d", v.From, v.To, w.From)
	}
	third := l.Look[2].View
	if !slices.Equal(third.Hide, listeners) || len(third.Pin) != 0 || third.From != third.To {
		t.Errorf("the third view is %+v, want G%v hidden, nothing of a function and a claim not in the run", third, listeners)
	}
	want := report.Next{Command: "schedviz run talk --print 1", Effect: "A short talk."}
	if len(l.Next) != 1 || l.Next[0] != want {
		t.Errorf("to try next: %+v, want %+v", l.Next, want)
	}
}

// Of a long output the page has the beginning, and says how much more there is.
func TestPageLessonOfLongOutput(t *testing.T) {
	_, l := recorded(t, "--print", "100000")
	const more = "… and 91.8 kB more, in output.txt"
	if !strings.HasPrefix(l.Printed, "aaaa") || !strings.HasSuffix(l.Printed, more) || len(l.Printed) > 9000 {
		t.Errorf("the page has %d bytes of the output, ending in %q", len(l.Printed), l.Printed[max(0, len(l.Printed)-60):])
	}
}

// A workload without a lesson has none on its page, and neither has a trace that is not a run's.
func TestPageWithoutLesson(t *testing.T) {
	s, _ := setup(t)
	r, err := s.Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if l := experiment.InputOf(r.Run).Page(r.Analysis).Lesson; l != nil {
		t.Errorf("the page of a workload without a lesson has %+v", l)
	}
	if l := (experiment.Input{Trace: "x"}).Page(r.Analysis).Lesson; l != nil {
		t.Errorf("the page of a trace has %+v", l)
	}
}
