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

// ErrLocked is why [TryLock] fails: another holds the lock.
var ErrLocked = errors.New("another schedviz is at work on it")

const (
	lockPoll     = 20 * time.Millisecond
	lockPatience = 10 * time.Second // far more than an index page takes
)

// Lock waits until the lock called name in the directory dir is free, and takes it. It
// is one of the system's: it is free when its holder's process has ended, however that
// ended. The file that it is on stays. Where there are no locks, as on some network
// file systems, there is nobody to wait for. The error is ctx's, or [ErrLocked] if that
// takes longer than a holder should.
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

// TryLock takes the lock as [Lock] does, but does not wait: the error is [ErrLocked].
func TryLock(dir, name string) (unlock func(), err error) {
	f := lockIn(dir, name)
	if taken, err := f.TryLock(); err == nil && !taken {
		return nil, ErrLocked
	}
	return func() { f.Unlock() }, nil
}

func lockIn(dir, name string) *flock.Flock {
	os.MkdirAll(dir, 0o777) // who then makes files in it says why not
	return flock.New(filepath.Join(dir, "."+name+".lock"), flock.SetPermissions(0o666))
}
