package workloads

import (
	_ "embed"
	"time"

	"github.com/spf13/pflag"
)

//go:embed pipeline.go
var pipelineSource string

var pipelineWorkload = &Workload{
	Name:    "pipeline",
	Title:   "Stages joined by channels, with a slow one and an error",
	Concept: Patterns,
	Source:  pipelineSource,
	Lesson: Lesson{
		What: `A source sends items through stages that are joined by channels, a goroutine each, and main takes what comes out. One
stage is slow: it takes --work for each item.`,
		Look: []Look{
			{
				`The stages before the slow one: they wait to send, in a "select" for the next stage or the end. The items back up.`,
				View{Lanes: "g", Pin: []string{"(*pipeline).source", "(*pipeline).stage"}, Claim: "backs-up"},
			},
			{
				`The stages after it: they wait for "chan receive", for want of items.`,
				View{Lanes: "g", Find: "chan receive"},
			},
		},
		Next: []Next{
			{[]string{"--fail-at", "10"}, "An item fails: the error cancels a context, and all stages end."},
			{[]string{"--fail-at", "10", "--deaf"}, `The stages ignore it: those before the failure wait for "chan send" forever.`},
			{[]string{"--slow", "1"}, "The first stage is the slow one: now all the others wait for items."},
		},
		View: View{Lanes: "g", Pin: []string{"(*pipeline).source"}},
	},
	New: func() Program { return new(pipeline) },
	Claims: []Claim{
		{
			ID: "backs-up", region: "stage", applies: pipelineFails(false), check: slowStageBacksUp,
			Text: "A slow stage backs up the earlier ones: they spend most of their time sending.",
		},
		{
			ID: "all-through", region: "stage", applies: pipelineFails(false), check: itemsComeThrough,
			Text: "All items come through, in order.",
		},
		{
			ID: "error-ends-all", region: "stage", applies: pipelineFails(true), check: errorEndsStages,
			Text: "An error ends all stages.",
		},
	},
}

func (p *pipeline) Flags(fs *pflag.FlagSet) {
	fs.IntVar(&p.stages, "stages", 4, "number of stages")
	fs.IntVar(&p.items, "items", 30, "number of items")
	fs.IntVar(&p.slow, "slow", 3, "`number` of the slow stage; they are numbered from 1")
	fs.DurationVar(&p.work, "work", 2*time.Millisecond, "how long the slow stage sleeps for each item")
	fs.IntVar(&p.failAt, "fail-at", 0, "`number` of the item that fails in the slow stage; 0 is none")
	fs.BoolVar(&p.deaf, "deaf", false, "the stages ignore the cancel after an error")
}

func (p *pipeline) Validate() error {
	return firstError(
		checkInt("stages", p.stages, 1, 1000),
		checkInt("items", p.items, 1, 1_000_000),
		checkInt("slow", p.slow, 1, p.stages),
		checkDuration("work", p.work, 0, time.Minute),
		checkInt("fail-at", p.failAt, 0, p.items),
	)
}
