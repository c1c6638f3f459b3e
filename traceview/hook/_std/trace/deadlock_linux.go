package trace

import (
	"bytes"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// A trace has a timer of its own and a goroutine that reads it, which keep the runtime from noticing that all
// goroutines of the program are asleep. So when the program has been quiet for a while and nothing but a timer could
// wake it, the trace is stopped for a moment. If there is a timer, a thread then waits for it in the network
// poller, and the trace goes on with its next generation, after a gap. If there is none, it stays stopped, and the runtime says
// what it would have said.

const (
	generation   = 900 * time.Millisecond  // the runtime ends one every second
	burst        = 300 * time.Millisecond  // in which the writes at the end of a generation fall
	quietAtFirst = 1800 * time.Millisecond // before the first stop; before the next, four times as long
	lookEvery    = 40 * time.Millisecond   // at the threads
	looks        = 25                      // at most, before the program counts as alive
	needed       = 4                       // of these, in turn
	rereads      = 100
	maxStacks    = 4 << 20
)

// wrote is called before each write to the trace: if there was none for a while, the program may be asleep.
func (q *quiet) wrote(r *recordingHook) {
	now := time.Now()
	if q.least == 0 {
		q.least, q.since = quietAtFirst, now
	}
	if now.Sub(q.burst) < burst {
		return
	}
	if now.Sub(q.burst) < generation {
		q.since = now // in the middle of a generation
	}
	q.burst = now
	if now.Sub(q.since) >= q.least && q.probing.CompareAndSwap(false, true) {
		q.least *= 4
		go func() {
			defer q.probing.Store(false)
			r.probe()
		}()
	}
}

// probe ends the recording if nothing can wake the program any more.
func (r *recordingHook) probe() {
	sleep(generation) // the trace's own timer then soon expires, and is forgotten
	if !allBlocked() {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.ended {
		return
	}
	stopTrace()
	if allAsleep() {
		if r.timer != nil {
			r.timer.Stop()
		}
		r.finish("deadlock")
		return
	}
	r.out.resume()
	if err := startTrace(r.out); err != nil {
		r.finish("error: " + err.Error())
	}
}

// allBlocked reports whether all goroutines but this one wait for another goroutine or a timer of theirs, as far as
// their stacks say.
func allBlocked() bool {
	buf := make([]byte, maxStacks)
	n := runtime.Stack(buf, true)
	if n == len(buf) {
		return false // too many to tell
	}
	own := true
	for _, g := range bytes.Split(buf[:n], []byte("\n\n")) {
		_, state, _ := strings.Cut(string(g[:min(len(g), 100)]), "[")
		state, _, _ = strings.Cut(state, "]")
		state, _, _ = strings.Cut(state, ",")
		switch state {
		case "IO wait", "sleep", "syscall", "running", "runnable":
			if !own {
				return false
			}
		}
		own = false
	}
	return true
}

// allAsleep reports whether all threads but this one wait for another one, none of them for a time or for the
// network.
func allAsleep() bool {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	self := strconv.Itoa(syscall.Gettid())
	asleep := 0
	for range looks {
		// While this thread sleeps, sysmon takes its P away within 10 ms, and another thread then waits for the timers
		// of that P.
		sleep(lookEvery)
		if !threadsAsleep(self) {
			asleep = 0
			continue
		}
		if asleep++; asleep == needed {
			return true
		}
	}
	return false
}

// sleep sleeps without a timer of the runtime.
func sleep(d time.Duration) {
	pause := syscall.NsecToTimespec(int64(d))
	syscall.Nanosleep(&pause, nil)
}

func threadsAsleep(self string) bool {
	tasks, err := os.ReadDir("/proc/self/task")
	if err != nil {
		return false
	}
	for _, task := range tasks {
		if task.Name() == self {
			continue
		}
		if !waits(callOf(task.Name())) {
			return false
		}
	}
	return true
}

// callOf returns the system call that a thread is in, as the kernel says it. It asks again while the thread is between
// two of them: sysmon sleeps for microseconds only.
func callOf(thread string) string {
	for range rereads {
		said, err := os.ReadFile("/proc/self/task/" + thread + "/syscall")
		if err != nil || !strings.HasPrefix(string(said), "running") {
			return string(said)
		}
	}
	return ""
}

// waits reports whether a thread, as its file syscall says, waits for another one. A thread that sleeps is the
// runtime's own: no goroutine is in a system call.
func waits(said string) bool {
	number, _, _ := strings.Cut(said, " ")
	n, err := strconv.Atoi(number)
	return err == nil && (n == syscall.SYS_FUTEX || n == syscall.SYS_NANOSLEEP || n == syscall.SYS_CLOCK_NANOSLEEP)
}
