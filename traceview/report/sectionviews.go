package report

import (
	"schedviz/traceview"
	"schedviz/traceview/report/internal/columns"
)

// sectionViews is what the sections below the timeline show, in the blob's header.
type sectionViews struct {
	Preempts    []preemptView         `json:"preempts"`
	Waits       []waitView            `json:"waits"`
	Slices      []sliceView           `json:"slices"`
	Flames      []flameView           `json:"flames"`
	Sites       map[string][]siteView `json:"sites"` // by the mode of a flame graph
	Heats       map[string]heatView   `json:"heats"`
	Procs       []procView            `json:"procs"`
	Threads     []threadView          `json:"threads"`
	Moves       movesView             `json:"moves"`
	GC          gcView                `json:"gc"`
	Groups      []functionView        `json:"groups"`
	TaskTypes   []annotationView      `json:"taskTypes"`
	RegionTypes []annotationView      `json:"regionTypes"`
}

// viewSections packs what the sections show; from is the window's start.
func viewSections(p *packer, s *traceview.Summary, from traceview.Time) sectionViews {
	sp := newStackPacker(p)
	v := sectionViews{
		Preempts:    viewPreempts(sp, s.Preempts),
		Waits:       viewWaits(sp, s, from),
		Slices:      viewSlices(sp, s, from),
		Flames:      packFlames(sp, s),
		Sites:       viewSites(sp, s),
		Heats:       packHeats(p, s, from),
		Procs:       viewProcs(s.Procs),
		Threads:     viewThreads(s, from),
		Moves:       viewMoves(s),
		GC:          viewGC(&s.GC, from),
		Groups:      viewFunctions(s.Groups),
		TaskTypes:   viewAnnotations(s.Tasks),
		RegionTypes: viewAnnotations(s.Regions),
	}
	sp.pack(columns.SiteStacks)
	return v
}
