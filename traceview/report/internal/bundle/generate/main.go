// Command generate writes the output of package bundle into the assets. It is run by go
// generate, in the directory of package report.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"schedviz/traceview/report/internal/bundle"
)

func main() {
	if err := run("assets"); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// run writes the columns first, because the bundles include them.
func run(assets string) error {
	if err := os.WriteFile(filepath.Join(assets, "trace", "columns.js"), bundle.Columns(), 0o644); err != nil {
		return err
	}
	for name, entry := range bundle.Entries {
		script, err := bundle.Script(assets, entry)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(assets, "bundles", name+".js"), script, 0o644); err != nil {
			return err
		}
	}
	return nil
}
