package attach

import (
	"context"
	"debug/buildinfo"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"

	"schedviz/traceview/input"
)

// Target is what the user names: a process ID or a URL.
type Target struct {
	PID int      // 0 if URL is set
	URL *url.URL // see [TraceURL]
}

// Parse parses a process ID or an http or https URL; ok is false if it is neither.
func Parse(name string) (t Target, ok bool) {
	if pid, err := strconv.ParseInt(name, 10, 32); err == nil {
		return Target{PID: int(pid)}, pid > 0
	}
	t.URL = input.URL(name)
	return t, t.URL != nil
}

// Program is a running program.
type Program struct {
	Name string   // of its executable, or where it listens
	PID  int      // 0 if it is not known
	Why  string   // why PID is not known: one line, "" if it is, or could not be here
	URL  *url.URL // of its trace

	Executable string               // its path; this and the following are zero if PID is
	Dir        string               // its working directory
	Build      *buildinfo.BuildInfo // what its executable says
}

// Find finds the running program that the user names. opt says how to reach it.
func Find(ctx context.Context, t Target, opt input.Options) (*Program, error) {
	if t.PID != 0 {
		return byPID(ctx, t.PID, opt)
	}
	p := &Program{Name: t.URL.Host, URL: TraceURL(t.URL)}
	pid, err := processAt(ctx, t.URL)
	if err == nil {
		err = p.identify(pid)
	}
	if err != nil && !errors.Is(err, errNotHere) {
		p.Why = err.Error()
	}
	return p, nil
}

// ErrGone is the error if there is no such process.
var ErrGone = errors.New("there is no such process")

// errNotHere is the error of looking for processes on systems other than Linux.
var errNotHere = errors.New("processes can be looked up only on Linux; name the program by the URL of its net/http/pprof")

// tracePath is where net/http/pprof serves traces by default.
const tracePath = "/debug/pprof/trace"

// TraceURL returns the URL of the trace of a program with net/http/pprof at u. u may name the server, its directory of
// profiles, or the trace itself, wherever that is served.
func TraceURL(u *url.URL) *url.URL {
	out := *u
	out.Fragment = ""
	switch p := strings.TrimSuffix(u.Path, "/"); {
	case p == "":
		out.Path = tracePath
	case path.Base(p) == "pprof":
		out.Path = p + "/trace"
	}
	if out.Path != u.Path {
		out.RawPath = ""
	}
	return &out
}

// lasting returns the URL of a trace that takes d.
func lasting(u *url.URL, d time.Duration) *url.URL {
	out := *u
	query := out.Query()
	query.Set("seconds", strconv.FormatFloat(d.Seconds(), 'f', -1, 64))
	out.RawQuery = query.Encode()
	return &out
}

// process names a process in messages.
func process(pid int, name string) string {
	if name == "" {
		return fmt.Sprintf("process %d", pid)
	}
	return fmt.Sprintf("process %d (%s)", pid, name)
}
