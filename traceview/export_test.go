package traceview

// AsOnePage makes f read its trace with one sequential Reader, as any plain
// program would: what reading by generation must agree with.
func (f *File) AsOnePage() {
	f.extents = []extent{{off: headerSize, end: f.size, ended: true}}
}

// Generations returns how many generations the index found.
func (f *File) Generations() int { return len(f.extents) }

// KeepStays sets how many stays on cores a joiner keeps before it forgets some, and
// returns what resets that.
func KeepStays(n int) (reset func()) {
	old := keptStays
	keptStays = n
	return func() { keptStays = old }
}
