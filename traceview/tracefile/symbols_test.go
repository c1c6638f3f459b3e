package tracefile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"schedviz/traceview/tracefile"
)

// Function names are shown as they are written in Go, not as the linker escapes them.
func TestNamesWithoutEscapes(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "testdata", "traces", "channels.trace"))
	if err != nil {
		t.Fatal(err)
	}
	for linked, want := range map[string]string{
		"main.main": "main.main",
		"y%2ev.Get": "y.v.Get",
		"m%25.main": "m%.main",
		"ma%zz.man": "ma%zz.man", // not escaped by a linker
		"main.ma%2": "main.ma%2",
	} {
		changed := bytes.ReplaceAll(data, []byte("main.main"), []byte(linked))
		f, err := tracefile.New(bytes.NewReader(changed), int64(len(changed)), "t")
		if err != nil {
			t.Fatal(err)
		}
		s, err := f.Summarize(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		names := map[string]bool{}
		for _, b := range s.Blocks {
			for _, frame := range b.Stack {
				names[frame.Func] = true
			}
		}
		for _, g := range s.Goroutines {
			names[g.Func] = true
		}
		if !names[want] {
			t.Errorf("a function that the linker calls %s is none of %v, want %s", linked, names, want)
		}
		for name := range names {
			if strings.Contains(name, "%2e") {
				t.Errorf("a function is called %s", name)
			}
		}
	}
}
