package wire

// TooMuch names the part of a generation of which there is more than any program has, and more than
// can be read in bounded memory.
type TooMuch string

func (t TooMuch) Error() string { return "it has more " + string(t) + " than can be read" }

// maxGenerations is the maximum number of generations in a trace.
const maxGenerations = 1 << 20

// Limits of a generation. The runtime begins a new one about every second.
const (
	maxThreads    = 1 << 17
	maxBatches    = 1 << 20
	maxGoroutines = 1 << 22
	maxPCs        = 1 << 20
	maxSamples    = 1 << 21
	maxTasks      = 1 << 19 // that begin in it
	maxRegions    = 1 << 20 // that are open at the same time
	maxEntries    = 1 << 20 // in its tables, if x/exp/trace has to read it
)

// limit returns an error if n is more than max.
func limit(n, max int, what TooMuch) error {
	if n > max {
		return what
	}
	return nil
}

// Bounded returns an error if x/exp/trace would take too much memory for the generation.
func (r *Reader) Bounded() error {
	return limit(len(r.strings)+len(r.stacks)+len(r.pcs.all), maxEntries, "strings and stacks")
}
