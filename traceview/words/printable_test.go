package words_test

import (
	"testing"

	"schedviz/traceview/words"
)

// Text from a trace or a file name must not control the terminal.
func TestPrintable(t *testing.T) {
	for s, want := range map[string]string{
		"chan receive":          "chan receive",
		" two\nlines\n":         "two; lines",
		"\x1b[31mred\x07":       "\uFFFD[31mred\uFFFD",
		"grün \u202Etfel\u200B": "grün \uFFFDtfel\uFFFD",
	} {
		if got := words.Printable(s); got != want {
			t.Errorf("Printable(%q) = %q, want %q", s, got, want)
		}
	}
}
