//go:build unix

package record

import "os"

// syncDir has the names in a directory put on the disk.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil // one may write to a directory that one may not read
	}
	defer d.Close()
	return syncFile(d)
}
