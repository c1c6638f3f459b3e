package experiment

import (
	"fmt"
	"os"

	"schedviz/traceview/record"
	"schedviz/workloads"
	"schedviz/workloads/usage"
)

// ChildArg is the first argument of a process that is the child of [Setup.Run]. The
// workload and its flags follow.
const ChildArg = "__record"

// Child runs the workload, records it and exits, if this process is the child that
// [Setup.Run] has started; else it does nothing. A main function calls it first, as soon
// as its workloads are registered; so does TestMain, if tests run them.
func Child() {
	if len(os.Args) < 2 || os.Args[1] != ChildArg {
		return
	}
	fmt.Fprintln(os.Stderr, RunChild(os.Args[2:]))
	os.Exit(2)
}

// RunChild is the child with what follows [ChildArg] on its command line. It returns only
// if that is wrong, with a [usage.Error].
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
