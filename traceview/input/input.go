// Package input turns what a user names into an open trace: a file, a pipe, standard
// input, plain or compressed with gzip or zstd; and what is at an address of the web
// into a file.
//
// A trace is read in pieces and more than once. What cannot be read so is first copied to
// a temporary file: [unpack] finds out by its first bytes how it is compressed, and that
// it is a trace at all, before much of it has come; no more is copied than Options allow.
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

// DefaultMaxSize is the most, in bytes, that is copied unless Options say otherwise.
const DefaultMaxSize = 2_000_000_000

// Options say how a trace is got at.
type Options struct {
	// MaxSize bounds what is downloaded, comes through a pipe, or is unpacked, in
	// bytes. 0 is DefaultMaxSize.
	MaxSize int64
	// Stdin is what "-" names; nil is os.Stdin.
	Stdin io.Reader
	// Progress returns what is to be written what comes to, to show how much that is:
	// size bytes in all, -1 if nobody knows. nil, and what it returns if that is nil, show nothing.
	Progress func(what string, size int64) io.WriteCloser
	// Note is told what the user may want to know, a sentence each. nil tells nobody.
	Note func(sentence string)
}

// Trace is an open trace.
type Trace struct {
	*tracefile.File
	// Doubts say what of the input is missing, a sentence each.
	Doubts []string
	remove func()
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

// Title is what the trace that name leads to is called.
func Title(name string) string {
	if IsStdin(name) {
		return "standard input"
	}
	return filepath.Base(name)
}

// Base is what files that are made of the trace are called after, without extension.
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

// withoutPacking takes the extension of a compressed file off its name.
func withoutPacking(name string) string {
	for _, ext := range []string{".gz", ".zst"} {
		if short, ok := strings.CutSuffix(name, ext); ok && short != "" {
			return short
		}
	}
	return name
}

// Open opens the trace that name leads to: a file, a pipe, or "-" for standard input.
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
		return nil, errors.New("reading standard input: it is a terminal; a trace comes through a pipe")
	}
	return spooled(ctx, Title("-"), func() (io.ReadCloser, error) { return io.NopCloser(opt.Stdin), nil }, opt)
}

// packed reports whether the regular file of a name is compressed. Of one that cannot be
// read, opening it says why.
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

// cause is why a file operation failed, without the path.
func cause(err error) error {
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
