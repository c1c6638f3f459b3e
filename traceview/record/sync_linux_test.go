package record_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"

	"schedviz/traceview/record"
)

// dirty returns how many pages of a file are not yet on disk.
func dirty(t *testing.T, path string) uint64 {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var stat unix.Cachestat_t
	if err := unix.Cachestat(uint(f.Fd()), &unix.CachestatRange{}, &stat, 0); err != nil {
		t.Skipf("the kernel does not tell what is on the disk: %v", err)
	}
	return stat.Dirty + stat.Writeback
}

// A file gets its name only when its content is on disk. That includes a run's run.json and its trace.
func TestFilesAreOnTheDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(path, make([]byte, 1<<20), 0o666); err != nil {
		t.Fatal(err)
	}
	if dirty(t, path) == 0 {
		t.Skip("this file system has nothing that is only in memory")
	}
	if err := record.WriteFile(path, says(string(make([]byte, 1<<20)))); err != nil {
		t.Fatal(err)
	}
	if n := dirty(t, path); n > 0 {
		t.Errorf("after WriteFile %d pages are not on the disk", n)
	}
	r := mustRecord(t, "count", nil)
	for _, name := range []string{record.RunFile, record.TraceFile} {
		if n := dirty(t, r.Path(name)); n > 0 {
			t.Errorf("after a run %d pages of %s are not on the disk", n, name)
		}
	}
}
