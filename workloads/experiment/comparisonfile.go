package experiment

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"schedviz/traceview/compare"
	"schedviz/traceview/record"
	"schedviz/traceview/report"
	"schedviz/traceview/words"
)

// The files in the directory of a comparison.
const (
	ComparisonFile = "compare.json"
	ComparisonPage = "compare.html"
)

// comparisonSchema is the version of compare.json.
const comparisonSchema = 1

// ComparisonReport is a comparison as compare --json prints it, and compare.json keeps it.
type ComparisonReport struct {
	Schema  int          `json:"schema"`
	Title   string       `json:"title"`
	Started time.Time    `json:"started"`
	Page    string       `json:"page"`
	Sides   []SideReport `json:"sides"`
	Guide   *GuideResult `json:"guide"` // null unless it is a guided comparison
	compare.Result
}

// SideReport is one of the things compared.
type SideReport struct {
	Name     string            `json:"name"` // as in the sentences: "A"
	Label    string            `json:"label"`
	Workload string            `json:"workload"` // "" for a trace
	Params   map[string]string `json:"params"`
	Settings map[string]string `json:"settings"`
	Runs     []RunReport       `json:"runs"`
}

// RunReport is a run of a side, or its trace.
type RunReport struct {
	RunDir     string         `json:"run_dir"` // "" for a trace
	Trace      string         `json:"trace"`
	DurationNS int64          `json:"duration_ns"`
	Complete   bool           `json:"complete"`
	Claims     []record.Claim `json:"claims"`
}

// Report returns the comparison with the result r, whose page is at path.
func (c *Comparison) Report(r compare.Result, path string) ComparisonReport {
	out := ComparisonReport{
		Schema: comparisonSchema, Title: c.Title(), Started: c.started, Page: path, Guide: c.GuideResult(), Result: r,
		Sides: []SideReport{},
	}
	for i, s := range c.Sides {
		compared := s.Compared()
		side := SideReport{
			Name: compare.Name(i), Label: s.Label, Workload: compared.Program,
			Params: compared.Params, Settings: compared.Settings, Runs: []RunReport{},
		}
		for _, m := range s.Runs {
			side.Runs = append(side.Runs, runReport(m))
		}
		out.Sides = append(out.Sides, side)
	}
	return out
}

func runReport(m Measured) RunReport {
	out := RunReport{
		Trace: m.Input.Trace, DurationNS: m.Run.DurationNS, Complete: m.Run.Complete, Claims: []record.Claim{},
	}
	if run := m.Input.Run; run != nil {
		out.RunDir, out.Claims = run.Dir, append(out.Claims, run.Claims...)
	}
	return out
}

// Keep writes the page and compare.json into a new directory in the output directory, and lists it in the index page
// there. It returns the path of the page.
func (c *Comparison) Keep(ctx context.Context, p report.Comparison) (path string, err error) {
	dir, err := record.MakeDir(c.options.Out, c.dirName())
	if err != nil {
		return "", fmt.Errorf("keeping the comparison: %w", err)
	}
	path = filepath.Join(dir, ComparisonPage)
	if err := c.WritePage(ctx, path, p); err != nil {
		os.Remove(dir)
		return "", err
	}
	err = record.WriteFile(filepath.Join(dir, ComparisonFile), func(w io.Writer) error {
		return words.WriteJSON(w, c.Report(p.Result, path))
	})
	if err != nil {
		return "", err
	}
	if err := WriteIndex(ctx, c.options.Out); err != nil {
		c.options.Hooks.warn("listing the comparison: " + err.Error())
	}
	return path, nil
}

// dirName names the directory of a guided comparison after its workload.
func (c *Comparison) dirName() string {
	if c.Guide != nil {
		return "compare-" + c.Sides[0].commandLine.words[0]
	}
	return "compare"
}

// listedComparison is the part of compare.json that the index page shows.
type listedComparison struct {
	Dir     string    `json:"-"`
	Schema  int       `json:"schema"`
	Title   string    `json:"title"`
	Started time.Time `json:"started"`
}

// maxComparisonFile bounds how much of a compare.json is read to list it.
const maxComparisonFile = 64 << 20

// listComparisons returns the comparisons in the directory out. It skips everything else.
func listComparisons(out string) []listedComparison {
	entries, _ := os.ReadDir(out)
	var list []listedComparison
	for _, e := range entries {
		path := filepath.Join(out, e.Name(), ComparisonFile)
		info, err := os.Stat(path) // before opening: opening a pipe would block
		if err != nil || !info.Mode().IsRegular() || info.Size() > maxComparisonFile {
			continue
		}
		l := listedComparison{Dir: e.Name()}
		if data, err := os.ReadFile(path); err == nil && json.Unmarshal(data, &l) == nil && l.Schema == comparisonSchema {
			list = append(list, l)
		}
	}
	return list
}
