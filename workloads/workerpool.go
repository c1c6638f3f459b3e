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

// workerPool is the program: jobs, workers and answers.
type workerPool struct {
	workers, jobs int
	work          time.Duration
	failAt        int

	todo    chan int
	answers chan poolAnswer
	done    chan struct{} // closed when no more work is wanted
	wg      sync.WaitGroup
}

// poolAnswer is a worker's answer to a job.
type poolAnswer struct {
	job int
	sum uint64
	err error
}

// poolResult is what Run returns. Jobs are numbered from 1.
type poolResult struct {
	Answered int   `json:"answered"`           // answers that arrived, including errors
	Missing  []int `json:"missing,omitempty"`  // jobs without an answer
	Repeated []int `json:"repeated,omitempty"` // jobs with more than one
	Failed   int   `json:"failed,omitempty"`   // the job whose error is reported
}

// errJob is the error of the jobs that --fail-at makes fail.
var errJob = errors.New("it was asked to fail")

// Run returns the outcome of the jobs. A failed job is part of the demonstration, not an error of Run.
func (p *workerPool) Run(ctx context.Context, out io.Writer) (any, error) {
	defer settle(runtime.NumGoroutine())
	c := &console{w: out}
	p.todo, p.answers, p.done = make(chan int), make(chan poolAnswer), make(chan struct{})
	p.wg.Add(p.workers)
	for range p.workers {
		go p.worker(ctx)
	}
	go p.produce(ctx)
	go p.closeAnswers()
	result, err := p.collect()
	if err != nil {
		c.printf("first error: %v", err)
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

// worker answers jobs until there are no more or no more answers are wanted.
func (p *workerPool) worker(ctx context.Context) {
	defer p.wg.Done()
	for job := range p.todo {
		answer := p.do(ctx, job)
		if answer.err != nil {
			trace.Log(ctx, "failed", strconv.Itoa(job))
		}
		if !p.send(ctx, answer) {
			return
		}
	}
}

// do computes one job.
func (p *workerPool) do(ctx context.Context, job int) poolAnswer {
	defer trace.StartRegion(ctx, "job").End()
	sum, err := compute(ctx, uint64(job), p.work)
	if err == nil && p.failAt > 0 && job >= p.failAt {
		err = fmt.Errorf("job %d: %w", job, errJob)
	}
	return poolAnswer{job, sum, err}
}

// send passes an answer to main, and reports whether main still wants answers.
func (p *workerPool) send(ctx context.Context, answer poolAnswer) bool {
	defer trace.StartRegion(ctx, "answer").End()
	select {
	case p.answers <- answer:
		return true
	case <-p.done:
		return false
	}
}

// closeAnswers tells main that no more answers will come.
func (p *workerPool) closeAnswers() {
	p.wg.Wait()
	close(p.answers)
}

// collect takes the answers until the workers have ended; at the first error it stops them.
func (p *workerPool) collect() (poolResult, error) {
	var result poolResult
	var first error
	times := make([]int, p.jobs+1)
	for answer := range p.answers {
		result.Answered++
		times[answer.job]++
		if answer.err != nil && first == nil {
			first, result.Failed = answer.err, answer.job
			close(p.done)
		}
	}
	for job := 1; job <= p.jobs && first == nil; job++ {
		if times[job] == 0 {
			result.Missing = append(result.Missing, job)
		} else if times[job] > 1 {
			result.Repeated = append(result.Repeated, job)
		}
	}
	return result, first
}
