// Package record runs a command under runtime/trace and stores the recording.
//
// The data flow: [Record] makes a run directory, starts the command in it as a child process and waits; in the
// child, [Child] starts the trace, calls the workload on goroutine 1, and stops the trace. So the workload is
// alone in its trace, with the requested GOMAXPROCS and GODEBUG. The child writes trace.out as it goes, and its
// result to a file once the trace has been stopped; its standard output and error go to output.txt. On Linux the
// context switches of the child's threads go to cores.data, see [schedviz/traceview/cores].
//
// A run ends early when it times out or when the caller's context ends. Then the parent closes the child's
// standard input, which asks the child to end. That works on every system, and also when the parent dies. A child
// that does not comply is killed. Whatever was recorded is kept.
//
// Run queues, which no trace records, are sampled from the output of GODEBUG=schedtrace into runq.json.
//
// [Load] and [List] read run directories back. [Lock] coordinates processes that work in one directory; its files
// are called .NAME.lock and are never removed.
//
// Package [schedviz/traceview] says what is stable.
package record
