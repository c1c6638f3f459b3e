package wire

import "math/bits"

// pcs are the program counters of a generation's stacks, numbered from 0 on. Every frame
// of every stack asks for one, and a map would take a large part of the time of reading.
type pcs struct {
	all   []pc
	slots []uint32 // by hash: numbers, and one; a power of two of them, at most half in use
	shift int      // of a hash, to get a slot
}

// pc is a program counter, and where in the generation its first frame goes on.
type pc struct {
	pc  uint64
	off uint32
}

const (
	minSlots  = 1 << 12
	keptSlots = 1 << 18 // that stay for the next generation
)

func (x *pcs) reset() {
	if x.slots == nil || len(x.slots) > keptSlots {
		*x = pcs{}
		x.grow(minSlots)
	}
	clear(x.slots)
	x.all = x.all[:0]
}

// slot returns where a program counter's number is, or belongs.
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

// add adds a program counter if it is not there.
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

// grow makes it that many slots.
func (x *pcs) grow(slots int) {
	x.slots, x.shift = make([]uint32, slots), 64-bits.TrailingZeros(uint(slots))
	for i := range x.all {
		*x.slot(x.all[i].pc) = uint32(i + 1)
	}
}
