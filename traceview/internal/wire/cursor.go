package wire

import (
	"cmp"
	"slices"
)

// batch is a run of events of one thread.
type batch struct {
	time uint64 // in the generation's units, before the first event
	data []byte
}

// cursor walks through the batches of one thread. It is positioned at the next event.
type cursor struct {
	thread  int32 // index of Reader.threads
	batches []batch
	data    []byte // the rest of the current batch
	next    int    // index of the next batch
	last    int64  // time of the previous event; 0 at the beginning of a batch

	time   int64 // ns
	typ    Type
	values [5]uint64 // the time since the previous event, and the arguments
}

func (c *cursor) args() *[4]uint64 { return (*[4]uint64)(c.values[1:]) }

// advance moves to the next event and returns its size in bytes, or 0 if there is none.
func (c *cursor) advance(t *tables) (n int, err error) {
	for len(c.data) == 0 {
		if c.next == len(c.batches) {
			return 0, nil
		}
		c.data, c.last = c.batches[c.next].data, 0
		c.next++
	}
	if c.last == 0 {
		if c.last = t.ns(c.batches[c.next-1].time); !inRange(c.last) {
			return 0, FarTime
		}
	}
	c.typ = Type(c.data[0])
	sh := &shapes[c.typ]
	if !sh.timed {
		return 0, Unsupported("a thread's batch contains something other than events")
	}
	off := uvarints(c.values[:sh.args+1], c.data, 1)
	if off > len(c.data) {
		return 0, Unsupported("an event is cut off")
	}
	since := t.ns(c.values[0])
	c.time = since + c.last
	if !inRange(since) || !inRange(c.time) {
		return 0, FarTime
	}
	c.last = c.time
	c.data = c.data[off:]
	return off, nil
}

// frontier is a heap of cursors, the earliest on top. Among events of the same time, the heap's
// algorithm decides which comes first. It must be that of x/exp/trace, so that both readers return
// the same order.
type frontier []front

type front struct {
	time int64
	*cursor
}

func (f *frontier) push(c *cursor) {
	*f = append(*f, front{c.time, c})
	f.up(len(*f) - 1)
}

// fix restores the heap after the cursor at i has advanced.
func (f frontier) fix(i int) {
	f[i].time = f[i].cursor.time
	if f.up(i) == i {
		f.down(i)
	}
}

// remove removes the cursor at i: it is moved to the top, and the last one takes its place there.
func (f *frontier) remove(i int) {
	h := *f
	for ; i > 0; i = (i - 1) / 2 {
		h[(i-1)/2], h[i] = h[i], h[(i-1)/2]
	}
	last := len(h) - 1
	h[0], h[last] = h[last], h[0]
	*f = h[:last]
	f.down(0)
}

// sort sorts the cursors by time. The result is also a heap.
func (f frontier) sort() {
	slices.SortFunc(f, func(a, b front) int { return cmp.Compare(a.time, b.time) })
}

func (f frontier) up(i int) int {
	for i > 0 && f[(i-1)/2].time > f[i].time {
		f[(i-1)/2], f[i] = f[i], f[(i-1)/2]
		i = (i - 1) / 2
	}
	return i
}

func (f frontier) down(i int) {
	for {
		least, left, right := i, 2*i+1, 2*i+2
		if left < len(f) && f[left].time < f[least].time {
			least = left
		}
		if right < len(f) && f[right].time < f[least].time {
			least = right
		}
		if least == i {
			return
		}
		f[i], f[least] = f[least], f[i]
		i = least
	}
}
