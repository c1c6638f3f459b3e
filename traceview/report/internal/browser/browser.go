// Package browser opens a page in a headless Chromium for tests.
package browser

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// names are the names of Chromium on various systems.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}

// find returns the path of Chromium, "" if there is none.
func find() string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// Page is a page open in its own browser, with a log of what happened in it.
type Page struct {
	ctx context.Context
	t   testing.TB

	mu       sync.Mutex
	requests []string
	errors   []string
}

// Options say how to open a page. The zero value is 1400×900, light.
type Options struct {
	Width, Height int64
	Dark          bool
}

// Open opens the file, and waits until the page says it is ready. Without Chromium
// it skips the test; under CI=true it fails it.
func Open(t testing.TB, path string, o Options) *Page {
	t.Helper()
	abs, err := filepath.Abs(path)
	if err != nil {
		t.Fatalf("finding the page: %v", err)
	}
	return OpenURL(t, (&url.URL{Scheme: "file", Path: filepath.ToSlash(abs)}).String(), o)
}

// OpenURL is like Open, for a URL.
func OpenURL(t testing.TB, address string, o Options) *Page {
	t.Helper()
	chromium := find()
	if chromium == "" {
		const missing = "no Chromium on this machine to open the page in"
		if os.Getenv("CI") == "true" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	if o.Width == 0 {
		o.Width, o.Height = 1400, 900
	}
	p := &Page{t: t, ctx: start(t, chromium)}
	if err := chromedp.Listen(p.ctx, p.listen); err != nil {
		t.Fatalf("starting %s: %v", chromium, err)
	}
	p.Do("opening "+address,
		watch, colours(o.Dark),
		chromedp.EmulateViewport(o.Width, o.Height),
		chromedp.Navigate(address),
		chromedp.WaitReady(chromedp.CSS(`body[data-ready="yes"]`)),
	)
	return p
}

func start(t testing.TB, chromium string) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium),
		chromedp.NoSandbox, // needed when running as root, as in containers
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("hide-scrollbars", false),
	)...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	return ctx
}

// watch records the page's requests, exceptions and log messages.
func watch(ctx context.Context, t *chromedp.Target) (v chromedp.Void, err error) {
	if _, err = cdp.Call(ctx, t, network.Enable, network.EnableParams{}); err != nil {
		return v, err
	}
	_, err = cdp.Call(ctx, t, log.Enable, cdp.Empty{})
	return v, err
}

// colours emulates a preferred colour scheme.
func colours(dark bool) chromedp.Action[chromedp.Void] {
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	return media("prefers-color-scheme", scheme)
}

// media emulates a media feature.
func media(feature, value string) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (v chromedp.Void, err error) {
		_, err = cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: feature, Value: value}},
		})
		return v, err
	}
}

// Media changes an emulated media feature, such as a preference of the reader's.
func (p *Page) Media(feature, value string) {
	p.t.Helper()
	p.Do("changing "+feature, media(feature, value))
	p.Settle()
}

// Dark makes the browser prefer dark, or light, colours from now on.
func (p *Page) Dark(dark bool) {
	p.t.Helper()
	p.Do("changing the colour scheme", colours(dark))
	p.Settle()
}

func (p *Page) listen(ev any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch ev := ev.(type) {
	case *network.EventRequestWillBeSent:
		p.requests = append(p.requests, ev.Request.URL)
	case *runtime.EventExceptionThrown:
		text := ev.ExceptionDetails.Text
		if e := ev.ExceptionDetails.Exception; e != nil {
			text += " " + e.Description
			text, _, _ = strings.Cut(text, "\n")
		}
		p.errors = append(p.errors, text)
	case *runtime.EventConsoleAPICalled:
		if slices.Contains([]string{"error", "warning", "assert"}, string(ev.Type)) {
			text := "console:"
			for _, a := range ev.Args {
				text += " " + string(a.Value) + a.Description
			}
			p.errors = append(p.errors, text)
		}
	case *log.EventEntryAdded:
		if slices.Contains([]string{"error", "warning"}, string(ev.Entry.Level)) {
			p.errors = append(p.errors, "log: "+ev.Entry.Text)
		}
	}
}

// Do runs actions; if one fails, so does the test.
func (p *Page) Do(what string, actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, actions...); err != nil {
		p.t.Fatalf("%s: %v%s", what, err, p.trouble())
	}
}

func (p *Page) trouble() string {
	if errs := p.Errors(); len(errs) > 0 {
		return fmt.Sprintf("; the page said: %q", errs)
	}
	return ""
}

// Eval runs JavaScript in the page and returns its value, awaiting promises.
func Eval[T any](p *Page, js string) T {
	p.t.Helper()
	v, err := evaluate[T](p, js)
	if err != nil {
		p.t.Fatal(err)
	}
	return v
}

// TryEval evaluates JavaScript like [Eval]. ok is false if the page was being replaced by another.
func TryEval[T any](p *Page, js string) (v T, ok bool) {
	p.t.Helper()
	v, err := evaluate[T](p, js)
	switch {
	case err == nil:
		return v, true
	case isNavigation(err):
		return v, false
	}
	p.t.Fatal(err)
	return v, false
}

// isNavigation reports whether the browser's own error is that the page went away.
func isNavigation(err error) bool {
	text := errors.Unwrap(err).Error()
	return strings.Contains(text, "navigated") || strings.Contains(text, "context was destroyed")
}

func evaluate[T any](p *Page, js string) (T, error) {
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
	if err != nil {
		return v, fmt.Errorf("evaluating %s: %w%s", js, err, p.trouble())
	}
	return v, nil
}

// Errors returns the page's exceptions, errors and warnings.
func (p *Page) Errors() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.errors)
}

// Requests returns the URLs that the page requested, without data: URLs.
func (p *Page) Requests() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(p.requests), func(u string) bool { return strings.HasPrefix(u, "data:") })
}

// Settle waits until the page has finished drawing.
func (p *Page) Settle() {
	p.t.Helper()
	Eval[bool](p, `new Promise(done =>
		requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 80))))`)
}

// Key presses a key on the page.
func (p *Page) Key(key string) {
	p.t.Helper()
	p.Do(fmt.Sprintf("pressing %q", key), chromedp.KeyEvent(key))
	p.Settle()
}

// PDF prints the page on A4, with the page's own margins.
func (p *Page) PDF() []byte {
	p.t.Helper()
	r, err := chromedp.Run(p.ctx, func(ctx context.Context, t *chromedp.Target) (page.PrintToPDFResult, error) {
		own := true
		return cdp.Call(ctx, t, page.PrintToPDF, page.PrintToPDFParams{
			PaperWidth: 8.27, PaperHeight: 11.69, PreferCSSPageSize: &own, PrintBackground: &own,
		})
	})
	if err != nil {
		p.t.Fatalf("printing: %v", err)
	}
	return r.Data
}

// Shot saves what is in view, or the whole page, as a PNG.
func (p *Page) Shot(path string, whole bool) {
	p.t.Helper()
	take := chromedp.CaptureScreenshot()
	if whole {
		take = chromedp.FullScreenshot(100)
	}
	png, err := chromedp.Run(p.ctx, take)
	if err != nil {
		p.t.Fatalf("taking a screenshot: %v", err)
	}
	if err := os.WriteFile(path, png, 0o644); err != nil {
		p.t.Fatal(err)
	}
}
