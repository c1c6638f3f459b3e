package tracefile

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"

	"schedviz/traceview"
	"schedviz/traceview/cores"
	"schedviz/traceview/internal/decode"
	"schedviz/traceview/internal/oncore"
	"schedviz/traceview/internal/sched"
	"schedviz/traceview/internal/summarize"
	"schedviz/traceview/internal/wire"
)

// File is an open trace, indexed by generation. It holds no events. Its methods are safe for
// concurrent use.
type File struct {
	name    string
	r       io.ReaderAt
	size    int64
	close   func() error
	origin  *origin // nil if it was not opened by path
	version wire.Version
	extents []wire.Extent
	damage  error // what stopped the index; nil if the file is whole

	progress func(read, size int64) // may be nil

	cores  *cores.Data // nil without a record of cores
	limits limits

	mu             sync.Mutex
	checkpoints    []checkpoint // ascending; Window starts reading from one of these
	checkpointSize int
	checkpointGap  int64      // minimum distance between two, in bytes
	checkpointNext int64      // the lowest offset of the next one
	segments       []*segment // least recently used first
}

// limits bounds what is kept in memory.
type limits struct {
	batchEvents   int // events per batch, at most MaxBatchEvents
	recycleAfter  int // goroutines that must have ended before their numbers are reused
	rows          int // goroutines that a summary lists
	stays         int // stays on cores that are kept before unneeded ones are dropped
	segmentBytes  int // of events around a window
	snapshotBytes int // of the snapshots of one segment
}

var defaultLimits = limits{
	batchEvents: decode.MaxBatchEvents, recycleAfter: sched.RecycleAfter, rows: summarize.KeptRows,
	stays:        oncore.KeptStays,
	segmentBytes: segmentBytes, snapshotBytes: segmentSnapshotBytes,
}

// Open indexes the trace at path. It accepts a damaged trace if part of it is readable; if nothing
// is, the error says why.
func Open(path string) (*File, error) {
	f, err := open(path)
	if err != nil {
		return nil, fmt.Errorf("opening trace: %w", err)
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("opening trace: %w", err)
	}
	origin := newOrigin(f, path, info)
	t, err := New(f, info.Size(), path)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("opening trace %s: %w", path, err)
	}
	t.close, t.origin = f.Close, origin
	return t, nil
}

// open opens the regular file at path. It refuses other files without opening them: opening a FIFO
// would block until something writes to it.
func open(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: path, Err: errors.New("not a regular file")}
	}
	return os.Open(path)
}

// New indexes a trace of size bytes in r; name is its name in messages and in Stat.
func New(r io.ReaderAt, size int64, name string) (*File, error) {
	v, err := wire.ReadHeader(r, size)
	if err != nil {
		return nil, err
	}
	f := &File{name: name, r: r, size: size, version: v, limits: defaultLimits, close: func() error { return nil }}
	if v.HasGenerations() {
		f.extents, f.damage = wire.Index(r, size, v)
	} else if size > wire.HeaderSize {
		f.extents = []wire.Extent{{Off: wire.HeaderSize, End: size, Ended: true}}
	}
	if len(f.extents) == 0 {
		if f.damage != nil {
			return nil, fmt.Errorf("nothing in it can be read: %w", f.damage)
		}
		return nil, errors.New("it has a header but no events: the program ended before it wrote any")
	}
	return f, nil
}

// OnProgress sets a function that is called repeatedly while the trace is read, with the number of
// bytes read so far and the file's size. Set it before reading; it runs in the goroutine that
// reads.
func (f *File) OnProgress(report func(read, size int64)) { f.progress = report }

// SetCores joins the trace with d, the kernel's record of which thread was on which core: from now
// on, the results of Summarize and Window include cores. Reading the trace shows whether d belongs
// to it; if not, d is ignored, with a warning. The caller closes d when it is done with f.
func (f *File) SetCores(d *cores.Data) { f.cores = d }

// Close closes the file.
func (f *File) Close() error { return f.close() }

// Size returns the file's size in bytes.
func (f *File) Size() int64 { return f.size }

// reading is one pass over a trace: what it found out besides what its sinks keep.
type reading struct {
	m            *sched.Machine
	gens         int   // generations read at least in part
	whole        int64 // offset behind the last generation that was read completely
	pastWindow   bool  // behind the window, reading the rest of a fresh generation
	err          error // what is wrong with the generation in which reading stopped
	skippedBytes int64 // bytes of generations that were skipped

	coreJoin *oncore.CoreJoin // nil without a record of cores
}

