package cores

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"unsafe"

	"golang.org/x/sys/unix"
)

const (
	// ringPages is the size of each core's ring in pages, a power of two. 64 pages hold 8192 switches, and
	// the rings of two cores fit twice into the default limit of locked memory.
	ringPages    = 64
	minRingPages = 4
	// drainEvery limits, in milliseconds, how long records stay in a ring that does not fill. Draining takes
	// core time from the child, so it is rare.
	drainEvery = 200
)

// perfRecorder receives the kernel's records of one process's context switches. For a child, the events belong to
// the thread that opened them and are disabled; the child inherits them, and its exec enables them. For a running
// process see attachPerf.
type perfRecorder struct {
	file     *fileWriter
	rings    []*ring
	attached *attached // nil for a child
	wake     int       // eventfd that ends the draining
	ended    sync.WaitGroup
	failed   error
}

// ring is one core's buffer of records, shared with the kernel.
type ring struct {
	fd   int
	cpu  int
	mem  []byte
	page *unix.PerfEventMmapPage
	data []byte
}

func beginPerf(path string) (recorder, error) {
	p, err := newPerf(path, callingThread, switchBits|bitDisabled|bitEnableOnExec)
	if err != nil {
		return nil, explain(err)
	}
	return p, nil
}

// callingThread is what perf_event_open calls the calling thread.
const callingThread = 0

// newPerf opens an event with the given bits on a thread for each core, and starts the file at path.
func newPerf(path string, thread int, bits uint64) (_ *perfRecorder, err error) {
	cpus, err := onlineCPUs()
	if err != nil {
		return nil, err
	}
	p := &perfRecorder{wake: -1}
	defer func() {
		if err != nil {
			p.close()
		}
	}()
	attr := perfAttr(bits)
	for pages := ringPages; ; pages /= 2 {
		p.rings, err = openRings(attr, thread, cpus, pages)
		if err == nil {
			break
		}
		if pages == minRingPages || !errors.Is(err, errRingTooBig) {
			return nil, err
		}
	}
	if p.wake, err = unix.Eventfd(0, unix.EFD_CLOEXEC|unix.EFD_NONBLOCK); err != nil {
		return nil, fmt.Errorf("making an eventfd: %w", err)
	}
	p.file, err = createFile(path)
	if err != nil {
		return nil, err
	}
	return p, nil
}

func perfAttr(bits uint64) *unix.PerfEventAttr {
	return &unix.PerfEventAttr{
		Type:        unix.PERF_TYPE_SOFTWARE,
		Size:        attrSize,
		Config:      unix.PERF_COUNT_SW_DUMMY,
		Sample_type: sampleNeeded,
		Bits:        bits,
		Clockid:     unix.CLOCK_MONOTONIC,
	}
}

// openEvent opens an event on a thread for one core.
func openEvent(attr *unix.PerfEventAttr, thread, cpu int) (fd int, err error) {
	fd, err = unix.PerfEventOpen(attr, thread, cpu, -1, unix.PERF_FLAG_FD_CLOEXEC)
	if err != nil {
		return -1, openError{err}
	}
	return fd, nil
}

// openError is the error of perf_event_open.
type openError struct{ error }

func (e openError) Unwrap() error { return e.error }

// openRings opens an event on a thread for each core and maps its ring.
func openRings(attr *unix.PerfEventAttr, thread int, cpus []int, pages int) (_ []*ring, err error) {
	attr.Wakeup = uint32(pages * os.Getpagesize() / 4)
	var rings []*ring
	defer func() {
		if err != nil {
			for _, r := range rings {
				r.close()
			}
		}
	}()
	for _, cpu := range cpus {
		fd, err := openEvent(attr, thread, cpu)
		if errors.Is(err, unix.ENODEV) {
			continue // it went offline
		}
		if err != nil {
			return nil, err
		}
		r := &ring{fd: fd, cpu: cpu}
		rings = append(rings, r)
		if err := r.mmap(pages); err != nil {
			return nil, err
		}
	}
	if len(rings) == 0 {
		return nil, errors.New("no core is online")
	}
	return rings, nil
}

// errRingTooBig is the error of a ring that exceeds the locked memory limit.
var errRingTooBig = errors.New("the limit of locked memory is too low for the kernel's records (perf_event_mlock_kb)")

