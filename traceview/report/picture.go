package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/classify"
	"schedviz/traceview/words"
)

// Picture is a small static timeline of a window. It has names from the trace, which a template must escape.
type Picture struct {
	Alt   string // what it shows, in a sentence
	End   string // the length of the stretch shown
	More  string // what has no lane for lack of room: "90 more goroutines"; "" if nothing
	Lanes []PictureLane
}

// PictureLane is a lane of a picture, drawn in a box of pictureColumns by pictureHeight.
type PictureLane struct {
	Name  string
	Paths []PicturePath
}

// PicturePath is the shapes of one colour in a lane, as the data of an SVG path. Class is one of the style sheet's.
type PicturePath struct{ Class, Data string }

const (
	pictureColumns = 400 // across a lane; what is narrower is joined
	pictureHeight  = 20
	pictureMarks   = 5  // height of the marks above the spans
	pictureName    = 30 // characters of a lane's name
	maxPictureGs   = 10
	maxPictureRows = 8 // of Ps and of cores
)

// Draw draws the part of a window that a view shows. Of very many lanes it draws the first.
func Draw(w *traceview.Window, v View) Picture {
	p := &painter{w: w, from: w.From, to: w.To}
	if v.From < v.To {
		p.from, p.to = max(v.From, w.From), min(v.To, w.To)
	}
	if p.to <= p.from {
		p.to = p.from + 1
	}
	p.pinned(v.Pin)
	lanes := v.Lanes
	if lanes == "" {
		lanes = "p"
	}
	if strings.Contains(lanes, "p") {
		p.procs()
	}
	if strings.Contains(lanes, "c") {
		p.cores()
	}
	if strings.Contains(lanes, "g") {
		p.goroutines(v.Pin)
	}
	p.out.End = words.Duration(p.to.Sub(p.from))
	p.out.Alt = p.alt()
	return p.out
}

// painter draws a picture.
type painter struct {
	w        *traceview.Window
	from, to traceview.Time
	out      Picture
	counts   []string // the lanes by kind, in words
}

func (p *painter) alt() string {
	if len(p.counts) == 0 {
		return "an empty timeline"
	}
	return "a timeline of " + p.out.End + ": " + strings.Join(p.counts, ", ")
}

func (p *painter) counted(n int, noun string) {
	if n > 0 {
		p.counts = append(p.counts, words.Counted(n, noun))
	}
}

// pinned draws the lanes of pinned goroutines.
func (p *painter) pinned(ids []traceview.GoID) {
	n := 0
	for i := range p.w.Goroutines {
		if g := &p.w.Goroutines[i]; slices.Contains(ids, g.ID) && len(g.Lane) > 0 && n < maxPictureGs {
			p.goroutine(g)
			n++
		}
	}
	p.counted(n, "pinned goroutine")
}

// goroutines draws the lanes of the program's own goroutines.
func (p *painter) goroutines(but []traceview.GoID) {
	n, more := 0, 0
	for i := range p.w.Goroutines {
		g := &p.w.Goroutines[i]
		switch {
		case len(g.Lane) == 0 || classify.SystemGoroutine(g.Func) || slices.Contains(but, g.ID) || !p.lives(g):
		case n < maxPictureGs:
			p.goroutine(g)
			n++
		default:
			more++
		}
	}
	for i := range p.w.Groups {
		if g := &p.w.Groups[i]; !classify.SystemGoroutine(g.Func) {
			more += g.Goroutines - g.Lanes
		}
	}
	p.counted(n, "goroutine")
	if more > 0 {
		p.out.More = words.Counted(more, "more goroutine")
	}
}

// lives reports whether a goroutine exists in the stretch.
func (p *painter) lives(g *traceview.Goroutine) bool {
	first, last := &p.w.Spans[g.Lane[0]], &p.w.Spans[g.Lane[len(g.Lane)-1]]
	return first.Start < p.to && last.End > p.from
}

func (p *painter) goroutine(g *traceview.Goroutine) {
	var c laneColumns
	for s := range p.w.On(g.Lane) {
		p.add(&c, s.Start, s.End, s.Busy, p.stateClass(s))
	}
	p.lane(words.Middle(words.Goroutine(g.ID, g.Func), pictureName), &c, nil)
}

// stateClass returns the class of a span on its goroutine's lane.
func (p *painter) stateClass(s *traceview.Span) string {
	switch s.State {
	case traceview.StateRunning:
		return goroutineClass(s.G)
	case traceview.StateRunnable:
		return "runnable"
	case traceview.StateSyscall:
		return "syscall"
	case traceview.StateWaiting:
		return "wait " + strings.ReplaceAll(string(classify.FamilyOf(p.w.Reasons[s.Reason])), " ", "-")
	}
	return ""
}

// goroutineColours is the number of colours for goroutines.
const goroutineColours = 12

func goroutineClass(g int32) string {
	if g < 0 {
		return "nobody"
	}
	return fmt.Sprintf("g%d", g%goroutineColours)
}

func (p *painter) procs() {
	n := min(len(p.w.Procs), maxPictureRows)
	for i := range p.w.Procs[:n] {
		var c laneColumns
		for s := range p.w.On(p.w.Procs[i].Lane) {
			if s.State == traceview.StateRunning {
				p.add(&c, s.Start, s.End, s.Busy, goroutineClass(s.G))
			}
		}
		p.lane(fmt.Sprintf("P %d", p.w.Procs[i].ID), &c, p.marks(p.w.Procs[i].ID))
	}
	p.counted(n, "P")
}

