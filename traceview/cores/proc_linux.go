package cores

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sys/unix"

	"schedviz/traceview"
)

const (
	// sampleEvery is how often /proc is read.
	sampleEvery = time.Millisecond
	// sampleShare limits the cost of reading: it takes at most one nanosecond in this many; sampling slows
	// down to keep that.
	sampleShare = 25
)

// procRecorder samples which thread is on which core.
type procRecorder struct {
	file   *fileWriter
	ending atomic.Bool
	ended  sync.WaitGroup
	cpus   int
	most   int // threads that are sampled at most

	dir     string
	pid     int32
	threads map[int32]*sampled
	links   uint64          // of the directory: two more than threads
	on      map[int32]int32 // thread by CPU, as of the last round
	round   []byte          // records of the round
	buf     [512]byte
}

// sampled is the last sample of one thread.
type sampled struct {
	stat, sched int // file descriptors; sched is -1 where the kernel has none
	cpu         int32
	running     bool     // or ready to run: /proc does not distinguish them
	said        [64]byte // by schedstat
	slices      int64    // how often it got onto a core
	since       int64    // start of the round in which that increase was seen
	seen        bool
}

func beginProc(path string) (recorder, error) {
	if _, err := os.Stat("/proc/self/stat"); err != nil {
		return nil, fmt.Errorf("there is no /proc: %w", err)
	}
	cpus, err := onlineCPUs()
	if err != nil {
		return nil, err
	}
	file, err := createFile(path)
	if err != nil {
		return nil, err
	}
	return &procRecorder{
		file: file, cpus: len(cpus), most: mostSampled(),
		threads: make(map[int32]*sampled), on: make(map[int32]int32),
	}, nil
}

// mostSampled returns how many threads can be sampled, with two files each, so that half of the files that this process
// may have open are left for the rest of it.
func mostSampled() int {
	var limit unix.Rlimit
	if unix.Getrlimit(unix.RLIMIT_NOFILE, &limit) != nil {
		return 256
	}
	return int(min(limit.Cur, 1<<30) / 4)
}

func (p *procRecorder) started(pid int) {
	p.pid, p.dir = int32(pid), taskDir(pid)
	p.file.enter(pid)
	p.ended.Go(p.sample)
}

// sample takes samples until it is told to end. It sleeps in the kernel on its own thread: the runtime's timers
// wake several threads each time, which takes more core time from the child than the samples do.
func (p *procRecorder) sample() {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for !p.ending.Load() {
		began := monotonic()
		p.readAll(began)
		wait := unix.NsecToTimespec(max(int64(sampleEvery), sampleShare*(monotonic()-began)))
		unix.Nanosleep(&wait, nil)
	}
	p.leaveAll(monotonic())
}

func monotonic() int64 {
	var ts unix.Timespec
	unix.ClockGettime(unix.CLOCK_MONOTONIC, &ts)
	return ts.Nano()
}

// readAll is one round: it reads which thread is on which core now, and writes the changes.
func (p *procRecorder) readAll(now int64) {
	p.list()
	on := make(map[int32]int32)
	for tid, t := range p.threads {
		if !t.read(p.buf[:], now) {
			t.close()
			delete(p.threads, tid)
			continue
		}
		if !t.running {
			continue
		}
		if other, ok := on[t.cpu]; !ok || p.rather(tid, other) {
			on[t.cpu] = tid
		}
	}
	p.change(now, on)
}

// rather reports whether tid is more likely than other to be on a core where both could run: the thread that got
// onto a core later is, or else the one seen there before.
func (p *procRecorder) rather(tid, other int32) bool {
	a, b := p.threads[tid], p.threads[other]
	if a.since != b.since {
		return a.since > b.since
	}
	if held := p.on[a.cpu]; held == tid || held == other {
		return held == tid
	}
	return tid < other
}

// change writes the differences from the last round.
func (p *procRecorder) change(now int64, on map[int32]int32) {
	p.round = p.round[:0]
	for cpu, tid := range p.on {
		if on[cpu] != tid {
			p.leave(now, cpu, tid)
		}
	}
	for cpu, tid := range on {
		if p.on[cpu] != tid {
			p.round = appendSwitch(p.round, Switch{Time: now, Thread: tid, Process: p.pid, CPU: cpu, Kind: traceview.SwitchIn})
		}
	}
	p.on = on
	if len(p.round) > 0 {
		p.file.write(p.round)
		p.file.endRound()
	}
}

