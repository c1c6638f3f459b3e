package wire

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// clock begins a generation whose batch about clocks has these entries.
func clock(entries ...[]byte) *raw {
	return bare(26).batch(nowhere, 1, append([][]byte{entry(SyncBatch)}, entries...)...)
}

// A reader gives up on anything that a sound generation does not have, and says why.
func TestUnsupported(t *testing.T) {
	frequency, snapshot := entry(Frequency, 1e9), entry(ClockSnapshot, 0, 0, 0, 0)
	texts := func(entries ...[]byte) *raw {
		return generation(26).batch(nowhere, 1, append([][]byte{entry(Strings)}, entries...)...)
	}
	stacks := func(entries ...[]byte) *raw {
		return generation(26).tables().batch(nowhere, 1, append([][]byte{entry(Stacks)}, entries...)...)
	}
	running := func(events ...[]byte) *raw { return generation(26).tables().batch(7, 100, onP(events...)...) }
	const (
		misfit  = "an event does not fit"
		stuck   = "no event can come next"
		missing = "a stack or string of an event is missing"
	)
	for _, test := range []struct {
		name string
		w    *raw
		want Unsupported
	}{
		{"a future version", generation(27), "its version is unknown"},
		{"a version without a format of its own", generation(24), "its version is unknown"},

		{"no clock", bare(26).batch(7, 100, onP()...), "a generation does not give its clock"},
		{"no snapshot", clock(frequency), "a generation does not give its clock"},
		{"no frequency", clock(snapshot), "a generation does not give its clock"},
		{
			"a snapshot before Go 1.25",
			bare(23).batch(nowhere, 1, frequency, snapshot),
			"a generation does not give its clock",
		},
		{"a frequency of 0", clock(entry(Frequency, 0), snapshot), "a generation's frequency is malformed"},
		{"two frequencies", clock(frequency, frequency, snapshot), "a generation's frequency is malformed"},
		{"two snapshots", clock(frequency, snapshot, snapshot), "a snapshot of the clocks is malformed"},
		{"half a snapshot", clock(frequency, entry(ClockSnapshot, 0, 0)), "a snapshot of the clocks is malformed"},
		{
			"an event among the clocks",
			clock(frequency, snapshot, entry(ProcStop, 1)),
			"a batch about clocks contains something else",
		},

		{"string 0", texts(text(0, "a")), "a string is malformed"},
		{"a string with too high a number", texts(text(1000, "a")), "a string is malformed"},
		{"a string that is too long", texts(text(1, strings.Repeat("a", maxStringSize+1))), "a string is malformed"},
		{"a string that is cut off", texts(text(1, "abc")[:4]), "a string is malformed"},
		{"two strings with the same number", texts(text(1, "a"), text(1, "b")), "two strings have the same number"},
		{"a stack among strings", texts(entry(StackEntry, 1, 0)), "a batch of strings contains something else"},
		{"stack 0", stacks(entry(StackEntry, 0, 0)), "a stack is malformed"},
		{"a stack with too high a number", stacks(entry(StackEntry, 1000, 0)), "a stack is malformed"},
		{
			"a stack that is too deep",
			stacks(slices.Concat(entry(StackEntry, 3, maxFrames+1), make([]byte, 4*maxFrames+4))),
			"a stack is malformed",
		},
		{"a stack that is cut off", stacks(entry(StackEntry, 3, 1, 77, 1)), "a stack is cut off"},
		{"two stacks with the same number", stacks(entry(StackEntry, 1, 0)), "two stacks have the same number"},
		{"a string among stacks", stacks(text(9, "a")), "a batch of stacks contains something else"},
		{
			"a stack with an unknown function name",
			stacks(entry(StackEntry, 3, 1, 99, 8, 1, 1)),
			"a stack refers to a string that is missing",
		},
		{
			"an event among samples",
			generation(26).batch(nowhere, 1, entry(CPUSamples), entry(ProcStop, 1)),
			"a batch of CPU samples contains something else",
		},
		{
			"a sample that is cut off",
			generation(26).batch(nowhere, 1, entry(CPUSamples), entry(CPUSample, 1, 2)),
			"a CPU sample is cut off",
		},
		{
			"a sample in the far future",
			generation(26).batch(nowhere, 1, entry(CPUSamples), entry(CPUSample, 1<<63, 7, 0, 5, 0)),
			FarTime,
		},
		{
			"a sample without its stack",
			generation(26).batch(nowhere, 1, entry(CPUSamples), entry(CPUSample, 1, 7, 0, 5, 9)),
			missing,
		},

		{"an impossible thread id", generation(26).batch(1<<63, 100), "a thread's id is out of range"},
		{"a batch in the far future", generation(26).batch(7, 1<<63, entry(ProcStop, 1)), FarTime},
		{"an event in the far future", running(entry(GoStop, 1<<63, 0, 0)), FarTime},
		{
			"times that add up to the far future",
			running(entry(HeapAlloc, 1<<61, 1), entry(HeapAlloc, 1<<61, 1)),
			FarTime,
		},
		{"a table's entry among events", running(text(9, "a")), "a thread's batch contains something other than events"},
		{"an unknown type", running([]byte{200, 1}), "a thread's batch contains something other than events"},
		{"an event that is cut off", running(entry(GoStop, 1, 0)), "an event is cut off"},
		{"an end mark within a batch", generation(26).batch(7, 100, entry(EndOfGeneration)), "its end mark is in a batch"},

		{"a stack that is missing", running(entry(GoStop, 1, 0, 9)), missing},
		{"a string that is missing", running(entry(GoStop, 1, 9, 0)), missing},
		{"a second stack that is missing", running(entry(GoCreate, 1, 6, 9, 1)), missing},
		{"a second string that is missing", running(entry(UserLog, 1, 0, 1, 9, 0)), missing},

		{
			"a start of a goroutine that does not exist",
			running(entry(GoStop, 1, 0, 0), entry(GoStart, 1, 6, 1)),
			stuck,
		},
		{"a start with the wrong sequence number", running(entry(GoStop, 1, 0, 0), entry(GoStart, 1, 5, 2)), stuck},
		{"a start while another runs", running(entry(GoCreate, 1, 6, 0, 0), entry(GoStart, 1, 6, 1)), misfit},
		{"an unblock of a running goroutine", running(entry(GoUnblock, 1, 5, 1, 0)), stuck},
		{
			"a switch to a runnable goroutine",
			running(entry(GoCreate, 1, 6, 0, 0), entry(GoSwitch, 1, 6, 1)),
			stuck,
		},
		{"a goroutine created twice", running(entry(GoCreate, 1, 5, 0, 0)), misfit},
		{"a stop without a goroutine", running(entry(GoStop, 1, 0, 0), entry(GoStop, 1, 0, 0)), misfit},
		{"an unknown goroutine status", running(entry(GoStatus, 1, 6, nowhere, 5)), misfit},
		{"a status that contradicts the goroutine's state", running(entry(GoStatus, 1, 5, nowhere, GWaiting)), misfit},
		{"a goroutine on two threads", running().batch(8, 200, entry(GoStatus, 1, 5, 8, GRunning)), misfit},
		{"an end of a system call that was not entered", running(entry(GoSyscallEnd, 1)), misfit},
		{"a system call with the wrong sequence number", running(entry(GoSyscallBegin, 1, 5, 0)), misfit},
		{"an unknown P status", running(entry(ProcStatus, 1, 1, 5)), misfit},
		{"a P beyond any GOMAXPROCS", running(entry(ProcStatus, 1, MaxProcs, PIdle)), misfit},
		{"a status that contradicts the P's state", running(entry(ProcStatus, 1, 0, PIdle)), misfit},
		{
			"a start of an unknown P",
			running(entry(GoStop, 1, 0, 0), entry(ProcStop, 1), entry(ProcStart, 1, 9, 1)),
			stuck,
		},
		{
			"a P taken from the wrong thread",
			running(entry(GoSyscallBegin, 1, 1, 0)).batch(8, 200, entry(ProcSteal, 1, 0, 2, 8)),
			misfit,
		},
		{"a P taken while it is running", running().batch(8, 200, entry(ProcSteal, 1, 0, 1, 7)), stuck},
		{
			"a P taken from an unknown thread",
			running(entry(GoSyscallBegin, 1, 1, 0)).batch(8, 200, entry(ProcSteal, 1, 0, 2, 99)),
			misfit,
		},
		{
			"an end of a system call on a P that is in none",
			generation(26).batch(7, 100, entry(ProcStatus, 0, 0, PRunning), entry(GoStatus, 0, 5, 7, GSyscall),
				entry(GoSyscallEnd, 1)),
			misfit,
		},
		{"a goroutine for a callback on a thread that runs another", running(entry(GoCreateSyscall, 1, 6)), misfit},
		{"sweeping on an unknown P", running(entry(GCSweepActive, 1, 9)), misfit},
		{"heap without a P", generation(26).batch(7, 100, entry(HeapAlloc, 1, 4096)), misfit},
		{"a log without a goroutine", generation(26).tables().batch(7, 100, entry(UserLog, 1, 0, 1, 2, 0)), misfit},
		{"a stop-the-world within another", running(entry(STWBegin, 1, 1, 0), entry(STWBegin, 1, 1, 0)), misfit},
		{"an end of a stop-the-world that has not begun", running(entry(STWEnd, 1)), misfit},
		{"an end of a sweep that has not begun", running(entry(GCSweepEnd, 1, 0, 0)), misfit},
		{"an end of an assist that has not begun", running(entry(GCMarkAssistEnd, 1)), misfit},
		{"marking within marking", running(entry(GCBegin, 1, 1, 0), entry(GCBegin, 1, 2, 0)), misfit},
		{
			"a task that begins twice",
			running(entry(UserTaskBegin, 1, 41, 0, 1, 0), entry(UserTaskBegin, 1, 41, 0, 1, 0)),
			misfit,
		},
		{
			"a region end for the wrong region",
			running(entry(UserRegionBegin, 1, 0, 1, 0), entry(UserRegionEnd, 1, 0, 2, 0)),
			misfit,
		},
		{"a start on no thread", generation(26).batch(nowhere, 100, entry(GoStart, 1, 5, 1)), misfit},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := readAll(new(Reader), test.w.whole(), test.w.version)
			if !errors.Is(err, test.want) {
				t.Errorf("%v, want %v", err, test.want)
			}
		})
	}
}

