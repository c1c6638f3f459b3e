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

// Change is what happened to a trace's file since it was opened.
type Change uint8

const (
	Unchanged Change = iota // no change
	Grown                   // bytes were added at its end; the others are the same
	Replaced                // its path leads to another file; the opened file is the same
	Rewritten               // its bytes changed: what is read from it now may mix two traces
)

// headBytes is how much of the beginning of a file identifies a trace: it includes the time of the
// first batch.
const headBytes = 4 << 10

// origin is the file of a trace, as it was when it was opened.
type origin struct {
	file      *os.File
	path      string
	info      fs.FileInfo
	head      [sha256.Size]byte // of the first headBytes
	rewritten atomic.Bool       // stays true once set
}

func newOrigin(file *os.File, path string, info fs.FileInfo) *origin {
	o := &origin{file: file, path: path, info: info}
	o.head = o.readHead()
	return o
}

// readHead hashes the beginning of the opened file, up to the length it had then.
func (o *origin) readHead() [sha256.Size]byte {
	head := make([]byte, min(headBytes, o.info.Size()))
	n, _ := io.ReadFull(io.NewSectionReader(o.file, 0, int64(len(head))), head)
	return sha256.Sum256(head[:n])
}

// Change reports what happened to the trace's file since it was opened. A trace that was not opened
// by path is Unchanged, and so is one whose file has been removed.
func (f *File) Change() Change {
	o := f.origin
	if o == nil {
		return Unchanged
	}
	opened, err := o.file.Stat()
	if err != nil { // the file is closed
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

// overwritten reports whether bytes of the opened file have changed, given its current info.
// Appending leaves the beginning as it was; writing a file anew replaces it.
func (o *origin) overwritten(now fs.FileInfo) bool {
	if now.Size() < o.info.Size() || o.readHead() != o.head {
		return true
	}
	return now.Size() == o.info.Size() && !now.ModTime().Equal(o.info.ModTime())
}

// CheckChange adds a warning to s, which was read from f, if the file changed in the meantime, so
// that s may not describe a single trace. Callers that read windows after a summary check again
// afterwards.
func (f *File) CheckChange(s *traceview.Stat) {
	var warning string
	switch f.Change() {
	case Rewritten:
		warning = "the file changed while it was read: its figures may mix two traces; " +
			"read it again once nothing writes to it"
	case Grown:
		warning = "the file grew while it was read: the added part is left out"
	default:
		return
	}
	s.Trace.Complete = false
	if !slices.Contains(s.Trace.Warnings, warning) {
		s.Trace.Warnings = append(s.Trace.Warnings, warning)
	}
}
