//go:build !unix

package record

// syncDir would flush a directory's entries to disk; this system has no call for it.
func syncDir(string) error { return nil }
