package record

import (
	"bytes"
	"io"
	"strings"
)

// maxSaid limits how much of a line is kept.
const maxSaid = 400

// stderrWatch passes a child's standard error on to output.txt and remembers the line that says why the child
// died: the line of its first panic or fatal error, else the last line. It never fails, so that a full disk does
// not stop the child.
type stderrWatch struct {
	file io.Writer
	line []byte // the current line, up to maxSaid bytes
	last string
	died string
}

func (w *stderrWatch) Write(p []byte) (int, error) {
	w.file.Write(p)
	for rest := p; len(rest) > 0; {
		line, after, ended := bytes.Cut(rest, []byte("\n"))
		w.line = append(w.line, line[:min(len(line), maxSaid-len(w.line))]...)
		if ended {
			w.endLine()
		}
		rest = after
	}
	return len(p), nil
}

func (w *stderrWatch) endLine() {
	line := strings.TrimSpace(strings.ToValidUTF8(string(w.line), "\uFFFD"))
	w.line = w.line[:0]
	if line == "" {
		return
	}
	w.last = line
	if w.died == "" && isLastWord(line) {
		w.died = line
	}
}

// isLastWord reports whether a line is the first that the runtime prints in a crash: for a panic, a fatal error,
// or a signal such as "SIGQUIT: quit".
func isLastWord(line string) bool {
	return strings.HasPrefix(line, "panic: ") || strings.HasPrefix(line, "fatal error: ") || strings.HasPrefix(line, "SIG")
}

// said returns the remembered line, "" if nothing was written.
func (w *stderrWatch) said() string {
	w.endLine()
	if w.died != "" {
		return w.died
	}
	return w.last
}
