// Package attach records a Go program that is already running and serves net/http/pprof.
//
// The data flow: [Find] gets a process ID or a URL, and finds the other: the URL of a process is one of the addresses
// at which it listens, the process at a URL of this machine is the one that holds the listening socket. Both are
// looked up in /proc, so only on Linux; elsewhere there is only the URL. [Program.Record] then makes a run directory,
// captures the process's context switches (see [schedviz/traceview/cores]) and meanwhile downloads a trace, for which
// the program records itself.
//
// The package serves the command: it may change without notice.
package attach
