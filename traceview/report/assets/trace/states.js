// states.js: the states of goroutines and the kinds of preemption, as the columns number
// them.

const states = ['unknown', 'runnable', 'running', 'waiting', 'syscall', 'dead'];
const preempts = ['', 'async', 'cooperative', 'stw', 'suspend', 'gosched', 'mutex_handoff', 'unknown'];
const RUNNABLE = 1, RUNNING = 2, WAITING = 3, SYSCALL = 4;

export { states, preempts, RUNNABLE, RUNNING, WAITING, SYSCALL };
