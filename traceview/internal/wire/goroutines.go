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
	places uint32                  // how many are or were in use
	free   uint32                  // the first that is free again, 0 if there is none
	heads  []uint32                // by hash: the place of the first with it; a power of two of them
	shift  int                     // of a hash, to get a head
	there  int                     // how many there are

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
	fewestHeads = 1 << 10
	chunkBits   = 10
	chunkSize   = 1 << chunkBits
	// keptChunks is how many chunks of places stay for the next generation.
	keptChunks = 1 << 8
)

// scatter makes a hash of an id. No trace can be made for it.
var scatter = rand.Uint64() | 1

func (x *goroutines) reset() {
	if x.heads == nil || len(x.chunks) > keptChunks {
		*x = goroutines{chunks: []*[chunkSize]goroutine{new([chunkSize]goroutine)}}
		x.grow(fewestHeads)
	}
	clear(x.heads)
	*x.at(0) = goroutine{}
	x.places, x.free, x.there, x.named, x.last = 1, 0, 0, 0, 0
}

// at returns what is at a place.
func (x *goroutines) at(place uint32) *goroutine {
	return &x.chunks[place>>chunkBits][place&(chunkSize-1)]
}

// head returns where the chain of an id's hash begins.
func (x *goroutines) head(id uint64) *uint32 { return &x.heads[id*scatter>>x.shift] }

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
func (x *goroutines) add(id uint64, status uint8) (place uint32) {
	if x.there++; x.there > len(x.heads) {
		x.grow(2 * len(x.heads))
	}
	place = x.vacant()
	x.named++
	x.last = id
	head := x.head(id)
	*x.at(place) = goroutine{id: id, status: status, number: x.named, next: *head}
	*head = place
	return place
}

// vacant returns a place that is free.
func (x *goroutines) vacant() uint32 {
	i := x.free
	if i != 0 {
		x.free = x.at(i).next
		return i
	}
	i = x.places
	x.places++
	if int(i>>chunkBits) == len(x.chunks) {
		x.chunks = append(x.chunks, new([chunkSize]goroutine))
	}
	return i
}

// remove takes a goroutine away. Should its id come again, it is another.
func (x *goroutines) remove(place uint32) {
	g := x.at(place)
	to := x.head(g.id)
	for *to != place {
		to = &x.at(*to).next
	}
	*to = g.next
	*g = goroutine{next: x.free}
	x.free = place
	x.there--
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
