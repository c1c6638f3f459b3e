package cores

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"slices"

	"schedviz/traceview"
)

// Data is a file of switches that has been scanned once: it knows what is in the file but does not hold it in
// memory. Its methods may be called concurrently.
type Data struct {
	Source     traceview.CoreSource
	Start, End int64 // of the recording, CLOCK_MONOTONIC; from its first record to its last
	Records    int64 // switches
	Lost       int64 // records that the kernel dropped because they were not read fast enough
	HostCores  int   // online cores of the host; 0 if the file does not say

	// Processes has the process of each thread, and Names each thread's last name if the file has it; names
	// are untrusted text.
	Processes map[int32]int32
	Names     map[int32]string

	r       io.ReaderAt
	close   func() error
	data    section
	trailer trailer
	first   map[int32]Switch // of each thread
}

// Open reads the file at path, written by schedviz or perf record. The error says in one line why it is unusable.
func Open(path string) (*Data, error) {
	f, err := os.Open(path)
	if err != nil {
		var pe *fs.PathError
		if errors.As(err, &pe) {
			err = pe.Err
		}
		return nil, fmt.Errorf("opening core switches %s: %w", path, err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("not a regular file")
	}
	var d *Data
	if err == nil {
		d, err = New(f, info.Size())
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("opening core switches %s: %w", path, err)
	}
	d.close = f.Close
	return d, nil
}

// New reads a file of size bytes from r.
func New(r io.ReaderAt, size int64) (*Data, error) {
	d := &Data{
		Source: traceview.CoresPerf, r: r, close: func() error { return nil },
		Processes: make(map[int32]int32), Names: make(map[int32]string), first: make(map[int32]Switch),
	}
	if err := d.readHeader(size); err != nil {
		return nil, err
	}
	if err := d.index(); err != nil {
		return nil, err
	}
	if d.Records == 0 {
		return nil, errors.New("it holds no context switches")
	}
	return d, nil
}

// Close closes the file.
func (d *Data) Close() error { return d.close() }

// readHeader reads the header, the attrs and the features.
func (d *Data) readHeader(size int64) error {
	h := make([]byte, headerSize)
	n, err := d.r.ReadAt(h, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	h = h[:n]
	switch {
	case bytes.HasPrefix(h, []byte(magicBigEndian)):
		return errors.New("it was recorded on a big-endian machine, which schedviz does not read")
	case !bytes.HasPrefix(h, []byte(magic)):
		return errors.New("not a perf.data file")
	case n >= pipeHeaderSize && order.Uint64(h[8:]) == pipeHeaderSize:
		return errors.New("perf wrote it to a pipe: record with -o FILE")
	case n < headerSize || order.Uint64(h[8:]) < headerSize:
		return errors.New("its header is cut off")
	}
	attrs, data := sectionAt(h[24:]), sectionAt(h[40:])
	switch {
	case data.size == 0:
		return errors.New("its recording was not finished: the header lacks the size of the data")
	case !attrs.within(size) || !data.within(size):
		return fmt.Errorf("it is truncated: %d bytes where its header promises %d", size, promised(attrs, data))
	}
	if err := d.readAttrs(attrs, int64(order.Uint64(h[16:]))); err != nil {
		return err
	}
	d.data = data
	d.readFeatures(h[72:headerSize], data.off+data.size, size)
	return nil
}

// promised returns where the sections end according to the header.
func promised(sections ...section) uint64 {
	var end uint64
	for _, s := range sections {
		end = max(end, uint64(s.off)+uint64(s.size))
	}
	return end
}

// readAttrs reads the layout of records from the events' attributes.
func (d *Data) readAttrs(s section, each int64) error {
	const most = 1 << 12
	if each < minAttrSize+sectionSize || s.size < each || s.size/each > most {
		return errors.New("its event attributes are invalid")
	}
	var sampleType uint64
	switches, n := false, s.size/each
	attr := make([]byte, min(each, attrSize+sectionSize))
	for i := range n {
		if _, err := d.r.ReadAt(attr, s.off+i*each); err != nil {
			return fmt.Errorf("reading its event attributes: %w", err)
		}
		bits, kind := order.Uint64(attr[attrBits:]), order.Uint64(attr[attrSampleType:])
		if i == 0 {
			sampleType = kind
		}
		if trailerOf(kind) != trailerOf(sampleType) {
			return errors.New("its events were recorded with different fields: record the switches alone")
		}
		if bits&bitContextSwitch == 0 {
			continue
		}
		switches = true
		if bits&bitSampleIDAll == 0 || kind&sampleNeeded != sampleNeeded {
			return errors.New("its records lack the thread, time or CPU: record with --sample-cpu")
		}
		if bits&bitUseClockID == 0 || order.Uint32(attr[attrClockID:]) != clockMonotonic {
			return errors.New("its clock is not the trace's: record with -k CLOCK_MONOTONIC")
		}
	}
	if !switches {
		return errors.New("it was recorded without context switches: record with --switch-events")
	}
	d.trailer = trailerOf(sampleType)
	return nil
}

// readFeatures reads what it can from the features after the data. They are extras: errors in them do not make
// the file unusable.
func (d *Data) readFeatures(bits []byte, off, size int64) {
	for f := range featureBits {
		if bits[f/8]&(1<<(f%8)) == 0 {
			continue
		}
		var head [sectionSize]byte
		if _, err := d.r.ReadAt(head[:], off); err != nil {
			return
		}
		off += sectionSize
		s := sectionAt(head[:])
		if !s.within(size) || s.size > maxFeatureBytes || f != featureNrCPUs && f != featureCmdline {
			continue
		}
		b := make([]byte, s.size)
		if _, err := d.r.ReadAt(b, s.off); err != nil {
			return
		}
		switch {
		case f == featureNrCPUs && len(b) >= 8:
			d.HostCores = int(min(order.Uint32(b[4:]), math.MaxInt16))
		case f == featureCmdline && slices.Equal(parseStrings(b), procCommand):
			d.Source = traceview.CoresProc
		}
	}
}

// parseStrings parses a feature that is a list of strings.
func parseStrings(b []byte) []string {
	var list []string
	if len(b) < 4 {
		return nil
	}
	for b = b[4:]; len(b) >= 4; {
		n := int(order.Uint32(b))
		b = b[4:]
		if n < 0 || n > len(b) {
			return list
		}
		text, _, _ := bytes.Cut(b[:n], []byte{0})
		list = append(list, string(text))
		b = b[n:]
	}
	return list
}

// index reads all records once.
func (d *Data) index() error {
	rd := newRecords(d)
	d.Start = math.MaxInt64
	for {
		rec, err := rd.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		switch rec.kind {
		case recordLost:
			if len(rec.body) >= 16 {
				d.Lost += int64(min(order.Uint64(rec.body[8:]), math.MaxInt32))
			}
			continue
		case recordLostSamples:
			if len(rec.body) >= 8 {
				d.Lost += int64(min(order.Uint64(rec.body), math.MaxInt32))
			}
			continue
		case recordComm:
			d.comm(&rec)
			d.begin(rd.timeOf(&rec))
		}
		if sw, ok := rd.switchOf(&rec); ok {
			d.note(sw)
		}
	}
	if d.Start > d.End {
		d.Start = d.End
	}
	return nil
}

// begin accounts for a time at which the recording had begun; perf record writes 0 for times that it does not know.
func (d *Data) begin(at int64) {
	if at > 0 {
		d.Start = min(d.Start, at)
	}
}

// note accounts for a switch.
func (d *Data) note(sw Switch) {
	d.Records++
	d.Start, d.End = min(d.Start, sw.Time), max(d.End, sw.Time)
	d.Processes[sw.Thread] = sw.Process
	if first, ok := d.first[sw.Thread]; !ok || sw.Time < first.Time {
		d.first[sw.Thread] = sw
	}
}

// comm stores a thread's name.
func (d *Data) comm(rec *record) {
	if len(rec.body) < 8 {
		return
	}
	name, _, _ := bytes.Cut(rec.body[8:], []byte{0})
	const most = 16 // TASK_COMM_LEN
	if n := len(name); n > 0 && n <= most {
		d.Names[int32(order.Uint32(rec.body[4:]))] = string(name)
	}
}
