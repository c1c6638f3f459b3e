package wire

// numbers finds the numbers of goroutines. A map alone would take a large part of
// the time of reading; most goroutines are found in a small table before it.
type numbers struct {
	recent [512]struct {
		id uint64
		n  uint32
	}
	all map[uint64]uint32
}

func (x *numbers) reset() {
	clear(x.recent[:])
	if x.all == nil {
		x.all = make(map[uint64]uint32)
	}
	clear(x.all)
}

// find returns the number of the goroutine with an id, 0 if it has none.
func (x *numbers) find(id uint64) uint32 {
	r := &x.recent[id%uint64(len(x.recent))]
	if r.id == id && r.n != 0 {
		return r.n
	}
	n := x.all[id]
	if n != 0 {
		r.id, r.n = id, n
	}
	return n
}

func (x *numbers) add(id uint64, n uint32) { x.all[id] = n }
