// Command example shows how a program runs a workload of its own with schedviz: it
// registers one (relay.go), records it in a child process, checks its claims on the
// trace and leaves a run directory that the schedviz command can show.
//
// To add a workload to schedviz itself is less work: a file like relay.go in the
// workloads directory, and a line in its registry.
package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"runtime"

	"github.com/spf13/pflag"

	"schedviz/traceview"
	"schedviz/traceview/record"
	"schedviz/workloads"
)

// childArg tells a process that it is the child, which runs the workload.
const childArg = "child"

func main() {
	workloads.Register(relayWorkload)
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "example:", err)
		os.Exit(1)
	}
}

// run runs the workload with its flags. Behind childArg this is the child.
func run(args []string) error {
	child := len(args) > 0 && args[0] == childArg
	if child {
		args = args[1:]
	}
	w := workloads.Find("relay")
	p := w.New()
	flags := pflag.NewFlagSet(w.Name, pflag.ContinueOnError)
	p.Flags(flags)
	if err := flags.Parse(args); err != nil {
		return err
	}
	if err := p.Validate(); err != nil {
		return err
	}
	if child {
		record.Child(p.Run) // exits the process
	}
	return show(context.Background(), w, p, args)
}

// show records the workload and prints what the trace says to its claims.
func show(ctx context.Context, w *workloads.Workload, p workloads.Program, args []string) error {
	exe, err := os.Executable()
	if err != nil {
		return err
	}
	r, err := record.Record(ctx, record.Options{
		Out: "out", Name: w.Name, Workload: w.Name,
		Child: append([]string{exe, childArg}, args...),
	})
	if err != nil {
		return err
	}
	if err := r.Failure(); err != nil {
		return err
	}
	recording, err := read(ctx, r, p)
	if err != nil {
		return err
	}
	for _, c := range w.Check(recording) {
		fmt.Printf("%s: %s\n  %s\n", c.Verdict, c.Text, c.Evidence)
	}
	fmt.Println("schedviz view", r.Dir, "--open")
	return nil
}

// read reads the trace of a run for the claims to check.
func read(ctx context.Context, r *record.Run, p workloads.Program) (workloads.Recording, error) {
	recording := workloads.Recording{Program: p, Result: r.Result, NumCPU: runtime.NumCPU()}
	f, err := traceview.Open(r.Path(record.TraceFile))
	if err != nil {
		return recording, err
	}
	defer f.Close()
	if recording.Summary, err = f.Summarize(ctx); err != nil {
		return recording, err
	}
	recording.Window, err = f.Window(ctx, 0, math.MaxInt64, 0)
	return recording, err
}
