package workloads

import (
	"testing"
	"time"
)

func TestLength(t *testing.T) {
	for _, c := range []struct {
		d    time.Duration
		want string
	}{
		{0, "0 ns"},
		{999, "999 ns"},
		{1234, "1.23 µs"},
		{12_340, "12.3 µs"},
		{999_960, "1000 µs"},
		{12_345_678, "12.3 ms"},
		{99_960_000, "100 ms"},
		{1_500 * time.Millisecond, "1.50 s"},
		{100 * time.Second, "100 s"},
	} {
		if got := length(c.d); got != c.want {
			t.Errorf("length(%d) = %q, want %q", c.d, got, c.want)
		}
	}
}
