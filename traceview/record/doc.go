// Package record runs a command under runtime/trace and keeps what it recorded.
//
// The way of the data: [Record] makes a run directory, starts the command in it
// as a child process and waits; in the child, [Child] starts the trace, calls the
// workload on goroutine 1, and stops the trace. The workload is thus alone in its
// trace, with the GOMAXPROCS and GODEBUG asked for. The child writes trace.out as
// it goes and hands its result over in a file once the trace has been stopped;
// its standard output and error go to output.txt. On Linux the kernel's switches of
// the child's threads go to cores.data, see [schedviz/traceview/cores].
//
// A run ends early when it times out or when the caller's context ends. Then the
// parent closes the child's standard input, which the child takes as the request
// to end: that works alike on every system, and holds when the parent dies. A
// child that does not follow is killed. Whatever was recorded is kept.
//
// Samples of the run queues, which no trace holds, are taken from what the runtime
// prints for GODEBUG=schedtrace, and kept in runq.json.
//
// [Load] and [List] read run directories back. Those who work in one directory at once
// keep out of each other's way by [Lock]; its files are called .NAME.lock, and stay.
package record
