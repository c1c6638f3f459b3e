package main

import (
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// size is the value of a flag that takes a size, in bytes: 1500, 500MB, 1.5 GiB.
type size int64

var (
	sizePattern = regexp.MustCompile(`(?i)^([0-9.]+) ?([kmgt]?)(i?)b?$`)
	sizeUnits   = [...]string{"", "kB", "MB", "GB", "TB"}
)

func (s *size) Type() string { return "size" }

// String formats the size in the largest unit that makes it a whole number.
func (s *size) String() string {
	n, unit := int64(*s), 0
	for n != 0 && n%1000 == 0 && unit+1 < len(sizeUnits) {
		n /= 1000
		unit++
	}
	return strconv.FormatInt(n, 10) + sizeUnits[unit]
}

func (s *size) Set(text string) error {
	m := sizePattern.FindStringSubmatch(text)
	if m == nil {
		return errors.New("not a number and a unit")
	}
	n, err := strconv.ParseFloat(m[1], 64)
	if err != nil {
		return err
	}
	base := 1000.0
	if m[3] != "" {
		base = 1024
	}
	if m[2] != "" {
		n *= math.Pow(base, float64(1+strings.Index("kmgt", strings.ToLower(m[2]))))
	}
	if n < 1 || n >= 1<<62 {
		return errors.New("out of range")
	}
	*s = size(n)
	return nil
}
