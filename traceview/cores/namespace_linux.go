package cores

import (
	"os"
	"strconv"
	"strings"
)

// namespace translates a process's ID and those of its threads to the process's own PID namespace: that of a
// container, whose IDs the trace has.
type namespace struct {
	pid int
	ids map[int32]int32 // by thread; unknownThread if it had ended when its ID was first needed
}

// unknownThread is the ID of a thread that can't be translated; what it did is ignored.
const unknownThread = idleThread

// namespaceOf returns nil if the process's namespace is ours.
func namespaceOf(pid int) *namespace {
	if id, nested := innerID(pid, int32(pid)); !nested || id == unknownThread {
		return nil
	}
	return &namespace{pid, make(map[int32]int32)}
}

// enter makes w write the IDs of a process as they are in the process's namespace.
func (w *fileWriter) enter(pid int) {
	if n := namespaceOf(pid); n != nil {
		w.translate = n.translate
	}
}

// innerID returns the ID of a thread in its own namespace, and whether that is nested in ours.
func innerID(pid int, thread int32) (id int32, nested bool) {
	data, err := os.ReadFile(taskFile(pid, thread, "status"))
	if err != nil {
		return unknownThread, false
	}
	for line := range strings.Lines(string(data)) {
		if ids, ok := strings.CutPrefix(line, "NSpid:"); ok {
			f := strings.Fields(ids) // from our namespace inwards
			if len(f) == 0 {
				break
			}
			n, _ := strconv.ParseInt(f[len(f)-1], 10, 32)
			return int32(n), len(f) > 1
		}
	}
	return thread, false
}

func (n *namespace) id(thread int32) int32 {
	id, known := n.ids[thread]
	if !known {
		id, _ = innerID(n.pid, thread)
		n.ids[thread] = id
	}
	return id
}

// translate translates the IDs in whole records, and returns a copy.
func (n *namespace) translate(records []byte) []byte {
	out := append([]byte(nil), records...)
	size := trailerOf(sampleNeeded).size
	for rest := out; len(rest) >= recordHead; {
		rec := rest[:min(len(rest), max(recordHead, int(order.Uint16(rest[6:]))))]
		rest = rest[len(rec):]
		switch kind := order.Uint32(rec); {
		case kind == recordFinishedRound || kind == recordLost || len(rec) < recordHead+size:
			continue
		case kind == recordComm:
			n.replace(rec[recordHead:], 0, 4)
		case kind == recordExit && len(rec) >= recordHead+24+size:
			n.replace(rec[recordHead:], 0, 8)
		}
		n.replace(rec[len(rec)-size:], 0, 4)
	}
	return out
}

// replace translates a process ID and a thread ID at offsets in b.
func (n *namespace) replace(b []byte, process, thread int) {
	order.PutUint32(b[process:], uint32(n.id(int32(n.pid))))
	order.PutUint32(b[thread:], uint32(n.id(int32(order.Uint32(b[thread:])))))
}
