package serve

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"schedviz/traceview/report"
)

// Handler answers the requests of the page, if they come from it: hosts are the names
// that the server may be called by.
func (s *Server) Handler(hosts Hosts) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", s.servePage)
	mux.HandleFunc("/progress", s.serveProgress)
	mux.HandleFunc("/data", s.serveData)
	mux.HandleFunc("/window", s.serveWindow)
	return guard(mux, hosts, s.token)
}

func (s *Server) servePage(w http.ResponseWriter, r *http.Request) {
	policy, err := report.ServedPolicy()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", policy)
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(s.shell()) // what cannot be written, nobody waits for any more
		return
	}
	report.WriteShell(w, s.title)
}

// zippedShell compresses the page's shell, which is the same for all who ask.
func zippedShell(title string) []byte {
	var out bytes.Buffer
	zip, _ := gzip.NewWriterLevel(&out, gzip.BestSpeed)
	report.WriteShell(zip, title) // which fails only as ServedPolicy does
	zip.Close()
	return out.Bytes()
}

// progress is how far the reading of the trace has come.
type progress struct {
	Read      int64  `json:"read"` // bytes
	Size      int64  `json:"size"`
	Beginning bool   `json:"beginning"` // there are data of it
	Whole     bool   `json:"whole"`     // there are data of it
	Error     string `json:"error"`
}

func (s *Server) serveProgress(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	p := progress{Read: s.read, Size: s.file.Size(), Beginning: s.beginning != nil, Whole: s.whole != nil}
	if s.err != nil {
		p.Error = s.err.Error()
	}
	s.mu.Unlock()
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(p)
}

// part is the page called so; nil if it is not there (yet).
func (s *Server) part(name string) *report.Served {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch name {
	case "beginning":
		return s.beginning
	case "whole":
		return s.whole
	}
	return nil
}

func (s *Server) serveData(w http.ResponseWriter, r *http.Request) {
	part := s.part(r.FormValue("part"))
	if part == nil {
		http.Error(w, "this part of the trace is not there", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Length", strconv.Itoa(len(part.Data())))
	bytes.NewReader(part.Data()).WriteTo(w)
}

// serveWindow sends the spans from one moment to another, as they are packed. Whoever
// comes when many wait already is told to come again.
func (s *Server) serveWindow(w http.ResponseWriter, r *http.Request) {
	whole := s.part("whole")
	if whole == nil {
		http.Error(w, "the trace is still being read", http.StatusServiceUnavailable)
		return
	}
	from, to, err := bounds(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	select {
	case s.asked <- struct{}{}:
		defer func() { <-s.asked }()
	default:
		w.Header().Set("Retry-After", "1")
		http.Error(w, "schedviz serve is busy: too many windows are asked for at once; ask again in a second", http.StatusServiceUnavailable)
		return
	}
	packed, err := s.window(r.Context(), whole, from, to)
	switch {
	case r.Context().Err() != nil: // the view has moved on
		return
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Write(packed)
}

func bounds(r *http.Request) (from, to int64, err error) {
	for name, value := range map[string]*int64{"from": &from, "to": &to} {
		if *value, err = strconv.ParseInt(r.FormValue(name), 10, 64); err != nil || *value < 0 {
			return 0, 0, fmt.Errorf("window: %s=%q is not a number of nanoseconds", name, r.FormValue(name))
		}
	}
	if to <= from {
		return 0, 0, fmt.Errorf("window: it cannot end (%d) before it begins (%d)", to, from)
	}
	return from, to, nil
}
