package record

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// maxListed bounds what is read of one run.json to list the run, in bytes. Only what a
// workload returned, and its claims, take more; these come last.
const maxListed = 1 << 20

// List returns the runs in the directory out, newest first. What is no run directory is
// skipped; an out that does not exist holds no runs. Of a run.json of more than a
// megabyte the run has what comes first; if how it ended does not, its Exit says that.
func List(out string) ([]*Run, error) {
	entries, err := os.ReadDir(out)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("listing runs: %w", err)
	}
	var runs []*Run
	for _, e := range entries {
		if r, err := loadListed(filepath.Join(out, e.Name())); err == nil {
			runs = append(runs, r)
		}
	}
	slices.SortStableFunc(runs, func(a, b *Run) int { return b.Started.Compare(a.Started) })
	return runs, nil
}

// loadListed reads as much of the run directory dir as a list may take time for.
func loadListed(dir string) (*Run, error) {
	path := filepath.Join(dir, RunFile)
	info, err := os.Stat(path) // before opening: a pipe would wait to be opened
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("reading run %s: its %s is no regular file", dir, RunFile)
	case info.Size() <= maxListed:
		return Load(dir)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	fields := firstFields(io.LimitReader(f, maxListed))
	if _, ok := fields["exit"]; !ok {
		fields["exit"], _ = json.Marshal(Exit{Error: "how it ended is not read: its " + RunFile + " is too large"})
	}
	data, err := json.Marshal(fields)
	if err != nil {
		return nil, err
	}
	return parse(dir, data)
}

// firstFields returns the fields of a JSON object, as far as they are whole.
func firstFields(r io.Reader) map[string]json.RawMessage {
	fields := map[string]json.RawMessage{}
	dec := json.NewDecoder(r)
	if start, err := dec.Token(); err != nil || start != json.Delim('{') {
		return fields
	}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			break
		}
		var value json.RawMessage
		if dec.Decode(&value) != nil {
			break
		}
		if key, ok := name.(string); ok {
			fields[key] = value
		}
	}
	return fields
}
