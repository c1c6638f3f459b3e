package usage

import (
	"fmt"
	"slices"
	"strings"

	"schedviz/traceview/words"
)

// Choice is the value of a flag that accepts one of a few words.
type Choice[T ~string] struct {
	value *T
	words []T
}

// NewChoice returns a flag's value that sets *value to one of the words; its initial value is the default.
func NewChoice[T ~string](value *T, words ...T) *Choice[T] { return &Choice[T]{value, words} }

// Words returns the words that the flag accepts.
func (c *Choice[T]) Words() []string {
	list := make([]string, len(c.words))
	for i, w := range c.words {
		list[i] = string(w)
	}
	return list
}

// String returns the current word.
func (c *Choice[T]) String() string { return string(*c.value) }

// Type returns the words as usage texts show them: "on|off".
func (c *Choice[T]) Type() string { return strings.Join(c.Words(), "|") }

// Set sets the value, if it is one of the words.
func (c *Choice[T]) Set(s string) error {
	if !slices.Contains(c.words, T(s)) {
		return &choiceError{s, c.Words()}
	}
	*c.value = T(s)
	return nil
}

// choiceError is the error of a word that a flag does not accept.
type choiceError struct {
	word  string
	words []string
}

func (e *choiceError) Error() string {
	return fmt.Sprintf("unknown value %q: the nearest is %q", e.word, words.Nearest(e.word, e.words))
}
