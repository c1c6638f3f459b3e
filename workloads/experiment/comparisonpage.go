package experiment

import (
	"context"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"schedviz/traceview/compare"
	"schedviz/traceview/record"
	"schedviz/traceview/report"
)

// Page returns the page of the comparison with the result r, with the timeline of one run of each side.
func (c *Comparison) Page(ctx context.Context, r compare.Result) (report.Comparison, error) {
	p := report.Comparison{Title: c.Title(), Result: r}
	if c.Guide != nil {
		p.About = strings.Join(strings.Fields(c.Guide.Text), " ")
	}
	for i, s := range c.Sides {
		side, err := c.pageSide(ctx, s)
		if err != nil {
			return p, err
		}
		side.Name = compare.Name(i)
		p.Sides = append(p.Sides, side)
	}
	p.Guide = c.pageGuide(p.Sides)
	return p, nil
}

// pageSide returns the page's view of a side.
func (c *Comparison) pageSide(ctx context.Context, s *Side) (report.ComparedSide, error) {
	m := s.Shown()
	a := m.kept
	if a == nil {
		var err error
		if a, err = m.Input.Overview(ctx, c.spans(), c.options.Hooks); err != nil {
			return report.ComparedSide{}, err
		}
	}
	return report.ComparedSide{Label: s.Label, Runs: len(s.Runs), Page: m.Input.Page(a)}, nil
}

// WritePage writes the page to a file, whole or not at all, with links to the reports of its runs.
func (c *Comparison) WritePage(ctx context.Context, path string, p report.Comparison) error {
	for i, s := range c.Sides {
		p.Sides[i].Link = linkTo(path, s.Shown())
	}
	return writeFile(ctx, path, func(w io.Writer) error { return report.WriteComparison(w, p) })
}

// linkTo returns the address of a run's report for a page at path; "" if there is none.
func linkTo(path string, m Measured) string {
	if m.Input.Run == nil {
		return ""
	}
	target := m.Input.Run.Path(record.ReportFile)
	if _, err := os.Stat(target); err != nil {
		return ""
	}
	return relativeLink(path, target)
}

// relativeLink returns the address of the file target for a page at path; "" if there is none.
func relativeLink(path, target string) string {
	from, err1 := filepath.Abs(filepath.Dir(path))
	to, err2 := filepath.Abs(target)
	if err1 != nil || err2 != nil {
		return ""
	}
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return "" // on another drive
	}
	return (&url.URL{Path: "./" + filepath.ToSlash(rel)}).String()
}
