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

// maxListed limits how many bytes of a run.json are read to list the run. Only a workload's result and claims can
// take more, and these come last.
const maxListed = 1 << 20

// List returns the runs in the directory out, newest first. It skips everything else; if out does not exist there
// are no runs. From a run.json of more than a megabyte, a run has only the leading fields; if these do not
// include how it ended, its Exit says so.
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

// loadListed reads the part of the run directory dir that a list needs.
func loadListed(dir string) (*Run, error) {
	path := filepath.Join(dir, RunFile)
	info, err := os.Stat(path) // before opening: opening a pipe would block
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
		fields["exit"], _ = json.Marshal(Exit{Error: "how it ended was not read: its " + RunFile + " is too large"})
	}
	data, err := json.Marshal(fields)
	if err != nil {
		return nil, err
	}
	return parse(dir, data)
}

// firstFields returns the leading complete fields of a JSON object.
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
