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
	Lesson: Lesson{
		What: "Eight images are processed, each in its own goroutine; the first takes 15 ms, each further one 5 ms more. " +
			"The goroutines sleep for that time, as if they waited for a disk or a server; with --work cpu they compute.",
		Look: []Look{
			{
				Text: "All goroutines begin together and end one after another, a staircase: the total is the time of the longest.",
				View: View{Lanes: "g", Colour: "state", Group: "function", Claim: "time-of-longest"},
			},
			{
				Text: `They are waiting for "sleep", and the Ps are idle: waiting can be done by any number of goroutines at once.`,
				View: View{Lanes: "gp", Colour: "state", Find: "sleep"},
			},
		},
		Next: []Next{
			{
				Args:   []string{"--work", "cpu"},
				Effect: "The goroutines compute: now they share the cores, and the total is the sum of all divided by the number of cores.",
			},
			{
				Args:   []string{"--in-turn"},
				Effect: "One image after the other, as without goroutines: the total is the sum.",
			},
			{
				Args:   []string{"--work", "cpu", "--procs", "1"},
				Effect: "On one P computing takes the sum of all; only waiting overlaps.",
			},
		},
		View: View{Lanes: "gp", Colour: "state"},
	},
	New: func() Program { return new(images) },
	Claims: []Claim{
		{
			ID: "time-of-longest", region: "image", applies: imagesWork("sleep"), check: imagesTimeOfLongest,
			Text: "The images take about the time of the longest, not the sum of all.",
		},
		{
			ID: "shortest-first", region: "image", applies: imagesWork("sleep"), check: imagesInOrder,
			Text: "They finish in the order of their lengths, each as soon as its own time is over.",
		},
		{
			ID: "bounded-by-cores", region: "image", applies: imagesWork("cpu"), check: imagesBoundedByCores,
			Text: "Images that need the CPU take about their sum divided by the number of cores, longer than the longest.",
		},
	},
}

func (p *images) Flags(fs *pflag.FlagSet) {
	p.flags(fs)
	fs.IntVar(&p.count, "count", 8, "number of images")
	fs.DurationVar(&p.base, "base", 100*time.Millisecond, "time for any image, as documented (see --scale)")
	fs.DurationVar(&p.step, "step", 50*time.Millisecond, "extra time for each image over the one before, "+
		"as documented (see --scale)")
	fs.StringVar(&p.work, "work", "sleep", "`how` an image takes its time: sleep or cpu; with cpu a time is "+workFlagNote)
	fs.BoolVar(&p.inTurn, "in-turn", false, "make one image after the other")
}

func (p *images) Validate() error {
	return firstError(
		p.validate(),
		checkInt("count", p.count, 1, 1000),
		checkDuration("base", p.base, time.Millisecond, time.Minute),
		checkDuration("step", p.step, 0, time.Minute),
		checkChoice("work", p.work, "sleep", "cpu"),
	)
}
