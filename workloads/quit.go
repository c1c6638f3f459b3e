package workloads

import (
	"context"
	"io"
	"runtime"
	"runtime/trace"
	"time"
)

// quit is the program: a goroutine that does jobs until it is told to quit.
type quit struct {
	scaled
	poll               bool
	stay, every, sleep time.Duration
}

// quitResult is what Run returns.
type quitResult struct {
	Sent  int `json:"sent"`  // jobs
	Done  int `json:"done"`  // jobs
	Polls int `json:"polls"` // in vain
}

// Run sends jobs for a while, then closes the quit channel.
func (p *quit) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	jobs, stop, ended := make(chan int), make(chan struct{}), make(chan quitResult)
	go p.worker(ctx, jobs, stop, ended)
	sent := p.send(ctx, jobs)
	close(stop)
	result := <-ended
	result.Sent = sent
	c.printf("%d of %d jobs done; polled %d times in vain", result.Done, result.Sent, result.Polls)
	return c.finish(ctx, result)
}

// send sends a job every now and then.
func (p *quit) send(ctx context.Context, jobs chan<- int) (sent int) {
	end := time.Now().Add(p.of(p.stay))
	for ; time.Until(end) > p.of(p.every) && ctx.Err() == nil; sent++ {
		nap(ctx, p.of(p.every))
		jobs <- sent
	}
	nap(ctx, time.Until(end))
	return sent
}

func (p *quit) worker(ctx context.Context, jobs <-chan int, stop <-chan struct{}, ended chan<- quitResult) {
	region := trace.StartRegion(ctx, "until quit")
	var result quitResult
	if p.poll {
		result = p.pollJobs(jobs, stop)
	} else {
		result = p.waitForJobs(jobs, stop)
	}
	region.End()
	ended <- result
}

// pollJobs asks again and again for a job.
func (p *quit) pollJobs(jobs <-chan int, stop <-chan struct{}) (r quitResult) {
	for {
		select {
		case <-stop:
			return r
		case job := <-jobs:
			p.do(job)
			r.Done++
		default: // there is no job
			r.Polls++
			if p.sleep > 0 {
				time.Sleep(p.sleep)
			}
		}
	}
}

// waitForJobs does the same without the default case: it waits until there is a job, or the end.
func (p *quit) waitForJobs(jobs <-chan int, stop <-chan struct{}) (r quitResult) {
	for {
		select {
		case <-stop:
			return r
		case job := <-jobs:
			p.do(job)
			r.Done++
		}
	}
}

func (p *quit) do(job int) {
	ctx := context.Background()
	defer trace.StartRegion(ctx, "job").End()
	compute(ctx, uint64(job), 50*time.Microsecond)
}
