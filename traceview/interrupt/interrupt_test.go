package interrupt_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"schedviz/traceview/fault"
	"schedviz/traceview/interrupt"
)

var errWork = errors.New("work failed")

// ended fails the test if f takes far longer than an interruption may.
func ended(t *testing.T, f func() error) error {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- f() }()
	select {
	case err := <-done:
		return err
	case <-time.After(20 * time.Second):
		t.Fatal("it goes on although its context has ended")
		return nil
	}
}

func TestDo(t *testing.T) {
	ctx := context.Background()
	over, cancel := context.WithCancel(ctx)
	cancel()
	for _, test := range []struct {
		name string
		ctx  context.Context
		work func() error
		want error
	}{
		{"done", ctx, func() error { return nil }, nil},
		{"failed", ctx, func() error { return errWork }, errWork},
		{"cleans up", over, func() error { time.Sleep(10 * time.Millisecond); return errWork }, errWork},
		{"deaf", over, func() error { select {} }, context.Canceled},
	} {
		err := ended(t, func() error { return interrupt.Do(test.ctx, "working", test.work) })
		if !errors.Is(err, test.want) || errors.Is(err, context.Canceled) && err.Error() != "working: context canceled" {
			t.Errorf("%s: Do = %v, want %v", test.name, err, test.want)
		}
	}
}

// A panic is returned to the caller as an error that says where it happened.
func TestPanic(t *testing.T) {
	ctx := context.Background()
	for name, err := range map[string]error{
		"Do":    interrupt.Do(ctx, "working", func() error { panic("oh no") }),
		"Write": interrupt.Write(ctx, io.Discard, func(io.Writer) error { panic("oh no") }),
	} {
		fault := new(fault.Error)
		if !errors.As(err, &fault) || fault.What != "oh no" || !strings.HasPrefix(fault.Source, "interrupt_test.go:") {
			t.Errorf("%s = %v, want the work's panic and where it was", name, err)
		}
	}
}

func TestWrite(t *testing.T) {
	var got bytes.Buffer
	text := strings.Repeat("all of it", 50_000)
	err := interrupt.Write(context.Background(), &got, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
	if err != nil || got.String() != text {
		t.Errorf("Write = %v, with %d bytes written; want all %d", err, got.Len(), len(text))
	}
	if err := interrupt.Write(context.Background(), &got, func(io.Writer) error { return errWork }); !errors.Is(err, errWork) {
		t.Errorf("Write of what fails = %v, want %v", err, errWork)
	}
}

// Writes after the end go nowhere and return an error.
func TestWriteInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var got bytes.Buffer
	late, goOn := make(chan error, 1), make(chan bool)
	err := ended(t, func() error {
		return interrupt.Write(ctx, &got, func(w io.Writer) error {
			cancel()
			<-goOn
			_, err := w.Write(make([]byte, 1<<20))
			late <- err
			return err
		})
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Write = %v, want %v", err, context.Canceled)
	}
	close(goOn)
	if err := ended(t, func() error { return <-late }); err == nil || got.Len() > 0 {
		t.Errorf("writing after the end: error %v, %d bytes arrived; want an error and none", err, got.Len())
	}
}

// A failing writer ends its producer.
func TestWriteFails(t *testing.T) {
	produced := make(chan error, 1)
	err := ended(t, func() error {
		return interrupt.Write(context.Background(), failing{}, func(w io.Writer) error {
			for {
				if _, err := w.Write(make([]byte, 1<<20)); err != nil {
					produced <- err
					return err
				}
			}
		})
	})
	if !errors.Is(err, errWork) {
		t.Errorf("Write = %v, want %v", err, errWork)
	}
	if err := ended(t, func() error { return <-produced }); err == nil {
		t.Error("who produces is not told")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errWork }
