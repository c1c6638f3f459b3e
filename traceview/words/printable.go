package words

import (
	"strings"
	"unicode"
)

// Printable turns untrusted text, from a trace for instance, into one line without terminal control sequences.
func Printable(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "\n", "; ")
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return unicode.ReplacementChar
	}, s)
}
