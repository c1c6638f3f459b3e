package experiment

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"schedviz/traceview/record"
	"schedviz/traceview/report"
	"schedviz/traceview/sweep"
	"schedviz/traceview/words"
)

// IndexFile is the page that lists the runs in an output directory.
const IndexFile = "index.html"

// WriteIndex writes the page that lists the runs, sweeps and comparisons in out. Processes that finish at the same time write it one
// after another, each listing what it finds, so the last one lists all runs.
func WriteIndex(ctx context.Context, out string) error {
	unlock, err := record.Lock(ctx, out, "index")
	if err != nil {
		return err
	}
	defer unlock()
	path := filepath.Join(out, IndexFile)
	if isForeign(path, report.IsIndex) {
		return fmt.Errorf("%s is not schedviz's: it was left alone, and the runs are not listed", path)
	}
	runs, err := record.List(out)
	if err != nil {
		return err
	}
	entries := make([]report.IndexEntry, 0, len(runs))
	for _, r := range runs {
		entries = append(entries, indexEntry(r))
	}
	for _, l := range sweep.List(out) {
		entries = append(entries, sweepEntry(l))
	}
	for _, l := range listComparisons(out) {
		entries = append(entries, comparisonEntry(out, l))
	}
	return record.WriteFile(path, func(w io.Writer) error { return report.WriteIndex(w, entries) })
}

// isForeign reports whether there is a file at path that is not ours.
func isForeign(path string, ours func(io.Reader) bool) bool {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return false
	}
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return true
	}
	f, err := os.Open(path)
	if err != nil {
		return true
	}
	defer f.Close()
	return !ours(f)
}

func indexEntry(r *record.Run) report.IndexEntry {
	_, err := os.Stat(r.Path(record.ReportFile))
	return report.IndexEntry{
		Dir:       filepath.Base(r.Dir),
		Title:     words.Printable(Title(r)),
		Started:   r.Started,
		Duration:  time.Duration(r.DurationNS),
		Status:    indexStatus(r),
		Verdicts:  Verdicts(r.Claims),
		HasReport: err == nil,
	}
}

// sweepEntry returns a sweep's single entry.
func sweepEntry(l *sweep.Log) report.IndexEntry {
	_, err := os.Stat(filepath.Join(l.Dir, sweep.PageFile))
	e := report.IndexEntry{
		Dir: filepath.Base(l.Dir), Title: words.Printable("sweep: " + sweepTitle(l)), Started: l.Started,
		Status: "ok", HasReport: err == nil, Page: sweep.PageFile,
	}
	for _, r := range l.Done {
		e.Duration += time.Duration(r.DurationNS)
	}
	if left := len(l.Left()); left > 0 {
		e.Status = fmt.Sprintf("unfinished: %d of %s", len(l.Done), words.Counted(len(l.Done)+left, "run"))
	}
	return e
}

func comparisonEntry(out string, l listedComparison) report.IndexEntry {
	_, err := os.Stat(filepath.Join(out, l.Dir, ComparisonPage))
	return report.IndexEntry{
		Dir: l.Dir, Title: words.Printable("comparison: " + l.Title), Started: l.Started, Status: "ok",
		HasReport: err == nil, Page: ComparisonPage,
	}
}

func indexStatus(r *record.Run) string {
	switch {
	case !r.Complete:
		return "failed: not finished"
	case !r.Exit.OK():
		return "failed: " + words.Printable(r.Exit.Error)
	}
	return "ok"
}
