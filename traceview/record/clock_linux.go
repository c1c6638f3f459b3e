package record

import "golang.org/x/sys/unix"

// traceClock returns the clock of traces, in nanoseconds; ok is false if it is not known.
func traceClock() (now func() int64, ok bool) {
	return func() int64 {
		var ts unix.Timespec
		unix.ClockGettime(unix.CLOCK_MONOTONIC, &ts)
		return ts.Nano()
	}, true
}
