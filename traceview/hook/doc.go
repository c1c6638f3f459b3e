// Package hook builds Go programs with a hook that records them, without a change to their source: go build's
// -overlay adds some files to the standard library's runtime/trace, and an import of it to the main package. The hook
// starts a trace if the environment has a [Request], and ends it when main returns or the program calls os.Exit.
// Without one it does nothing.
//
// The package serves the command: it may change without notice.
package hook
