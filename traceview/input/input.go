// Package input opens the trace that a user names: a file, a pipe or standard input, plain or compressed with
// gzip or zstd. It also downloads a trace at a URL to a file.
//
// A trace is read in pieces and more than once. An input that does not allow that is first copied to a temporary
// file: [unpack] detects from the first bytes how it is compressed and whether it is a trace at all, before much
// of it has arrived. No more is copied than Options allow.
//
// The package serves the command: it may change without notice.
package input

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/term"

	"schedviz/traceview/tracefile"
)

// DefaultMaxSize is the default of Options.MaxSize, in bytes.
const DefaultMaxSize = 2_000_000_000

// Options say how to read a trace.
type Options struct {
	// MaxSize limits what is downloaded, read from a pipe, or unpacked, in bytes. 0 is DefaultMaxSize.
	MaxSize int64
	// Cut makes a download that is larger end early instead of failing.
	Cut bool
	// Stdin is the input named "-"; nil is os.Stdin.
	Stdin io.Reader
	// Progress returns a writer that gets a copy of the data, to show how much has arrived of size bytes, -1
	// if unknown. Progress and the writer may be nil, to show nothing.
	Progress func(what string, size int64) io.WriteCloser
	// Note gets what the user may want to know, one sentence per call. It may be nil.
	Note func(sentence string)
}

// Trace is an open trace.
type Trace struct {
	*tracefile.File
	// Warnings say what is missing from the input, a sentence each.
	Warnings []string
	remove   func()
}

// Close closes the trace.
func (t *Trace) Close() error {
	err := t.File.Close()
	t.remove()
	return err
}

// IsStdin reports whether name is standard input.
func IsStdin(name string) bool {
	return slices.Contains([]string{"-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"}, name)
}

// Title returns the display name of the trace at name.
func Title(name string) string {
	if IsStdin(name) {
		return "standard input"
	}
	return filepath.Base(name)
}

// Base returns the base name for files made from the trace, without extension.
func Base(name string) string {
	if IsStdin(name) || strings.HasPrefix(name, "/dev/fd/") || strings.HasPrefix(name, "/proc/self/fd/") {
		return "trace"
	}
	base := withoutPacking(filepath.Base(name))
	if short := strings.TrimSuffix(base, filepath.Ext(base)); short != "" {
		return short
	}
	return base
}

// withoutPacking removes the extension of a compressed file from its name.
func withoutPacking(name string) string {
	for _, ext := range []string{".gz", ".zst"} {
		if short, ok := strings.CutSuffix(name, ext); ok && short != "" {
			return short
		}
	}
	return name
}

// Open opens the trace at name: a file, a pipe, or "-" for standard input.
func Open(ctx context.Context, name string, opt Options) (*Trace, error) {
	if IsStdin(name) {
		return openStdin(ctx, opt)
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, fmt.Errorf("opening trace: %w", err)
	case info.IsDir():
		return nil, fmt.Errorf("opening trace %s: it is a directory", name)
	}
	if info.Mode().IsRegular() && !packed(name) {
		f, err := tracefile.Open(name)
		if err != nil {
			return nil, err
		}
		return &Trace{File: f, remove: func() {}}, nil
	}
	return spooled(ctx, name, func() (io.ReadCloser, error) { return os.Open(name) }, opt)
}

func openStdin(ctx context.Context, opt Options) (*Trace, error) {
	if opt.Stdin == nil {
		opt.Stdin = os.Stdin
	}
	if f, ok := opt.Stdin.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return nil, errors.New("reading standard input: it is a terminal; pipe a trace into it")
	}
	return spooled(ctx, Title("-"), func() (io.ReadCloser, error) { return io.NopCloser(opt.Stdin), nil }, opt)
}

// packed reports whether the regular file name is compressed. If the file can't be read, opening it will say why.
func packed(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	var head [magicBytes]byte
	n, _ := io.ReadFull(f, head[:])
	return packingOf(head[:n]) != plain
}

// cause returns why a file operation failed, without the path.
func cause(err error) error {
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
