package record

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/words"
)

// The files of a run directory. Record makes the first four; the caller adds StatFile and ReportFile.
const (
	RunFile    = "run.json"
	TraceFile  = "trace.out"
	CoresFile  = "cores.data" // only where cores were captured
	OutputFile = "output.txt"
	RacesFile  = "races.txt" // what the race detector reported; only if it did
	StatFile   = "stat.json"
	ReportFile = "report.html"
)

// Schema is the version of run.json.
const Schema = 1

// Run is a run directory: where it is, and what its run.json says.
type Run struct {
	Dir string `json:"-"`

	Schema     int               `json:"schema"`
	Complete   bool              `json:"complete"` // false while recording, and forever if the recorder was killed
	Workload   string            `json:"workload"`
	Params     map[string]string `json:"params"`  // flag name to value, as typed
	Command    []string          `json:"command"` // the command line of this run
	GOMAXPROCS int               `json:"gomaxprocs"`
	GODEBUG    string            `json:"godebug"`    // as the child had it
	GoVersion  string            `json:"go_version"` // "go1.26.8"
	Host       Host              `json:"host"`
	Attached   *Attached         `json:"attached,omitempty"` // nil unless the program was running already
	Started    time.Time         `json:"started"`
	Ended      time.Time         `json:"ended,omitzero"`
	DurationNS int64             `json:"duration_ns"` // of the child process, slightly longer than the trace
	Exit       Exit              `json:"exit"`
	Result     json.RawMessage   `json:"result"` // what the workload returned; null if it failed
	Claims     []Claim           `json:"claims"` // filled in by the caller
	Cores      Cores             `json:"cores"`
	Race       bool              `json:"race,omitempty"`    // the child was built with the race detector
	Program    *Program          `json:"program,omitempty"` // what was run, if that was not a workload
}

// Attached says which running program was recorded.
type Attached struct {
	PID int    `json:"pid"` // 0 if it is not known
	URL string `json:"url"` // of its net/http/pprof trace, without a password
}

// Cores says how the record of threads on cores was captured.
type Cores struct {
	Captured traceview.CoreSource `json:"captured"`
	Why      string               `json:"why"` // why not better: one line, "" if it was captured as requested
}

// Host is the machine of a run.
type Host struct {
	OS       string `json:"os"`
	Arch     string `json:"arch"`
	CPUModel string `json:"cpu_model"` // "" if unknown
	Cores    int    `json:"cores"`     // logical CPUs the process could use
	Kernel   string `json:"kernel"`    // release, "6.12.1"; "" if unknown
}

// Exit is how a run ended.
type Exit struct {
	Status      int    `json:"status"`      // the child's exit status, -1 if a signal ended it
	Signal      string `json:"signal"`      // the signal's name, "" if none
	Error       string `json:"error"`       // one line, "" if the workload succeeded
	TimedOut    bool   `json:"timed_out"`   // it was ended after the timeout
	Interrupted bool   `json:"interrupted"` // it was ended by Ctrl-C, SIGTERM or SIGHUP

	SignalNumber int `json:"-"` // the signal's number, 0 if none or not known any more
}

// OK reports whether the workload ran to its end without an error.
func (e Exit) OK() bool { return e.Error == "" }

// Claim is a workload's claim with its verdict.
type Claim struct {
	ID       string   `json:"id"`
	Text     string   `json:"text"`
	Verdict  string   `json:"verdict"` // "holds", "fails", "inconclusive" or "differs"
	Evidence Evidence `json:"evidence"`
}

// Evidence is what a verdict is based on, and where in the trace to look.
type Evidence struct {
	Text       string           `json:"text"`
	Goroutines []traceview.GoID `json:"goroutines"`
	FromNS     traceview.Time   `json:"from_ns"`
	ToNS       traceview.Time   `json:"to_ns"`
}

