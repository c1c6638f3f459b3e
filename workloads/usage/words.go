package usage

import "strings"

// SplitWords splits a command line into words like a shell: at unquoted spaces.
func SplitWords(line string) ([]string, error) {
	var words []string
	var word strings.Builder
	open, quote := false, rune(0)
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '\'' || r == '"':
			open, quote = true, r
		case r == ' ' || r == '\t' || r == '\n':
			if open {
				words = append(words, word.String())
			}
			word.Reset()
			open = false
		default:
			open = true
			word.WriteRune(r)
		}
	}
	if quote != 0 {
		return nil, Errorf("%q: a quote %c is not closed", line, quote)
	}
	if open {
		words = append(words, word.String())
	}
	return words, nil
}