// read plays the trace, from the last checkpoint at or before from until the end of the trace,
// damage, or an event after to.
func (f *File) read(ctx context.Context, from, to traceview.Time, sinks ...sched.Sink) (*reading, error) {
	coreJoin, sinks := oncore.Attach(f.cores, f.limits.stays, sinks)
	m := f.machine(sinks)
	first, last := f.touched(from, to)
	f.resume(m, first)
	rd := &reading{m: m, whole: wire.HeaderSize, gens: first, coreJoin: coreJoin}
	if first > 0 {
		rd.whole = f.extents[first-1].End
	}
	err := f.play(ctx, m, first, last, func(gen int, p decode.Batch) error {
		defer p.Recycle()
		return f.handle(rd, gen, &p, to)
	})
	switch {
	case rd.err != nil || errors.Is(err, sched.ErrPast):
	case err != nil:
		return nil, fmt.Errorf("reading trace %s: %w", f.name, err)
	}
	past := rd.pastWindow || errors.Is(err, sched.ErrPast)
	if m.Events == 0 && !past { // before the end of a window there may be no events
		return nil, fmt.Errorf("reading trace %s: nothing in it can be read: %w", f.name, f.why(rd))
	}
	rd.finish(to, past || last < len(f.extents))
	return rd, nil
}

// machine returns a machine positioned before the trace.
func (f *File) machine(sinks []sched.Sink) *sched.Machine {
	m := sched.NewMachine(f.version.HasGenerations(), sinks)
	m.RecycleAfter = f.limits.recycleAfter
	return m
}

// play calls handle with the batches of the generations from first up to, not including, last, in
// the order of one sequential read. Before the batches of each generation, m begins that
// generation.
func (f *File) play(ctx context.Context, m *sched.Machine, first, last int,
	handle func(gen int, p decode.Batch) error,
) (err error) {
	defer f.catch(m, &err)
	begin := func(gen int) {
		f.saveCheckpoint(gen, m)
		m.BeginGeneration(f.extents[gen].Number)
	}
	return f.source().Batches(ctx, first, last, begin, handle)
}

func (f *File) source() *decode.Source {
	return &decode.Source{R: f.r, Version: f.version, Extents: f.extents, BatchEvents: f.limits.batchEvents}
}

// handle plays a batch of generation gen up to time to.
func (f *File) handle(rd *reading, gen int, b *decode.Batch, to traceview.Time) error {
	m, before := rd.m, rd.m.Events
	var err error
	if rd.pastWindow {
		m.AddLaterNames(&b.Names)
	} else {
		err = m.Play(*b, to)
	}
	if m.Fresh && (err != nil || rd.pastWindow) {
		// Only at its end has a fresh generation named every goroutine.
		m.RegisterLater(b)
		rd.pastWindow, err = true, nil
		if b.End {
			err = sched.ErrPast
		}
	}
	if m.Events > before {
		rd.gens = gen + 1
	}
	rd.err = b.Err
	if b.End && rd.err == nil {
		x := f.extents[gen]
		rd.gens, rd.whole = gen+1, x.End
		if m.Skipped {
			rd.skippedBytes += x.End - x.Off
		}
	}
	f.reportProgress(gen, b)
	return err
}

// reportProgress reports how many bytes have been read with a batch of generation gen, if that is
// known.
func (f *File) reportProgress(gen int, b *decode.Batch) {
	if f.progress == nil || b.Read == 0 && !b.End {
		return
	}
	x := f.extents[gen]
	read := x.Off + int64(b.Read)
	if b.End {
		read = x.End
	}
	f.progress(read, f.size)
}

// finish ends whatever is still in progress; more says that the trace continues after to, the end
// of the window.
func (rd *reading) finish(to traceview.Time, more bool) {
	end := rd.m.Now
	if more {
		end = max(end, to)
	}
	rd.m.Finish(end)
	if rd.coreJoin != nil {
		rd.coreJoin.Finish(rd.m)
	}
}

// why explains why nothing of a trace could be read.
func (f *File) why(rd *reading) error {
	switch {
	case f.Change() == Rewritten:
		return errors.New("the file changed while it was read")
	case rd.err != nil:
		return rd.err
	case f.damage != nil:
		return f.damage
	}
	return errors.New("it has no events")
}

// losses reports what of the file could not be read, in bytes and as warnings.
func (f *File) losses(rd *reading) (lost int64, complete bool, warnings []string) {
	lost = f.size - rd.whole + rd.skippedBytes
	cut := !f.extents[len(f.extents)-1].Ended
	switch {
	case rd.err != nil:
		warnings = append(warnings, fmt.Sprintf("generation %d of %d is cut off or damaged (%v): "+
			"bytes %d to %d of the trace are lost, or only partly read",
			min(rd.gens+1, len(f.extents)), len(f.extents), rd.err, rd.whole, f.size))
	case f.damage != nil:
		warnings = append(warnings, fmt.Sprintf("the trace is cut off or damaged %v: %d of its %d bytes are lost",
			f.damage, lost, f.size))
	case cut:
		warnings = append(warnings, "the trace lacks its end mark: "+
			"the program may have been cut off before it had written everything")
	}
	warnings = append(warnings, rd.m.Warnings()...)
	complete = len(warnings) == 0
	if n := rd.m.Misordered; n > 0 {
		warnings = append(warnings, fmt.Sprintf("a thread's clock is off: "+
			"at least %d events come earlier than in one sequential read, and times around them may be wrong", n))
	}
	return lost, complete, warnings
}
