package cores_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"schedviz/traceview/cores"
)

// BenchmarkCost runs children in pairs, with and without capture, in alternating order, and reports what capture
// costs: the median of the pairs' ratios of wall time, minus one, in percent; and, because that is noisy on a
// busy machine, the recorder's own time on cores as a share of one core. Each iteration is a pair.
func BenchmarkCost(b *testing.B) {
	for _, mode := range []cores.Mode{cores.ModePerf, cores.ModeProc} {
		for _, what := range []string{"cpu", "pingpong"} {
			b.Run(string(mode)+"/"+what, func(b *testing.B) {
				var ratios, with, without []float64
				used := ownTime()
				for i := range b.N {
					var captured, plain float64
					if i%2 == 0 {
						captured, plain = runChild(b, mode, what), runChild(b, cores.ModeOff, what)
					} else {
						plain, captured = runChild(b, cores.ModeOff, what), runChild(b, mode, what)
					}
					with, without, ratios = append(with, captured), append(without, plain), append(ratios, captured/plain)
				}
				b.ReportMetric(0, "ns/op")
				b.ReportMetric(100*float64(ownTime()-used)/(median(with)+median(without))/float64(b.N), "%core")
				b.ReportMetric(median(without)/1e6, "ms-without")
				b.ReportMetric(median(with)/1e6, "ms-with")
				b.ReportMetric(100*(median(ratios)-1), "%cost")
			})
		}
	}
}

// ownTime returns how long this process, without its children, has been on cores, in ns.
func ownTime() int64 {
	var u unix.Rusage
	unix.Getrusage(unix.RUSAGE_SELF, &u)
	return u.Utime.Nano() + u.Stime.Nano()
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// runChild returns how many nanoseconds the child worked.
func runChild(b *testing.B, mode cores.Mode, what string) float64 {
	b.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	c, err := cores.Begin(mode, filepath.Join(b.TempDir(), "cores.data"))
	if err != nil {
		b.Skip(err)
	}
	cmd := exec.Command("/proc/self/exe")
	cmd.Env = append(os.Environ(), child+"="+what)
	var out strings.Builder
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		c.Discard()
		b.Fatal(err)
	}
	c.Started(cmd.Process.Pid)
	if err := cmd.Wait(); err != nil {
		b.Fatal(err)
	}
	if err := c.Stop(); err != nil {
		b.Fatal(err)
	}
	ns, err := strconv.ParseFloat(strings.TrimSpace(out.String()), 64)
	if err != nil {
		b.Fatalf("the child printed %q", &out)
	}
	return ns
}
