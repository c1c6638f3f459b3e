// Command example shows how a program runs its own workload (relay.go) and makes a run directory with a page. In
// schedviz itself that takes only a file like relay.go in the workloads directory, and a line in its registry.
package main

import (
	"context"
	"fmt"
	"os"

	"schedviz/workloads"
	"schedviz/workloads/experiment"
)

func main() {
	workloads.Register(relayWorkload)
	experiment.Child() // does not return in the process that runs the workload
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "example:", err)
		os.Exit(1)
	}
}

// run runs the workload with its flags, and prints the verdicts on its claims.
func run(args []string) error {
	setup := experiment.New(relayWorkload)
	if err := setup.Parse(args); err != nil {
		return err
	}
	result, err := setup.Run(context.Background())
	if err != nil {
		return err
	}
	for _, c := range result.Run.Claims {
		fmt.Printf("%s: %s\n  %s\n", c.Verdict, c.Text, c.Evidence.Text)
	}
	fmt.Println(result.Report())
	return result.Err()
}
