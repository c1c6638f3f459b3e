package bundle

import (
	"bytes"
	"fmt"
	"strings"

	"schedviz/traceview/report/internal/columns"
)

// Columns returns the module that names the columns for the scripts: an object for each
// first part of a name, with the other parts below it.
func Columns() []byte {
	var out bytes.Buffer
	out.WriteString("// columns.js: the names of the columns of a page's data (data.js).\n" +
		"// Code generated from package columns by go generate. DO NOT EDIT.\n\n")
	root := tree()
	for _, family := range root.order {
		fmt.Fprintf(&out, "export const %s = /** @type {const} */ (", family)
		root.below[family].write(&out, "")
		out.WriteString(");\n\n")
	}
	out.WriteString("/**\n * Columns are a page's decoded columns. Some pages lack some of them.\n * @typedef {{\n")
	for _, c := range columns.All() {
		fmt.Fprintf(&out, " *   '%s': %s,\n", c.Name(), arrays[c.Type()])
	}
	out.WriteString(" * }} Columns\n */\n")
	return out.Bytes()
}

// arrays are the JavaScript types that columns are decoded into.
var arrays = map[columns.Type]string{columns.F64: "Float64Array", columns.I32: "Int32Array", columns.U8: "Uint8Array"}

// node is a part of a column's name: a column, or the parts below it.
type node struct {
	column string
	order  []string
	below  map[string]*node
}

func tree() *node {
	root := &node{}
	for _, c := range columns.All() {
		at := root
		for _, part := range strings.Split(c.Name(), ".") {
			at = at.child(part)
		}
		at.column = c.Name()
	}
	return root
}

func (n *node) child(part string) *node {
	c := n.below[part]
	if c == nil {
		c = &node{}
		if n.below == nil {
			n.below = map[string]*node{}
		}
		n.below[part], n.order = c, append(n.order, part)
	}
	return c
}

func (n *node) write(out *bytes.Buffer, indent string) {
	if n.column != "" {
		fmt.Fprintf(out, "'%s'", n.column)
		return
	}
	out.WriteString("{\n")
	for _, part := range n.order {
		fmt.Fprintf(out, "%s  %s: ", indent, part)
		n.below[part].write(out, indent+"  ")
		out.WriteString(",\n")
	}
	out.WriteString(indent + "}")
}
