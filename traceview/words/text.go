package words

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// WriteJSON writes v as indented JSON. Unprintable characters are escaped as \uXXXX: C1 controls, marks that
// change the text direction, invisible characters. Every string decodes to its original.
func WriteJSON(w io.Writer, v any) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(escaper{out})
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	return out.Flush()
}

// escaper escapes the unprintable characters of JSON on its way to w. An encoder writes whole texts, so no
// character is split across calls.
type escaper struct{ w *bufio.Writer }

func (e escaper) Write(p []byte) (int, error) {
	for rest := p; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if r < 0x7f || unicode.IsPrint(r) {
			e.w.Write(rest[:size])
		} else if hi, lo := utf16.EncodeRune(r); r > 0xffff {
			fmt.Fprintf(e.w, `\u%04x\u%04x`, hi, lo)
		} else {
			fmt.Fprintf(e.w, `\u%04x`, r)
		}
		rest = rest[size:]
	}
	return len(p), nil // a bufio.Writer keeps its error until it is flushed
}

// Middle shortens s to at most limit characters, at least 3, by leaving out its middle: the end of a function's
// name says more than its beginning.
func Middle(s string, limit int) string {
	if len(s) <= limit || utf8.RuneCountInString(s) <= limit {
		return s
	}
	runes := []rune(s)
	head := (limit - 1) / 3
	return string(runes[:head]) + "…" + string(runes[len(runes)-(limit-1-head):])
}
