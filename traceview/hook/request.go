package hook

import (
	"bytes"
	"debug/buildinfo"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// env is the environment variable that holds a request. The hook has it as a constant, so it also marks the
// binaries that have the hook. Its number is the version of the protocol.
const env = "SCHEDVIZ_" + "RECORD_1" // in two, so that schedviz itself does not have the mark

// Request asks a program with the hook to record itself.
type Request struct {
	After   time.Duration // begin this long after the start of the program
	For     time.Duration // end this long after the begin; 0 is when the program ends
	MaxSize int64         // end when the trace is larger than this, in bytes; 0 is never
}

// Env returns the environment variable, as name=value, with which a program records itself to the file at path. The
// first process that sees it takes it. The file must not exist.
func (r Request) Env(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("asking for a recording: %w", err)
	}
	var b strings.Builder
	if r.After > 0 {
		fmt.Fprintf(&b, "after=%v ", r.After)
	}
	if r.For > 0 {
		fmt.Fprintf(&b, "for=%v ", r.For)
	}
	if r.MaxSize > 0 {
		fmt.Fprintf(&b, "max=%d ", r.MaxSize)
	}
	return env + "=" + b.String() + "file=" + abs, nil
}

// End says why a recording ended, in the hook's own words.
type End string

// Why a recording ended. Any other End is an error.
const (
	EndNone    End = ""         // it did not, or the process was killed: nothing after the last flush is in the trace
	EndExit    End = "exit"     // the program ended
	EndTime    End = "time"     // Request.For has passed
	EndSize    End = "size"     // Request.MaxSize was reached
	EndProgram End = "program"  // the program started a trace by itself
	EndAsleep  End = "deadlock" // all goroutines were asleep, for ever
)

// TakeEnd returns why the recording to the file at path ended, and removes the hook's note of that.
func TakeEnd(path string) End {
	note := path + ".end"
	defer os.Remove(note)
	said, err := os.ReadFile(note)
	if err != nil {
		return EndNone
	}
	return End(said)
}

// ErrNoHook is the error of [Check] for a Go program without the hook.
var ErrNoHook = errors.New("it was built without schedviz's hook; build it with: schedviz go build")

// Check returns [ErrNoHook] for a Go program without the hook. It has no objection to anything that is not a Go
// program, as that may start one.
func Check(path string) error {
	if _, err := buildinfo.ReadFile(path); err != nil {
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
			return err
		}
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	found, err := contains(f, []byte(env))
	if err == nil && !found {
		err = ErrNoHook
	}
	return err
}

// contains reports whether what r reads contains word.
func contains(r io.Reader, word []byte) (bool, error) {
	buf := make([]byte, 1<<20)
	kept := 0
	for {
		n, err := r.Read(buf[kept:])
		have := buf[:kept+n]
		if bytes.Contains(have, word) {
			return true, nil
		}
		if err == io.EOF {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		kept = copy(buf, have[max(0, len(have)-len(word)+1):])
	}
}
