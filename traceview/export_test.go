package traceview

// AsOnePage makes f read its trace with one sequential Reader, as any plain
// program would: what reading by generation must agree with.
func (f *File) AsOnePage() {
	f.extents = []extent{{off: headerSize, end: f.size, ended: true}}
}

// Generations returns how many generations the index found.
func (f *File) Generations() int { return len(f.extents) }
