package cores

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"schedviz/traceview"
)

// record is one record of the data section.
type record struct {
	kind uint32
	misc uint16
	body []byte // valid until the next record
}

// records reads a file's records in file order.
type records struct {
	r       *bufio.Reader
	left    int64
	at      int64 // offset in the file, for messages
	trailer trailer
}

func newRecords(d *Data) *records {
	s := io.NewSectionReader(d.r, d.data.off, d.data.size)
	return &records{
		r:    bufio.NewReaderSize(s, math.MaxUint16+1),
		left: d.data.size, at: d.data.off, trailer: d.trailer,
	}
}

// next returns the next record; io.EOF at the end.
func (rs *records) next() (record, error) {
	if rs.left == 0 {
		return record{}, io.EOF
	}
	head, err := rs.r.Peek(recordHead)
	if err != nil {
		return record{}, rs.damaged(err)
	}
	rec := record{kind: order.Uint32(head), misc: order.Uint16(head[4:])}
	size := int64(order.Uint16(head[6:]))
	if size < recordHead || size > rs.left {
		return record{}, rs.damaged(fmt.Errorf("a record of %d bytes with %d left", size, rs.left))
	}
	if rec.kind == recordCompressed || rec.kind == recordCompressed2 {
		return record{}, errors.New("it is compressed: record without -z")
	}
	all, err := rs.r.Peek(int(size))
	if err != nil {
		return record{}, rs.damaged(err)
	}
	rec.body = all[recordHead:]
	payload := extraOf(&rec)
	if payload > uint64(rs.left-size) {
		return record{}, rs.damaged(fmt.Errorf("a record followed by %d bytes with %d left", payload, rs.left-size))
	}
	rs.r.Discard(int(size))
	rs.left, rs.at = rs.left-size, rs.at+size
	if payload > 0 {
		if _, err := io.CopyN(io.Discard, rs.r, int64(payload)); err != nil {
			return record{}, rs.damaged(err)
		}
		rs.left, rs.at = rs.left-int64(payload), rs.at+int64(payload)
		rec.body = nil
	}
	return rec, nil
}

// extraOf returns the number of bytes after a record that its size does not include.
func extraOf(rec *record) uint64 {
	switch {
	case rec.kind == recordAuxtrace && len(rec.body) >= 8:
		return order.Uint64(rec.body)
	case rec.kind == recordTracingData && len(rec.body) >= 4:
		return uint64(order.Uint32(rec.body))
	}
	return 0
}

func (rs *records) damaged(err error) error {
	return fmt.Errorf("it is damaged at byte %d: %w", rs.at, err)
}

// switchOf returns the switch in a record. An exec means that its thread is on a core; the idle thread of a core
// does not count.
func (rs *records) switchOf(rec *record) (Switch, bool) {
	var sw Switch
	switch rec.kind {
	case recordSwitch, recordSwitchCPUWide:
		sw.Kind = kindOf(rec.misc)
	case recordComm:
		if rec.misc&miscCommExec == 0 {
			return sw, false
		}
		sw.Kind = traceview.SwitchIn
	case recordExit:
		sw.Kind = traceview.SwitchExited
	default:
		return sw, false
	}
	n := len(rec.body) - rs.trailer.size
	if n < 0 {
		return sw, false
	}
	b := rec.body[n:]
	sw.Process = int32(order.Uint32(b[rs.trailer.tid:]))
	sw.Thread = int32(order.Uint32(b[rs.trailer.tid+4:]))
	sw.Time = int64(order.Uint64(b[rs.trailer.time:]))
	sw.CPU = int32(order.Uint32(b[rs.trailer.cpu:]))
	if rec.kind == recordExit && len(rec.body) >= 16 {
		sw.Thread = int32(order.Uint32(rec.body[8:])) // the trailer may name the reaping thread
	}
	ok := sw.Thread > idleThread && sw.Time > 0 && sw.CPU >= 0 && sw.CPU < MaxCPUs
	return sw, ok
}

// timeOf returns a record's time, 0 if it has none.
func (rs *records) timeOf(rec *record) int64 {
	n := len(rec.body) - rs.trailer.size
	if n < 0 {
		return 0
	}
	return int64(order.Uint64(rec.body[n+rs.trailer.time:]))
}

// MaxCPUs is more than any host's number of cores.
const MaxCPUs = 1 << 14

func kindOf(misc uint16) traceview.SwitchKind {
	switch {
	case misc&miscSwitchOut == 0:
		return traceview.SwitchIn
	case misc&miscSwitchOutPreempt != 0:
		return traceview.SwitchPreempted
	}
	return traceview.SwitchBlocked
}

// Replay returns a file's switches in time order.
type Replay struct {
	records *records
	ready   []Switch // in order; those before at have been returned
	at      int
	pending []Switch // not yet in order
	limit   int64    // latest time in the rounds before the current one
	latest  int64
	last    int64 // time of the last switch returned
	done    bool
	err     error
}

// Switches replays the file from its start. A thread that was on a core when the recording started gets onto it
// at that time.
func (d *Data) Switches() *Replay {
	p := &Replay{records: newRecords(d), limit: math.MinInt64, latest: math.MinInt64}
	for _, sw := range d.first {
		if sw.Kind != traceview.SwitchIn {
			sw.Kind, sw.Time = traceview.SwitchIn, d.Start
			p.ready = append(p.ready, sw)
		}
	}
	slices.SortFunc(p.ready, func(a, b Switch) int { return int(a.Thread) - int(b.Thread) })
	return p
}

// Next returns the next switch; ok is false at the end, or at an error.
func (p *Replay) Next() (sw Switch, ok bool) {
	for p.at == len(p.ready) && !p.done {
		p.fill()
	}
	if p.at == len(p.ready) {
		return Switch{}, false
	}
	sw = p.ready[p.at]
	p.at++
	// A record so late that it misses its round is out of order.
	sw.Time = max(sw.Time, p.last)
	p.last = sw.Time
	return sw, true
}

// Err returns the error that ended the replay early.
func (p *Replay) Err() error { return p.err }

// fill reads one more round. The writer drains one core's ring after the other, so only the end of a round
// guarantees that no record older than the previous round follows.
func (p *Replay) fill() {
	p.ready, p.at = p.ready[:0], 0
	for {
		rec, err := p.records.next()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				p.err = err
			}
			p.done, p.limit = true, math.MaxInt64
			break
		}
		if rec.kind == recordFinishedRound {
			break
		}
		if sw, ok := p.records.switchOf(&rec); ok {
			p.pending = append(p.pending, sw)
			p.latest = max(p.latest, sw.Time)
		}
	}
	slices.SortStableFunc(p.pending, func(a, b Switch) int {
		switch {
		case a.Time < b.Time:
			return -1
		case a.Time > b.Time:
			return 1
		}
		return 0
	})
	n := 0
	for n < len(p.pending) && p.pending[n].Time <= p.limit {
		n++
	}
	p.ready = append(p.ready, p.pending[:n]...)
	p.pending = p.pending[:copy(p.pending, p.pending[n:])]
	p.limit = p.latest
}
