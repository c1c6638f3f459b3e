//go:build unix

package record

import "os"

// syncDir flushes a directory's entries to disk.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil // a directory may be writable but not readable
	}
	defer d.Close()
	return syncFile(d)
}
