package report

import "schedviz/traceview"

// Lesson is what the page of a workload says to a learner, above the findings. All of it is
// shown as text.
type Lesson struct {
	What    string // what runs, in two sentences
	Printed string // what the program printed, or its beginning; "" if nothing
	Look    []Look // what to look at, in this order
	Next    []Next // what to try next
	View    View   // how the timeline is arranged when the page is opened
}

// Look is something to look at, and the view in which it is seen.
type Look struct {
	Text string
	View View
}

// Next is a command to try next, as typed, and what is then seen.
type Next struct{ Command, Effect string }

// View is an arrangement of the page's timeline. The zero value is the view of a page
// without a lesson.
type View struct {
	Lanes     string           // the kinds of lanes switched on, of "pmgct": Ps, Ms, Gs, cores, tasks; "" for the default
	Colour    string           // what colours tell: "goroutine", "function" or "state"; "" for the default
	Group     string           // how goroutines are grouped: "function", "parent" or "state"; "" for not at all
	Order     string           // of goroutines: "first", by when they are first seen; "" for by ID
	Find      string           // as typed into the search box
	Pin, Hide []traceview.GoID // goroutines whose lanes are pinned to the top or hidden
	From, To  traceview.Time   // both 0: the whole trace
}

// lessonView is a Lesson in the blob's header.
type lessonView struct {
	What    string          `json:"what"`
	Printed string          `json:"printed"`
	Look    []lookView      `json:"look"`
	Next    []nextView      `json:"next"`
	View    arrangementView `json:"view"`
}

type lookView struct {
	Text string          `json:"text"`
	View arrangementView `json:"view"`
}

type nextView struct {
	Command string `json:"command"`
	Effect  string `json:"effect"`
}

// arrangementView is a View; times are relative to the window's start.
type arrangementView struct {
	Lanes  string           `json:"lanes"`
	Colour string           `json:"colour"`
	Group  string           `json:"group"`
	Order  string           `json:"order"`
	Find   string           `json:"find"`
	Pin    []traceview.GoID `json:"pin"`
	Hide   []traceview.GoID `json:"hide"`
	From   int64            `json:"from"`
	To     int64            `json:"to"` // 0: the whole trace
}

// viewLesson returns nil if there is no lesson.
func viewLesson(l *Lesson, w *traceview.Window) *lessonView {
	if l == nil {
		return nil
	}
	v := &lessonView{What: l.What, Printed: l.Printed, Look: []lookView{}, Next: []nextView{}, View: arrange(l.View, w)}
	for _, x := range l.Look {
		v.Look = append(v.Look, lookView{x.Text, arrange(x.View, w)})
	}
	for _, x := range l.Next {
		v.Next = append(v.Next, nextView(x))
	}
	return v
}

func arrange(v View, w *traceview.Window) arrangementView {
	a := arrangementView{
		Lanes: v.Lanes, Colour: v.Colour, Group: v.Group, Order: v.Order, Find: v.Find,
		Pin: append([]traceview.GoID{}, v.Pin...), Hide: append([]traceview.GoID{}, v.Hide...),
	}
	if v.From < v.To {
		a.From, a.To = int64(v.From-w.From), int64(v.To-w.From)
	}
	return a
}
