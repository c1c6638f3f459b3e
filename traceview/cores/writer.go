package cores

import (
	"bufio"
	"fmt"
	"os"

	"schedviz/traceview"
)

// procCommand is the command line in a file with sampled switches.
var procCommand = []string{"schedviz", "--cores=proc"}

// perfCommand is the command line in a file with every switch.
var perfCommand = []string{"schedviz", "--cores=perf"}

// fileWriter writes a perf.data file with one event.
type fileWriter struct {
	path string
	f    *os.File
	w    *bufio.Writer
	data section
	err  error

	// translate, if not nil, translates the IDs in whole records that are to be written.
	translate func(records []byte) []byte
}

// createFile starts a file, which gets its name when it is complete.
func createFile(path string) (*fileWriter, error) {
	f, err := os.OpenFile(path+".partial", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return nil, err
	}
	w := &fileWriter{path: path, f: f, w: bufio.NewWriterSize(f, 64<<10)}
	attr := switchAttr()
	w.data.off = headerSize + int64(len(attr)) + sectionSize
	w.put(make([]byte, headerSize)) // placeholder
	w.put(attr)
	w.put(make([]byte, sectionSize)) // no ids
	return w, nil
}

func (w *fileWriter) put(b []byte) {
	if w.err == nil {
		_, w.err = w.w.Write(b)
	}
}

// write appends whole records.
func (w *fileWriter) write(records []byte) {
	if w.translate != nil {
		records = w.translate(records)
	}
	w.put(records)
	w.data.size += int64(len(records))
}

// endRound ends a round: records older than these are written in the next round at the latest.
func (w *fileWriter) endRound() {
	w.write(head(recordFinishedRound, 0, 0))
}

// head makes a record's first eight bytes, before a body of that size.
func head(kind uint32, misc uint16, body int) []byte {
	b := order.AppendUint32(nil, kind)
	b = order.AppendUint16(b, misc)
	return order.AppendUint16(b, uint16(recordHead+body))
}

// finish completes the file: the features, the header, its name.
func (w *fileWriter) finish(command []string, cpus int) error {
	w.putFeatures(w.data.off+w.data.size, command, cpus)
	if w.err == nil {
		w.err = w.w.Flush()
	}
	if w.err == nil {
		_, w.err = w.f.WriteAt(header(w.data), 0)
	}
	if err := w.f.Close(); w.err == nil {
		w.err = err
	}
	if w.err == nil {
		w.err = os.Rename(w.f.Name(), w.path)
	}
	if w.err != nil {
		os.Remove(w.f.Name())
		return fmt.Errorf("writing %s: %w", w.path, w.err)
	}
	return nil
}

// discard removes the file.
func (w *fileWriter) discard() {
	w.f.Close()
	os.Remove(w.f.Name())
}

// header makes the file's header.
func header(data section) []byte {
	attrs := section{headerSize, data.off - headerSize}
	var features [featureBits / 64]uint64
	features[0] = 1<<featureNrCPUs | 1<<featureCmdline
	b := append([]byte(magic), order.AppendUint64(nil, headerSize)...)
	b = order.AppendUint64(b, uint64(attrs.size))
	for _, s := range []section{attrs, data, {}} {
		b = order.AppendUint64(b, uint64(s.off))
		b = order.AppendUint64(b, uint64(s.size))
	}
	for _, bits := range features {
		b = order.AppendUint64(b, bits)
	}
	return b
}

// putFeatures writes the table of the features, at offset off, and the features.
func (w *fileWriter) putFeatures(off int64, command []string, cpus int) {
	nr := order.AppendUint32(nil, uint32(cpus))
	nr = order.AppendUint32(nr, uint32(cpus))
	cmdline := order.AppendUint32(nil, uint32(len(command)))
	for _, arg := range command {
		padded := make([]byte, (len(arg)/64+1)*64) // perf wants it so
		copy(padded, arg)
		cmdline = order.AppendUint32(cmdline, uint32(len(padded)))
		cmdline = append(cmdline, padded...)
	}
	parts := [][]byte{nr, cmdline} // in the order of their numbers
	off += int64(len(parts)) * sectionSize
	for _, p := range parts {
		w.put(order.AppendUint64(order.AppendUint64(nil, uint64(off)), uint64(len(p))))
		off += int64(len(p))
	}
	for _, p := range parts {
		w.put(p)
	}
}

// switchAttr describes the event whose records are switches with a trailer.
func switchAttr() []byte {
	a := make([]byte, attrSize)
	order.PutUint32(a, typeSoftware)
	order.PutUint32(a[4:], attrSize)
	order.PutUint64(a[8:], configDummy)
	order.PutUint64(a[attrSampleType:], sampleNeeded)
	order.PutUint64(a[attrBits:], switchBits|bitDisabled|bitEnableOnExec)
	order.PutUint32(a[attrClockID:], clockMonotonic)
	return a
}

const switchBits = bitInherit | bitExcludeKernel | bitExcludeHV | bitComm | bitTask | bitWatermark | bitSampleIDAll |
	bitCommExec | bitUseClockID | bitContextSwitch

// appendSwitch appends the record of a switch, as the kernel would write it.
func appendSwitch(b []byte, sw Switch) []byte {
	kind, misc, body := uint32(recordSwitch), uint16(0), []byte(nil)
	switch sw.Kind {
	case traceview.SwitchPreempted:
		misc = miscSwitchOut | miscSwitchOutPreempt
	case traceview.SwitchBlocked:
		misc = miscSwitchOut
	case traceview.SwitchExited:
		kind, body = recordExit, make([]byte, 24)
		order.PutUint32(body, uint32(sw.Process))
		order.PutUint32(body[8:], uint32(sw.Thread))
		order.PutUint64(body[16:], uint64(sw.Time))
	}
	body = appendTrailer(body, sw)
	b = append(b, head(kind, misc, len(body))...)
	return append(b, body...)
}

// appendName appends a record of a thread's name, as the kernel would write it when the thread gets it.
func appendName(b []byte, now int64, process, thread int32, name []byte) []byte {
	body := order.AppendUint32(nil, uint32(process))
	body = order.AppendUint32(body, uint32(thread))
	body = append(body, name...)
	body = append(body, make([]byte, 8-len(name)%8)...) // terminated, and aligned
	body = appendTrailer(body, Switch{Time: now, Process: process, Thread: thread})
	b = append(b, head(recordComm, 0, len(body))...)
	return append(b, body...)
}

// appendTrailer appends what follows the body of each record.
func appendTrailer(b []byte, sw Switch) []byte {
	b = order.AppendUint32(b, uint32(sw.Process))
	b = order.AppendUint32(b, uint32(sw.Thread))
	b = order.AppendUint64(b, uint64(sw.Time))
	b = order.AppendUint32(b, uint32(sw.CPU))
	return order.AppendUint32(b, 0)
}
