package report

// Padded returns windows with meaningless blobs of the given sizes.
func Padded(windows []Exact, size int) []Exact {
	for i := range windows {
		windows[i].blob = make([]byte, size)
	}
	return windows
}
