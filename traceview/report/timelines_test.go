package report_test

import (
	"testing"

	"schedviz/traceview/report/internal/browser"
	"schedviz/traceview/report/internal/sample"
)

// second adds another timeline of the same trace to the page, and links the two.
const second = `(() => {
	const first = document.getElementById('timeline'), root = first.cloneNode(true);
	root.id = 'second';
	for (const part of ['canvas', 'map-canvas', 'gutter']) root.querySelector('.tl-' + part).replaceChildren();
	first.after(root);
	window.other = new schedviz.timeline.Timeline(root, schedviz.timeline.current.model, {room: 0.3});
	schedviz.timeline.link([schedviz.timeline.current, other]);
	return true;
})()`

// A page can have several timelines: each has its own lanes and selection, and linked ones
// share a time axis.
func TestSeveralTimelines(t *testing.T) {
	p := open(t, pool(sample.Pool), browser.Options{})
	browser.Eval[bool](p, second)
	p.Settle()
	other := func() state { return browser.Eval[state](p, `other.state()`) }
	p.Key("w")
	one, two := timeline(p), other()
	if one.From != two.From || one.To != two.To || one.To-one.From >= one.Duration {
		t.Errorf("after W the views are %v to %v and %v to %v, want the same part of %v", one.From, one.To, two.From, two.To, one.Duration)
	}
	browser.Eval[bool](p, `other.switchLanes('g', true); other.pan(0.2); other.selectLane(other.model.lanes.p[2]); true`)
	p.Settle()
	one, two = timeline(p), other()
	if one.From != two.From || one.From == 0 {
		t.Errorf("after the second was panned the views begin at %v and %v, want the same", one.From, two.From)
	}
	if one.Lanes != "p" || two.Lanes != "pg" || one.Selected != nil || two.Selected == nil {
		t.Errorf("lanes %q, selected %+v; the second: %q, %+v; want lanes G and a selection in the second only", one.Lanes, one.Selected, two.Lanes, two.Selected)
	}
	if one.Redraws == 0 || two.Redraws == 0 {
		t.Errorf("%d and %d redraws, want both drawn", one.Redraws, two.Redraws)
	}
	if n := browser.Eval[int](p, `document.querySelectorAll('#second .tl-gutter .lane-label').length`); n < 4 {
		t.Errorf("the second timeline has %d labels, want those of its lanes", n)
	}
	browser.Eval[bool](p, `other.setExtent(other.model.duration * 2); other.reset(); true`)
	p.Settle()
	if two = other(); two.To != 2*two.Duration {
		t.Errorf("with an axis of twice the trace's length all is %v to %v of %v", two.From, two.To, two.Duration)
	}
	quiet(t, p)
}