// Create makes the directory out/<name>-<n> for a run that starts now, and saves the run there, marked incomplete.
func (r *Run) Create(out, name string) (err error) {
	if r.Dir, err = MakeDir(out, name); err != nil {
		return err
	}
	r.Schema, r.Started, r.Complete = Schema, time.Now(), false
	r.Claims, r.Cores = []Claim{}, Cores{Captured: traceview.CoresNone}
	if err := r.Save(); err != nil {
		os.RemoveAll(r.Dir)
		return err
	}
	return nil
}

// Path returns the path of the run's file of that name.
func (r *Run) Path(name string) string { return filepath.Join(r.Dir, name) }

// Save writes run.json atomically.
func (r *Run) Save() error {
	return WriteFile(r.Path(RunFile), func(w io.Writer) error { return words.WriteJSON(w, r) })
}

// Remove removes the run: its files, and then its directory unless there is something else in it. A directory that has
// another run by now is left alone.
func (r *Run) Remove() error {
	if now, err := Load(r.Dir); err != nil || !now.Started.Equal(r.Started) {
		return fmt.Errorf("removing run %s: it is another one", r.Dir)
	}
	for _, name := range []string{TraceFile, CoresFile, QueuesFile, OutputFile, RacesFile, StatFile, ReportFile, RunFile} {
		if err := os.Remove(r.Path(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing run %s: %w", r.Dir, err)
		}
	}
	os.Remove(r.Dir)
	return nil
}

// Load reads the run directory dir.
func Load(dir string) (*Run, error) {
	data, err := os.ReadFile(filepath.Join(dir, RunFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reading run %s: there is no %s in it", dir, RunFile)
	}
	if err != nil {
		return nil, fmt.Errorf("reading run %s: %w", dir, err)
	}
	return parse(dir, data)
}

// parse decodes a run from its run.json.
func parse(dir string, data []byte) (*Run, error) {
	r := &Run{Dir: dir}
	if err := json.Unmarshal(data, r); err != nil {
		return nil, fmt.Errorf("reading run %s: %s is damaged: %w", dir, RunFile, err)
	}
	if r.Schema != Schema {
		return nil, fmt.Errorf("reading run %s: its %s has schema %d, this schedviz reads %d", dir, RunFile, r.Schema, Schema)
	}
	return r, nil
}

// MakeDir makes the directory out/<name>-<n> with the next free n. Mkdir decides between runs that start at once.
func MakeDir(out, name string) (string, error) {
	if err := os.MkdirAll(out, 0o777); err != nil {
		return "", fmt.Errorf("making the run directory: %w", err)
	}
	name = safeName(name)
	n, err := lastNumber(out, name)
	if err != nil {
		return "", fmt.Errorf("making the run directory: %w", err)
	}
	for {
		n++
		dir := filepath.Join(out, name+"-"+strconv.Itoa(n))
		err := os.Mkdir(dir, 0o777)
		if err == nil {
			return dir, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", fmt.Errorf("making the run directory: %w", err)
		}
	}
}

// maxDigits is how long a run's number may be. Larger numbers are not ours, and incrementing them could overflow.
const maxDigits = 9

// lastNumber returns the largest n for which out has a <name>-<n>, or 0.
func lastNumber(out, name string) (int, error) {
	entries, err := os.ReadDir(out)
	if err != nil {
		return 0, err
	}
	last := 0
	for _, e := range entries {
		if suffix, ok := strings.CutPrefix(e.Name(), name+"-"); ok && len(suffix) <= maxDigits {
			if n, err := strconv.Atoi(suffix); err == nil {
				last = max(last, n)
			}
		}
	}
	return last, nil
}

// maxName keeps run paths short enough for every file system, and readable.
const maxName = 64

// safeName turns name into a file name that is valid on every system: ASCII letters, digits, dot and underscore,
// with single dashes for everything else.
func safeName(name string) string {
	var b strings.Builder
	dash := false
	for _, r := range name {
		if !isNameRune(r) {
			dash = true
			continue
		}
		if dash && b.Len() > 0 {
			b.WriteByte('-')
		}
		dash = false
		b.WriteRune(r)
	}
	s := b.String()
	s = strings.Trim(s[:min(len(s), maxName)], "-.")
	if s == "" {
		return "run"
	}
	return s
}

func isNameRune(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '_'
}
