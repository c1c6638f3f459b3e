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
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	hangups := make(chan os.Signal, 1)
	if !signal.Ignored(syscall.SIGHUP) { // as under nohup
		signals = append(signals, syscall.SIGHUP)
		signal.Notify(hangups, syscall.SIGHUP)
	}
	ctx, cancel := signal.NotifyContext(ctx, signals...)
	context.AfterFunc(ctx, cancel)
	return ctx, func() {
		cancel()
		signal.Stop(hangups)
	}
}
