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
	chunks [][]T
	n      int
}

const (
	chunkBits = 8
	chunkSize = 1 << chunkBits
)

// at returns where element i is, which is there from now on.
func (x *chunked[T]) at(i int32) *T {
	for int(i)>>chunkBits >= len(x.chunks) {
		x.chunks = append(x.chunks, make([]T, chunkSize))
	}
	x.n = max(x.n, int(i)+1)
	return &x.chunks[i>>chunkBits][i&(chunkSize-1)]
}
