// Package usage handles command lines: it splits them into words, and explains errors in one line, with the
// nearest valid word.
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

// Error describes a wrong command line in one line. Commands exit with status 2 for it.
type Error struct{ msg string }

func (e Error) Error() string { return e.msg }

// Errorf returns an [Error].
func Errorf(format string, args ...any) error {
	return Error{fmt.Sprintf(format, args...)}
}

// Unknown says that word is not a known kind, and names the nearest one that is.
func Unknown(kind, word string, known []string) error {
	if len(known) == 0 {
		return Errorf("unknown %s %q", kind, word)
	}
	return Errorf("unknown %s %q: the nearest is %q", kind, word, words.Nearest(word, known))
}

// Explain turns an error of pflag about the flags of fs into an [Error].
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

// shorthands lists the one-letter flags, and the long ones, which may have been typed with one dash.
func shorthands(fs *pflag.FlagSet) []string {
	names := flagNames(fs)
	fs.VisitAll(func(f *pflag.Flag) {
		if f.Shorthand != "" && !f.Hidden {
			names = append(names, "-"+f.Shorthand)
		}
	})
	return names
}

// wants says what a flag's type accepts, by pflag's name of the type.
var wants = map[string]string{
	"int":      "a whole number",
	"int64":    "a whole number",
	"intSlice": "whole numbers separated by commas",
	"uint":     "a whole number, 0 or more",
	"uint64":   "a whole number, 0 or more",
	"float64":  "a number",
	"bool":     "true or false",
	"size":     `a size such as "500MB" or "2GB"`,
	"duration": `a time such as "500ms" or "1.5s"`,
}

func invalidValue(e *pflag.InvalidValueError) error {
	what, ok := wants[e.GetFlag().Value.Type()]
	var bad *choiceError
	switch {
	case errors.As(e, &bad):
		return Errorf("--%s: %v", e.GetFlag().Name, bad)
	case !ok || errors.Is(e, strconv.ErrRange):
		return Errorf("--%s: bad value %q: %v", e.GetFlag().Name, e.GetValue(), e.Unwrap())
	}
	return Errorf("--%s: bad value %q: want %s", e.GetFlag().Name, e.GetValue(), what)
}
