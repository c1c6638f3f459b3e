package main

import (
	"os"
	"runtime/debug"
)

const (
	// statMemory is what stat's heap should stay below: near it garbage is collected as
	// often as that takes.
	statMemory = 208 << 20
	// statGarbage is by how many percent its heap may grow before that.
	statGarbage = 300
)

// limitMemory sets these limits, unless the user has set either.
func limitMemory(bytes int64, percent int) {
	if os.Getenv("GOMEMLIMIT") == "" && os.Getenv("GOGC") == "" {
		debug.SetMemoryLimit(bytes)
		debug.SetGCPercent(percent)
	}
}
