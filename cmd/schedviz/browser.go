package main

import (
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"runtime"
)

// openBrowser opens the page at path; that it can't is no more than a warning.
func openBrowser(stderr io.Writer, path string) {
	abs, err := filepath.Abs(path)
	if err == nil {
		err = openAddress(abs)
	}
	if err != nil {
		warn(stderr, fmt.Sprintf("opening %s in the browser: %v", path, err))
	}
}

// openAddress opens what is at an address, or an absolute path.
func openAddress(address string) error {
	err := errors.New("no program for that was found")
	for _, argv := range openers(address) {
		if err = exec.Command(argv[0], argv[1:]...).Start(); err == nil {
			return nil
		}
	}
	return err
}

// openers lists the commands that may open a page on this system, the best first.
func openers(path string) [][]string {
	switch runtime.GOOS {
	case "darwin":
		return [][]string{{"open", path}}
	case "windows":
		return [][]string{{"rundll32", "url.dll,FileProtocolHandler", path}}
	}
	return [][]string{{"xdg-open", path}, {"x-www-browser", path}, {"www-browser", path}}
}
