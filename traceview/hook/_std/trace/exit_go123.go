//go:build go1.23

package trace

import "internal/runtime/exithook"

// atExit has f called when main returns or the program calls os.Exit, with any status.
func atExit(f func()) { exithook.Add(exithook.Hook{F: f, RunOnFailure: true}) }
