//go:build ignore

// cgo: calls to C, short and long, calls back from C into Go, and two threads of C's
// own that call Go, one after the other: with the same goroutine, which had ended.
package main

/*
#cgo LDFLAGS: -lpthread
#include <pthread.h>
#include <unistd.h>

extern void goCallback(int);

static void call(int n) { goCallback(n); }
static void nap(int us) { usleep(us); }

static void *own(void *arg) {
	goCallback(100);
	usleep(1000);
	goCallback(200);
	return NULL;
}

static void thread(void) {
	pthread_t t;
	pthread_create(&t, NULL, own, NULL);
	pthread_join(t, NULL);
}
*/
import "C"

import (
	"os"
	"runtime"
	"runtime/trace"
	"sync"
)

var calls = make(chan int, 64)

//export goCallback
func goCallback(n C.int) {
	calls <- int(n)
	runtime.Gosched()
}

func main() {
	runtime.GOMAXPROCS(2)
	trace.Start(os.Stdout)
	defer trace.Stop()
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() {
			for n := range 5 {
				C.call(C.int(10*i + n))
				C.nap(C.int(100 * n))
			}
		})
	}
	wg.Wait()
	C.thread()
	C.thread()
}
