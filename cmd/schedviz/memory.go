package main

import (
	"os"
	"runtime/debug"
)

// memory is how a command's heap may grow: by how many percent between two garbage
// collections, but near limit bytes they come as often as it takes to stay below.
type memory struct {
	limit   int64
	percent int
}

var (
	statMemory  = memory{208 << 20, 300}
	pageMemory  = memory{280 << 20, 75}  // view, compare, run: making a page leaves much behind
	serveMemory = memory{220 << 20, 100} // a browser wants the rest
)

// use sets the limits, unless the user has set any.
func (m memory) use() {
	if os.Getenv("GOMEMLIMIT") == "" && os.Getenv("GOGC") == "" {
		debug.SetMemoryLimit(m.limit)
		debug.SetGCPercent(m.percent)
	}
}
