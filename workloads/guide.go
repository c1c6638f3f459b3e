package workloads

// Guide is a guided comparison: one workload run in several ways that show what a
// difference between them does.
type Guide struct {
	Title string
	Text  string // what it is about, in a paragraph
	Procs int    // the GOMAXPROCS that shows it best, where the host has so many cores
	Ways  []Way  // in the order in which they are understood
}

// Way is one way to run the workload.
type Way struct {
	Args []string // its flags, and flags of every run
	Says string   // what to look for, in a sentence or two
}
