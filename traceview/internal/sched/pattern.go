package sched

import "regexp"

// numbers matches the parts in which names with the same meaning differ: UUIDs, long hexadecimal
// numbers, decimal numbers.
var numbers = regexp.MustCompile(`[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{8,}|[0-9]+`)

// Pattern returns what a name has in common with names that differ from it only in numbers: for
// "GET /items/17" it returns "GET /items/§".
func Pattern(name string) string { return numbers.ReplaceAllString(name, "§") }
