package traceview

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
