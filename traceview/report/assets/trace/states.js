// states.js: goroutine states and preemption kinds, by their numbers in the columns.

export { preempts } from '../base/kinds.js';

const states = ['unknown', 'runnable', 'running', 'waiting', 'syscall', 'dead'];
const RUNNABLE = 1,
  RUNNING = 2,
  WAITING = 3,
  SYSCALL = 4;

export { states, RUNNABLE, RUNNING, WAITING, SYSCALL };
