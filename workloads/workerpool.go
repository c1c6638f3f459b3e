package workloads

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/trace"
	"strconv"
	"sync"
	"time"
)

// workerPool is the program: jobs, workers and results.
type workerPool struct {
	workers, jobs     int
	work, wait        time.Duration
	failAt, stopAfter int
	tell              bool // by closing done

	todo    chan int
	results chan jobResult
	done    chan struct{} // closed when no more results are wanted
	wg      sync.WaitGroup
}

// jobResult is a worker's result of a job.
type jobResult struct {
	job int
	sum uint64
	err error
}

// poolResult is what Run returns. Jobs are numbered from 1.
type poolResult struct {
	Answered int   `json:"answered"`           // results that arrived, including errors
	Missing  []int `json:"missing,omitempty"`  // jobs without a result
	Repeated []int `json:"repeated,omitempty"` // jobs with more than one
	Failed   int   `json:"failed,omitempty"`   // the job whose error is reported
}

// errJob is the error of the jobs that --fail-at makes fail.
var errJob = errors.New("it was asked to fail")

// Run returns the outcome of the jobs. A failed job is part of the demonstration, not an error of Run.
func (p *workerPool) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	p.todo, p.results, p.done = make(chan int), make(chan jobResult), make(chan struct{})
	p.wg.Add(p.workers)
	for range p.workers {
		go p.worker(ctx)
	}
	go p.produce(ctx)
	go p.closeResults()
	collected := make(chan poolResult)
	go p.collect(ctx, collected)
	result := <-collected
	if p.tell {
		p.wg.Wait()
	}
	if result.Failed > 0 {
		c.printf("first error: job %d: %v", result.Failed, errJob)
	}
	c.printf("%d workers answered %d of %d jobs", p.workers, result.Answered, p.jobs)
	return c.finish(ctx, result)
}

// produce sends the jobs until all are sent or no more are wanted.
func (p *workerPool) produce(ctx context.Context) {
	defer close(p.todo)
	for job := range p.jobs {
		select {
		case p.todo <- job + 1:
		case <-p.done:
			return
		case <-ctx.Done():
			return
		}
	}
}

// worker does jobs until there are no more, or no more results are wanted.
func (p *workerPool) worker(ctx context.Context) {
	defer p.wg.Done()
	for {
		select {
		case <-p.done:
			return
		case job, ok := <-p.todo:
			if !ok {
				return
			}
			p.send(ctx, p.do(ctx, job))
		}
	}
}

// do does one job: it waits, as for a database, and computes.
func (p *workerPool) do(ctx context.Context, job int) jobResult {
	defer trace.StartRegion(ctx, "job").End()
	nap(ctx, p.wait)
	sum, err := compute(ctx, uint64(job), p.work)
	if err == nil && p.failAt > 0 && job >= p.failAt {
		err = fmt.Errorf("job %d: %w", job, errJob)
		trace.Log(ctx, "failed", strconv.Itoa(job))
	}
	return jobResult{job, sum, err}
}

// send passes a result to the collector.
func (p *workerPool) send(ctx context.Context, r jobResult) {
	defer trace.StartRegion(ctx, "send").End()
	if !p.tell {
		p.results <- r // a bug: if the collector has left, the worker waits forever
		return
	}
	select {
	case p.results <- r:
	case <-p.done:
	}
}

// closeResults tells the collector that no more results will come.
func (p *workerPool) closeResults() {
	p.wg.Wait()
	close(p.results)
}

// collect takes the results until the workers have ended, but at the first error, or after --stop-after, it leaves early.
func (p *workerPool) collect(ctx context.Context, collected chan<- poolResult) {
	var result poolResult
	times := make([]int, p.jobs+1)
	early := false
	for r := range p.results {
		result.Answered++
		times[r.job]++
		if r.err != nil {
			result.Failed = r.job
		}
		if early = r.err != nil || result.Answered == p.stopAfter; early {
			break
		}
	}
	switch {
	case !early:
		result.count(times)
	case p.tell:
		trace.WithRegion(ctx, "stop", func() { close(p.done) })
	}
	collected <- result
}

// count finds the jobs that were not done once.
func (r *poolResult) count(times []int) {
	for job, n := range times[1:] {
		switch {
		case n == 0:
			r.Missing = append(r.Missing, job+1)
		case n > 1:
			r.Repeated = append(r.Repeated, job+1)
		}
	}
}
