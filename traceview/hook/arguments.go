package hook

import (
	"path/filepath"
	"slices"
	"strings"
)

// boolFlags are the flags of go build, run and test that take no argument of their own. All others do.
var boolFlags = []string{
	"a", "asan", "benchmem", "buildvcs", "c", "cover", "failfast", "fullpath", "i", "json", "linkshared", "modcacherw",
	"msan", "n", "race", "short", "trimpath", "v", "work", "x",
}

// listless are the flags of go build and go run that go list does not have, or that change what it prints.
var listless = []string{"a", "exec", "json", "n", "o", "v", "work", "x", "debug-actiongraph", "debug-runtime-trace", "debug-trace"}

// goFlag is a flag of a go command, as typed.
type goFlag struct {
	name  string
	value string
	words []string // one or two arguments
}

// arguments are the arguments of a go command: flags, then what the command is about.
type arguments struct {
	flags []goFlag
	rest  []string
}

// parseArguments splits the arguments of go build, run or test as the go command does.
func parseArguments(args []string) (a arguments) {
	for len(args) > 0 {
		word := args[0]
		if len(word) < 2 || word[0] != '-' || word == "--" {
			break
		}
		name, value, assigned := strings.Cut(strings.TrimPrefix(word[1:], "-"), "=")
		f := goFlag{name, value, args[:1]}
		if !assigned && !slices.Contains(boolFlags, name) && len(args) > 1 {
			f.value, f.words = args[1], args[:2]
		}
		a.flags, args = append(a.flags, f), args[len(f.words):]
	}
	a.rest = args
	return a
}

// last returns the value of a flag; the last one counts.
func (a arguments) last(name string) (value string, ok bool) {
	for _, f := range a.flags {
		if f.name == name {
			value, ok = f.value, true
		}
	}
	return value, ok
}

// without returns the flags, except those of these names, as arguments.
func (a arguments) without(names ...string) (words []string) {
	for _, f := range a.flags {
		if !slices.Contains(names, f.name) {
			words = append(words, f.words...)
		}
	}
	return words
}

// packages returns those of the arguments that name packages or files: all of them for go build, the leading ones
// for go run.
func (a arguments) packages(verb Verb) []string {
	rest := a.rest
	if len(rest) > 0 && rest[0] == "--" {
		rest = rest[1:]
	}
	if verb != Run || len(rest) == 0 {
		return rest
	}
	n := 0
	for n < len(rest) && strings.HasSuffix(rest[n], ".go") {
		n++
	}
	return rest[:max(n, 1)]
}

// addFile adds a file to the packages, if those are the files of a package rather than names of packages.
func (a *arguments) addFile(packages []string, name string) {
	if len(packages) == 0 || !strings.HasSuffix(packages[0], ".go") {
		return
	}
	last := packages[len(packages)-1]
	at := slices.Index(a.rest, last) + 1
	a.rest = slices.Insert(slices.Clone(a.rest), at, filepath.Join(filepath.Dir(last), name))
}
