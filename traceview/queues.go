package traceview

// QueueSample is what GODEBUG=schedtrace reported about the scheduler at one moment. The trace
// shows which goroutines wait for a P; in which queue they wait is known only from such samples.
type QueueSample struct {
	Time       Time  `json:"time_ns"` // accurate to about a millisecond
	GOMAXPROCS int   `json:"gomaxprocs"`
	IdlePs     int   `json:"idle_ps"`
	Threads    int   `json:"threads"`
	Spinning   int   `json:"spinning"` // threads looking for work
	Idle       int   `json:"idle"`     // parked threads
	Global     int   `json:"global"`   // length of the global run queue
	Local      []int `json:"local"`    // lengths of the Ps' local queues, by P; they do not count runnext
}
