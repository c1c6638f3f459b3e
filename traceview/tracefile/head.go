package tracefile

// Head returns the beginning of the trace as a File of its own: its first generations,
// with size bytes in them or a little more. It reads what f reads, and closing it does
// nothing. It is nil if that were all of the trace.
func (f *File) Head(size int64) *File {
	for n, x := range f.extents[:len(f.extents)-1] {
		if x.End-f.extents[0].Off >= size {
			return &File{
				name: f.name, r: f.r, size: x.End, close: func() error { return nil },
				version: f.version, extents: f.extents[:n+1], cores: f.cores, limits: f.limits,
			}
		}
	}
	return nil
}
