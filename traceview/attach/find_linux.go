package attach

import (
	"cmp"
	"context"
	"debug/buildinfo"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/netip"
	"net/url"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"schedviz/traceview/input"
)

// byPID finds where a process serves traces.
func byPID(ctx context.Context, pid int, opt input.Options) (*Program, error) {
	p := new(Program)
	if err := p.identify(pid); err != nil {
		return nil, err
	}
	who := process(pid, p.Name)
	if !sameNetwork(pid) {
		return nil, fmt.Errorf("%s is in a network of its own, a container's: run schedviz there, as root, with: "+
			"nsenter --net --target %d schedviz attach %d", who, pid, pid)
	}
	addresses, err := listensAt(pid)
	if errors.Is(err, fs.ErrPermission) {
		return nil, fmt.Errorf("listing the sockets of %s is not allowed: give schedviz %s", who, capabilities)
	}
	if err != nil {
		return nil, fmt.Errorf("looking for the addresses of %s: %w", who, err)
	}
	if len(addresses) == 0 {
		return nil, fmt.Errorf("%s listens at no TCP port, so it can't be asked for a trace: it needs net/http/pprof", who)
	}
	p.URL, err = tracedAt(ctx, addresses, opt)
	if err != nil {
		return nil, fmt.Errorf("no trace can be had from %s: %w", who, err)
	}
	return p, nil
}

// identify fills in what is known about a process. It fails if that is not a Go program that cores can be captured
// of.
func (p *Program) identify(pid int) error {
	dir := filepath.Join("/proc", strconv.Itoa(pid))
	var st syscall.Stat_t
	if syscall.Stat(dir, &st) != nil {
		return fmt.Errorf("finding process %d: %w", pid, ErrGone)
	}
	comm, _ := os.ReadFile(filepath.Join(dir, "comm"))
	who := process(pid, strings.TrimSpace(string(comm)))
	exe, err := os.Readlink(filepath.Join(dir, "exe"))
	if errors.Is(err, fs.ErrPermission) {
		return notAllowed(who, st.Uid)
	}
	if err != nil {
		return fmt.Errorf("%s has no executable: it is the kernel's, or has ended", who)
	}
	build, err := buildinfo.ReadFile(filepath.Join(dir, "exe"))
	if err != nil {
		return fmt.Errorf("%s is not a Go program", who)
	}
	p.PID, p.Build, p.Executable = pid, build, strings.TrimSuffix(exe, " (deleted)")
	p.Name = filepath.Base(p.Executable)
	p.Dir, _ = os.Readlink(filepath.Join(dir, "cwd"))
	return nil
}

// sameNetwork reports whether a process is in our network namespace, as far as can be told.
func sameNetwork(pid int) bool {
	ours, err := os.Readlink("/proc/self/ns/net")
	theirs, theirErr := os.Readlink(filepath.Join("/proc", strconv.Itoa(pid), "ns/net"))
	return err != nil || theirErr != nil || ours == theirs
}

// capabilities are what it takes to look into any process.
const capabilities = "the capabilities CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH"

// notAllowed says what it takes to look into a process, given who owns it.
func notAllowed(who string, owner uint32) error {
	if int(owner) == os.Geteuid() {
		return fmt.Errorf("%s may not be looked into, as it has privileges that schedviz lacks: give it %s", who, capabilities)
	}
	name := "user " + strconv.FormatUint(uint64(owner), 10)
	if u, err := user.LookupId(strconv.FormatUint(uint64(owner), 10)); err == nil {
		name = "user " + u.Username
	}
	return fmt.Errorf("%s belongs to %s: run schedviz as that user or as root, or give it %s", who, name, capabilities)
}

