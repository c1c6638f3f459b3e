package experiment

import (
	"fmt"
	"os"

	"schedviz/traceview/record"
	"schedviz/workloads"
	"schedviz/workloads/usage"
)

// ChildArg is the first argument of the child process that [Setup.Run] starts. The
// workload's name and its flags follow.
const ChildArg = "__record"

// If this process is the child that [Setup.Run] has started, Child runs and records the workload and exits;
// otherwise it does nothing. Call it in main, on the main goroutine, after the workloads are registered, and in
// TestMain if tests run workloads.
func Child() {
	if !isChild() {
		return
	}
	fmt.Fprintln(os.Stderr, RunChild(os.Args[2:]))
	os.Exit(2)
}

// isChild reports whether this process was started as the child of a run.
func isChild() bool { return len(os.Args) > 1 && os.Args[1] == ChildArg }

// RunChild does what [Child] does in the child process, for a command that parses its
// arguments itself; args is what follows [ChildArg]. It returns only if args are wrong,
// with a [usage.Error].
func RunChild(args []string) error {
	if len(args) == 0 {
		return usage.Errorf("%s is only for schedviz itself", ChildArg)
	}
	w := workloads.Find(args[0])
	if w == nil {
		return usage.Errorf("%s: no workload %q", ChildArg, args[0])
	}
	p := w.New()
	if err := FlagsOf(p).Parse(args[1:]); err != nil {
		return usage.Errorf("%s: %v", ChildArg, err)
	}
	record.Child(p.Run) // exits
	return nil
}
