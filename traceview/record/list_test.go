package record_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"schedviz/traceview/record"
)

// listed writes a run.json and lists it.
func listed(t *testing.T, json string) *record.Run {
	t.Helper()
	out := t.TempDir()
	dir := filepath.Join(out, "run-1")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, record.RunFile), []byte(json), 0o666); err != nil {
		t.Fatal(err)
	}
	runs, err := record.List(out)
	if err != nil || len(runs) != 1 {
		t.Fatalf("List = %d runs, %v, want the one", len(runs), err)
	}
	return runs[0]
}

// A list includes a run with a huge run.json, with its leading fields, but does not read all of it.
func TestListHuge(t *testing.T) {
	const head = `{"schema":1,"complete":true,"workload":"say",`
	const exit = `"exit":{"status":1,"error":"it failed"},`
	const claims = `"claims":[{"id":"a","verdict":"holds"}]}`
	huge := strings.Repeat("x", 64<<20)

	r := listed(t, head+exit+`"result":"`+huge+`",`+claims)
	if r.Workload != "say" || !r.Complete || r.Exit.Error != "it failed" || len(r.Claims) != 0 {
		t.Errorf("of a run with a huge result List has %+v, want what is before that", r)
	}
	r = listed(t, head+`"command":["`+huge+`"],`+exit+claims)
	if r.Workload != "say" || r.Exit.OK() || !strings.Contains(r.Exit.Error, "too large") {
		t.Errorf("of a run with a huge command line List has %+v, want it to say that its end is not read", r.Exit)
	}
	r = listed(t, head+exit+`"result":"`+huge[:1<<18]+`",`+claims)
	if r.Exit.Error != "it failed" || len(r.Claims) != 1 {
		t.Errorf("of a run with a large result List has %+v, want all of it", r.Exit)
	}
}

// A special file named run.json does not block a list.
func TestListSpecialFiles(t *testing.T) {
	out := t.TempDir()
	if err := os.MkdirAll(filepath.Join(out, "a-1", record.RunFile), 0o777); err != nil {
		t.Fatal(err)
	}
	if runs, err := record.List(out); err != nil || len(runs) != 0 {
		t.Errorf("List = %d runs, %v, want none", len(runs), err)
	}
}

// New run directories continue from the largest number that belongs to a run.
func TestDirectoryNumbers(t *testing.T) {
	for _, tt := range []struct{ there, want string }{
		{"x-7", "x-8"},
		{"x-999999998", "x-999999999"},
		{"x-9223372036854775807", "x-1"},
		{"x-99999999999999999999999", "x-1"},
		{"x--5", "x-1"},
		{"x-y-7", "x-1"},
	} {
		out := t.TempDir()
		if err := os.Mkdir(filepath.Join(out, tt.there), 0o777); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{tt.want, ""} {
			dir, err := record.MakeDir(out, "x")
			if err != nil || want != "" && filepath.Base(dir) != want {
				t.Errorf("beside %s MakeDir = %s, %v, want %s", tt.there, dir, err, want)
			}
		}
	}
}

func TestLock(t *testing.T) {
	dir := t.TempDir()
	unlock, err := record.Lock(t.Context(), dir, "a")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := record.TryLock(dir, "a"); err != record.ErrLocked {
		t.Errorf("TryLock of what is locked = %v, want ErrLocked", err)
	}
	if other, err := record.TryLock(dir, "b"); err != nil {
		t.Errorf("TryLock of another lock = %v", err)
	} else {
		other()
	}
	time.AfterFunc(50*time.Millisecond, unlock)
	again, err := record.Lock(t.Context(), dir, "a")
	if err != nil {
		t.Fatalf("Lock of what is unlocked meanwhile = %v", err)
	}
	again()
	if last, err := record.TryLock(dir, "a"); err != nil {
		t.Errorf("TryLock of what is free = %v", err)
	} else {
		last()
	}
}
