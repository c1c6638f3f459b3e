package record

import "os"

func passedOn() []os.Signal { return []os.Signal{os.Interrupt} }

func endsProcess(os.Signal) bool { return true }

// sentByTerminal: a console sends Ctrl-C to all of its processes, and there is no other source.
func sentByTerminal(os.Signal) bool { return true }
