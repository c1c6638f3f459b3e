package decode

// numberer numbers things, starting from 1.
type numberer[T comparable] struct {
	numbers map[T]uint32
	last    uint32
}

func newNumberer[T comparable]() numberer[T] { return numberer[T]{numbers: make(map[T]uint32)} }

// number returns the number of x, assigning the next one if x is fresh.
func (n *numberer[T]) number(x T) (number uint32, fresh bool) {
	number, ok := n.numbers[x]
	if !ok {
		n.last++
		number = n.last
		n.numbers[x] = number
	}
	return number, !ok
}

// forget makes x fresh again. Its number is not reused.
func (n *numberer[T]) forget(x T) { delete(n.numbers, x) }
