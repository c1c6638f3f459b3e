package record_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"schedviz/traceview/record"
)

func says(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "f")
	for _, want := range []string{"one", "two"} {
		if err := record.WriteFile(path, says(want)); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) != want {
			t.Errorf("WriteFile wrote %q, want %q", got, want)
		}
	}
	if got := names(t, dir); !slices.Equal(got, []string{"f"}) {
		t.Errorf("WriteFile left %v, want f alone", got)
	}
}

func TestWriteFileFails(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "f")
	if err := record.WriteFile(path, says("kept")); err != nil {
		t.Fatal(err)
	}
	err := record.WriteFile(path, func(w io.Writer) error {
		io.WriteString(w, strings.Repeat("half", 1<<16))
		return errors.New("no more")
	})
	if err == nil || err.Error() != "writing "+path+": no more" {
		t.Errorf("WriteFile = %v, want writing %s: no more", err, path)
	}
	if got, _ := os.ReadFile(path); string(got) != "kept" {
		t.Errorf("the file holds %.20q, want what it held before", got)
	}
	if got := names(t, dir); !slices.Equal(got, []string{"f"}) {
		t.Errorf("WriteFile left %v, want f alone", got)
	}
	if err := record.WriteFile(dir, says("x")); err == nil || !strings.Contains(err.Error(), "it is a directory") {
		t.Errorf("WriteFile(directory) = %v, want a word about that", err)
	}
	if err := record.WriteFile(filepath.Join(dir, "no", "f"), says("x")); err == nil {
		t.Error("WriteFile below a missing directory succeeded")
	}
}

func TestWriteFileFollowsLinks(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "target"), filepath.Join(dir, "link")
	if err := os.WriteFile(target, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip(err)
	}
	if err := record.WriteFile(link, says("new")); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(target); string(got) != "new" {
		t.Errorf("the link's target holds %q, want new", got)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is %v (%v), want it still a link", info.Mode(), err)
	}
	// A device is written to, never replaced.
	if err := record.WriteFile(os.DevNull, says("x")); err != nil {
		t.Errorf("WriteFile(%s) = %v", os.DevNull, err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("%s is now a regular file (%v)", os.DevNull, err)
	}
}
