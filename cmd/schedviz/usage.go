package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"schedviz/traceview/words"
)

// usageError is a wrong command line, in one line.
type usageError struct{ msg string }

func (e usageError) Error() string { return e.msg }

func usageErrorf(format string, args ...any) error {
	return usageError{fmt.Sprintf(format, args...)}
}

// unknown says that word is no kind, and names the nearest one.
func unknown(kind, word string, known []string) error {
	if len(known) == 0 {
		return usageErrorf("unknown %s %q", kind, word)
	}
	return usageErrorf("unknown %s %q: the nearest is %q", kind, word, words.Nearest(word, known))
}

// subcommands lists the names that may follow c.
func subcommands(c *cobra.Command) []string {
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return names
}

// explainFlagError turns what is wrong with c's flags into one line. rest is the
// command line behind c's name: where a subcommand was mistyped, its flags are
// strangers to c, and the word is what to complain about.
func explainFlagError(c *cobra.Command, err error, rest []string, kind string) error {
	if errors.As(err, new(*pflag.NotExistError)) && kind != "" && len(rest) > 0 && !strings.HasPrefix(rest[0], "-") {
		return unknown(kind, rest[0], subcommands(c))
	}
	return flagError(c.Flags(), err)
}

// flagError turns what is wrong with a command line's flags into one line.
func flagError(fs *pflag.FlagSet, err error) error {
	var missing *pflag.NotExistError
	if errors.As(err, &missing) {
		return unknownFlag(fs, missing)
	}
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		return invalidValue(invalid)
	}
	return usageErrorf("%v", err)
}

func unknownFlag(fs *pflag.FlagSet, e *pflag.NotExistError) error {
	if short := e.GetSpecifiedShortnames(); short != "" {
		return unknown("flag", "-"+short, shorthands(fs))
	}
	return unknown("flag", "--"+e.GetSpecifiedName(), flagNames(fs))
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
		return usageErrorf("--%s: %v", e.GetFlag().Name, bad)
	case !ok || errors.Is(e, strconv.ErrRange):
		return usageErrorf("--%s: bad value %q: %v", e.GetFlag().Name, e.GetValue(), e.Unwrap())
	}
	return usageErrorf("--%s: bad value %q: it takes %s", e.GetFlag().Name, e.GetValue(), what)
}

// choice is the value of a flag that takes one of a few words.
type choice struct {
	value string
	words []string
}

func (c *choice) String() string { return c.value }

func (c *choice) Type() string { return strings.Join(c.words, "|") }

func (c *choice) Set(s string) error {
	if !slices.Contains(c.words, s) {
		return &choiceError{s, c.words}
	}
	c.value = s
	return nil
}

// choiceError is a word that is none of those a flag takes.
type choiceError struct {
	word  string
	words []string
}

func (e *choiceError) Error() string {
	return fmt.Sprintf("unknown value %q: the nearest is %q", e.word, words.Nearest(e.word, e.words))
}

// exactly returns a check that a command got its n arguments; what names them.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		name := strings.TrimPrefix(c.CommandPath(), c.Root().Name()+" ")
		switch {
		case len(args) < n:
			return usageErrorf("%s needs %s", name, what)
		case len(args) > n && n == 0:
			return usageErrorf("%s takes no arguments, not %q", name, args[0])
		case len(args) > n:
			return usageErrorf("%s takes just %s, not also %q", name, what, args[n])
		}
		return nil
	}
}
