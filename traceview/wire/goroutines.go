package wire

import (
	"math/bits"
	"math/rand/v2"
)

// goroutines are those that are there, each at a place that another gets once it has
// ended: so they take memory by how many there are at once. Every other event asks for
// one by its id, and a map would take a large part of the time of reading.
type goroutines struct {
	all   []goroutine // by place; at 0 nobody
	heads []uint32    // by hash: the place of the first with it; a power of two of them
	shift int         // of a hash, to get a head
	free  uint32      // the first free place, 0 if there is none
	there int         // how many there are

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
	// keptPlaces is how many places stay for the next generation.
	keptPlaces = 1 << 18
)

// scatter makes a hash of an id. No trace can be made for it.
var scatter = rand.Uint64() | 1

func (x *goroutines) reset() {
	if cap(x.all) > keptPlaces {
		*x = goroutines{}
	}
	x.all = append(x.all[:0], goroutine{})
	x.free, x.there, x.named, x.last = 0, 0, 0, 0
	if x.heads == nil {
		x.grow(fewestHeads)
	}
	clear(x.heads)
}

// head returns where the chain of an id's hash begins.
func (x *goroutines) head(id uint64) *uint32 { return &x.heads[id*scatter>>x.shift] }

// find returns the place of the goroutine with an id, 0 if there is none.
func (x *goroutines) find(id uint64) uint32 {
	i := *x.head(id)
	for i != 0 && x.all[i].id != id {
		i = x.all[i].next
	}
	return i
}

// add gives a goroutine that is not there a place and the next number.
func (x *goroutines) add(id uint64, status uint8) (place uint32) {
	if x.there++; x.there > len(x.heads) {
		x.grow(2 * len(x.heads))
	}
	i := x.free
	if i != 0 {
		x.free = x.all[i].next
	} else {
		i = uint32(len(x.all))
		x.all = append(x.all, goroutine{})
	}
	x.named++
	x.last = id
	head := x.head(id)
	x.all[i] = goroutine{id: id, status: status, number: x.named, next: *head}
	*head = i
	return i
}

// remove takes a goroutine away. Should its id come again, it is another.
func (x *goroutines) remove(place uint32) {
	g := &x.all[place]
	at := x.head(g.id)
	for *at != place {
		at = &x.all[*at].next
	}
	*at = g.next
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
			g := &x.all[i]
			next, head := g.next, x.head(g.id)
			g.next, *head = *head, i
			i = next
		}
	}
}
