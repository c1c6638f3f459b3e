package report

import (
	"fmt"
	"io"
)

// Served is a page that comes in pieces from a server of its own (traceview/serve): a shell
// that is the same for every trace, data that it fetches once available, and windows of the
// trace as the reader looks at them.
type Served struct {
	// Windows packs the windows that the page fetches.
	*Windows
	data []byte
}

// Serve packs a page to be served. A whole page fetches the spans that its overview merges;
// otherwise it shows the trace's beginning, to look at while the rest is being read.
func Serve(p Page, whole bool) (*Served, error) {
	p = p.filled()
	p.served = &servedView{Facts: append([]string{}, p.Facts...), Warnings: append([]string{}, p.Warnings...), Whole: whole}
	data, err := packAll(p)
	if err != nil {
		return nil, fmt.Errorf("packing the report %q: %w", p.Title, err)
	}
	return &Served{NewWindows(p.Window), data}, nil
}

// Data returns the page's data, packed.
func (s *Served) Data() []byte { return s.data }

// servedView is what a served page has in its header, and other pages have in their HTML.
type servedView struct {
	Facts    []string `json:"facts"`
	Warnings []string `json:"warnings"`
	Whole    bool     `json:"whole"`
}

// WriteShell writes the HTML of a served page: all but its data.
func WriteShell(w io.Writer, title string) error {
	return writeHTML(w, pageView{Title: title, Served: true}, nil, nil)
}

// ServedPolicy is the content security policy for a served page: it may run its own scripts
// and connect to its own server only.
func ServedPolicy() (string, error) {
	fixed, err := loadAssets()
	if err != nil {
		return "", err
	}
	return servedPolicy(fixed.Policy) + "; frame-ancestors 'none'", nil
}

func servedPolicy(policy string) string { return policy + "; connect-src 'self'" }
