// Package usage is about command lines: it splits them into words, and says in one line
// what is wrong with them, with the nearest word that would be right.
//
// The package serves the command: it may change without notice.
package usage

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/pflag"

	"schedviz/traceview/words"
)

// Error is a wrong command line, in one line. Commands exit with status 2 for it.
type Error struct{ msg string }

func (e Error) Error() string { return e.msg }

// Errorf returns an [Error].
func Errorf(format string, args ...any) error {
	return Error{fmt.Sprintf(format, args...)}
}

// Unknown says that word is no kind, and names the nearest one of those that are.
func Unknown(kind, word string, known []string) error {
	if len(known) == 0 {
		return Errorf("unknown %s %q", kind, word)
	}
	return Errorf("unknown %s %q: the nearest is %q", kind, word, words.Nearest(word, known))
}

// Explain turns what pflag says is wrong with the flags of fs into an [Error].
func Explain(fs *pflag.FlagSet, err error) error {
	var missing *pflag.NotExistError
	if errors.As(err, &missing) {
		return unknownFlag(fs, missing)
	}
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		return invalidValue(invalid)
	}
	return Errorf("%v", err)
}

func unknownFlag(fs *pflag.FlagSet, e *pflag.NotExistError) error {
	if short := e.GetSpecifiedShortnames(); short != "" {
		return Unknown("flag", "-"+short, shorthands(fs))
	}
	return Unknown("flag", "--"+e.GetSpecifiedName(), flagNames(fs))
}

// flagNames lists the flags, as typed.
func flagNames(fs *pflag.FlagSet) []string {
	var names []string
	fs.VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, "--"+f.Name)
		}
	})
	return names
}

// shorthands lists the one-letter flags, and the long ones, which one dash may have been meant for.
func shorthands(fs *pflag.FlagSet) []string {
	names := flagNames(fs)
	fs.VisitAll(func(f *pflag.Flag) {
		if f.Shorthand != "" && !f.Hidden {
			names = append(names, "-"+f.Shorthand)
		}
	})
	return names
}

// takes says what a flag's type takes, by pflag's name of the type.
var takes = map[string]string{
	"int":      "a whole number",
	"int64":    "a whole number",
	"intSlice": "whole numbers with commas between them",
	"uint":     "a whole number, 0 or more",
	"uint64":   "a whole number, 0 or more",
	"float64":  "a number",
	"bool":     "true or false",
	"size":     `a size such as "500MB" or "2GB"`,
	"duration": `a time such as "500ms" or "1.5s"`,
}

func invalidValue(e *pflag.InvalidValueError) error {
	what, ok := takes[e.GetFlag().Value.Type()]
	var bad *choiceError
	switch {
	case errors.As(e, &bad):
		return Errorf("--%s: %v", e.GetFlag().Name, bad)
	case !ok || errors.Is(e, strconv.ErrRange):
		return Errorf("--%s: bad value %q: %v", e.GetFlag().Name, e.GetValue(), e.Unwrap())
	}
	return Errorf("--%s: bad value %q: it takes %s", e.GetFlag().Name, e.GetValue(), what)
}
