package wire

import (
	"math/bits"
	"math/rand/v2"
)

// goroutines holds the existing goroutines. Their slots are reused once they have ended, so memory
// is proportional to the number that exist at the same time. It is a hash table of its own because
// every other event looks up a goroutine by id, and a map would take a large part of the reading
// time.
type goroutines struct {
	chunks []*[chunkSize]goroutine // of slots; slot 0 is none
	slots  uint32                  // how many slots are or were in use
	free   uint32                  // the first slot that is free again, 0 if none
	heads  []uint32                // by hash: the first slot with it; the length is a power of two
	shift  int                     // of a hash, to get an index into heads
	count  int                     // of existing goroutines

	named uint32 // how many have been numbered
	last  uint64 // id of the one numbered last
}

// goroutine is the state of a goroutine.
type goroutine struct {
	id       uint64
	seq      uint32 // it grows by one with each event that has it, so no generation is too large for it
	number   uint32
	next     uint32 // the next slot with the same hash; of a free slot, the next free one
	status   uint8  // 0: none
	assists  bool
	stopping bool // it is stopping the world
}

const (
	minHeads  = 1 << 10
	chunkBits = 10
	chunkSize = 1 << chunkBits
	// keptChunks is how many chunks are kept for the next generation.
	keptChunks = 1 << 8
)

// hashFactor turns an id into a hash. It is random, so that no trace can be crafted to collide.
var hashFactor = rand.Uint64() | 1

func (x *goroutines) reset() {
	if x.heads == nil || len(x.chunks) > keptChunks {
		*x = goroutines{chunks: []*[chunkSize]goroutine{new([chunkSize]goroutine)}}
		x.grow(minHeads)
	}
	clear(x.heads)
	*x.at(0) = goroutine{}
	x.slots, x.free, x.count, x.named, x.last = 1, 0, 0, 0, 0
}

// at returns the contents of a slot.
func (x *goroutines) at(slot uint32) *goroutine {
	return &x.chunks[slot>>chunkBits][slot&(chunkSize-1)]
}

// head returns the head of the chain with an id's hash.
func (x *goroutines) head(id uint64) *uint32 { return &x.heads[id*hashFactor>>x.shift] }

// find returns the slot of the goroutine with an id, 0 if there is none.
func (x *goroutines) find(id uint64) uint32 {
	i := *x.head(id)
	for i != 0 {
		g := x.at(i)
		if g.id == id {
			break
		}
		i = g.next
	}
	return i
}

// add adds a goroutine that does not exist yet, and gives it the next number.
func (x *goroutines) add(id uint64, status uint8) (slot uint32) {
	if x.count++; x.count > len(x.heads) {
		x.grow(2 * len(x.heads))
	}
	slot = x.alloc()
	x.named++
	x.last = id
	head := x.head(id)
	*x.at(slot) = goroutine{id: id, status: status, number: x.named, next: *head}
	*head = slot
	return slot
}

// alloc returns a free slot.
func (x *goroutines) alloc() uint32 {
	i := x.free
	if i != 0 {
		x.free = x.at(i).next
		return i
	}
	i = x.slots
	x.slots++
	if int(i>>chunkBits) == len(x.chunks) {
		x.chunks = append(x.chunks, new([chunkSize]goroutine))
	}
	return i
}

// remove removes a goroutine. If its id comes again, that is another goroutine.
func (x *goroutines) remove(slot uint32) {
	g := x.at(slot)
	to := x.head(g.id)
	for *to != slot {
		to = &x.at(*to).next
	}
	*to = g.next
	*g = goroutine{next: x.free}
	x.free = slot
	x.count--
}

// grow changes the number of heads.
func (x *goroutines) grow(heads int) {
	old := x.heads
	x.heads, x.shift = make([]uint32, heads), 64-bits.TrailingZeros(uint(heads))
	for _, i := range old {
		for i != 0 {
			g := x.at(i)
			next, head := g.next, x.head(g.id)
			g.next, *head = *head, i
			i = next
		}
	}
}
