package main

import (
	"os"
	"runtime/debug"
)

// memory limits how a command's heap grows: by percent between two garbage collections, which run more often near
// limit bytes to stay below it.
type memory struct {
	limit   int64
	percent int
}

var (
	statMemory  = memory{208 << 20, 300}
	pageMemory  = memory{280 << 20, 75}  // view, compare, run: making a page produces a lot of garbage
	serveMemory = memory{220 << 20, 100} // a browser needs the rest
)

// use sets the limits, unless the user has set any.
func (m memory) use() {
	if os.Getenv("GOMEMLIMIT") == "" && os.Getenv("GOGC") == "" {
		debug.SetMemoryLimit(m.limit)
		debug.SetGCPercent(m.percent)
	}
}
