package interrupt

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// Signals returns a context that ends with the first Ctrl-C, SIGTERM or SIGHUP. The second signal has its default
// effect and ends the process at once, except a second SIGHUP: a terminal that is closed sends several. Stop
// restores the default handling and ends the context.
func Signals(ctx context.Context) (_ context.Context, stop context.CancelFunc) {
	return watch(ctx, nil)
}

// PassFirst is [Signals] for a process with a child that handles signals itself: the first Ctrl-C or SIGTERM arrives on
// passed, to be sent on, and the context ends with the next. SIGHUP is not passed.
func PassFirst(ctx context.Context) (_ context.Context, passed <-chan os.Signal, stop context.CancelFunc) {
	first := make(chan os.Signal, 1)
	ctx, stop = watch(ctx, first)
	return ctx, first, stop
}

func watch(ctx context.Context, first chan<- os.Signal) (context.Context, context.CancelFunc) {
	signals, hangups := make(chan os.Signal, 2), make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	if !signal.Ignored(syscall.SIGHUP) { // as under nohup
		signal.Notify(hangups, syscall.SIGHUP)
	}
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		defer cancel()
		defer signal.Stop(signals)
		for pass := first; ; pass = nil {
			select {
			case s := <-signals:
				if pass == nil {
					return
				}
				pass <- s
			case <-hangups:
				return
			case <-ctx.Done():
				return
			}
		}
	}()
	return ctx, func() {
		cancel()
		signal.Stop(signals)
		signal.Stop(hangups)
	}
}
