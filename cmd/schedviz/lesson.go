package main

import (
	"fmt"
	"strings"

	"schedviz/workloads"
)

// The parts of a workload's lesson, as explain and --help print them; its page has the same texts.

// introduction returns the workload's title and what runs.
func introduction(w *workloads.Workload) string {
	return w.Title + ".\n\n" + wrap(w.Lesson.What, textWidth, "")
}

// toLookAt returns what to look at on the workload's page, "" if the lesson has nothing.
func toLookAt(w *workloads.Workload) string {
	var b strings.Builder
	for i, look := range w.Lesson.Look {
		fmt.Fprintf(&b, "\n  %d. %s", i+1, wrap(look.Text, textWidth-5, "     "))
	}
	return under("What to look at on its page:", b.String())
}

// claimsOf returns what is checked.
func claimsOf(w *workloads.Workload) string {
	var b strings.Builder
	for _, c := range w.Claims {
		fmt.Fprintf(&b, "\n  %s\n      %s", c.ID, wrap(c.Text, textWidth-6, "      "))
	}
	return under("Claims, each checked on the trace of every run it applies to:", b.String())
}

// toTry returns the commands to try next, "" if there are none.
func toTry(w *workloads.Workload) string {
	var b strings.Builder
	for _, s := range w.Suggestions(w.RunBySchedviz()) {
		fmt.Fprintf(&b, "\n  %s\n      %s", s.Command, wrap(s.Effect, textWidth-6, "      "))
	}
	return under("What to try next:", b.String())
}

// under returns text under a heading, after an empty line; "" if there is no text.
func under(heading, text string) string {
	if text == "" {
		return ""
	}
	return "\n\n" + heading + text
}
