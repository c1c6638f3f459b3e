package input

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"

	"schedviz/traceview/tracefile"
	"schedviz/traceview/words"
)

// errSilent is why a stalled download ends.
var errSilent = errors.New("nothing came")

// URL parses name as an http or https URL; it returns nil if it is none.
func URL(name string) *url.URL {
	u, err := url.Parse(name)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	return u
}

// Name returns the name for a file downloaded from u, after the last element of its path.
func Name(u *url.URL) (base, ext string) {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, strings.TrimLeft(path.Base(u.Path), "."))
	name = withoutPacking(name)
	ext = path.Ext(name)
	base = strings.TrimSuffix(name, ext)
	if base == "" || base == "-" {
		base = "trace"
	}
	if ext == "" || ext == ".html" {
		ext = ".out"
	}
	return base, ext
}

// Patience is how long a server that a user named may send nothing, on top of the time that it was asked to record.
const Patience = 30 * time.Second

// Download copies the trace at u, decompressed, to a new file in dir, which the caller must rename or remove. If
// the download ends early, because user ends for example, the part that arrived is kept if it is readable, and
// early says why there is no more. It fails if nothing arrives for patience, on top of the time for which the
// server is asked to record.
func Download(user context.Context, u *url.URL, dir string, patience time.Duration, opt Options) (file string, early, err error) {
	ctx, cancel := context.WithCancelCause(context.WithoutCancel(user))
	defer cancel(nil)
	conn := new(connection)
	defer context.AfterFunc(user, func() {
		if RecordingTime(u) > 0 && conn.endRequest() {
			time.Sleep(endGrace)
		}
		cancel(user.Err())
	})()
	wait := RecordingTime(u) + patience
	late := time.AfterFunc(wait, func() { cancel(fmt.Errorf("%w for %v", errSilent, wait)) })
	defer late.Stop()
	resp, err := get(ctx, u, conn, opt)
	if err != nil {
		return "", nil, err
	}
	defer resp.Body.Close()
	trace, err := unpack(&activity{resp.Body, func() { late.Reset(wait) }}, opt.limit())
	if err != nil {
		return "", nil, causeOf(ctx, sent(resp, err))
	}
	part, err := os.CreateTemp(dir, ".download-*.part")
	if err != nil {
		return "", nil, err
	}
	bar := opt.progress("downloading", resp.ContentLength)
	_, err = io.Copy(io.MultiWriter(part, bar), trace)
	bar.Close()
	err = errors.Join(causeOf(ctx, err), part.Close())
	if err == nil {
		err = user.Err()
	}
	if err == nil {
		return part.Name(), nil, nil
	}
	if errors.As(err, new(tooLarge)) && !opt.Cut || !isTrace(part.Name()) {
		os.Remove(part.Name())
		return "", nil, err
	}
	return part.Name(), err, nil
}

// Keep gives a file from [Download] its final name.
func Keep(temp, file string) error {
	if err := os.Chmod(temp, 0o644); err != nil {
		return err
	}
	return os.Rename(temp, file)
}

// endGrace is how long a server that is told to end a recording early may take to send the rest.
const endGrace = 800 * time.Millisecond

// connection is the network connection of a download.
type connection struct {
	mu   sync.Mutex
	last net.Conn
}

func (c *connection) dial(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := new(net.Dialer).DialContext(ctx, network, address)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = conn
	return conn, err
}

// endRequest closes the connection for sending, and reports whether it could. To a server that means that the
// client no longer waits; net/http/pprof then stops recording, and still sends what it has.
func (c *connection) endRequest() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	half, ok := c.last.(interface{ CloseWrite() error })
	return ok && half.CloseWrite() == nil
}

// sent adds to the error of a response that is not a trace what it is instead.
func sent(resp *http.Response, err error) error {
	no := (*notTrace)(nil)
	if !errors.As(err, &no) {
		return err
	}
	if no.begin == "" {
		return errors.New("the server sent nothing")
	}
	kind := resp.Header.Get("Content-Type")
	if kind == "" {
		kind = "something"
	}
	return fmt.Errorf("%w; the server sent %s that begins with %q", err, kind, no.begin)
}

// RecordingTime is how long u asks a server to record, in the way of net/http/pprof, 0 if it does not say. Until then
// the server may send nothing.
func RecordingTime(u *url.URL) time.Duration {
	seconds, err := strconv.ParseFloat(u.Query().Get("seconds"), 64)
	if err != nil || !(seconds > 0 && seconds < 1e6) {
		return 0
	}
	return time.Duration(seconds * float64(time.Second))
}

// get requests u.
func get(ctx context.Context, u *url.URL, conn *connection, opt Options) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	resp, err := client(conn, opt).Do(req)
	if err != nil {
		if of := (*url.Error)(nil); errors.As(err, &of) {
			err = of.Err
		}
		return nil, causeOf(ctx, err)
	}
	if resp.StatusCode != http.StatusOK {
		defer resp.Body.Close()
		said, _ := io.ReadAll(io.LimitReader(resp.Body, 200))
		return nil, fmt.Errorf("the server answered %s: %s", resp.Status, strings.TrimSpace(string(said)))
	}
	if resp.ContentLength > opt.limit() {
		resp.Body.Close()
		return nil, fmt.Errorf("the server has %s: %w", words.Bytes(resp.ContentLength), tooLarge{opt.limit()})
	}
	return resp, nil
}

// client is an HTTP client for one request. It reports redirects to other hosts, and does not decompress: unpack
// does, within bounds. It speaks HTTP/1: an HTTP/2 connection ends as a whole.
func client(conn *connection, opt Options) *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.DisableCompression, transport.DisableKeepAlives = true, true
	transport.DialContext = conn.dial
	transport.Protocols = new(http.Protocols)
	transport.Protocols.SetHTTP1(true)
	return &http.Client{
		Transport: transport,
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if len(via) >= 10 {
				return errors.New("too many redirects")
			}
			if from := via[len(via)-1].URL; from.Host != req.URL.Host || from.Scheme != req.URL.Scheme {
				opt.note("%s redirects to %s", from.Redacted(), req.URL.Redacted())
			}
			return nil
		},
	}
}

// causeOf returns why ctx ended, if err results from that.
func causeOf(ctx context.Context, err error) error {
	if err == nil || ctx.Err() == nil {
		return err
	}
	if cause := context.Cause(ctx); errors.Is(cause, errSilent) {
		return cause
	}
	return ctx.Err()
}

// activity calls back after each read that returns data.
type activity struct {
	io.Reader
	tell func()
}

func (l *activity) Read(p []byte) (int, error) {
	n, err := l.Reader.Read(p)
	if n > 0 {
		l.tell()
	}
	return n, err
}

func isTrace(file string) bool {
	f, err := tracefile.Open(file)
	if err != nil {
		return false
	}
	return f.Close() == nil
}
