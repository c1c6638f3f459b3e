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

// nanos formats nanoseconds as given in stat --json.
func nanos(ns int64) string { return words.Duration(time.Duration(ns)) }
