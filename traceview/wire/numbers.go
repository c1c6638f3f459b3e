package wire

import (
	"math/bits"
	"math/rand/v2"
)

// numbers finds the numbers of goroutines. Every other event asks for one, and a map
// would take a large part of the time of reading: this is a table that is probed in line.
type numbers struct {
	slots []numbered // a power of two of them, at most half in use
	shift int        // of a hash, to get a slot
	n     int
}

type numbered struct {
	id uint64
	n  uint32 // 0: the slot is free
}

// smallest is how many slots there are at least, largest how many stay for the next generation.
const (
	smallest = 1 << 10
	largest  = 1 << 18
)

// scatter makes a hash of an id. No trace can be made for it.
var scatter = rand.Uint64() | 1

func (x *numbers) reset() {
	x.n = 0
	if len(x.slots) == 0 || len(x.slots) > largest {
		x.slots = nil
		x.resize(smallest)
		return
	}
	clear(x.slots)
}

func (x *numbers) resize(slots int) {
	old := x.slots
	x.slots, x.shift, x.n = make([]numbered, slots), 64-bits.TrailingZeros(uint(slots)), 0
	for _, s := range old {
		if s.n != 0 {
			x.add(s.id, s.n)
		}
	}
}

// slot returns where an id is, or belongs.
func (x *numbers) slot(id uint64) *numbered {
	for i := id * scatter >> x.shift; ; i++ {
		s := &x.slots[i&uint64(len(x.slots)-1)]
		if s.n == 0 || s.id == id {
			return s
		}
	}
}

// find returns the number of the goroutine with an id, 0 if it has none.
func (x *numbers) find(id uint64) uint32 { return x.slot(id).n }

// add gives an id that has none a number.
func (x *numbers) add(id uint64, n uint32) {
	if 2*x.n >= len(x.slots) {
		x.resize(2 * len(x.slots))
	}
	*x.slot(id) = numbered{id, n}
	x.n++
}
