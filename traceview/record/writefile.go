package record

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
)

// WriteFile creates the file at path from what write writes, whole or not at all: write gets a new file beside
// path, which is renamed to path once it is on disk, so that a crash of the host can't leave an empty file of
// that name. Links are followed. An existing path that is not a regular file (a pipe, a device) is written to
// directly.
func WriteFile(path string, write func(io.Writer) error) error {
	target, direct, err := resolveTarget(path)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if direct {
		err = writeTo(target, os.O_WRONLY, write)
	} else {
		err = replace(target, write)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, Cause(err))
	}
	return nil
}

// resolveTarget follows links, and reports whether the target must be written to directly rather than replaced.
func resolveTarget(path string) (target string, direct bool, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return path, false, nil
	case err != nil:
		return "", false, Cause(err)
	case info.IsDir():
		return "", false, errors.New("it is a directory")
	case !info.Mode().IsRegular():
		return path, true, nil
	}
	target, err = filepath.EvalSymlinks(path)
	return target, false, err
}

func replace(target string, write func(io.Writer) error) error {
	temp := fmt.Sprintf("%s.%08x.tmp", target, rand.Uint32())
	if err := writeTo(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, write); err != nil {
		os.Remove(temp)
		return err
	}
	if err := os.Rename(temp, target); err != nil {
		os.Remove(temp)
		return err
	}
	return syncDir(filepath.Dir(target))
}

// syncFile flushes f to disk, unless it is a pipe or a device.
func syncFile(f *os.File) error {
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() && !info.IsDir() {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		return nil // the file system does not support it
	}
	return err
}

func writeTo(path string, flag int, write func(io.Writer) error) (err error) {
	f, err := os.OpenFile(path, flag, 0o666)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := bufio.NewWriterSize(f, 1<<16)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return syncFile(f)
}

// Cause strips the operation and path from a file error, so that the caller can name the path that the user knows
// instead of a temporary file's.
func Cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}
