package experiment

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/record"
	"schedviz/traceview/report"
	"schedviz/traceview/words"
	"schedviz/workloads"
)

// lessonOf returns the lesson of a run's workload, as its page shows it; nil if there is none. w is the run's
// window, nil if nothing in the trace could be read.
func lessonOf(r *record.Run, w *traceview.Window) *report.Lesson {
	workload := workloads.Find(r.Workload)
	if workload == nil || workload.Lesson.What == "" {
		return nil
	}
	if w == nil {
		w = new(traceview.Window)
	}
	v := views{r.Claims, w}
	l := &report.Lesson{What: workload.Lesson.What, Printed: printed(r), View: v.of(workload.Lesson.View)}
	for _, look := range workload.Lesson.Look {
		l.Look = append(l.Look, report.Look{Text: look.Text, View: v.of(look.View)})
	}
	for _, next := range workload.Suggestions(howToRun(workload, r)) {
		l.Next = append(l.Next, report.Next(next))
	}
	return l
}

// views turns views chosen before a run into views of its trace.
type views struct {
	claims []record.Claim
	w      *traceview.Window
}

func (v views) of(x workloads.View) report.View {
	view := report.View{
		Lanes: x.Lanes, Colour: x.Colour, Group: x.Group, Order: x.Order, Find: x.Find,
		Pin: v.goroutines(x.Pin, 1), Hide: v.goroutines(x.Hide, len(v.w.Goroutines)),
	}
	for _, c := range v.claims {
		if c.ID == x.Claim {
			view.From, view.To = c.Evidence.FromNS, c.Evidence.ToNS
		}
	}
	return view
}

// goroutines returns the first most goroutines of each function that have a lane.
func (v views) goroutines(functions []string, most int) []traceview.GoID {
	var ids []traceview.GoID
	for _, fn := range functions {
		n := 0
		for _, g := range v.w.Goroutines {
			if n < most && len(g.Lane) > 0 && isFunction(g.Func, fn) {
				ids = append(ids, g.ID)
				n++
			}
		}
	}
	return ids
}

// isFunction reports whether a start function with this full name is meant by short: "(*leak).wait".
func isFunction(full, short string) bool {
	return full == short || strings.HasSuffix(full, "."+short) ||
		classify.MainGoroutine(full) && classify.MainGoroutine(short)
}

// howToRun returns how to run a workload, without its flags: by schedviz, or by the program that ran it.
func howToRun(w *workloads.Workload, r *record.Run) string {
	if len(r.Command) == 0 || r.Command[0] == "schedviz" {
		return w.RunBySchedviz()
	}
	return filepath.Base(r.Command[0])
}

// maxPrinted is how much of what a program printed goes on its page, in bytes.
const maxPrinted = 8 << 10

// printed returns what the program printed, or the beginning of it.
func printed(r *record.Run) string {
	f, err := os.Open(r.Path(record.OutputFile))
	if err != nil {
		return unprinted(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return unprinted(err)
	}
	text, err := io.ReadAll(io.LimitReader(f, maxPrinted))
	if err != nil {
		return unprinted(err)
	}
	s := strings.TrimRight(strings.ToValidUTF8(string(text), "\uFFFD"), "\n")
	if more := info.Size() - int64(len(text)); more > 0 {
		s += fmt.Sprintf("\n… and %s more, in %s", words.Bytes(more), record.OutputFile)
	}
	return s
}

// unprinted says why there is no output to show.
func unprinted(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	return fmt.Sprintf("%s can't be read: %v", record.OutputFile, record.Cause(err))
}
