//go:build !linux

package cores

func beginPerf(string) (recorder, error)       { return nil, errNotHere }
func attachPerf(int, string) (recorder, error) { return nil, errNotHere }
func beginProc(string) (recorder, error)       { return nil, errNotHere }
