// counters.js: the numbers of running and runnable goroutines and the heap size over time.
import * as col from '../trace/columns.js';
import { RUNNABLE, RUNNING } from '../trace/states.js';
import { fromSeries, fromSpans, steps } from '../trace/steps.js';

const sampleEvery = 10e6; // GODEBUG=schedtrace=10

// build counts spans if the page has all of them exactly; otherwise it uses the summary's
// means over time steps.
/** @param {Model} model @returns {Counts} */
function build(model) {
  const { page, lanes, spans } = model;
  const exact = model.part.resolution === 0 && model.part.complete;
  const heap = fromSamples(model);
  const sampled = fromQueues(model);
  if (!exact) {
    const s = page.series;
    return { exact, heap, ...sampled, runnable: fromSeries(s, s.runnable), running: fromSeries(s, s.running) };
  }
  return {
    exact,
    heap,
    ...sampled,
    runnable: fromSpans(lanes.g, spans, RUNNABLE),
    running: fromSpans(lanes.g, spans, RUNNING),
  };
}

// fromSamples is the size of the heap's objects over time, null without enough samples.
/** @param {Model} model */
function fromSamples({ cols, strings, page }) {
  const at = [];
  for (let i = 0; i < cols[col.sample.time].length; i++) {
    if (strings[cols[col.sample.name][i]] === '/memory/classes/heap/objects:bytes') at.push(i);
  }
  if (at.length < 3 || !page.stat.gc.cycles) return null;
  return steps(
    Float64Array.from(at, (i) => cols[col.sample.time][i]),
    Float64Array.from(at, (i) => cols[col.sample.value][i]),
  );
}

// fromQueues is what was sampled of the scheduler alongside the trace: goroutines in run
// queues, spinning threads, idle Ps. Between samples nothing is known: a sample is drawn
// until the next one is due, and no longer.
/** @param {Model} model */
function fromQueues(model) {
  const c = model.cols,
    time = c[col.queue.time];
  if (!time || !time.length) return {};
  model.queues = Array.from(time, () => null);
  for (let i = 0, at = 0; i < time.length; at += c[col.queue.ps][i++]) {
    const local = Array.from(c[col.queue.local].subarray(at, at + c[col.queue.ps][i]));
    model.queues[i] = {
      time: time[i],
      global: c[col.queue.global][i],
      local,
      idle: c[col.queue.idle][i],
      spinning: c[col.queue.spinning][i],
      threads: c[col.queue.threads][i],
    };
  }
  const course = (value) => {
    const at = [],
      level = [];
    model.queues.forEach((q, i) => {
      at.push(q.time);
      level.push(value(q));
      if (!(time[i + 1] <= q.time + 1.5 * sampleEvery)) {
        at.push(q.time + sampleEvery);
        level.push(0);
      }
    });
    return steps(Float64Array.from(at), Float64Array.from(level));
  };
  return {
    queued: course((q) => q.global + q.local.reduce((a, b) => a + b, 0)),
    'idle Ps': course((q) => q.idle),
    spinning: course((q) => q.spinning),
  };
}

// queueAt is the last sample at or before t, null if there is none.
/** @param {Model} model @param {number} t */
function queueAt(model, t) {
  const q = model.queues || [];
  let i = q.length - 1;
  while (i >= 0 && q[i].time > t) i--;
  return i >= 0 && t - q[i].time <= 1.5 * sampleEvery ? q[i] : null;
}

export { queueAt, build };
