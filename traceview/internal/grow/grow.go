package grow

// Reach returns element i of a table, which it grows if necessary; new elements are zero.
func Reach[T any](table *[]T, i int32) *T {
	if missing := int(i) + 1 - len(*table); missing > 0 {
		*table = append(*table, make([]T, missing)...)
	}
	return &(*table)[i]
}

// Chunked is a slice that grows without being copied; new elements are zero.
type Chunked[T any] struct {
	chunks []*[chunkSize]T
	Len    int32
}

const (
	chunkBits = 8
	chunkSize = 1 << chunkBits
)

// At returns element i, which must exist.
func (x *Chunked[T]) At(i int32) *T { return &x.chunks[i>>chunkBits][i&(chunkSize-1)] }

// Reach returns element i, growing x if necessary.
func (x *Chunked[T]) Reach(i int32) *T {
	for int(i)>>chunkBits >= len(x.chunks) {
		x.chunks = append(x.chunks, new([chunkSize]T))
	}
	x.Len = max(x.Len, i+1)
	return x.At(i)
}

// ChunkedOf returns a copy of a list.
func ChunkedOf[T any](list []T) (x Chunked[T]) {
	for i := range list {
		*x.Reach(int32(i)) = list[i]
	}
	return x
}

// Halve drops every second element of a list, starting with the second.
func Halve[T any](list []T) []T {
	for i := range len(list) / 2 {
		list[i] = list[2*i]
	}
	return list[:len(list)/2]
}
