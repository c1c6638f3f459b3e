// Package sweep plans runs of a workload over a grid of settings, records which are done so that a sweep can be
// resumed, and summarizes them.
//
// The data flow: a [Plan] lists its tasks, in rounds over the whole grid; each result is added to a [Log], which
// is saved after every run; a [Grid] has the distribution of the measurements at each point.
//
// The package serves the command: it may change without notice.
package sweep

import (
	"reflect"
	"slices"
)

// Plan says what to run: every point Repeat times.
type Plan struct {
	Workload string   `json:"workload"`
	Args     []string `json:"args"` // flags of all runs
	Procs    []int    `json:"procs"`
	Vary     *Axis    `json:"vary"` // nil if only GOMAXPROCS varies
	Repeat   int      `json:"repeat"`
}

// Axis is a flag that varies.
type Axis struct {
	Flag   string   `json:"flag"`
	Values []string `json:"values"`
}

// Point is one point of the grid.
type Point struct {
	Procs int    `json:"procs"`
	Value string `json:"value"` // of the flag that varies, "" if there is none
}

// Task is one run.
type Task struct {
	Point Point `json:"point"`
	Round int   `json:"round"` // from 0
}

// Equal reports whether two plans are the same.
func (p Plan) Equal(q Plan) bool { return reflect.DeepEqual(p, q) }

// Points lists the grid's points, by value, then by GOMAXPROCS.
func (p Plan) Points() []Point {
	var points []Point
	for _, value := range p.values() {
		for _, procs := range p.Procs {
			points = append(points, Point{procs, value})
		}
	}
	return points
}

func (p Plan) values() []string {
	if p.Vary == nil {
		return []string{""}
	}
	return p.Vary.Values
}

// Tasks lists the runs in order: in rounds over all points, so that changes on the host affect all points alike.
func (p Plan) Tasks() []Task {
	var tasks []Task
	for round := range p.Repeat {
		for _, point := range p.Points() {
			tasks = append(tasks, Task{point, round})
		}
	}
	return tasks
}

// ArgsAt returns the workload's arguments at a point.
func (p Plan) ArgsAt(point Point) []string {
	args := slices.Clone(p.Args)
	if p.Vary != nil {
		args = append(args, "--"+p.Vary.Flag+"="+point.Value)
	}
	return args
}
