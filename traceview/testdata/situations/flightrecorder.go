//go:build ignore

// flightrecorder: the last generations of a flight recorder, which has thrown away
// those before (GODEBUG=traceadvanceperiod makes generations short).
package main

import (
	"os"
	"runtime"
	"runtime/trace"
	"time"
)

func worker(ticks <-chan int, done chan<- int) {
	sum := 0
	for n := range ticks {
		sum += n
	}
	done <- sum
}

func main() {
	runtime.GOMAXPROCS(2)
	fr := trace.NewFlightRecorder(trace.FlightRecorderConfig{MinAge: 20 * time.Millisecond})
	if err := fr.Start(); err != nil {
		panic(err)
	}
	ticks, done := make(chan int), make(chan int)
	go worker(ticks, done)
	for n := range 150 {
		ticks <- n
		time.Sleep(time.Millisecond)
	}
	if _, err := fr.WriteTo(os.Stdout); err != nil {
		panic(err)
	}
	fr.Stop()
	close(ticks)
	<-done
}
