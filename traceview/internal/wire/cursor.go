package wire

import (
	"cmp"
	"slices"
)

// batch is a run of one thread's events.
type batch struct {
	time uint64 // in the generation's units, before the first of them
	data []byte
}

// cursor walks through the batches of one thread. It stands at the event that comes next.
type cursor struct {
	thread  int32 // index of Reader.threads
	batches []batch
	data    []byte // what is left of the batch in turn
	next    int    // index of the batch after it
	last    int64  // time of the event before; 0 at a batch's begin

	time   int64 // ns
	typ    Type
	values [5]uint64 // the time since the event before, and the arguments
}

func (c *cursor) args() *[4]uint64 { return (*[4]uint64)(c.values[1:]) }

// advance moves to the next event, and returns how many bytes it takes; 0 if there is none.
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
		return 0, Unsupported("a thread's batch holds what is no event")
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

// frontier is a heap of cursors, the earliest at its top. Among events of the same
// time the heap's own ways decide which comes first: they must be those of
// x/exp/trace, for both readers to give the same order.
type frontier []front

type front struct {
	time int64
	*cursor
}

func (f *frontier) push(c *cursor) {
	*f = append(*f, front{c.time, c})
	f.up(len(*f) - 1)
}

// fix puts the cursor at i, which has moved on, to its place.
func (f frontier) fix(i int) {
	f[i].time = f[i].cursor.time
	if f.up(i) == i {
		f.down(i)
	}
}

// remove takes the cursor at i out: it is brought to the top, and the last one takes its place there.
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

// sort puts the cursors in the order of their times. They are a heap after that, too.
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
