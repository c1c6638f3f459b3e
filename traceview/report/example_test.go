package report_test

import (
	"bytes"
	"context"
	"fmt"
	"log"

	"schedviz/traceview/report"
	"schedviz/traceview/tracefile"
)

// A page is made of a summary and a window, and is one file. The same page gives the same bytes.
func ExampleWrite() {
	f, err := tracefile.Open("../testdata/traces/mutex.trace")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	s, w, err := f.Overview(context.Background(), report.MaxSpans)
	if err != nil {
		log.Fatal(err)
	}
	var page, again bytes.Buffer
	for _, out := range []*bytes.Buffer{&page, &again} {
		if err := report.Write(out, report.Page{Title: "mutex", Summary: s, Window: w}); err != nil {
			log.Fatal(err)
		}
	}
	fmt.Println(bytes.HasPrefix(page.Bytes(), []byte("<!DOCTYPE html>")))
	fmt.Println(bytes.Equal(page.Bytes(), again.Bytes()))
	// Output:
	// true
	// true
}
