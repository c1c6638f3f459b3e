// Package trace: this file is added to the standard library's runtime/trace by schedviz go. It records the program
// if the environment asks for that, and otherwise does nothing.
package trace

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// recordEnv holds the request, and marks a binary as one that has this hook.
const recordEnv = "SCHEDVIZ_RECORD_1"

// recording is the recording of this process, nil if none was requested.
var recording *recordingHook

// recordingHook records the process into a file.
type recordingHook struct {
	path    string
	maxSize int64         // ends the recording when the file has become larger
	length  time.Duration // ends the recording after this time; 0 is never

	mu      sync.Mutex // held while the recording starts and ends
	started bool
	ended   bool
	out     *traceFile
	timer   *time.Timer // that ends the recording, nil if none does
}

// quiet is for noticing that the program does nothing any more.
type quiet struct {
	burst   time.Time     // of writes to the trace: when the latest began
	since   time.Time     // when the program was last busy
	least   time.Duration // how long it must have been quiet
	probing atomic.Bool
}

func init() {
	request := os.Getenv(recordEnv)
	if request == "" {
		return
	}
	os.Unsetenv(recordEnv) // a process that this one starts is not to write to the same file
	r := &recordingHook{}
	delay, ok := r.parse(request)
	if !ok || !reserve(r.path) {
		return
	}
	recording = r
	atExit(func() { r.end("exit") })
	if delay > 0 {
		time.AfterFunc(delay, r.begin)
		return
	}
	r.begin()
}

// parse reads a request: settings as key=value, and at the end the file, whose name may contain anything.
func (r *recordingHook) parse(request string) (delay time.Duration, ok bool) {
	for {
		setting, rest, _ := strings.Cut(request, " ")
		key, value, _ := strings.Cut(setting, "=")
		var err error
		switch key {
		case "after":
			delay, err = time.ParseDuration(value)
		case "for":
			r.length, err = time.ParseDuration(value)
		case "max":
			r.maxSize, err = strconv.ParseInt(value, 10, 64)
		case "file":
			_, r.path, _ = strings.Cut(request, "=")
			return delay, filepath.IsAbs(r.path)
		}
		if err != nil {
			return 0, false
		}
		request = rest
		if request == "" {
			return 0, false
		}
	}
}

// reserve creates the file. It fails if there is one: another process has taken this request.
func reserve(path string) bool {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return false
	}
	return f.Close() == nil
}

func (r *recordingHook) begin() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.ended {
		return
	}
	r.out = &traceFile{hook: r}
	if err := r.out.open(); err != nil {
		r.finish("error: " + err.Error())
		return
	}
	if err := startTrace(r.out); err != nil {
		r.finish("error: " + err.Error())
		return
	}
	r.started = true
	if r.length > 0 {
		r.timer = time.AfterFunc(r.length, func() { r.end("time") })
	}
}

// end stops the recording, if it has not ended yet, and leaves why beside the trace.
func (r *recordingHook) end(why string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.ended {
		return
	}
	if r.started {
		stopTrace()
		if err := r.out.err; err != nil {
			why = "error: " + err.Error()
		}
	}
	r.finish(why)
}

// finish marks the recording as ended.
func (r *recordingHook) finish(why string) {
	r.ended = true
	os.WriteFile(r.path+".end", []byte(why), 0o666)
}

// steppedAside is why a recording ends when the program starts a trace by itself.
const steppedAside = "program"

// Start enables tracing for the current program. See the documentation of runtime/trace.Start: this one first ends
// schedviz's recording, as there can be only one.
func Start(w io.Writer) error {
	if recording != nil {
		recording.end(steppedAside)
	}
	return startTrace(w)
}

// Stop stops the current tracing, if any, unless it is schedviz's.
func Stop() {
	if recording != nil && recording.running() {
		return
	}
	stopTrace()
}

func (r *recordingHook) running() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.started && !r.ended
}

// traceFile is the file that a trace goes to. A program may close file descriptors that it has not opened, after
// which the number may stand for another file. So each write first checks that it still stands for this one.
type traceFile struct {
	hook  *recordingHook
	quiet quiet

	f    *os.File
	same os.FileInfo
	lost []*os.File // whose descriptors are others' now: they are kept so that they are never closed

	written int64
	skip    bool  // the next write is a header, which the file has already
	err     error // the first; nothing is written after it, so that the file is a clean prefix
}

func (t *traceFile) open() (err error) {
	if t.f, err = os.OpenFile(t.hook.path, os.O_WRONLY|os.O_APPEND, 0); err != nil {
		return err
	}
	info, err := t.f.Stat()
	if err == nil && t.same != nil && !os.SameFile(info, t.same) {
		err = os.ErrNotExist
	}
	t.same = info
	return err
}

// resume prepares for another trace in the same file: without its header it is a continuation.
func (t *traceFile) resume() { t.skip = true }

func (t *traceFile) Write(p []byte) (int, error) {
	t.quiet.wrote(t.hook)
	if t.err != nil {
		return len(p), nil
	}
	if t.skip {
		t.skip = false
		return len(p), nil
	}
	if info, err := t.f.Stat(); err != nil || !os.SameFile(info, t.same) {
		t.lost = append(t.lost, t.f)
		t.err = t.open()
	}
	if t.err == nil {
		_, t.err = t.f.Write(p)
	}
	before := t.written
	t.written += int64(len(p))
	if limit := t.hook.maxSize; limit > 0 && before <= limit && t.written > limit {
		go t.hook.end("size")
	}
	return len(p), nil
}
