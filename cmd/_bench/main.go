package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/pprof"
	"syscall"
	"time"

	"golang.org/x/exp/trace"
	"schedviz/traceview"
)

func main() {
	do := flag.String("do", "sum", "")
	prof := flag.String("prof", "", "")
	flag.Parse()
	if *prof != "" {
		f, _ := os.Create(*prof)
		pprof.StartCPUProfile(f)
		defer pprof.StopCPUProfile()
	}
	t0 := time.Now()
	switch *do {
	case "plain":
		f, _ := os.Open(flag.Arg(0))
		r, _ := trace.NewReader(bufio.NewReaderSize(f, 256<<10))
		for {
			_, err := r.ReadEvent()
			if err == io.EOF {
				break
			}
		}
	case "sum":
		f, err := traceview.Open(flag.Arg(0))
		if err != nil {
			panic(err)
		}
		if _, err := f.Summarize(context.Background()); err != nil {
			panic(err)
		}
	case "over":
		f, _ := traceview.Open(flag.Arg(0))
		f.Overview(context.Background(), 4000)
	}
	var ru syscall.Rusage
	syscall.Getrusage(0, &ru)
	cpu := time.Duration(ru.Utime.Nano() + ru.Stime.Nano())
	fmt.Println(*do, "wall", time.Since(t0), "cpu", cpu, "rss MB", ru.Maxrss>>10)
}
