package traceview

// reach returns element i of a table that grows on demand. What is new in it is zero.
func reach[T any](table *[]T, i int32) *T {
	if missing := int(i) + 1 - len(*table); missing > 0 {
		*table = append(*table, make([]T, missing)...)
	}
	return &(*table)[i]
}

// chunked is a slice that grows without being copied. What is new in it is zero.
type chunked[T any] struct {
	chunks []*[chunkSize]T
	n      int32
}

const (
	chunkBits = 8
	chunkSize = 1 << chunkBits
)

// at returns element i, which must be there.
func (x *chunked[T]) at(i int32) *T { return &x.chunks[i>>chunkBits][i&(chunkSize-1)] }

// reach returns element i, which is there from now on.
func (x *chunked[T]) reach(i int32) *T {
	for int(i)>>chunkBits >= len(x.chunks) {
		x.chunks = append(x.chunks, new([chunkSize]T))
	}
	x.n = max(x.n, i+1)
	return x.at(i)
}

// chunkedOf returns a copy of a list.
func chunkedOf[T any](list []T) (x chunked[T]) {
	for i := range list {
		*x.reach(int32(i)) = list[i]
	}
	return x
}
