package report

// Padded gives windows blobs of a size, of bytes that mean nothing.
func Padded(windows []Exact, size int) []Exact {
	for i := range windows {
		windows[i].blob = make([]byte, size)
	}
	return windows
}
