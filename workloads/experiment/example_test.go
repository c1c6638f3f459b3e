package experiment_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"schedviz/traceview/cores"
	"schedviz/workloads"
	"schedviz/workloads/experiment"
)

// This records, checks and draws a documented workload. Main, or TestMain, has called [experiment.Child].
func ExampleSetup_Run() {
	out, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(out)
	setup := experiment.New(workloads.Find("counter"))
	if err := setup.Parse([]string{"--sync", "mutex", "--n", "50"}); err != nil {
		log.Fatal(err)
	}
	setup.Out, setup.Cores = out, cores.ModeOff
	result, err := setup.Run(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	exact := result.Run.Claims[0]
	fmt.Println(exact.Text, exact.Verdict)
	page, err := filepath.Rel(out, result.Report())
	fmt.Println(filepath.ToSlash(page), err)
	// Output:
	// With synchronization the sum is exact. holds
	// counter-n50-sync-mutex-cores-off-1/report.html <nil>
}
