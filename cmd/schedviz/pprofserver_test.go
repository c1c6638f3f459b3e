package main

import (
	"crypto/sha256"
	"fmt"
	"net"
	"net/http"
	"net/http/pprof"
	"os"
	"time"
)

// pprofServer is the name of a program to attach to, which this test binary is under that name.
const pprofServer = "pprofserver"

// servePprof is the program: pprofserver KIND FILE writes its process ID and its URL to FILE, and works and serves
// until it is killed. Its KIND is one of serverKinds.
func servePprof() {
	go stopWithParent()
	kind, file := os.Args[1], os.Args[2]
	url := "none"
	mux := http.NewServeMux()
	serverKinds[kind](mux)
	if kind != "mute" {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			panic(err)
		}
		url = "http://" + l.Addr().String()
		go http.Serve(l, mux)
	}
	for range 4 {
		go work()
	}
	if err := os.WriteFile(file+".tmp", fmt.Appendln(nil, os.Getpid(), url), 0o666); err != nil {
		panic(err)
	}
	if err := os.Rename(file+".tmp", file); err != nil {
		panic(err)
	}
	select {}
}

// serverKinds says what each kind of program serves.
var serverKinds = map[string]func(*http.ServeMux){
	"pprof": func(mux *http.ServeMux) { mux.HandleFunc("/debug/pprof/trace", pprof.Trace) },
	"plain": func(*http.ServeMux) {}, // no traces
	"mute":  func(*http.ServeMux) {}, // it does not even listen
	"busy":  func(mux *http.ServeMux) { mux.HandleFunc("/debug/pprof/trace", serverBusy) },
	"dying": func(mux *http.ServeMux) { // in the middle of its third trace, the first being the one that tries the address
		asked := 0
		mux.HandleFunc("/debug/pprof/trace", func(w http.ResponseWriter, r *http.Request) {
			if asked++; asked > 2 {
				time.AfterFunc(2500*time.Millisecond, func() { os.Exit(1) })
			}
			pprof.Trace(w, r)
		})
	},
}

// work computes for a while, sleeps, and starts over.
func work() {
	data := make([]byte, 1<<18)
	for {
		for range 4 {
			sha256.Sum256(data)
		}
		time.Sleep(time.Millisecond)
	}
}

// stopWithParent ends the program if the test that started it does not.
func stopWithParent() {
	parent := os.Getppid()
	for os.Getppid() == parent {
		time.Sleep(time.Second)
	}
	os.Exit(1)
}
