package wire

import (
	"math/bits"
	"math/rand/v2"
)

// goroutines are those that are there, each at a place that another gets once it has
// ended: so they take memory by how many there are at once. Every other event asks for
// one by its id, and a map would take a large part of the time of reading.
type goroutines struct {
	chunks []*[chunkSize]goroutine // of places; at 0 is nobody
	slots  uint32                  // how many are or were in use
	free   uint32                  // the first that is free again, 0 if there is none
	heads  []uint32                // by hash: the place of the first with it; a power of two of them
	shift  int                     // of a hash, to get a head
	count  int                     // how many there are

	named uint32 // how many have a number
	last  uint64 // id of the last of these
}

// goroutine is where a goroutine stands.
type goroutine struct {
	id       uint64
	seq      uint32 // one more with each event that has it, so no generation is too large
	number   uint32
	next     uint32 // the place of the next one with its hash; if it is free, of the next free
	status   uint8  // 0: it is not there
	assists  bool
	stopping bool // it has stopped the world
}

const (
	minHeads  = 1 << 10
	chunkBits = 10
	chunkSize = 1 << chunkBits
	// keptChunks is how many chunks of places stay for the next generation.
	keptChunks = 1 << 8
)

// hashFactor makes a hash of an id. No trace can be made for it.
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

// at returns what is at a place.
func (x *goroutines) at(slot uint32) *goroutine {
	return &x.chunks[slot>>chunkBits][slot&(chunkSize-1)]
}

// head returns where the chain of an id's hash begins.
func (x *goroutines) head(id uint64) *uint32 { return &x.heads[id*hashFactor>>x.shift] }

// find returns the place of the goroutine with an id, 0 if there is none.
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

// add gives a goroutine that is not there a place and the next number.
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

// alloc returns a place that is free.
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

// remove takes a goroutine away. Should its id come again, it is another.
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

// grow makes it that many heads.
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
