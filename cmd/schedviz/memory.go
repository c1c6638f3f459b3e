package main

import (
	"os"
	"runtime/debug"
)

// statMemory is what stat's heap should stay below: near it garbage is collected more
// often, instead of when the heap has doubled.
const statMemory = 208 << 20

// limitMemory sets that limit unless the user has set one.
func limitMemory(bytes int64) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(bytes)
	}
}
