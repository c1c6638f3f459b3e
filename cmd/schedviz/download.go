package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"schedviz/traceview"
)

// patience is how long a server may send nothing, beyond the time for which it was
// asked to record.
var patience = 30 * time.Second

// errSilent is why a download ends for which nothing comes any more.
var errSilent = errors.New("nothing came")

// fetched returns what names a trace or a run; a trace at a URL it first downloads.
func fetched(c *cobra.Command, name string) (string, error) {
	u, err := url.Parse(name)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return name, nil
	}
	ctx, stop := withSignals(c.Context()) // it ends the download, not what comes after
	defer stop()
	file, err := download(ctx, c.ErrOrStderr(), u)
	if err != nil {
		return "", fmt.Errorf("downloading %s: %w", u.Redacted(), err)
	}
	fmt.Fprintf(c.ErrOrStderr(), "schedviz: downloaded to %s\n", file)
	return file, nil
}

// download puts what is at u into a new file in the current directory. If it does
// not come to its end, what came is kept if it can be read as a trace.
func download(ctx context.Context, stderr io.Writer, u *url.URL) (string, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	wait := recordingTime(u) + patience
	late := time.AfterFunc(wait, func() { cancel(fmt.Errorf("%w for %v", errSilent, wait)) })
	defer late.Stop()
	body, size, err := get(ctx, u)
	if err != nil {
		return "", err
	}
	defer body.Close()
	part, err := os.CreateTemp(".", ".download-*.part")
	if err != nil {
		return "", err
	}
	defer os.Remove(part.Name()) // which is gone already if it was kept
	defer part.Close()
	to := downloadProgress(stderr, size)
	_, err = io.Copy(io.MultiWriter(part, to), &lively{body, func() { late.Reset(wait) }})
	to.Close()
	err = errors.Join(causeOf(ctx, err), part.Close())
	if err != nil {
		if !isTrace(part.Name()) {
			return "", err
		}
		warn(stderr, "the download ended early ("+strings.ReplaceAll(err.Error(), context.Canceled.Error(), "interrupted")+"): what came by then is kept")
	}
	return keepDownload(part.Name(), u)
}

// recordingTime is how long the server was asked to record, as net/http/pprof is:
// it may send nothing before.
func recordingTime(u *url.URL) time.Duration {
	seconds, err := strconv.ParseFloat(u.Query().Get("seconds"), 64)
	if err != nil || !(seconds > 0 && seconds < 1e6) {
		return 0
	}
	return time.Duration(seconds * float64(time.Second))
}

// get asks for what is at u; size is -1 if the server does not tell.
func get(ctx context.Context, u *url.URL) (body io.ReadCloser, size int64, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		var of *url.Error
		if errors.As(err, &of) {
			err = of.Err
		}
		return nil, 0, causeOf(ctx, err)
	}
	if resp.StatusCode != http.StatusOK {
		defer resp.Body.Close()
		said, _ := io.ReadAll(io.LimitReader(resp.Body, 200))
		return nil, 0, fmt.Errorf("the server answered %s: %s", resp.Status, strings.TrimSpace(string(said)))
	}
	return resp.Body, resp.ContentLength, nil
}

// causeOf is why ctx ended, if that is what err comes from.
func causeOf(ctx context.Context, err error) error {
	if err == nil || ctx.Err() == nil {
		return err
	}
	if cause := context.Cause(ctx); errors.Is(cause, errSilent) {
		return cause
	}
	return ctx.Err()
}

// lively tells of each read that brings something.
type lively struct {
	io.Reader
	tell func()
}

func (l *lively) Read(p []byte) (int, error) {
	n, err := l.Reader.Read(p)
	if n > 0 {
		l.tell()
	}
	return n, err
}

// downloadProgress shows on a terminal how much has come.
func downloadProgress(stderr io.Writer, size int64) io.WriteCloser {
	out, ok := terminal(stderr)
	if !ok {
		return discard{io.Discard}
	}
	return progressbar.NewOptions64(size,
		progressbar.OptionSetWriter(out), progressbar.OptionSetDescription("downloading"),
		progressbar.OptionShowBytes(true), progressbar.OptionSetWidth(30), progressbar.OptionClearOnFinish(),
	)
}

// discard takes everything, and can be closed.
type discard struct{ io.Writer }

func (discard) Close() error { return nil }

func isTrace(file string) bool {
	f, err := traceview.Open(file)
	if err != nil {
		return false
	}
	return f.Close() == nil
}

// keepDownload gives a downloaded file a name of its own, after the last word of its URL.
func keepDownload(part string, u *url.URL) (string, error) {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, strings.TrimLeft(path.Base(u.Path), "."))
	ext := path.Ext(name)
	base := strings.TrimSuffix(name, ext)
	if base == "" || base == "-" {
		base = "trace"
	}
	if ext == "" || ext == ".html" {
		ext = ".out"
	}
	return newFile(base, ext, func(file string) error {
		if err := os.Chmod(part, 0o644); err != nil {
			return err
		}
		return os.Rename(part, file)
	})
}
