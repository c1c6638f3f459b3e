package workloads

import (
	"fmt"
	"time"

	"schedviz/traceview/compare"
	"schedviz/workloads/query"
)

// bufferedGuide compares buffers between a fast producer and a slow consumer.
var bufferedGuide = &Guide{
	Title: "A slow consumer behind a buffer",
	Text: `A producer has forty values at hand, a consumer takes two milliseconds for each. A larger buffer keeps the
producer from waiting, but no buffer makes the consumer faster: the values wait instead, each for all those before it.`,
	Procs:   2,
	Args:    []string{"--values", "40"},
	Figures: []GuideFigure{{sendWaitFigure, sendWait}, {itemAgeFigure, itemAge}},
	Roles:   []Role{{"producer", []string{"(*handOver).producer"}}, {"consumer", []string{"main.main"}}},
	View:    View{Lanes: "g", Colour: "function"},
	Show:    bufferHidesConsumer,
	Ways: []Way{
		{
			Args: []string{"--capacity", "0"},
			Says: "No buffer: the producer waits for “chan send” until the consumer is there, and goes at its pace.",
		},
		{
			Args: []string{"--capacity", "10"},
			Says: "Room for ten: the producer runs ahead until the buffer is full, then goes at the consumer’s pace, too.",
		},
		{
			Args: []string{"--capacity", "100"},
			Says: "Room for all: the producer never waits, is done at once, and sees nothing of the slow consumer.",
		},
	},
}

var (
	sendWaitFigure = compare.LessonFigure{
		ID: "lesson.send_wait_ns", Name: "producer’s wait", Unit: compare.Nanoseconds, Floor: float64(time.Millisecond),
	}
	itemAgeFigure = compare.LessonFigure{
		ID: "lesson.item_latency_ns", Name: "longest latency of a value", Unit: compare.Nanoseconds,
		Floor: float64(time.Millisecond),
	}
)

// sendWait is how long the producer waited to send, in total.
func sendWait(r Recording) (float64, bool) {
	sends := query.Regions(r.Window, "send")
	_, waited := query.CountIn(r.Window, sends, query.WaitingFor(r.Window, "chan send"))
	return float64(waited), len(sends) > 0
}

// itemAge is how long a value took at most, beginning when the producer had it and ending when the consumer got it. The
// channel keeps the order, so the n-th receive gets the n-th value.
func itemAge(r Recording) (float64, bool) {
	sends, receives := query.Regions(r.Window, "send"), query.Regions(r.Window, "receive")
	if len(sends) == 0 || len(receives) < len(sends) {
		return 0, false
	}
	var longest time.Duration
	for i, s := range sends {
		longest = max(longest, receives[i].End.Sub(s.Start))
	}
	return float64(longest), true
}

func bufferHidesConsumer(of []Outcome) string {
	wait := func(i int) float64 { return of[i].Values[sendWaitFigure.ID] }
	age := func(i int) float64 { return of[i].Values[itemAgeFigure.ID] }
	if wait(2) > wait(1) || wait(2) > wait(0)/5 || age(2) < 2*age(0) {
		return ""
	}
	return fmt.Sprintf("Without a buffer the producer waits %s in all; with room for all values, %s. But a value then "+
		"takes up to %s to arrive, instead of %s: the buffer hides the slow consumer, it does not help it.",
		nanos(wait(0)), nanos(wait(2)), nanos(age(2)), nanos(age(0)))
}