// marks returns the marks above a P's lane: by class, the columns in which there are any.
func (p *painter) marks(id traceview.ProcID) map[string][]int {
	at := map[string][]int{}
	for i := range p.w.Marks {
		mk := &p.w.Marks[i]
		if mk.P != id || mk.Time < p.from || mk.Time >= p.to {
			continue
		}
		class, x := "mark "+mk.Kind.String(), int(p.column(mk.Time))
		if xs := at[class]; len(xs) == 0 || xs[len(xs)-1] < x-2 {
			at[class] = append(xs, x)
		}
	}
	return at
}

func (p *painter) cores() {
	n := min(len(p.w.Cores), maxPictureRows)
	for i := range p.w.Cores[:n] {
		var c laneColumns
		for _, s := range p.w.Cores[i].Spans {
			p.onCore(&c, s)
		}
		p.lane(fmt.Sprintf("core %d", p.w.Cores[i].ID), &c, nil)
	}
	p.counted(n, "core")
}

// onCore adds what a thread did on a core: the goroutines that it ran, and otherwise its own work.
func (p *painter) onCore(c *laneColumns, on traceview.CoreSpan) {
	if on.M < 0 {
		return
	}
	lane := p.w.Threads[on.M].Lane
	for _, i := range lane[max(0, p.w.Find(lane, on.Start)-1):] {
		s := &p.w.Spans[i]
		if s.Start >= on.End {
			return
		}
		from, to := max(s.Start, on.Start), min(s.End, on.End)
		if from < to && s.State == traceview.StateRunning {
			p.add(c, from, to, to.Sub(from), goroutineClass(s.G))
		}
	}
}

// laneColumns are what a lane shows in each column: the class that takes most of it, and how much of it is taken.
type laneColumns [pictureColumns]struct {
	class       string
	most, taken float64 // of the column's width
}

// column returns where a moment lies across the picture.
func (p *painter) column(t traceview.Time) float64 {
	return float64(t.Sub(p.from)) / float64(p.to.Sub(p.from)) * pictureColumns
}

// add adds a span. Busy is how much of it is taken.
func (p *painter) add(c *laneColumns, start, end traceview.Time, busy time.Duration, class string) {
	if end <= p.from || start >= p.to || end <= start || class == "" {
		return
	}
	share := float64(busy) / float64(end.Sub(start))
	from, to := max(p.column(start), 0), min(p.column(end), pictureColumns)
	for x := int(from); float64(x) < to && x < pictureColumns; x++ {
		part := share * (min(to, float64(x+1)) - max(from, float64(x)))
		col := &c[x]
		// A short run among long waits is what a reader looks for, so waits give way.
		switch waits, waited := strings.HasPrefix(class, "wait"), strings.HasPrefix(col.class, "wait"); {
		case col.class == "" || waited && !waits:
			*col = struct {
				class       string
				most, taken float64
			}{class, part, part}
		case waits && !waited:
		default:
			if part > col.most {
				col.class, col.most = class, part
			}
			col.taken += part
		}
	}
}

// lane adds a lane to the picture.
func (p *painter) lane(name string, c *laneColumns, marks map[string][]int) {
	data := map[string]*strings.Builder{}
	path := func(class string) *strings.Builder {
		if data[class] == nil {
			data[class] = new(strings.Builder)
		}
		return data[class]
	}
	for x := 0; x < pictureColumns; {
		end := x + 1
		for end < pictureColumns && c[end].class == c[x].class && level(c[end].taken) == level(c[x].taken) {
			end++
		}
		if class := c[x].class; class != "" {
			top, bottom := extent(class, level(c[x].taken))
			fmt.Fprintf(path(class), "M%d %dh%dv%dh-%dz", x, top, end-x, bottom-top, end-x)
		}
		x = end
	}
	for class, xs := range marks {
		for _, x := range xs {
			fmt.Fprintf(path(class), "M%d 0h4l-2 %dz", x-2, pictureMarks)
		}
	}
	l := PictureLane{Name: name}
	for class, d := range data {
		l.Paths = append(l.Paths, PicturePath{class, d.String()})
	}
	slices.SortFunc(l.Paths, func(a, b PicturePath) int { return strings.Compare(a.Class, b.Class) })
	p.out.Lanes = append(p.out.Lanes, l)
}

// levels is the number of heights of a bar, by how much of its width is taken.
const levels = 4

// level is at least half, for a short run to be seen.
func level(taken float64) int { return min(max(int(taken*levels)+1, levels/2), levels) }

// extent returns where a bar begins and ends, from the top of the lane: waiting is a line, being ready a thin bar.
func extent(class string, level int) (top, bottom int) {
	const middle = (pictureMarks + pictureHeight) / 2
	switch {
	case strings.HasPrefix(class, "wait"):
		return middle - 1, middle + 1
	case class == "runnable":
		return middle - 3, middle + 3
	}
	return pictureHeight - (pictureHeight-pictureMarks)*level/levels, pictureHeight
}

// swatch returns the data of a path that shows how a class looks in a picture.
func swatch(class string) string {
	if strings.HasPrefix(class, "mark") {
		return fmt.Sprintf("M6 4h12l-6 %dz", 3*pictureMarks)
	}
	top, bottom := extent(class, levels)
	return fmt.Sprintf("M0 %dh24v%dh-24z", top, bottom-top)
}
