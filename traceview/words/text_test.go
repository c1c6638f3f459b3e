package words_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"schedviz/traceview/words"
)

// JSON has no character that controls a terminal or an editor, and decodes to its original.
func TestWriteJSON(t *testing.T) {
	for text, want := range map[string]string{
		"plain <b> & \"quoted\" \\ grün 世界 🙂":     `"plain <b> & \"quoted\" \\ grün 世界 🙂"`,
		"main.\u202Eevil\u202C":                   `"main.\u202eevil\u202c"`,
		"isolate \u2066\u2069\u200F\u061C":        `"isolate \u2066\u2069\u200f\u061c"`,
		"C1 \u0085\u009B31m DEL \x7f":             `"C1 \u0085\u009b31m DEL \u007f"`,
		"C0 \x1b\t\n":                             `"C0 \u001b\t\n"`,
		"zero width \u200B\uFEFF":                 `"zero width \u200b\ufeff"`,
		"tag \U000E0041":                          `"tag \udb40\udc41"`,
		`already \u202e`:                          `"already \\u202e"`,
		"long " + strings.Repeat("\u202E世", 5000): `"long ` + strings.Repeat(`\u202e世`, 5000) + `"`,
	} {
		var out strings.Builder
		if err := words.WriteJSON(&out, map[string]string{text: text}); err != nil {
			t.Fatal(err)
		}
		if line := "{\n  " + want + ": " + want + "\n}\n"; out.String() != line {
			t.Errorf("WriteJSON(%q) = %q, want %q", text, out.String(), line)
		}
		var back map[string]string
		if err := json.Unmarshal([]byte(out.String()), &back); err != nil || back[text] != text {
			t.Errorf("%q decodes to %q (%v), want what was written", text, back, err)
		}
	}
	var out strings.Builder
	if err := words.WriteJSON(&out, string(allRunes())); err != nil {
		t.Fatal(err)
	}
	for _, r := range out.String() {
		if !unicode.IsPrint(r) && r != '\n' {
			t.Errorf("JSON has the character %U", r)
		}
	}
	var back string
	if err := json.Unmarshal([]byte(out.String()), &back); err != nil || back != string(allRunes()) {
		t.Errorf("the text of all characters does not decode to itself: %v", err)
	}
}

// allRunes returns the characters of Unicode, each once.
func allRunes() (all []rune) {
	for r := range rune(unicode.MaxRune + 1) {
		if utf8.ValidRune(r) {
			all = append(all, r)
		}
	}
	return all
}

func TestMiddle(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"main.worker", 11, "main.worker"},
		{"main.worker", 10, "mai…worker"},
		{"grünes Blatt", 12, "grünes Blatt"},
		{"世界世界世界世界", 4, "世…世界"},
		{"", 5, ""},
	} {
		if got := words.Middle(c.text, c.limit); got != c.want {
			t.Errorf("Middle(%q, %d) = %q, want %q", c.text, c.limit, got, c.want)
		}
	}
}
