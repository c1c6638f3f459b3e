package serve

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"schedviz/traceview/report"
)

// Handler answers the page's requests and refuses all others. hosts are the names of the server.
func (s *Server) Handler(hosts Hosts) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", s.servePage)
	mux.HandleFunc("/progress", s.serveProgress)
	mux.HandleFunc("/data", s.serveData)
	mux.HandleFunc("/window", s.serveWindow)
	mux.HandleFunc("/reread", s.serveReread)
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
		w.Write(s.shell()) // a failed write means that the client is gone
		return
	}
	report.WriteShell(w, s.title)
}

// zippedShell compresses the page's shell, which is the same for every request.
func zippedShell(title string) []byte {
	var out bytes.Buffer
	zip, _ := gzip.NewWriterLevel(&out, gzip.BestSpeed)
	report.WriteShell(zip, title) // fails only if ServedPolicy does
	zip.Close()
	return out.Bytes()
}

// progress says how much of the trace has been read.
type progress struct {
	Edition   int    `json:"edition"`
	Read      int64  `json:"read"` // bytes
	Size      int64  `json:"size"`
	Beginning bool   `json:"beginning"` // its data are ready
	Whole     bool   `json:"whole"`     // its data are ready
	Error     string `json:"error"`
	Changed   string `json:"changed"` // how the file has changed, a sentence; "" if it has not
}

func (s *Server) serveProgress(w http.ResponseWriter, _ *http.Request) {
	e, done := s.use()
	defer done()
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(e.progress())
}

// asked returns the current edition if the request is about it; otherwise it answers the request with an error. A
// request that names no edition is about the current one.
func (s *Server) asked(w http.ResponseWriter, r *http.Request) (e *edition, done func(), ok bool) {
	e, done = s.use()
	if number := r.FormValue("edition"); number != "" && number != strconv.Itoa(e.number) {
		done()
		http.Error(w, "the trace has been reread; reload the page", http.StatusConflict)
		return nil, nil, false
	}
	return e, done, true
}

func (s *Server) serveData(w http.ResponseWriter, r *http.Request) {
	e, done, ok := s.asked(w, r)
	if !ok {
		return
	}
	defer done()
	part := e.part(r.FormValue("part"))
	if part == nil {
		http.Error(w, "this part of the trace is not available", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Length", strconv.Itoa(len(part.Data())))
	bytes.NewReader(part.Data()).WriteTo(w)
}

// serveReread rereads the trace if its file has changed. Two requests for the same edition reread it once.
func (s *Server) serveReread(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.FormValue("edition"))
	if err != nil {
		http.Error(w, fmt.Sprintf("reread: edition=%q is not a number", r.FormValue("edition")), http.StatusBadRequest)
		return
	}
	if err := s.reread(r.Context(), number); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

// serveWindow sends the packed spans between two times. If too many requests are waiting, it asks the client to
// retry.
func (s *Server) serveWindow(w http.ResponseWriter, r *http.Request) {
	e, done, ok := s.asked(w, r)
	if !ok {
		return
	}
	defer done()
	whole := e.part("whole")
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
	case s.places <- struct{}{}:
		defer func() { <-s.places }()
	default:
		w.Header().Set("Retry-After", "1")
		http.Error(w, "schedviz serve is busy: too many windows were requested at once; retry in a second",
			http.StatusServiceUnavailable)
		return
	}
	packed, err := s.windowOf(r.Context(), e, whole, from, to)
	switch {
	case r.Context().Err() != nil: // the view has moved on
		return
	case errors.Is(err, errRewritten):
		http.Error(w, err.Error(), http.StatusConflict)
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
