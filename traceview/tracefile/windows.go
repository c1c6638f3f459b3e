package tracefile

import (
	"cmp"
	"context"
	"slices"

	"schedviz/traceview"
	"schedviz/traceview/internal/sched"
	"schedviz/traceview/internal/window"
)

// Windows reads exact windows around moments, those close to one another in a single pass, and
// calls take with each and its index in moments. A window has at most maxSpans spans (0 is no
// limit). If more happened, there is less time around the moment; if there are too many even within
// its Least, take is not called.
func (f *File) Windows(ctx context.Context, moments []traceview.Moment, maxSpans int,
	take func(i int, w *traceview.Window) error,
) (err error) {
	defer f.catchAny("the windows around moments", &err)
	type request struct {
		*window.Builder
		i           int
		from, to    traceview.Time
		first, last int // generations
	}
	all := make([]request, len(moments))
	for i := range moments {
		mo := moments[i]
		from, to := mo.Bounds()
		first, last := f.touched(from, to)
		all[i] = request{window.NewAround(mo, maxSpans), i, from, to, first, last}
	}
	slices.SortFunc(all, func(a, b request) int {
		return cmp.Or(cmp.Compare(a.first, b.first),
			cmp.Compare(a.from, b.from))
	})
	for len(all) > 0 {
		n, last, to := 1, all[0].last, all[0].to
		sinks := []sched.Sink{all[0].Builder}
		for n < len(all) && all[n].first < last {
			last, to = max(last, all[n].last), max(to, all[n].to)
			sinks = append(sinks, all[n].Builder)
			n++
		}
		from := slices.MinFunc(all[:n], func(a, b request) int { return cmp.Compare(a.from, b.from) }).from
		rd, err := f.read(ctx, from, to, sinks...)
		if err != nil {
			return err
		}
		for _, a := range all[:n] {
			if a.GivenUp() {
				continue
			}
			if err := take(a.i, a.Window(rd.m)); err != nil {
				return err
			}
		}
		all = all[n:]
	}
	return nil
}
