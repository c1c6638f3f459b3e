package report

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strings"
)

// sourceFile is a Go source file, with the locations of its functions.
type sourceFile struct {
	lines []string
	own   bool              // it belongs to the current module
	paths []string          // possible prefixes of the names of its functions: the package
	links map[string]string // by function, its linker symbol as given by //go:linkname
	decls []sourceDecl
}

// sourceDecl is a function, or a variable with its initial value.
type sourceDecl struct {
	name     string // as in a trace, without the package: "f", "(*T).m"; "" is a variable
	at       lineRange
	closures []lineRange
	parts    []lineRange // statements that the compiler may turn into functions
}

// lineRange is lines of a file, from 1, both included.
type lineRange struct{ from, to int }

func (r lineRange) has(line int) bool { return r.from <= line && line <= r.to }

// around reports whether the line is all within r.
func (r lineRange) around(line int) bool { return r.from < line && line < r.to }

// parseSource parses a file of the package with the given import path.
func parseSource(text []byte, importPath string) (*sourceFile, error) {
	fset := token.NewFileSet()
	parsed, err := parser.ParseFile(fset, "", text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	file := &sourceFile{lines: strings.Split(string(text), "\n"), paths: packageNames(parsed.Name.Name, importPath)}
	file.links = linkNames(file.lines)
	lines := func(n ast.Node) lineRange {
		// //line directives are ignored: the lines shown are those of this file.
		return lineRange{fset.PositionFor(n.Pos(), false).Line, fset.PositionFor(n.End(), false).Line}
	}
	for _, d := range parsed.Decls {
		decl := sourceDecl{at: lines(d)}
		if f, ok := d.(*ast.FuncDecl); ok {
			decl.name = declName(f)
		} else if g, ok := d.(*ast.GenDecl); !ok || g.Tok != token.VAR {
			continue
		}
		ast.Inspect(d, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.FuncLit:
				decl.closures = append(decl.closures, lines(n))
			case *ast.GoStmt, *ast.DeferStmt, *ast.RangeStmt:
				decl.parts = append(decl.parts, lines(n))
			}
			return true
		})
		file.decls = append(file.decls, decl)
	}
	return file, nil
}

// linkNames are the names that //go:linkname gives to functions: runtime.timeSleep, for
// example, is time.Sleep.
func linkNames(lines []string) map[string]string {
	links := map[string]string{}
	for _, line := range lines {
		if rest, ok := strings.CutPrefix(line, "//go:linkname "); ok {
			if names := strings.Fields(rest); len(names) == 2 {
				links[names[0]] = names[1]
			}
		}
	}
	return links
}

// packageNames are the names that the linker may use for a package: a command is called
// main, except in its tests, where it has its import path.
func packageNames(name, importPath string) []string {
	switch {
	case name == "main":
		return []string{"main", importPath}
	case strings.HasSuffix(name, "_test"):
		return []string{importPath + "_test", importPath}
	}
	return []string{importPath}
}

// declName is a function's name as the compiler writes it, without type parameters.
func declName(f *ast.FuncDecl) string {
	if f.Recv == nil || len(f.Recv.List) == 0 {
		return f.Name.Name
	}
	t := ast.Unparen(f.Recv.List[0].Type)
	pointer, isPointer := t.(*ast.StarExpr)
	if isPointer {
		t = ast.Unparen(pointer.X)
	}
	switch generic := t.(type) {
	case *ast.IndexExpr:
		t = generic.X
	case *ast.IndexListExpr:
		t = generic.X
	}
	name := ""
	if id, ok := t.(*ast.Ident); ok {
		name = id.Name
	}
	if isPointer {
		return "(*" + name + ")." + f.Name.Name
	}
	return name + "." + f.Name.Name
}

// closureSuffix is what the compiler appends to a function's name for the functions it
// makes from its parts: closures, range-over-func bodies, go and defer calls, method values.
var (
	closureSuffix = regexp.MustCompile(`((?:\.func\d+|\.\d+|-range\d+|\.gowrap\d+|\.deferwrap\d+)*)(?:-fm)?$`)
	initNumber    = regexp.MustCompile(`\.init\.\d+`) // one of a package's init functions
)

// has reports whether a line is in the function that a trace calls fn. A closure need
// not be the one with that number.
func (f *sourceFile) has(fn string, line int) bool {
	if line < 1 || line > len(f.lines) {
		return false
	}
	fn = initNumber.ReplaceAllString(withoutTypeArgs(fn), ".init")
	at := closureSuffix.FindStringSubmatchIndex(fn)
	base, suffix := fn[:at[0]], fn[at[2]:at[3]]
	for _, d := range f.decls {
		if d.at.has(line) {
			return d.inPart(line, suffix) && f.calls(d.name, base, suffix != "")
		}
	}
	return false
}

// inPart reports whether a line of the declaration may be in a function with the given
// closure suffix or, without a suffix, whether it may be outside all closures.
func (d *sourceDecl) inPart(line int, suffix string) bool {
	has := func(r lineRange) bool { return r.has(line) }
	switch {
	case suffix == "":
		return !slices.ContainsFunc(d.closures, func(r lineRange) bool { return r.around(line) })
	case strings.Contains(suffix, ".func"):
		return slices.ContainsFunc(d.closures, has)
	}
	return slices.ContainsFunc(slices.Concat(d.closures, d.parts), has)
}

// calls reports whether base may be the name of a declaration, or of a closure in it, in a trace.
func (f *sourceFile) calls(decl, base string, closure bool) bool {
	if link := f.links[decl]; link != "" && link == base {
		return true
	}
	for _, p := range f.paths {
		name, ok := strings.CutPrefix(base, p+".")
		switch {
		case !ok:
		case decl == "" && (name == "init" || name == "glob."): // an initial value and its closures
			return true
		case decl != "" && name == decl:
			return true
		}
	}
	// A closure of an inlined function is named after the function that it was inlined
	// into, in whatever package.
	outer, ok := strings.CutSuffix(base, "."+decl)
	return closure && decl != "" && ok && strings.Contains(outer, ".")
}

// withoutTypeArgs drops everything in brackets.
func withoutTypeArgs(fn string) string {
	var b strings.Builder
	depth := 0
	for _, r := range fn {
		switch {
		case r == '[':
			depth++
		case r == ']' && depth > 0:
			depth--
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}
