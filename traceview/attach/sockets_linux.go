package attach

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"net/netip"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// socket is a TCP socket that listens.
type socket struct {
	at    netip.AddrPort
	inode uint64
	owner uint32 // user ID
}

// listening lists the sockets that listen in the network namespace of a process, "self" or a number.
func listening(pid string) ([]socket, error) {
	var all []socket
	for _, name := range []string{"tcp", "tcp6"} {
		data, err := os.ReadFile(filepath.Join("/proc", pid, "net", name))
		if os.IsNotExist(err) && name == "tcp6" {
			continue // the kernel has no IPv6
		}
		if err != nil {
			return nil, fmt.Errorf("listing sockets: %w", err)
		}
		for line := range strings.Lines(string(data)) {
			if s, ok := parseSocket(line); ok {
				all = append(all, s)
			}
		}
	}
	return all, nil
}

// parseSocket parses a line of /proc/net/tcp; ok is false unless it is about a listening socket.
func parseSocket(line string) (s socket, ok bool) {
	const listen = "0A"
	f := strings.Fields(line)
	if len(f) < 10 || f[3] != listen {
		return s, false
	}
	address, port, _ := strings.Cut(f[1], ":")
	ip, ok := parseIP(address)
	number, err := strconv.ParseUint(port, 16, 16)
	owner, ownerErr := strconv.ParseUint(f[7], 10, 32)
	inode, inodeErr := strconv.ParseUint(f[9], 10, 64)
	if !ok || err != nil || ownerErr != nil || inodeErr != nil {
		return s, false
	}
	return socket{netip.AddrPortFrom(ip, uint16(number)), inode, uint32(owner)}, true
}

// parseIP parses an address as the kernel prints it: hexadecimal 32-bit words in the order of the host.
func parseIP(text string) (netip.Addr, bool) {
	b, err := hex.DecodeString(text)
	if err != nil || len(b)%4 != 0 {
		return netip.Addr{}, false
	}
	for i := 0; i < len(b); i += 4 {
		binary.NativeEndian.PutUint32(b[i:], binary.BigEndian.Uint32(b[i:]))
	}
	ip, ok := netip.AddrFromSlice(b)
	return ip.Unmap(), ok
}

// accepts reports whether the socket accepts connections to an address; a wildcard accepts those to all.
func (s socket) accepts(to netip.AddrPort) bool {
	if s.at.Port() != to.Port() {
		return false
	}
	ip := s.at.Addr()
	return ip == to.Addr() || ip.IsUnspecified() && (ip.Is6() || to.Addr().Is4())
}

// reachable returns the address at which this machine reaches the socket.
func (s socket) reachable() netip.AddrPort {
	ip := s.at.Addr()
	switch {
	case !ip.IsUnspecified():
		return s.at
	case ip.Is4():
		ip = netip.AddrFrom4([4]byte{127, 0, 0, 1})
	default:
		ip = netip.IPv6Loopback()
	}
	return netip.AddrPortFrom(ip, s.at.Port())
}

// heldBy returns the inodes of the sockets that a process holds.
func heldBy(pid int) (map[uint64]bool, error) {
	dir := filepath.Join("/proc", strconv.Itoa(pid), "fd")
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	inodes := make(map[uint64]bool)
	for _, e := range entries {
		link, err := os.Readlink(filepath.Join(dir, e.Name()))
		if err != nil {
			continue // it was closed
		}
		text, ok := strings.CutPrefix(link, "socket:[")
		if inode, err := strconv.ParseUint(strings.TrimSuffix(text, "]"), 10, 64); ok && err == nil {
			inodes[inode] = true
		}
	}
	return inodes, nil
}
