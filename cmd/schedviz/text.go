package main

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"schedviz/traceview/words"
)

// table lays out text in columns.
type table struct{ rows [][]string }

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// maxCell is the maximum width of a column: function names may have any length.
const maxCell = 72

// write writes the table. align has a letter for each column: 'l' or 'r' aligns its cells left or right; 'w'
// aligns them left and does not shorten them (a path to be copied).
func (t *table) write(w io.Writer, align string) {
	widths := make([]int, len(align))
	for _, row := range t.rows {
		for i, cell := range row {
			if align[i] != 'w' {
				cell = words.Middle(cell, maxCell)
				row[i] = cell
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range t.rows {
		var b strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if align[i] == 'r' {
				b.WriteString("  " + pad + cell)
			} else {
				b.WriteString("  " + cell + pad)
			}
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
}

// textWidth is the width of running text, in characters.
const textWidth = 88

// wrap breaks text into lines of at most width characters, unless a word is longer; indent begins all but the first.
func wrap(text string, width int, indent string) string {
	var b strings.Builder
	room := width
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case n < room:
			b.WriteString(" ")
			room--
		default:
			b.WriteString("\n" + indent)
			room = width
		}
		b.WriteString(word)
		room -= n
	}
	return b.String()
}

// nanos formats nanoseconds as given in stat --json.
func nanos(ns int64) string { return words.Duration(time.Duration(ns)) }