// A reader gives up if the batches do not add up to one generation.
func TestMalformedBatches(t *testing.T) {
	sound := generation(26).batch(7, 100, onP()...).whole()
	body, end := sound[:len(sound)-1], sound[len(sound)-1:]
	batch := func(gen uint64) []byte { return entry(EventBatch, gen, 7, 200, 0) }
	for _, test := range []struct {
		name string
		v    Version
		data []byte
		want string
	}{
		{"sound", 26, sound, ""},
		{"without its end mark", 26, body, ""},
		{"two end marks", 26, slices.Concat(sound, end), "its end mark is not at its end"},
		{"an end mark before a batch", 26, slices.Concat(sound, batch(1)), "its end mark is not at its end"},
		{"an end mark before Go 1.26", 25, sound, "its end mark is not at its end"},
		{"only an end mark", 26, end, "its end mark is not at its end"},
		{"nothing", 26, nil, "a generation does not give its clock"},
		{
			"a batch of another generation",
			26,
			slices.Concat(body, batch(2)),
			"a batch is malformed, or of another generation",
		},
		{
			"a batch of generation 0",
			26,
			slices.Concat(batch(0), body),
			"a batch is malformed, or of another generation",
		},
		{"a batch that is cut off", 26, body[:len(body)-1], "a batch is malformed, or of another generation"},
		{"a header that is cut off", 26, slices.Concat(body, batch(1)[:2]), "a batch header is cut off or malformed"},
		{
			"a batch that is too large",
			26,
			slices.Concat(body, entry(EventBatch, 1, 7, 200, maxBatchSize+1)),
			"more than the maximum",
		},
		{"something else than a batch", 26, slices.Concat(body, []byte("?")), "no batch of events begins with byte 0x3f"},
		{
			"experiment 0",
			26,
			slices.Concat(body, []byte{byte(ExperimentalBatch), 0}, batch(1)[1:]),
			"a batch is malformed, or of another generation",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := readAll(new(Reader), test.data, test.v)
			var doubt Unsupported
			switch {
			case test.want == "" && err != nil:
				t.Errorf("%v, want none", err)
			case test.want != "" && (!errors.As(err, &doubt) || !strings.Contains(err.Error(), test.want)):
				t.Errorf("%v, want it unsupported with %q", err, test.want)
			}
		})
	}
}

