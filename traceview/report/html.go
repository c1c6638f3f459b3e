package report

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"
)

// The scripts' modules are not embedded: a page has them in its bundle.
//
//go:embed assets/*/*.html assets/*/*.css assets/bundles assets/echarts
var assets embed.FS

//go:generate go run ./internal/bundle/generate

// styles are the page's style sheets, in the order they are applied.
var styles = []string{
	"page/page", "timeline/timeline", "trace/exactness", "timeline/details", "sections/sections",
	"sections/lesson", "page/narrow", "page/print",
}

// pageView is what the page's template shows itself; the page's scripts take everything
// else from the blob.
type pageView struct {
	Title    string
	Facts    []string
	Warnings []string
	Served   bool // it comes without data, and fetches it
}

// pageAssets is the fixed part of every page.
type pageAssets struct {
	Style   template.CSS
	Library template.HTML // ECharts, as a script element, with the notices its licences require
	Script  template.HTML // our own scripts, as a script element
	Policy  string        // the content security policy

	Generator string // what made the page; "" if unstated
}

// loadAssets reads the embedded files of a report once.
var loadAssets = sync.OnceValues(func() (pageAssets, error) { return assetsOf("page", styles) })

// fixedBytes is roughly the size of the part that all pages share.
func fixedBytes() int {
	fixed, err := loadAssets()
	if err != nil {
		return 0 // writing the page reports the error
	}
	return len(fixed.Style) + len(fixed.Library) + len(fixed.Script) + 64<<10 // the skeleton
}

// assetsOf makes the fixed part of a page from a bundle of scripts and style sheets.
func assetsOf(bundle string, styles []string) (pageAssets, error) {
	library, err := readAsset("echarts/echarts.min.js")
	if err != nil {
		return pageAssets{}, err
	}
	notice, err := libraryNotice()
	if err != nil {
		return pageAssets{}, err
	}
	own, err := readAsset("bundles/" + bundle + ".js")
	if err != nil {
		return pageAssets{}, err
	}
	style, err := readStyles(styles)
	if err != nil {
		return pageAssets{}, err
	}
	return pageAssets{
		Style:   template.CSS(style),
		Library: notice + scriptElement(library),
		Script:  scriptElement(own),
		Policy:  policy(library, own),
	}, nil
}

// libraryNotice is the notice that the licences of ECharts and its parts require. It is an
// HTML comment, which cannot be in a template, as html/template strips comments.
func libraryNotice() (template.HTML, error) {
	notice, err := readAsset("echarts/notice.txt")
	if err != nil {
		return "", err
	}
	d3, err := readAsset("echarts/echarts.LICENSE-d3")
	return template.HTML("<!--\n" + notice + d3 + "-->\n"), err
}

// readStyles concatenates style sheets.
func readStyles(names []string) (string, error) {
	var all strings.Builder
	for _, name := range names {
		text, err := readAsset(name + ".css")
		if err != nil {
			return "", err
		}
		all.WriteString(text)
	}
	return all.String(), nil
}

func readAsset(name string) (string, error) {
	text, err := assets.ReadFile("assets/" + name)
	if err != nil {
		return "", fmt.Errorf("reading the page's own %s: %w", name, err)
	}
	return string(text), nil
}

func scriptElement(code string) template.HTML {
	return template.HTML("<script>" + code + "</script>")
}

// policy allows only these scripts to run, if any, and nothing to be loaded: a second line
// of defence, should a name ever reach the page as markup.
func policy(scripts ...string) string {
	var hashes []string
	for _, s := range scripts {
		sum := sha256.Sum256([]byte(s))
		hashes = append(hashes, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
	}
	return "default-src 'none'; script-src " + cmp.Or(strings.Join(hashes, " "), "'none'") +
		"; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
}

// pageTemplate parses the page's skeleton once.
var pageTemplate = sync.OnceValues(func() (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{
		"inc":    func(i int) int { return i + 1 },
		"swatch": swatch,
	}).ParseFS(assets, "assets/*/*.html")
})

func writeHTML(w io.Writer, view pageView, blob []byte, exact []Exact) error {
	t, err := pageTemplate()
	if err != nil {
		return err
	}
	fixed, err := loadAssets()
	if err != nil {
		return err
	}
	var data template.HTML
	if view.Served {
		fixed.Policy = servedPolicy(fixed.Policy)
	} else {
		data = dataElements(blob, exact)
	}
	return t.ExecuteTemplate(w, "page.html", struct {
		pageView
		pageAssets
		Data template.HTML
	}{view, fixed, data})
}

// dataElements wraps the blobs: the page's, and those of its exact windows, in the order
// in which the header lists them.
func dataElements(blob []byte, exact []Exact) template.HTML {
	size := base64.StdEncoding.EncodedLen(len(blob))
	for _, e := range exact {
		size += base64.StdEncoding.EncodedLen(len(e.blob))
	}
	var out strings.Builder
	out.Grow(size + 100*(1+len(exact)))
	out.WriteString(dataElement("data", blob))
	for i, e := range exact {
		out.WriteString(dataElement(fmt.Sprintf("window-%d", i), e.blob))
	}
	return template.HTML(out.String())
}

// dataElement wraps a blob. No Base64 character has a meaning in HTML.
func dataElement(id string, blob []byte) string {
	text := base64.StdEncoding.EncodeToString(blob)
	return `<script type="application/octet-stream;base64" id="` + id + `">` + text + "</script>\n"
}
