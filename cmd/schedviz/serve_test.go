package main

import (
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// Script commands for servers. A server's address is in the FILE that its output was written to.
func init() {
	scriptCommands["fetch"] = cmdFetch
	scriptCommands["until"] = cmdUntil
	scriptCommands["taken"] = cmdTaken
}

// fetch FILE PATH gets a path from the server, which must succeed, and prints the response.
func cmdFetch(ts *testscript.TestScript, _ bool, args []string) {
	status, body := ask(ts, args[0], args[1])
	if status != http.StatusOK {
		ts.Fatalf("GET %s = %d: %s", args[1], status, body)
	}
	_, err := io.WriteString(ts.Stdout(), body)
	ts.Check(err)
}

// until FILE PATH PATTERN gets a path from the server until the response matches.
func cmdUntil(ts *testscript.TestScript, _ bool, args []string) {
	want := regexp.MustCompile(args[2])
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if _, body := ask(ts, args[0], args[1]); want.MatchString(body) {
			return
		}
	}
	ts.Fatalf("GET %s never matched %s", args[1], want)
}

// taken FILE sets TAKEN to the server's HOST:PORT.
func cmdTaken(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv("TAKEN", address(ts, args[0]).Host)
}

func address(ts *testscript.TestScript, file string) *url.URL {
	u, err := url.Parse(strings.TrimSpace(ts.ReadFile(file)))
	ts.Check(err)
	return u
}

func ask(ts *testscript.TestScript, file, path string) (int, string) {
	u := address(ts, file)
	token := u.RawQuery
	u, err := u.Parse(path)
	ts.Check(err)
	u.RawQuery = strings.TrimPrefix(u.RawQuery+"&"+token, "&")
	resp, err := http.Get(u.String())
	ts.Check(err)
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	ts.Check(err)
	return resp.StatusCode, string(body)
}