// A generation cut off within a batch is unsupported. One with a flipped bit is read or unsupported,
// and leaves nothing behind in the reader.
func TestCutAndFlipped(t *testing.T) {
	w := generation(26).tables().
		batch(nowhere, 1, entry(CPUSamples), entry(CPUSample, 105, 7, 0, 5, 2)).
		batch(7, 100, onP(
			entry(GoCreate, 9, 6, 1, 2), entry(STWBegin, 9, 2, 1), entry(STWEnd, 1),
			entry(UserTaskBegin, 0, 41, 0, 1, 0), entry(GoBlock, 0, 3, 2), entry(GoStart, 1, 6, 1))...)
	sound := w.whole()
	want, err := readAll(new(Reader), sound, 26)
	if err != nil {
		t.Fatal(err)
	}
	var r Reader
	for i := range sound {
		_, err := readAll(&r, sound[:i], 26)
		if between := slices.Contains(w.ends, i); (err == nil) != between {
			t.Errorf("cut off at byte %d of %d, between batches %v: %v", i, len(sound), between, err)
		}
		for bit := range 8 {
			broken := slices.Clone(sound)
			broken[i] ^= 1 << bit
			if _, err := readAll(&r, broken, 26); err != nil && !errors.As(err, new(Unsupported)) {
				t.Errorf("bit %d of byte %d flipped: %v, want it read or unsupported", bit, i, err)
			}
		}
	}
	got, err := readAll(&r, sound, 26)
	if err != nil {
		t.Fatal(err)
	}
	same(t, got, want)
}
