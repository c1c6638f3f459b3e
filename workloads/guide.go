package workloads

// Guide is a guided comparison: one workload run in several variants that show the effect of one difference.
type Guide struct {
	Title string
	Text  string // what it shows, in a paragraph
	Procs int    // the GOMAXPROCS that shows it best, if the host has that many cores
	Ways  []Way  // in the order of explanation
}

// Way is one way to run the workload.
type Way struct {
	Args []string // its flags, and flags of every run
	Says string   // what to look for, in a sentence or two
}
