package wire

import "math/bits"

// pcs holds the program counters of a generation's stacks, numbered from 0. It is a hash table of
// its own because every frame of every stack looks one up, and a map would take a large part of the
// reading time.
type pcs struct {
	all   []pc
	slots []uint32 // by hash: number plus one; the length is a power of two, at most half of it in use
	shift int      // of a hash, to get an index into slots
}

// pc is a program counter, and the offset in the generation of the rest of its first frame.
type pc struct {
	pc  uint64
	off uint32
}

const (
	minSlots  = 1 << 12
	keptSlots = 1 << 18 // kept for the next generation
)

func (x *pcs) reset() {
	if x.slots == nil || len(x.slots) > keptSlots {
		*x = pcs{}
		x.grow(minSlots)
	}
	clear(x.slots)
	x.all = x.all[:0]
}

// slot returns the slot of a program counter, which is empty if the program counter is not there.
func (x *pcs) slot(pc uint64) *uint32 {
	for i := pc * hashFactor >> x.shift; ; i++ {
		s := &x.slots[i&uint64(len(x.slots)-1)]
		if *s == 0 || x.all[*s-1].pc == pc {
			return s
		}
	}
}

// find returns the number of a program counter, which must be there.
func (x *pcs) find(pc uint64) uint32 { return *x.slot(pc) - 1 }

// add adds a program counter, unless it is there.
func (x *pcs) add(at uint64, off uint32) {
	s := x.slot(at)
	if *s != 0 {
		return
	}
	x.all = append(x.all, pc{at, off})
	*s = uint32(len(x.all))
	if 2*len(x.all) > len(x.slots) {
		x.grow(2 * len(x.slots))
	}
}

// grow changes the number of slots.
func (x *pcs) grow(slots int) {
	x.slots, x.shift = make([]uint32, slots), 64-bits.TrailingZeros(uint(slots))
	for i := range x.all {
		*x.slot(x.all[i].pc) = uint32(i + 1)
	}
}
