//go:build !go1.23

package trace

import _ "unsafe" // for go:linkname

//go:linkname addExitHook runtime.addExitHook
func addExitHook(f func(), runOnNonZeroExit bool)

// atExit has f called when main returns or the program calls os.Exit, with any status.
func atExit(f func()) { addExitHook(f, true) }
