package record

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// ErrLocked is the error of [TryLock] if another process holds the lock.
var ErrLocked = errors.New("another schedviz is at work on it")

const (
	lockPoll     = 20 * time.Millisecond
	lockPatience = 10 * time.Second // far longer than writing an index page takes
)

// Lock waits until the lock called name in the directory dir is free, and takes it. It is a lock of the operating
// system, released when its holder's process ends, however that happens. Its file stays. Where there are no
// locks, as on some network file systems, Lock does not wait. The error is ctx's, or [ErrLocked] if waiting takes
// longer than any holder should.
func Lock(ctx context.Context, dir, name string) (unlock func(), err error) {
	ctx, cancel := context.WithTimeoutCause(ctx, lockPatience, ErrLocked)
	defer cancel()
	f := lockIn(dir, name)
	if taken, err := f.TryLock(); taken || err != nil {
		return func() { f.Unlock() }, nil
	}
	if _, err := f.TryLockContext(ctx, lockPoll); ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return nil, fmt.Errorf("waiting for %s: %w", dir, context.Cause(ctx))
	}
	return func() { f.Unlock() }, nil
}

// TryLock takes the lock like [Lock], but fails with [ErrLocked] instead of waiting.
func TryLock(dir, name string) (unlock func(), err error) {
	f := lockIn(dir, name)
	if taken, err := f.TryLock(); err == nil && !taken {
		return nil, ErrLocked
	}
	return func() { f.Unlock() }, nil
}

func lockIn(dir, name string) *flock.Flock {
	os.MkdirAll(dir, 0o777) // creating files in it will then say why
	return flock.New(filepath.Join(dir, "."+name+".lock"), flock.SetPermissions(0o666))
}