// listensAt returns the addresses at which a process listens, those that only this machine reaches first.
func listensAt(pid int) ([]netip.AddrPort, error) {
	held, err := heldBy(pid)
	if err != nil {
		return nil, err
	}
	sockets, err := listening(strconv.Itoa(pid))
	if err != nil {
		return nil, err
	}
	var out []netip.AddrPort
	slices.SortStableFunc(sockets, func(a, b socket) int {
		if a.at.Addr().IsLoopback() != b.at.Addr().IsLoopback() {
			if a.at.Addr().IsLoopback() {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.at.Port(), b.at.Port())
	})
	for _, s := range sockets {
		if at := s.reachable(); held[s.inode] && !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	return out, nil
}

const (
	// probeTime is how long a trace is asked for to see whether there is one.
	probeTime = time.Millisecond
	// probePatience is how long an address that may serve something else gets for its answer.
	probePatience = 2 * time.Second
	// maxReasons is how many addresses without traces an error describes.
	maxReasons = 3
)

// tracedAt returns the URL of the trace at the first of the addresses that serves one.
func tracedAt(ctx context.Context, addresses []netip.AddrPort, opt input.Options) (*url.URL, error) {
	dir, err := os.MkdirTemp("", "schedviz-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	opt.Progress, opt.Note = nil, nil
	var reasons []string
	for _, at := range addresses {
		u := &url.URL{Scheme: "http", Host: at.String(), Path: tracePath}
		_, _, err := input.Download(ctx, lasting(u, probeTime), dir, probePatience, opt)
		if err != nil && speaksTLS(err) {
			u.Scheme = "https"
			_, _, err = input.Download(ctx, lasting(u, probeTime), dir, probePatience, opt)
		}
		if err == nil {
			return u, nil
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		reasons = append(reasons, fmt.Sprintf("%s: %v", u, err))
	}
	if more := len(reasons) - maxReasons; more > 0 {
		reasons = append(reasons[:maxReasons], fmt.Sprintf("and %d more", more))
	}
	return nil, errors.New(strings.Join(reasons, "; "))
}

// speaksTLS reports whether a server's answer to plain HTTP was Go's way of saying that it wants TLS.
func speaksTLS(err error) bool {
	return strings.Contains(err.Error(), "HTTP request to an HTTPS server")
}

// processAt finds the process that listens at a URL.
func processAt(ctx context.Context, u *url.URL) (pid int, err error) {
	addresses, err := resolve(ctx, u)
	if err != nil {
		return 0, err
	}
	sockets, err := listening("self")
	if err != nil {
		return 0, err
	}
	i := slices.IndexFunc(sockets, func(s socket) bool { return slices.ContainsFunc(addresses, s.accepts) })
	if i < 0 {
		return 0, fmt.Errorf("no process listens at %s in this network: if it is a container's, attach to its process ID",
			u.Host)
	}
	return holderOf(sockets[i], u.Host)
}

// resolve returns the addresses of u that are this machine's.
func resolve(ctx context.Context, u *url.URL) ([]netip.AddrPort, error) {
	port := cmp.Or(u.Port(), map[string]string{"http": "80", "https": "443"}[u.Scheme])
	number, err := strconv.ParseUint(port, 10, 16)
	if err != nil {
		return nil, fmt.Errorf("%s has no port", u.Host)
	}
	ips, err := net.DefaultResolver.LookupNetIP(ctx, "ip", u.Hostname())
	if err != nil {
		return nil, fmt.Errorf("looking up %s: %w", u.Hostname(), err)
	}
	var own []netip.AddrPort
	for _, ip := range ips {
		if ip = ip.Unmap(); isOwn(ip) {
			own = append(own, netip.AddrPortFrom(ip, uint16(number)))
		}
	}
	if len(own) == 0 {
		return nil, fmt.Errorf("%s is another machine: cores are captured only where the program runs", u.Hostname())
	}
	return own, nil
}

// isOwn reports whether an address is this machine's.
func isOwn(ip netip.Addr) bool {
	if ip.IsLoopback() {
		return true
	}
	addresses, _ := net.InterfaceAddrs()
	return slices.ContainsFunc(addresses, func(a net.Addr) bool {
		prefix, err := netip.ParsePrefix(a.String())
		return err == nil && prefix.Addr().Unmap() == ip.WithZone("")
	})
}

// holderOf finds the Go process that holds a listening socket. Its other holders may have passed it on, as systemd
// does.
func holderOf(s socket, host string) (pid int, err error) {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return 0, err
	}
	var holders, goHolders []int
	for _, e := range entries {
		id, err := strconv.Atoi(e.Name())
		if err != nil {
			continue
		}
		if held, err := heldBy(id); err != nil || !held[s.inode] {
			continue
		}
		holders = append(holders, id)
		if new(Program).identify(id) == nil {
			goHolders = append(goHolders, id)
		}
	}
	switch {
	case len(goHolders) == 1:
		return goHolders[0], nil
	case len(goHolders) > 1:
		return 0, fmt.Errorf("processes %s all listen at %s: attach to one by its number",
			strings.Trim(fmt.Sprint(goHolders), "[]"), host)
	case len(holders) > 0:
		return 0, new(Program).identify(holders[0])
	}
	return 0, notAllowed("the process that listens at "+host, s.owner)
}
