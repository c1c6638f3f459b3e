package decode

import (
	"net/url"
	"strings"
)

// symbolName returns a function's name as it is written in Go. The linker escapes dots and other
// characters in the last element of an import path: it calls a function of gopkg.in/yaml.v3
// "gopkg.in/yaml%2ev3.Unmarshal".
func symbolName(linked string) string {
	if !strings.Contains(linked, "%") {
		return linked
	}
	name, err := url.PathUnescape(linked)
	if err != nil {
		return linked
	}
	return name
}
