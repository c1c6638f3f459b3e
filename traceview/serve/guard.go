package serve

import (
	"crypto/subtle"
	"net"
	"net/http"
	"net/netip"
	"os"
	"strings"

	"schedviz/traceview/fault"
)

// Hosts are the names that a server accepts. A browser names in each request the host it believes to be talking
// to: a foreign page whose host name was made to resolve to this machine (DNS rebinding) sends its own name and
// is refused.
type Hosts struct {
	names []string // lower case, without port
	anyIP bool     // IP addresses can't be rebound
}

// hostsOf returns the names of a server that listens at an address which its user called addr (HOST:PORT).
func hostsOf(addr string, at net.Addr) Hosts {
	h := Hosts{names: []string{"localhost"}}
	host, _, _ := net.SplitHostPort(addr)
	if host = strings.ToLower(host); host != "" {
		h.names = append(h.names, host)
	}
	if !Loopback(at) {
		h.anyIP = true
		if name, err := os.Hostname(); err == nil {
			h.names = append(h.names, strings.ToLower(name))
		}
	}
	return h
}

// Loopback reports whether only this machine can reach a listening address.
func Loopback(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// allow reports whether a Host header names this server. The port may differ, as through a tunnel.
func (h Hosts) allow(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.Trim(host, "[]"))
	for _, name := range h.names {
		if host == name {
			return true
		}
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && (h.anyIP || ip.IsLoopback())
}

// tokenParam is the query parameter with the token. It is part of the page's own address, and the page sends it
// with every request. A cookie would be sent to every port of this machine, and so to the servers of its other
// users.
const tokenParam = "token"

// guard passes to next only the requests of the server's own pages, and those that open them: GET or HEAD, to the
// server's own name, from its own origin, with the token.
func guard(next http.Handler, hosts Hosts, token string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("Cross-Origin-Resource-Policy", "same-origin")
		head.Set("Cross-Origin-Opener-Policy", "same-origin")
		head.Set("Referrer-Policy", "no-referrer")
		head.Set("Cache-Control", "no-store")
		switch {
		case !hosts.allow(r.Host):
			http.Error(w, "this is not a name of this schedviz server; use its address, or start it with --addr NAME:PORT",
				http.StatusForbidden)
		case !sameOrigin(r):
			http.Error(w, "schedviz serve answers only its own pages", http.StatusForbidden)
		case subtle.ConstantTimeCompare([]byte(r.URL.Query().Get(tokenParam)), []byte(token)) != 1:
			http.Error(w, "schedviz serve needs the token in the address that it printed", http.StatusForbidden)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			head.Set("Allow", "GET, HEAD")
			http.Error(w, "schedviz serve is read-only: it accepts only GET and HEAD", http.StatusMethodNotAllowed)
		default:
			answer(next, w, r)
		}
	})
}

// answer calls next. A panic is reported, and only this request fails.
func answer(next http.Handler, w http.ResponseWriter, r *http.Request) {
	defer func() {
		switch p := recover(); p {
		case nil:
		case http.ErrAbortHandler:
			panic(p)
		default:
			http.Error(w, fault.Caught(p, "the request "+r.URL.Path).Error(), http.StatusInternalServerError)
		}
	}()
	next.ServeHTTP(w, r)
}

// sameOrigin reports whether a request comes from a page of this server, or from no page: typed, a bookmark, a
// link that opens the page.
func sameOrigin(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host && origin != "https://"+r.Host {
		return false
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return true
	}
	return r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.URL.Path == "/"
}
