package sched

import "regexp"

// numbers are what makes names differ that mean the same: UUIDs, long hexadecimal
// numbers, decimal ones.
var numbers = regexp.MustCompile(`[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{8,}|[0-9]+`)

// Pattern returns what a name has in common with those that differ from it only in
// numbers: "GET /items/17" is "GET /items/§".
func Pattern(name string) string { return numbers.ReplaceAllString(name, "§") }
