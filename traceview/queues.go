package traceview

// QueueSample is what GODEBUG=schedtrace told of the scheduler at one moment. A
// trace does not hold it: who waits for a P is known from the trace, in which queue
// is only known from such samples.
type QueueSample struct {
	Time       Time  `json:"time_ns"` // good to about a millisecond
	GOMAXPROCS int   `json:"gomaxprocs"`
	IdlePs     int   `json:"idle_ps"`
	Threads    int   `json:"threads"`
	Spinning   int   `json:"spinning"` // threads that look for work
	Idle       int   `json:"idle"`     // threads parked
	Global     int   `json:"global"`   // length of the global run queue
	Local      []int `json:"local"`    // lengths of the Ps' own, by P; they lack each P's next goroutine
}
