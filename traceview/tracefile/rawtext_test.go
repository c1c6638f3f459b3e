package tracefile_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// rawEvents are the names of the wire format's events, in the order of their codes.
var rawEvents = strings.Fields(`None EventBatch Stacks Stack Strings String CPUSamples CPUSample Frequency
	ProcsChange ProcStart ProcStop ProcSteal ProcStatus
	GoCreate GoCreateSyscall GoStart GoDestroy GoDestroySyscall GoStop GoBlock GoUnblock
	GoSyscallBegin GoSyscallEnd GoSyscallEndBlocked GoStatus
	STWBegin STWEnd GCActive GCBegin GCEnd GCSweepActive GCSweepBegin GCSweepEnd
	GCMarkAssistActive GCMarkAssistBegin GCMarkAssistEnd HeapAlloc HeapGoal
	GoLabel UserTaskBegin UserTaskEnd UserRegionBegin UserRegionEnd UserLog
	GoSwitch GoSwitchDestroy GoCreateBlocked GoStatusStack ExperimentalBatch Sync ClockSnapshot EndOfGeneration`)

// assemble turns the text in which the Go distribution keeps its situation traces into the trace it
// stands for.
func assemble(t testing.TB, text string) []byte {
	t.Helper()
	codes := make(map[string]byte)
	for code, name := range rawEvents {
		codes[name] = byte(code)
	}
	var b bytes.Buffer
	for line := range strings.Lines(text) {
		frame := strings.HasPrefix(line, "\t")
		line = strings.TrimSpace(line)
		if version, ok := strings.CutPrefix(line, "Trace Go"); ok {
			fmt.Fprintf(&b, "go %s trace\x00\x00\x00", version)
			continue
		}
		if data, ok := strings.CutPrefix(line, "data="); ok {
			s, err := strconv.Unquote(data)
			if err != nil {
				t.Fatalf("assembling %q: %v", line, err)
			}
			b.Write(binary.AppendUvarint(nil, uint64(len(s))))
			b.WriteString(s)
			continue
		}
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		if !frame {
			code, ok := codes[fields[0]]
			if !ok {
				t.Fatalf("assembling %q: no such event", line)
			}
			b.WriteByte(code)
			fields = fields[1:]
		}
		for _, f := range fields {
			_, value, _ := strings.Cut(f, "=")
			v, err := strconv.ParseUint(value, 0, 64)
			if err != nil {
				t.Fatalf("assembling %q: %v", line, err)
			}
			b.Write(binary.AppendUvarint(nil, v))
		}
	}
	return b.Bytes()
}

// TestDistributionSituations reads the situation traces of the Go distribution: whole, cut at 200
// offsets, and with flipped bits.
func TestDistributionSituations(t *testing.T) {
	paths := distribution(t, "src/internal/trace/testdata/tests/*.test")
	if len(paths) == 0 {
		t.Skip("this Go distribution comes without situation traces")
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".test"), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			head, body, ok := strings.Cut(string(text), "-- trace --\n")
			if !ok {
				t.Fatalf("%s has no trace", path)
			}
			data := assemble(t, body)
			s, err := read(t, data)
			if strings.Contains(head, "SUCCESS") {
				if err != nil {
					t.Fatal(err)
				}
				if got, want := s.Stat.Trace.Events, readable(data); got != want || !s.Stat.Trace.Complete {
					t.Errorf("%d events, complete %v: %v; want %d", got, s.Stat.Trace.Complete, s.Stat.Trace.Warnings,
						want)
				}
				file := filepath.Join(t.TempDir(), "situation.trace")
				if err := os.WriteFile(file, data, 0o600); err != nil {
					t.Fatal(err)
				}
				checkOverview(t, open(t, file))
				sameForAllReaders(t, file, summarize(t, open(t, file)))
			}
			for i := range often(200) {
				read(t, data[:len(data)*i/often(200)])
				broken := bytes.Clone(data)
				broken[(i*7919)%len(broken)] ^= 1 << (i % 8)
				read(t, broken)
			}
		})
	}
}
