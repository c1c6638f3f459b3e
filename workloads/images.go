package workloads

import (
	"context"
	_ "embed"
	"io"
	"runtime"
	"runtime/trace"
	"sync"
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

// images is the program: tasks that sleep for different times.
type images struct {
	scaled
	count      int
	base, step time.Duration
	inTurn     bool

	wg sync.WaitGroup
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

// takes returns how long an image takes; they are numbered from 1.
func (p *images) takes(id int) time.Duration {
	return p.of(p.base) + time.Duration(id)*p.of(p.step)
}

// Run returns how many images were made.
func (p *images) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	for id := 1; id <= p.count && ctx.Err() == nil; id++ {
		p.wg.Add(1)
		go p.image(ctx, c, id)
		if p.inTurn {
			p.wg.Wait()
		}
	}
	p.wg.Wait()
	c.printf("all %d images are done", p.count)
	return c.finish(ctx, p.count)
}

func (p *images) image(ctx context.Context, c *console, id int) {
	defer p.wg.Done()
	defer trace.StartRegion(ctx, "image").End()
	nap(ctx, p.takes(id))
	c.printf("image %d is done", id)
}
