package usage_test

import (
	"errors"
	"io"
	"slices"
	"testing"
	"time"

	"github.com/spf13/pflag"

	"schedviz/workloads/usage"
)

type colour string

func flags(how *colour) *pflag.FlagSet {
	fs := pflag.NewFlagSet("paint", pflag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.IntP("number", "n", 1, "how many")
	fs.Duration("drying", time.Second, "how long")
	fs.Var(usage.NewChoice(how, "red", "green"), "colour", "in which colour")
	return fs
}

// Errors are one line, with the nearest word or an example of a valid value.
func TestExplain(t *testing.T) {
	for arg, want := range map[string]string{
		"--numbr=3":     `unknown flag "--numbr": the nearest is "--number"`,
		"-x":            `unknown flag "-x": the nearest is "-n"`,
		"--number=many": `--number: bad value "many": want a whole number`,
		"--number=99999999999999999999": `--number: bad value "99999999999999999999": strconv.ParseInt: ` +
			`parsing "99999999999999999999": value out of range`,
		"--drying=3":    `--drying: bad value "3": want a time such as "500ms" or "1.5s"`,
		"--colour=gren": `--colour: unknown value "gren": the nearest is "green"`,
		"--number":      "flag needs an argument: --number",
	} {
		fs := flags(new(colour))
		err := usage.Explain(fs, fs.Parse([]string{arg}))
		if err.Error() != want || !errors.As(err, new(usage.Error)) {
			t.Errorf("Explain(%s) = %q, want %q", arg, err, want)
		}
	}
}

func TestUnknown(t *testing.T) {
	if got, want := usage.Unknown("shell", "bsh", nil).Error(), `unknown shell "bsh"`; got != want {
		t.Errorf("Unknown of none = %q, want %q", got, want)
	}
}

func TestChoice(t *testing.T) {
	how := colour("red")
	fs := flags(&how)
	flag := fs.Lookup("colour")
	if flag.DefValue != "red" || flag.Value.Type() != "red|green" {
		t.Errorf("--colour is by default %q, of %q", flag.DefValue, flag.Value.Type())
	}
	if err := fs.Parse([]string{"--colour", "green"}); err != nil || how != "green" {
		t.Errorf("--colour green sets %q, %v", how, err)
	}
	if err := fs.Parse([]string{"--colour", "blue"}); err == nil || how != "green" {
		t.Errorf("--colour blue sets %q, %v; want an error, and that it stays green", how, err)
	}
}

func TestSplitWords(t *testing.T) {
	for line, want := range map[string][]string{
		"":                         nil,
		"  say --times\t3\n":       {"say", "--times", "3"},
		`say --name "a b" '' 'c"'`: {"say", "--name", "a b", "", `c"`},
		`--a="b c"d`:               {"--a=b cd"},
	} {
		if got, err := usage.SplitWords(line); err != nil || !slices.Equal(got, want) {
			t.Errorf("SplitWords(%q) = %q, %v, want %q", line, got, err, want)
		}
	}
	if got, err := usage.SplitWords("say 'x"); !errors.As(err, new(usage.Error)) {
		t.Errorf("SplitWords(say 'x) = %q, %v, want that the quote is not closed", got, err)
	}
}
