package workloads

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"schedviz/traceview/words"
)

// scaled is the parameter --scale of workloads that sleep.
type scaled struct{ scale float64 }

func (s *scaled) flags(fs *pflag.FlagSet) {
	fs.Float64Var(&s.scale, "scale", 0.1, "`factor` for the documented sleeps; 1 is as documented")
}

func (s *scaled) validate() error {
	if !(s.scale > 0 && s.scale <= 10) { // written so that it rejects NaN too
		return fmt.Errorf("--scale must be above 0 and at most 10, not %v", s.scale)
	}
	return nil
}

// of returns d times the scale.
func (s *scaled) of(d time.Duration) time.Duration {
	return time.Duration(math.Round(float64(d) * s.scale))
}

func checkInt(flag string, value, low, high int) error {
	if value < low || value > high {
		return fmt.Errorf("--%s must be from %d to %d, not %d", flag, low, high, value)
	}
	return nil
}

func checkDuration(flag string, value, low, high time.Duration) error {
	if value < low || value > high {
		return fmt.Errorf("--%s must be from %v to %v, not %v", flag, low, high, value)
	}
	return nil
}

func checkChoice(flag, value string, choices ...string) error {
	if !slices.Contains(choices, value) {
		return fmt.Errorf("--%s must be one of %s, not %q: the nearest is %q",
			flag, strings.Join(choices, ", "), value, words.Nearest(value, choices))
	}
	return nil
}

// firstError returns the first of errs that is not nil.
func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
