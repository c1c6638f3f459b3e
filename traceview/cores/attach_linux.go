package cores

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"golang.org/x/sys/unix"

	"schedviz/traceview"
)

// attached are the threads of a running process that a perfRecorder has attached to.
type attached struct {
	pid    int
	events []int           // of the threads that have no ring of their own
	ran    map[int32]int64 // by thread: its time on cores when it was attached to, in ns
}

const (
	// stableScans is how many lists of a process's threads in a row must have no new ones: a thread that is
	// being started as its creator is attached to appears a moment later.
	stableScans = 2
	// maxScans limits how many lists are read of a process that keeps starting threads. Those that it starts
	// later inherit the events.
	maxScans  = 50
	scanPause = 500 * time.Microsecond
)

// attachPerf begins to record a running process. Each of its threads gets an event for each core; threads that
// these start inherit the events. All events of a core write into one ring.
func attachPerf(pid int, path string) (recorder, error) {
	p, err := attachFirst(pid, path)
	if err == nil {
		err = p.attachRest(pid)
	}
	if err == nil {
		p.file.enter(pid)
		p.file.write(p.attached.names())
		return p, nil
	}
	if p != nil {
		p.discard()
	}
	return nil, explainAttach(err, pid)
}

// attachFirst attaches to the first thread that still exists, whose events get the rings.
func attachFirst(pid int, path string) (*perfRecorder, error) {
	threads, err := threadsOf(pid)
	for _, thread := range threads {
		var p *perfRecorder
		if p, err = newPerf(path, int(thread), switchBits); !errors.Is(err, unix.ESRCH) {
			if err == nil {
				p.attached = &attached{pid: pid, ran: map[int32]int64{thread: ranFor(pid, thread)}}
			}
			return p, err
		}
	}
	return nil, err
}

// attachRest attaches to all other threads.
func (p *perfRecorder) attachRest(pid int) error {
	stable := 0
	for scan := 0; scan < maxScans && stable < stableScans; scan++ {
		threads, err := threadsOf(pid)
		if err != nil {
			return err
		}
		stable++
		for _, thread := range threads {
			if _, known := p.attached.ran[thread]; known {
				continue
			}
			stable = 0
			if err := p.attachThread(thread); err != nil {
				return fmt.Errorf("attaching to thread %d of %d: %w", len(p.attached.ran)+1, len(threads), err)
			}
		}
		time.Sleep(scanPause)
	}
	return nil
}

// attachThread opens a thread's events and directs them into the rings. A thread that was just started may have
// inherited events already; the reader ignores what is then recorded twice.
func (p *perfRecorder) attachThread(thread int32) error {
	attr := perfAttr(switchBits)
	for _, r := range p.rings {
		fd, err := openEvent(attr, int(thread), r.cpu)
		if errors.Is(err, unix.ESRCH) {
			break // it has ended
		}
		if err != nil {
			return err
		}
		p.attached.events = append(p.attached.events, fd)
		if err := unix.IoctlSetInt(fd, unix.PERF_EVENT_IOC_SET_OUTPUT, r.fd); err != nil {
			return fmt.Errorf("joining the kernel's records: %w", err)
		}
	}
	p.attached.ran[thread] = ranFor(p.attached.pid, thread)
	return nil
}

// names returns records of the threads' names, which the kernel reports only when they change. Their time is when
// the recording of all threads begins.
func (a *attached) names() (records []byte) {
	now := monotonic()
	for thread := range a.ran {
		if name, err := os.ReadFile(taskFile(a.pid, thread, "comm")); err == nil {
			records = appendName(records, now, int32(a.pid), thread, bytes.TrimSuffix(name, []byte("\n")))
		}
	}
	return records
}

// leave returns records for the threads that are on cores at the end. The kernel has none of a thread that stayed
// on its core throughout: that it was there shows in its time on cores alone.
func (a *attached) leave() (records []byte) {
	now := monotonic()
	for thread, ran := range a.ran {
		stat, err := os.ReadFile(taskFile(a.pid, thread, "stat"))
		if err != nil {
			continue
		}
		state, cpu, err := parseStat(stat)
		if err != nil || state != 'R' || ranFor(a.pid, thread) <= ran {
			continue
		}
		records = appendSwitch(records, Switch{
			Time: now, Thread: thread, Process: int32(a.pid), CPU: cpu, Kind: traceview.SwitchPreempted,
		})
	}
	return records
}

func (a *attached) close() {
	for _, fd := range a.events {
		unix.Close(fd)
	}
	a.events = nil
}

// ranFor returns how long a thread has been on cores, in ns; 0 if the kernel does not say.
func ranFor(pid int, thread int32) int64 {
	data, err := os.ReadFile(taskFile(pid, thread, "schedstat"))
	if err != nil {
		return 0
	}
	first, _, _ := bytes.Cut(data, []byte(" "))
	ns, _ := strconv.ParseInt(string(first), 10, 64)
	return ns
}

func taskFile(pid int, thread int32, name string) string {
	return filepath.Join(taskDir(pid), strconv.Itoa(int(thread)), name)
}

func taskDir(pid int) string { return "/proc/" + strconv.Itoa(pid) + "/task" }

// threadsOf lists a process's threads.
func threadsOf(pid int) ([]int32, error) {
	dir, err := os.Open(taskDir(pid))
	if err != nil {
		return nil, errGone
	}
	defer dir.Close()
	names, err := dir.Readdirnames(-1)
	var threads []int32
	for _, name := range names {
		if id, err := strconv.ParseInt(name, 10, 32); err == nil {
			threads = append(threads, int32(id))
		}
	}
	if err != nil || len(threads) == 0 {
		return nil, errGone
	}
	return threads, nil
}

var errGone = errors.New("the process has ended")

// explainAttach says what to do about a process that could not be attached to.
func explainAttach(err error, pid int) error {
	var st unix.Stat_t
	switch {
	case errors.Is(err, unix.ESRCH):
		return errGone
	case errors.Is(err, unix.EMFILE):
		return fmt.Errorf("%w: it takes a file descriptor for each thread and core; raise the limit (ulimit -n)", err)
	case !errors.Is(err, unix.EACCES) && !errors.Is(err, unix.EPERM):
	case unix.Stat(taskDir(pid), &st) == nil && int(st.Uid) != os.Geteuid():
		return errors.New("not allowed: the process belongs to another user or has privileges: run schedviz as its user " +
			"or as root, or give it the capability CAP_PERFMON")
	}
	return explain(err)
}
