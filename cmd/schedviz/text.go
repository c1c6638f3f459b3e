package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// writeJSON writes v as one JSON object for people and programs.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// printable makes text from a trace, or from anywhere, one line that can't steer a
// terminal.
func printable(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "\n", "; ")
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return unicode.ReplacementChar
	}, s)
}

// table lays out text in columns.
type table struct{ rows [][]string }

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// write writes the table; align has a letter for each column, 'l' or 'r'.
func (t *table) write(w io.Writer, align string) {
	widths := make([]int, len(align))
	for _, row := range t.rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range t.rows {
		var b strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if align[i] == 'r' {
				b.WriteString("  " + pad + cell)
			} else {
				b.WriteString("  " + cell + pad)
			}
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
}

// nanos writes a time in the unit that suits it, with three digits: "12.3 ms".
func nanos(ns int64) string {
	d := time.Duration(ns)
	switch {
	case d < 0:
		return "-" + nanos(-ns)
	case d < time.Microsecond:
		return strconv.FormatInt(ns, 10) + " ns"
	case d < 999_500*time.Nanosecond:
		return threeDigits(float64(ns)/1e3) + " µs"
	case d < 999_500*time.Microsecond:
		return threeDigits(float64(ns)/1e6) + " ms"
	}
	return threeDigits(float64(ns)/1e9) + " s"
}

// size writes a number of bytes: "42.5 MB".
func size(bytes int64) string {
	switch {
	case bytes < 1000:
		return strconv.FormatInt(bytes, 10) + " B"
	case bytes < 999_500:
		return threeDigits(float64(bytes)/1e3) + " kB"
	case bytes < 999_500_000:
		return threeDigits(float64(bytes)/1e6) + " MB"
	}
	return threeDigits(float64(bytes)/1e9) + " GB"
}

func threeDigits(v float64) string {
	switch {
	case v < 9.995:
		return strconv.FormatFloat(v, 'f', 2, 64)
	case v < 99.95:
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	return strconv.FormatFloat(v, 'f', 0, 64)
}

// number writes n with its thousands apart: "1,234,567".
func number[T ~int | ~int64](n T) string {
	s := strconv.FormatInt(int64(n), 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// counted writes n of a thing: "1 wait", "2,301 waits".
func counted[T ~int | ~int64](n T, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return number(n) + " " + thing + "s"
}

func percent(part float64) string { return strconv.FormatFloat(100*part, 'f', 1, 64) + "%" }
