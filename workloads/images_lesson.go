package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed images.go
var imagesSource string

var imagesWorkload = &Workload{
	Name:    "images",
	Title:   "Image tasks of different lengths, side by side",
	Concept: Goroutines,
	Source:  imagesSource,
	Description: `Each image is made in its own goroutine, which mostly waits: image number id takes --base plus --step
times id. One after another, the documented 8 would take 2.6 s; side by side they take as long as the longest, 500 ms.
With --in-turn main waits for each before starting the next.

Look at the goroutine lanes: a staircase of waits that begin together and end one after another.`,
	New: func() Program { return new(images) },
	Claims: []Claim{
		{
			ID: "time-of-longest", region: "image", check: imagesTimeOfLongest,
			Text: "The images take about the time of the longest, not the sum of all.",
		},
		{
			ID: "shortest-first", region: "image", check: imagesInOrder,
			Text: "They finish in the order of their lengths, each as soon as its own time is over.",
		},
	},
}

func (p *images) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.IntVar(&p.count, "count", 8, "number of images")
	fs.DurationVar(&p.base, "base", 100*time.Millisecond, "time for any image, as documented (see --scale)")
	fs.DurationVar(&p.step, "step", 50*time.Millisecond, "extra time for each image over the one before, "+
		"as documented (see --scale)")
	fs.BoolVar(&p.inTurn, "in-turn", false, "make one image after the other")
}

func (p *images) Validate() error {
	return firstError(
		p.validate(),
		checkInt("count", p.count, 1, 1000),
		checkDuration("base", p.base, time.Millisecond, time.Minute),
		checkDuration("step", p.step, 0, time.Minute),
	)
}
