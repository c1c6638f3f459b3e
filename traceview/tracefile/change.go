package tracefile

import (
	"crypto/sha256"
	"io"
	"io/fs"
	"os"
	"slices"
	"sync/atomic"

	"schedviz/traceview"
)

// Change is what became of a trace's file since it was opened.
type Change uint8

const (
	Unchanged Change = iota // it is as it was
	Grown                   // it has more bytes; those that it had are the same
	Replaced                // its path leads to another file; the one that was opened is the same
	Rewritten               // it has other bytes: what is read from it now may mix two traces
)

// headBytes is how much of a file's beginning tells one trace from another: the time
// of the first batch stands in it.
const headBytes = 4 << 10

// origin is the file of a trace, as it was when that was opened.
type origin struct {
	file      *os.File
	path      string
	info      fs.FileInfo
	head      [sha256.Size]byte // of the first headBytes
	rewritten atomic.Bool       // once it is, it stays so
}

func newOrigin(file *os.File, path string, info fs.FileInfo) *origin {
	o := &origin{file: file, path: path, info: info}
	o.head = o.readHead()
	return o
}

// readHead hashes the beginning of the file that was opened, up to its length at that time.
func (o *origin) readHead() [sha256.Size]byte {
	head := make([]byte, min(headBytes, o.info.Size()))
	n, _ := io.ReadFull(io.NewSectionReader(o.file, 0, int64(len(head))), head)
	return sha256.Sum256(head[:n])
}

// Change reports what became of the trace's file since it was opened. A trace that was
// not opened by its path is Unchanged, and so is one whose file has been removed.
func (f *File) Change() Change {
	o := f.origin
	if o == nil {
		return Unchanged
	}
	opened, err := o.file.Stat()
	if err != nil { // it is closed
		return Unchanged
	}
	if o.rewritten.Load() || o.overwritten(opened) {
		o.rewritten.Store(true)
		return Rewritten
	}
	if named, err := os.Stat(o.path); err == nil && !os.SameFile(o.info, named) {
		return Replaced
	}
	if opened.Size() > o.info.Size() {
		return Grown
	}
	return Unchanged
}

// overwritten reports whether the file that was opened, as it is now, has other bytes
// than it had. That bytes were only added shows by its beginning: who writes a file
// anew begins there.
func (o *origin) overwritten(now fs.FileInfo) bool {
	if now.Size() < o.info.Size() || o.readHead() != o.head {
		return true
	}
	return now.Size() == o.info.Size() && !now.ModTime().Equal(o.info.ModTime())
}

// CheckChange warns in s, which was read from f, if the file changed meanwhile so that s
// is not all of one trace. Who reads windows after a summary checks again after them.
func (f *File) CheckChange(s *traceview.Stat) {
	var warning string
	switch f.Change() {
	case Rewritten:
		warning = "the file changed while it was read: what is said of it may mix two traces; read it again when nothing writes to it any more"
	case Grown:
		warning = "the file grew while it was read: what was added meanwhile is left out"
	default:
		return
	}
	s.Trace.Complete = false
	if !slices.Contains(s.Trace.Warnings, warning) {
		s.Trace.Warnings = append(s.Trace.Warnings, warning)
	}
}
