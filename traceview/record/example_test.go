package record_test

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"

	"schedviz/traceview/record"
)

// greet is the workload of [ExampleRecord].
func greet(_ context.Context, out io.Writer) (any, error) {
	fmt.Fprintln(out, "hello")
	return "greeted", nil
}

// The program runs itself again, as a child that calls Child. Here TestMain does so, for a
// program that is started with the argument "child".
func ExampleRecord() {
	out, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(out)
	exe, err := os.Executable()
	if err != nil {
		log.Fatal(err)
	}
	r, err := record.Record(context.Background(), record.Options{
		Out: out, Name: "greet", Workload: "greet", Procs: 2,
		Child: []string{exe, "child", "greet"},
	})
	if err != nil {
		log.Fatal(err)
	}
	said, err := os.ReadFile(r.Path(record.OutputFile))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Exit.OK(), string(r.Result))
	fmt.Printf("%s", said)
	// Output:
	// true "greeted"
	// hello
}
