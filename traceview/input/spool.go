package input

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"schedviz/traceview/interrupt"
	"schedviz/traceview/tracefile"
)

// spooled copies the trace from open's reader to a temporary file and opens that. If the reader fails after the
// trace has begun, the part read so far is the trace.
func spooled(ctx context.Context, name string, open func() (io.ReadCloser, error), opt Options) (*Trace, error) {
	temp, remove, err := newTemp()
	if err != nil {
		return nil, fmt.Errorf("reading %s: making a temporary file in %s: %w", name, os.TempDir(), cause(err))
	}
	t, err := fill(ctx, temp, name, open, opt)
	if err != nil {
		temp.Close()
		remove()
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	t.remove = func() {
		temp.Close()
		remove()
	}
	return t, nil
}

// newTemp makes a temporary file. Where an open file can be removed, it is removed at once, so that nothing is
// left however schedviz ends; elsewhere the caller must call remove.
func newTemp() (temp *os.File, remove func(), err error) {
	temp, err = os.CreateTemp("", "schedviz-*.trace")
	if err != nil {
		return nil, nil, err
	}
	if os.Remove(temp.Name()) == nil {
		return temp, func() {}, nil
	}
	return temp, func() { os.Remove(temp.Name()) }, nil
}

// fill copies a trace into temp and opens it there.
func fill(ctx context.Context, temp *os.File, name string, open func() (io.ReadCloser, error), opt Options) (*Trace, error) {
	bar := opt.progress("reading "+Title(name), -1)
	defer bar.Close()
	var broken error
	err := interrupt.Write(ctx, io.MultiWriter(temp, bar), func(w io.Writer) (err error) {
		broken, err = copyTrace(w, open, opt.limit())
		return err
	})
	if err != nil {
		return nil, explain(err, temp)
	}
	info, err := temp.Stat()
	if err != nil {
		return nil, err
	}
	f, err := tracefile.New(temp, info.Size(), name)
	switch {
	case err != nil && broken != nil:
		return nil, fmt.Errorf("%w (%w)", broken, err)
	case err != nil:
		return nil, err
	}
	t := &Trace{File: f}
	if broken != nil {
		t.Warnings = []string{fmt.Sprintf("%s is cut off or damaged (%v): the part before that is read", Title(name), broken)}
	}
	return t, nil
}

// copyTrace copies the trace from open's reader to w. If reading fails after the trace has begun, broken says
// why.
func copyTrace(w io.Writer, open func() (io.ReadCloser, error), limit int64) (broken, err error) {
	in, err := open()
	if err != nil {
		return nil, cause(err)
	}
	defer in.Close()
	trace, err := unpack(in, limit)
	if err != nil {
		return nil, err
	}
	from := &failing{r: trace}
	_, err = io.Copy(w, from)
	if from.err != nil && !errors.As(from.err, new(tooLarge)) {
		return from.err, nil
	}
	return nil, err
}

// failing remembers its read error, to distinguish it from a write error.
type failing struct {
	r   io.Reader
	err error
}

func (f *failing) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		f.err = err
	}
	return n, err
}

// explain adds to an error of temp what the file is, as the user does not know it.
func explain(err error, temp *os.File) error {
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) && pe.Path == temp.Name() {
		return fmt.Errorf("copying it to a temporary file in %s: %w", os.TempDir(), pe.Err)
	}
	return err
}

func (o Options) limit() int64 {
	if o.MaxSize == 0 {
		return DefaultMaxSize
	}
	return o.MaxSize
}

func (o Options) progress(what string, size int64) io.WriteCloser {
	if o.Progress != nil {
		if w := o.Progress(what, size); w != nil {
			return w
		}
	}
	return unseen{io.Discard}
}

func (o Options) note(format string, args ...any) {
	if o.Note != nil {
		o.Note(fmt.Sprintf(format, args...))
	}
}

// unseen is progress that is not shown.
type unseen struct{ io.Writer }

func (unseen) Close() error { return nil }
