package hook

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// errQuotes is the error of an unfinished quotation.
var errQuotes = errors.New("unterminated quotation")

// splitQuoted splits a value of flags such as -exec, and of GOFLAGS, as the go command does: at spaces outside of
// quotes, which may stand at the beginning of a word.
func splitQuoted(s string) (words []string, err error) {
	for {
		s = strings.TrimLeft(s, " \t\n\r")
		if s == "" {
			return words, nil
		}
		if s[0] == '"' || s[0] == '\'' {
			end := strings.IndexByte(s[1:], s[0])
			if end < 0 {
				return nil, fmt.Errorf("splitting %q: %w", s, errQuotes)
			}
			words, s = append(words, s[1:1+end]), s[2+end:]
			continue
		}
		word, rest, _ := strings.Cut(s, " ")
		words, s = append(words, word), rest
	}
}

// joinQuoted is the inverse of splitQuoted.
func joinQuoted(words []string) string {
	quoted := slices.Clone(words)
	for i, w := range quoted {
		switch {
		case strings.ContainsRune(w, '\''):
			quoted[i] = `"` + w + `"`
		case strings.ContainsAny(w, " \t\"") || w == "":
			quoted[i] = "'" + w + "'"
		}
	}
	return strings.Join(quoted, " ")
}
