// Package words formats figures and names for readers: on the page, in a terminal, in a claim's evidence.
//
// The package serves the command: it may change without notice.
package words

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/agnivade/levenshtein"

	"schedviz/traceview"
)

// Duration formats d with three significant digits in the unit that fits: "12.3 ms".
func Duration(d time.Duration) string {
	if d < 0 {
		return "-" + Duration(-d)
	}
	for _, u := range []struct {
		name string
		size time.Duration
	}{{"s", time.Second}, {"ms", time.Millisecond}, {"µs", time.Microsecond}} {
		// From 999.5 on, the next unit reads better than four digits.
		if float64(d) >= 0.9995*float64(u.size) {
			return digits3(float64(d)/float64(u.size)) + " " + u.name
		}
	}
	return strconv.FormatInt(int64(d), 10) + " ns"
}

// Bytes formats a size: "42.5 MB".
func Bytes(n int64) string {
	for _, u := range []struct {
		name string
		size float64
	}{{"GB", 1e9}, {"MB", 1e6}, {"kB", 1e3}} {
		if float64(n) >= 0.9995*u.size {
			return digits3(float64(n)/u.size) + " " + u.name
		}
	}
	return strconv.FormatInt(n, 10) + " B"
}

// digits3 formats x ≥ 1 with three significant digits, or with its whole part if that has more.
func digits3(x float64) string {
	prec := max(0, 2-int(math.Floor(math.Log10(max(x, 1)*1.0005))))
	return strconv.FormatFloat(x, 'f', prec, 64)
}

// Counted formats n with thousands separators, and the noun in singular or plural.
func Counted[T ~int | ~int64](n T, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return Number(n) + " " + noun
}

// Number formats n with thousands separators: "1,234,567".
func Number[T ~int | ~int64](n T) string {
	s := strconv.FormatInt(int64(n), 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Percent formats a share; it never rounds a small one to 0%, nor a large one to 100%.
func Percent(share float64) string {
	switch {
	case share > 0 && share < 0.01:
		return "<1%"
	case share > 0.99 && share < 1:
		return ">99%"
	}
	return fmt.Sprintf("%.0f%%", share*100)
}

// Goroutine names a goroutine with its start function: "G18 (main.worker)".
func Goroutine[ID ~int64](id ID, fn string) string {
	if fn == "" {
		return fmt.Sprintf("G%d", id)
	}
	return fmt.Sprintf("G%d (%s)", id, Func(fn))
}

// GoroutinesSeen says how many goroutines are the program's, and how many of all are the runtime's: "4 of yours (2 created,
// 2 ended), 10 of the runtime".
func GoroutinesSeen(own, all *traceview.GoroutinesStat) string {
	return fmt.Sprintf("%s of yours (%s created, %s ended), %s of the runtime", Number(own.Seen), Number(own.Created),
		Number(own.Exited), Number(all.System.Seen))
}

// GoroutinesAlive says how many goroutines existed when the trace ended: "10 of yours besides main, 10 of the runtime".
func GoroutinesAlive(own, all *traceview.GoroutinesStat) string {
	yours := Number(own.AliveAtEnd) + " of yours"
	if own.MainAliveAtEnd {
		yours = Number(own.AliveAtEnd-1) + " of yours besides main"
	}
	return yours + ", " + Number(all.System.AliveAtEnd) + " of the runtime"
}

// Func drops the import path's directories: "net/http.(*conn).serve" becomes
// "http.(*conn).serve".
func Func(fn string) string {
	// The type arguments of a generic function, in brackets, may contain slashes too.
	end := len(fn)
	if i := strings.IndexByte(fn, '['); i >= 0 {
		end = i
	}
	return fn[strings.LastIndexByte(fn[:end], '/')+1:]
}

// Place formats a line of a function as "main.worker (pool.go:34)".
func Place(fn, file string, line int) string {
	if fn == "" && file == "" {
		return "an unknown location"
	}
	return fmt.Sprintf("%s (%s:%d)", Func(fn), file[strings.LastIndexAny(file, `/\`)+1:], line)
}

// ByKind lists the kinds that occurred with their counts: "11 async, 1 for a stack scan".
func ByKind(kinds []traceview.Preempt, count func(traceview.Preempt) int64) string {
	var parts []string
	for _, kind := range kinds {
		if n := count(kind); n != 0 {
			parts = append(parts, Number(n)+" "+kind.Counted())
		}
	}
	return strings.Join(parts, ", ")
}

// Nearest returns the known word that is closest to word: one that begins with it, else the one with the smallest
// edit distance. Leading dashes do not count. It returns "" if there are no known words.
func Nearest(word string, known []string) string {
	word = strings.TrimLeft(word, "-")
	best, least := "", 0
	for _, k := range known {
		bare := strings.TrimLeft(k, "-")
		edits := levenshtein.ComputeDistance(word, bare)
		if word != "" && strings.HasPrefix(bare, word) {
			edits = 0
		}
		if best == "" || edits < least {
			best, least = k, edits
		}
	}
	return best
}
