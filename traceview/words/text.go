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

// WriteJSON writes v as indented JSON. What is not printable is escaped as \uXXXX: C1
// controls, marks that change the direction of text, invisible characters. Decoded,
// every string is what it was.
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

// escaper passes JSON on in characters that are fit to be seen. An encoder writes whole
// texts, so no character is cut in two.
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

// Middle shortens s to at most limit characters, at least 3, by leaving out its middle:
// of a function's name the end tells more than the beginning.
func Middle(s string, limit int) string {
	if len(s) <= limit || utf8.RuneCountInString(s) <= limit {
		return s
	}
	runes := []rune(s)
	head := (limit - 1) / 3
	return string(runes[:head]) + "…" + string(runes[len(runes)-(limit-1-head):])
}
