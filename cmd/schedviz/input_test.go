package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"

	"github.com/klauspost/compress/zstd"
	"github.com/rogpeppe/go-internal/testscript"

	"schedviz/traceview"
)

// Script commands for traces that are not plain files.
func init() {
	scriptCommands["pack"] = cmdPack
	scriptCommands["same"] = cmdSame
}

// pack gzip|zstd FILE NEW compresses a file.
func cmdPack(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), packed(ts.Check, args[0], []byte(ts.ReadFile(args[1]))), 0o666))
}

// packed compresses data.
func packed(check func(error), how string, data []byte) []byte {
	var out bytes.Buffer
	var w io.WriteCloser = gzip.NewWriter(&out)
	if how == "zstd" {
		var err error
		w, err = zstd.NewWriter(&out)
		check(err)
	}
	_, err := w.Write(data)
	check(err)
	check(w.Close())
	return out.Bytes()
}

// same A B checks that two outputs of stat --json differ only in the trace's name.
func cmdSame(ts *testscript.TestScript, _ bool, args []string) {
	var texts [2]string
	for i := range texts {
		var s traceview.Stat
		ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[i])), &s))
		s.Trace.File = ""
		text, err := json.Marshal(s)
		ts.Check(err)
		texts[i] = string(text)
	}
	if texts[0] != texts[1] {
		ts.Fatalf("%s and %s differ:\n%s\n%s", args[0], args[1], texts[0], texts[1])
	}
}
