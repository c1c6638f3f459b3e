package words

import (
	"strings"
	"unicode"
)

// Printable makes text from a trace, or from anywhere, one line that can't steer a
// terminal.
func Printable(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "\n", "; ")
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return unicode.ReplacementChar
	}, s)
}
