//go:build unix

package interrupt_test

import (
	"context"
	"os"
	"syscall"
	"testing"
	"time"

	"schedviz/traceview/interrupt"
)

// PassFirst passes one signal, and the context ends with the next.
func TestPassFirst(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		ctx, passed, stop := interrupt.PassFirst(t.Context())
		syscall.Kill(os.Getpid(), s)
		if got := receive(t, passed); got != s {
			t.Errorf("PassFirst passes %v, want %v", got, s)
		}
		if ctx.Err() != nil {
			t.Errorf("%v ended the context, want only the next to do so", s)
		}
		syscall.Kill(os.Getpid(), s)
		receive(t, ctx.Done())
		stop()
	}
}

func TestHangupIsNotPassed(t *testing.T) {
	ctx, passed, stop := interrupt.PassFirst(t.Context())
	defer stop()
	syscall.Kill(os.Getpid(), syscall.SIGHUP)
	receive(t, ctx.Done())
	if len(passed) > 0 {
		t.Error("SIGHUP is passed, want it to end the context alone")
	}
}

// Stop ends the context.
func TestStop(t *testing.T) {
	for _, signals := range []func() (context.Context, context.CancelFunc){
		func() (context.Context, context.CancelFunc) { return interrupt.Signals(t.Context()) },
		func() (context.Context, context.CancelFunc) {
			ctx, _, stop := interrupt.PassFirst(t.Context())
			return ctx, stop
		},
	} {
		ctx, stop := signals()
		if ctx.Err() != nil {
			t.Error("the context has ended before stop")
		}
		stop()
		receive(t, ctx.Done())
	}
}

// receive returns what comes from c, which must not take long.
func receive[T any](t *testing.T, c <-chan T) T {
	t.Helper()
	select {
	case v := <-c:
		return v
	case <-time.After(20 * time.Second):
		t.Fatal("nothing arrives")
		panic("unreachable")
	}
}