func (r *ring) mmap(pages int) error {
	size := os.Getpagesize()
	mem, err := unix.Mmap(r.fd, 0, (1+pages)*size, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	switch {
	case errors.Is(err, unix.EPERM) || errors.Is(err, unix.ENOMEM):
		return errRingTooBig
	case err != nil:
		return fmt.Errorf("mapping the kernel's records: %w", err)
	}
	r.mem, r.data = mem, mem[size:]
	r.page = (*unix.PerfEventMmapPage)(unsafe.Pointer(&mem[0]))
	return nil
}

func (r *ring) close() {
	if r.mem != nil {
		unix.Munmap(r.mem)
	}
	unix.Close(r.fd)
}

// explain says what to do about an event that could not be opened. It returns other errors as they are.
func explain(err error) error {
	failed := openError{}
	if !errors.As(err, &failed) {
		return err
	}
	err = failed.error
	const file = "/proc/sys/kernel/perf_event_paranoid"
	data, readErr := os.ReadFile(file)
	level, _ := strconv.Atoi(strings.TrimSpace(string(data)))
	switch {
	case errors.Is(readErr, fs.ErrNotExist) || errors.Is(err, unix.ENOSYS):
		return errors.New("this kernel has no perf_event")
	case !errors.Is(err, unix.EACCES) && !errors.Is(err, unix.EPERM):
		return fmt.Errorf("perf_event_open: %w", err)
	case level > 2:
		return fmt.Errorf("not allowed: kernel.perf_event_paranoid is %d; allow it with: sudo sysctl "+
			"kernel.perf_event_paranoid=2", level)
	}
	return fmt.Errorf("not allowed, although kernel.perf_event_paranoid is %d: a container or sandbox forbids it; "+
		"allow perf_event_open in its seccomp profile, or give it the capability CAP_PERFMON", level)
}

func (p *perfRecorder) started(int) { p.ended.Go(p.drainUntilWoken) }

// drainUntilWoken empties the rings as they fill. It waits in a system call because the runtime's poller does not
// support these files.
func (p *perfRecorder) drainUntilWoken() {
	fds := []unix.PollFd{{Fd: int32(p.wake), Events: unix.POLLIN}}
	for _, r := range p.rings {
		fds = append(fds, unix.PollFd{Fd: int32(r.fd), Events: unix.POLLIN})
	}
	for {
		_, err := unix.Poll(fds, drainEvery)
		if err != nil && !errors.Is(err, unix.EINTR) {
			p.failed = fmt.Errorf("waiting for the kernel's records: %w", err)
			return
		}
		p.drain()
		if fds[0].Revents != 0 {
			return
		}
		for i := range fds {
			if fds[i].Revents&(unix.POLLHUP|unix.POLLERR|unix.POLLNVAL) != 0 {
				fds[i].Fd = -1 // no more records; stop polling it, or it would always be ready
			}
		}
	}
}

func (p *perfRecorder) drain() {
	some := false
	for _, r := range p.rings {
		some = r.drain(p.file) || some
	}
	if some {
		p.file.endRound()
	}
}

// drain moves the ring's records to the file, and reports whether there were any.
func (r *ring) drain(to *fileWriter) bool {
	from, until := r.page.Data_tail, atomic.LoadUint64(&r.page.Data_head)
	if from == until {
		return false
	}
	size := uint64(len(r.data))
	begin, end := from%size, until%size
	if begin < end {
		to.write(r.data[begin:end])
	} else {
		to.write(slices.Concat(r.data[begin:], r.data[:end])) // whole records
	}
	atomic.StoreUint64(&r.page.Data_tail, until)
	return true
}

// endDraining returns when the rings are no longer emptied; it may be called whether or not that has started.
func (p *perfRecorder) endDraining() {
	unix.Write(p.wake, order.AppendUint64(nil, 1))
	p.ended.Wait()
}

func (p *perfRecorder) stop() error {
	p.endDraining()
	p.drain()
	if p.attached != nil {
		p.file.write(p.attached.leave())
	}
	cpus := len(p.rings)
	p.close()
	if p.failed != nil {
		p.file.discard()
		return p.failed
	}
	return p.file.finish(perfCommand, cpus)
}

func (p *perfRecorder) discard() {
	p.endDraining()
	p.close()
	p.file.discard()
}

func (p *perfRecorder) close() {
	for _, r := range p.rings {
		r.close()
	}
	p.rings = nil
	if p.attached != nil {
		p.attached.close()
	}
	if p.wake >= 0 {
		unix.Close(p.wake)
	}
}

// onlineCPUs lists the host's cores. A child may migrate to any of them.
func onlineCPUs() ([]int, error) {
	const file = "/sys/devices/system/cpu/online"
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("listing the cores: %w", err)
	}
	cpus, ok := parseCPUList(strings.TrimSpace(string(data)))
	if !ok {
		return nil, fmt.Errorf("listing the cores: %s says %q", file, data)
	}
	return cpus, nil
}
