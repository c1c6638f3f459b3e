package tracefile

// Head returns the beginning of the trace as a File of its own: its first generations, up to the
// one in which size bytes are reached. It reads from the same file as f, and closing it does
// nothing. Head returns nil if that would be the whole trace.
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
