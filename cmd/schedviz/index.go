package main

import (
	"bytes"
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
	"schedviz/workloads"
)

// writeIndex writes the page that lists the runs in out.
func writeIndex(out string) error {
	path := filepath.Join(out, "index.html")
	if foreign(path) {
		return fmt.Errorf("%s is not schedviz's: it is left as it is, and the runs are not listed", path)
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
	return record.WriteFile(path, func(w io.Writer) error { return report.WriteIndex(w, entries) })
}

// foreign reports whether there is a file at path that was not written by writeIndex.
func foreign(path string) bool {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false
	}
	return err != nil || !bytes.Contains(data, []byte("schedviz"))
}

func indexEntry(r *record.Run) report.IndexEntry {
	_, err := os.Stat(r.Path(record.ReportFile))
	return report.IndexEntry{
		Dir:       filepath.Base(r.Dir),
		Title:     runTitle(r),
		Started:   r.Started,
		Duration:  time.Duration(r.DurationNS),
		Status:    indexStatus(r),
		Verdicts:  countVerdicts(r.Claims),
		HasReport: err == nil,
	}
}

// sweepEntry lists a sweep as one line.
func sweepEntry(l *sweep.Log) report.IndexEntry {
	_, err := os.Stat(filepath.Join(l.Dir, sweep.PageFile))
	e := report.IndexEntry{
		Dir: filepath.Base(l.Dir), Title: "sweep: " + sweepTitle(l), Started: l.Started,
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

func indexStatus(r *record.Run) string {
	switch {
	case !r.Complete:
		return "failed: not finished"
	case !r.Exit.OK():
		return "failed: " + r.Exit.Error
	}
	return "ok"
}

// countVerdicts counts claims by their verdict.
func countVerdicts(claims []record.Claim) (n report.Verdicts) {
	for _, c := range claims {
		switch workloads.Verdict(c.Verdict) {
		case workloads.Holds:
			n.Holds++
		case workloads.Fails:
			n.Fails++
		default:
			n.Inconclusive++
		}
	}
	return n
}
