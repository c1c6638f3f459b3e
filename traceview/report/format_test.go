package report_test

import (
	"bytes"
	"encoding/json"
	"math"
	"os/exec"
	"slices"
	"testing"
	"time"

	"schedviz/traceview/words"
)

// formats runs calls, given as JSON, to the page's format.js, and prints the results.
const formats = `
	import fs from 'node:fs';
	import * as format from './assets/base/format.js';
	const calls = JSON.parse(fs.readFileSync(0, 'utf8'));
	process.stdout.write(JSON.stringify(calls.map(({ name, args }) => format[name](...args))));
`

// formatCall is a call to one of format.js's functions, and what Go writes.
type formatCall struct {
	Name string `json:"name"`
	Args []any  `json:"args"`
	want string
}

// The page writes figures and names as the command does.
func TestFormatsAgree(t *testing.T) {
	node := findNode(t)
	calls := formatCalls()
	in, err := json.Marshal(calls)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "--input-type=module", "-e", formats)
	cmd.Stdin = bytes.NewReader(in)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v", err)
	}
	var got []string
	if err := json.Unmarshal(out, &got); err != nil || len(got) != len(calls) {
		t.Fatalf("node gave %d answers to %d calls: %v", len(got), len(calls), err)
	}
	for i, c := range calls {
		if got[i] != c.want {
			t.Errorf("the page's %s(%v) = %q, Go writes %q", c.Name, c.Args, got[i], c.want)
		}
	}
}

func formatCalls() (calls []formatCall) {
	add := func(name, want string, args ...any) { calls = append(calls, formatCall{name, args, want}) }
	for _, n := range figures() {
		add("duration", words.Duration(time.Duration(n)), n)
		add("duration", words.Duration(time.Duration(-n)), -n)
		add("bytes", words.Bytes(n), n)
		add("count", words.Number(n), n)
		add("plural", words.Counted(n, "wait"), n, "wait")
	}
	for i := range 1001 {
		share := float64(i) / 1000
		add("percent", words.Percent(share), share)
	}
	for _, share := range []float64{1e-9, 0.00999, 0.0099999, 0.125, 0.98999, 0.99001, 0.999999999, 1.5} {
		add("percent", words.Percent(share), share)
	}
	for _, fn := range []string{"", "main.worker", "net/http.(*conn).serve", "a/b.F[c/d.T]", "gopkg.in/yaml.v3.Unmarshal", "世界/a.f"} {
		add("shortFunc", words.Func(fn), fn)
	}
	return calls
}

// figures are whole numbers at and around which the formatting changes: powers of ten,
// ties, and their neighbours.
func figures() (list []int64) {
	for size := int64(1); size <= 1e13; size *= 10 {
		for _, x := range []float64{1, 1.125, 1.005, 1.015, 1.25, 1.375, 2.5, 3.625, 9.985, 9.995, 9.9949, 9.9951, 9.9995} {
			n := int64(math.Round(x * float64(size)))
			list = append(list, max(n-1, 0), n, n+1)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
