package decode

// numberer gives things numbers, from 1 on.
type numberer[T comparable] struct {
	of    map[T]uint32
	given uint32
}

func newNumberer[T comparable]() numberer[T] { return numberer[T]{of: make(map[T]uint32)} }

// number returns the number of x, which it gives it if it is fresh.
func (n *numberer[T]) number(x T) (number uint32, fresh bool) {
	number, ok := n.of[x]
	if !ok {
		n.given++
		number = n.given
		n.of[x] = number
	}
	return number, !ok
}

// forget makes x fresh. Its number is not given again.
func (n *numberer[T]) forget(x T) { delete(n.of, x) }
