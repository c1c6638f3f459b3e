package sweep

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"schedviz/traceview/record"
	"schedviz/traceview/words"
)

// LogFile is a sweep's record in its directory, PageFile its page.
const (
	LogFile  = "sweep.json"
	PageFile = "sweep.html"
)

// schema is the version of sweep.json.
const schema = 1

// Log records which runs of a plan were made.
type Log struct {
	Dir string `json:"-"`

	Schema  int         `json:"schema"`
	Plan    Plan        `json:"plan"`
	Started time.Time   `json:"started"`
	Host    record.Host `json:"host"` // of the runs; the zero Host before the first
	Done    []Run       `json:"done"`
}

// Run is a finished run.
type Run struct {
	Task
	Dir        string             `json:"dir"` // relative to the sweep's directory
	DurationNS int64              `json:"duration_ns"`
	Figures    map[string]float64 `json:"figures"` // by ID, as compare has them
}

// New returns the empty log of a plan, in a directory of its own.
func New(dir string, plan Plan) *Log {
	return &Log{Dir: dir, Schema: schema, Plan: plan, Started: time.Now().Round(0), Done: []Run{}}
}

// Load reads the log of a sweep in dir.
func Load(dir string) (*Log, error) {
	data, err := os.ReadFile(filepath.Join(dir, LogFile))
	if err != nil {
		return nil, fmt.Errorf("reading the sweep %s: %w", dir, err)
	}
	l := &Log{Dir: dir}
	if err := json.Unmarshal(data, l); err != nil {
		return nil, fmt.Errorf("reading the sweep %s: %s is damaged: %w", dir, LogFile, err)
	}
	if l.Schema != schema {
		return nil, fmt.Errorf("reading the sweep %s: its %s has schema %d, this schedviz reads %d",
			dir, LogFile, l.Schema, schema)
	}
	return l, nil
}

// List returns the sweeps in the directory out, newest first. It skips everything else.
func List(out string) []*Log {
	paths, _ := filepath.Glob(filepath.Join(escape(out), "*", LogFile))
	var logs []*Log
	for _, path := range paths {
		if l, err := Load(filepath.Dir(path)); err == nil {
			logs = append(logs, l)
		}
	}
	slices.SortStableFunc(logs, func(a, b *Log) int { return b.Started.Compare(a.Started) })
	return logs
}

// Unfinished returns the newest unfinished sweep of this plan in the directory out, nil if there is none.
func Unfinished(out string, plan Plan) *Log {
	for _, l := range List(out) {
		if l.Plan.Equal(plan) && !l.Complete() {
			return l
		}
	}
	return nil
}

// escape quotes a path for use in a pattern.
func escape(path string) string {
	var out []rune
	for _, r := range path {
		if slices.Contains([]rune{'*', '?', '['}, r) {
			out = append(out, '[', r, ']')
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

// Save writes the log atomically.
func (l *Log) Save() error {
	return record.WriteFile(filepath.Join(l.Dir, LogFile), func(w io.Writer) error { return words.WriteJSON(w, l) })
}

// Add adds a finished run.
func (l *Log) Add(r Run) { l.Done = append(l.Done, r) }

// Left lists the remaining tasks.
func (l *Log) Left() []Task {
	return slices.DeleteFunc(l.Plan.Tasks(), func(t Task) bool {
		return slices.ContainsFunc(l.Done, func(r Run) bool { return r.Task == t })
	})
}

// Complete reports whether no tasks remain.
func (l *Log) Complete() bool { return len(l.Left()) == 0 }