func (p *procRecorder) leave(now int64, cpu, tid int32) {
	kind := traceview.SwitchExited
	if t := p.threads[tid]; t != nil {
		kind = traceview.SwitchBlocked
		if t.running {
			kind = traceview.SwitchPreempted
		}
	}
	p.round = appendSwitch(p.round, Switch{Time: now, Thread: tid, Process: p.pid, CPU: cpu, Kind: kind})
}

func (p *procRecorder) leaveAll(now int64) {
	for _, t := range p.threads {
		t.close()
	}
	clear(p.threads)
	p.change(now, nil)
}

// list finds new threads and drops those that have ended.
func (p *procRecorder) list() {
	var st unix.Stat_t
	if unix.Stat(p.dir, &st) != nil || uint64(st.Nlink) == p.links {
		return
	}
	p.links = uint64(st.Nlink)
	dir, err := os.Open(p.dir)
	if err != nil {
		return
	}
	defer dir.Close()
	names, _ := dir.Readdirnames(-1)
	for _, name := range names {
		id, err := strconv.ParseInt(name, 10, 32)
		if err != nil {
			continue
		}
		t := p.threads[int32(id)]
		if t == nil {
			if len(p.threads) >= p.most {
				continue
			}
			if t = openSampled(filepath.Join(p.dir, name)); t == nil {
				continue
			}
			p.threads[int32(id)] = t
		}
		t.seen = true
	}
	for tid, t := range p.threads {
		if !t.seen {
			t.close()
			delete(p.threads, tid)
		}
		t.seen = false
	}
}

func openSampled(dir string) *sampled {
	const flags = unix.O_RDONLY | unix.O_CLOEXEC
	stat, err := unix.Open(dir+"/stat", flags, 0)
	if err != nil {
		return nil
	}
	sched, err := unix.Open(dir+"/schedstat", flags, 0)
	if err != nil {
		sched = -1
	}
	return &sampled{stat: stat, sched: sched}
}

func (t *sampled) close() {
	unix.Close(t.stat)
	if t.sched >= 0 {
		unix.Close(t.sched)
	}
}

// read takes a new sample; false means that the thread has ended. As long as its schedstat, which is cheap to
// read, does not change, neither has the thread's state.
func (t *sampled) read(buf []byte, round int64) bool {
	if t.sched >= 0 {
		n, err := unix.Pread(t.sched, buf, 0)
		if err != nil || n <= 0 {
			return false
		}
		if same := t.said[:min(n, len(t.said))]; bytes.Equal(same, buf[:len(same)]) {
			return true
		}
		t.said = [len(t.said)]byte{}
		copy(t.said[:], buf[:n])
		if slices := parseSlices(buf[:n]); slices != t.slices {
			t.slices, t.since = slices, round
		}
	}
	n, err := unix.Pread(t.stat, buf, 0)
	if err != nil || n <= 0 {
		return false
	}
	state, cpu, err := parseStat(buf[:n])
	if err != nil {
		return false
	}
	t.running, t.cpu = state == 'R', cpu
	return true
}

// parseSlices returns the last number in schedstat: how often the thread got onto a core.
func parseSlices(b []byte) int64 {
	fields := bytes.Fields(b)
	if len(fields) < 3 {
		return 0
	}
	n, _ := strconv.ParseInt(string(fields[2]), 10, 64)
	return n
}

// parseStat returns the state and the core from a thread's stat. The name in it may contain anything, even
// parentheses.
func parseStat(b []byte) (state byte, cpu int32, err error) {
	const processor = 36 // fields after the state
	i := bytes.LastIndexByte(b, ')')
	fields := bytes.Fields(b[i+1:])
	if i < 0 || len(fields) <= processor || len(fields[0]) == 0 {
		return 0, 0, errors.New("not a thread's stat")
	}
	n, err := strconv.ParseInt(string(fields[processor]), 10, 32)
	return fields[0][0], int32(n), err
}

// endSampling returns when no more samples are taken; it may be called whether or not that has started.
func (p *procRecorder) endSampling() {
	p.ending.Store(true)
	p.ended.Wait()
}

func (p *procRecorder) stop() error {
	p.endSampling()
	return p.file.finish(procCommand, p.cpus)
}

func (p *procRecorder) discard() {
	p.endSampling()
	p.file.discard()
}
