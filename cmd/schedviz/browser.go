package main

import (
	"errors"
	"fmt"
	"html"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// openBrowser opens the page at path. A failure is only a warning.
func openBrowser(stderr io.Writer, path string) {
	abs, err := filepath.Abs(path)
	if err == nil {
		err = openAddress(abs)
	}
	if err != nil {
		warn(stderr, fmt.Sprintf("opening %s in the browser: %v", path, err))
	}
}

// openPrivately opens an address that other users must not learn. The caller calls done when the address is no
// longer valid. Every user of a machine can see a program's arguments, so the browser is given a file that only
// this user can read and that redirects to the address.
func openPrivately(stderr io.Writer, address string) (done func()) {
	dir, err := os.MkdirTemp("", "schedviz-")
	if err == nil {
		path := filepath.Join(dir, "open.html")
		page := `<!DOCTYPE html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url=` + html.EscapeString(address) + `">`
		if err = os.WriteFile(path, []byte(page), 0o600); err == nil {
			err = openAddress(path)
		}
	}
	if err != nil {
		warn(stderr, fmt.Sprintf("opening the page in the browser: %v", err))
	}
	return func() { os.RemoveAll(dir) }
}

// openAddress opens a URL or an absolute path.
func openAddress(address string) error {
	err := errors.New("no program that opens URLs was found")
	for _, argv := range openers(address) {
		if err = exec.Command(argv[0], argv[1:]...).Start(); err == nil {
			return nil
		}
	}
	return err
}

// openers lists the commands that might open a page on this system, best first.
func openers(path string) [][]string {
	switch runtime.GOOS {
	case "darwin":
		return [][]string{{"open", path}}
	case "windows":
		return [][]string{{"rundll32", "url.dll,FileProtocolHandler", path}}
	}
	return [][]string{{"xdg-open", path}, {"x-www-browser", path}, {"www-browser", path}}
}
