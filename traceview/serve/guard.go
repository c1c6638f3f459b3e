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

// Hosts are the names by which a server lets itself be called. A browser names in each
// request whom it believes to talk to: a page of someone else's whose name was made to
// lead here (DNS rebinding) names itself, and is refused.
type Hosts struct {
	names []string // lower case, without port
	anyIP bool     // addresses cannot be made to lead elsewhere
}

// hostsOf returns the names of a server that listens at an address, and that its user
// called addr (HOST:PORT).
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

// Loopback tells whether only this machine can reach a listening address.
func Loopback(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// allow tells whether a Host header names this server. The port may be another: it is
// where tunnels are forwarded from.
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

// tokenParam is the part of an address that has the token. It stands in the page's own
// address, and the page passes it on in all that it asks. A cookie would go to every port
// of this machine, and so to the servers of its other users.
const tokenParam = "token"

// guard lets through to next what the server's own pages ask, and what opens them:
// reading, by its own name, from its own origin, by whoever has the token.
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
			http.Error(w, "schedviz serve does not know itself by this name; use its address, or start it with --addr NAME:PORT", http.StatusForbidden)
		case !sameOrigin(r):
			http.Error(w, "schedviz serve answers its own pages only", http.StatusForbidden)
		case subtle.ConstantTimeCompare([]byte(r.URL.Query().Get(tokenParam)), []byte(token)) != 1:
			http.Error(w, "schedviz serve shows the trace to those only who have the address that it printed, with its token", http.StatusForbidden)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			head.Set("Allow", "GET, HEAD")
			http.Error(w, "schedviz serve changes nothing: it takes GET and HEAD only", http.StatusMethodNotAllowed)
		default:
			answer(next, w, r)
		}
	})
}

// answer has next answer a request. A mistake of ours is said, and only this request fails.
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

// sameOrigin tells whether a request comes from a page of this server, or from none:
// typed, a bookmark, a link that opens the page.
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
