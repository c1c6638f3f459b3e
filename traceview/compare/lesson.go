package compare

import (
	"cmp"
	"slices"
)

// Lesson is the family of figures added with [Run.Add]. Tables and sentences begin with them.
const Lesson Family = "lesson"

// LessonFigure is a figure that does not come from a summary: what a guided comparison is about.
type LessonFigure struct {
	ID    string // "lesson.other_wait_ns"
	Name  string // "worst wait of the other goroutine"
	Unit  Unit
	Floor float64 // smaller values count as none
}

// Add adds a figure of the lesson to the run, after those added before it.
func (r *Run) Add(f LessonFigure, v float64) {
	r.lesson = append(r.lesson, f)
	r.values[f.ID] = v
}

// lessonFigures lists the figures that were added to any run.
func (c comparison) lessonFigures() []figure {
	var out []figure
	for _, s := range c.sides {
		for _, r := range s.Runs {
			for _, f := range r.lesson {
				if slices.ContainsFunc(out, func(known figure) bool { return known.id == f.ID }) {
					continue
				}
				out = append(out, figure{id: f.ID, name: f.Name, family: Lesson, unit: f.Unit, weight: 1, floor: f.Floor})
			}
		}
	}
	return out
}

// byScore orders rows: those of the lesson first, as they were added, then the largest differences.
func byScore(score func(*Row) float64) func(a, b *Row) int {
	return func(a, b *Row) int {
		if a.Family == Lesson || b.Family == Lesson {
			return cmp.Compare(lessonRank(a), lessonRank(b))
		}
		return cmp.Compare(score(b), score(a))
	}
}

func lessonRank(r *Row) int {
	if r.Family == Lesson {
		return 0
	}
	return 1
}
