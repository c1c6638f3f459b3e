//go:build ignore

// network: an echo over loopback; waiting goroutines are woken by the network poller.
package main

import (
	"io"
	"log"
	"net"
	"os"
	"runtime"
	"runtime/trace"
)

func main() {
	runtime.GOMAXPROCS(2)
	trace.Start(os.Stdout)
	defer trace.Stop()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		c, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		io.Copy(c, c)
		c.Close()
	}()
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		log.Fatal(err)
	}
	buf := make([]byte, 4)
	for range 10 {
		c.Write(buf)
		io.ReadFull(c, buf)
	}
	c.Close()
}
