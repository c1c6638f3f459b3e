package wire

// TooMuch is what of a generation is more than any program has, and more than can be
// read in a bounded amount of memory.
type TooMuch string

func (t TooMuch) Error() string { return "it has more " + string(t) + " than can be read" }

// maxGenerations is how many a trace may have.
const maxGenerations = 1 << 20

// What a generation may have at most. The runtime makes one about every second.
const (
	maxThreads    = 1 << 17
	maxBatches    = 1 << 20
	maxGoroutines = 1 << 22
	maxPCs        = 1 << 20
	maxSamples    = 1 << 21
	maxTasks      = 1 << 19 // that it begins
	maxRegions    = 1 << 20 // that are open at once
	maxEntries    = 1 << 20 // of its tables, for x/exp/trace to read it
)

// limit returns an error if there are more than most of what.
func limit(n, max int, what TooMuch) error {
	if n > max {
		return what
	}
	return nil
}

// Bounded returns an error if x/exp/trace would take very much memory for the generation.
func (r *Reader) Bounded() error {
	return limit(len(r.strings)+len(r.stacks)+len(r.pcs.all), maxEntries, "strings and stacks")
}
