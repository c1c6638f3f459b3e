package workloads

import "os"

// pollerPipe returns a pipe whose reader waits for the network poller, on systems whose poller supports pipes.
func pollerPipe() (pipe, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return pipe{}, err
	}
	return pipe{
		read:  func() error { _, err := r.Read(make([]byte, 1)); return err },
		write: func() error { _, err := w.Write([]byte{1}); return err },
		close: func() { r.Close(); w.Close() },
	}, nil
}
