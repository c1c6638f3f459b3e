// wakes.js: who made whom runnable, and the chains that follow from it.
//
// A wake is {g, row, run, t, by, byRow, kind, inferred}: goroutine g became runnable
// at t, which began its span row and ended in its span run (-1: it did not run); by
// is the goroutine that did it, in its span byRow; -1 is none, or not in the page.
// kind is 'wake', 'create', 'self' (it was preempted or yielded), 'return' (from a system
// call, without a P), or 'unknown'. If no goroutine did it, inferred names what must have.
import * as kinds from '../base/kinds.js';
import { firstEndingAfter } from './lanes.js';
import { RUNNING, RUNNABLE, WAITING, SYSCALL } from './states.js';

const indices = new WeakMap(); // by the spans they are of

// index lists the spans that a known goroutine made runnable, by time and by waker.
/** @param {Model} model */
function index(model) {
  let x = indices.get(model.spans);
  if (!x) indices.set(model.spans, (x = build(model)));
  return x;
}

/** @param {Model} model */
function build(model) {
  const { spans } = model,
    found = [];
  for (const lane of model.lanes.g) {
    for (const row of lane.rows)
      if (spans.state[row] === RUNNABLE && spans.waker[row] >= 0 && spans.n[row] === 1) found.push(row);
  }
  const rows = Int32Array.from(found).sort((a, b) => spans.start[a] - spans.start[b]);
  const first = new Int32Array(model.gs.id.length + 1);
  for (const row of rows) first[spans.waker[row] + 1]++;
  for (let g = 1; g < first.length; g++) first[g] += first[g - 1];
  const byWaker = new Int32Array(rows.length),
    at = first.slice();
  for (const row of rows) byWaker[at[spans.waker[row]]++] = row;
  return { rows, first, byWaker };
}

// between returns the range of indices in rows, sorted by start, that start in a time range.
/**
 * @param {Spans} spans
 * @param {Int32Array} rows
 * @param {number} from
 * @param {number} to
 * @param {number} [lo]
 * @param {number} [hi]
 */
function between(spans, rows, from, to, lo = 0, hi = rows.length) {
  const place = (t) => {
    let a = lo,
      b = hi;
    while (a < b) {
      const mid = (a + b) >> 1;
      if (spans.start[rows[mid]] >= t) b = mid;
      else a = mid + 1;
    }
    return a;
  };
  return [place(from), place(to)];
}

// wokenBy lists the spans that g made runnable in a time range.
/** @param {Model} model @param {number} g @param {number} from @param {number} to */
function wokenBy(model, g, from, to) {
  const { first, byWaker } = index(model);
  if (g < 0 || g + 1 >= first.length) return []; // a goroutine added by other parts of the trace
  const [lo, hi] = between(model.spans, byWaker, from, to, first[g], first[g + 1]);
  return Array.from(byWaker.subarray(lo, hi));
}

// inView lists the spans that were made runnable in a time range.
/** @param {Model} model @param {number} from @param {number} to */
function inView(model, from, to) {
  const { rows } = index(model);
  const [lo, hi] = between(model.spans, rows, from, to);
  return rows.subarray(lo, hi);
}

// onG finds the index of row on its goroutine's lane. Rows of other lanes may be pieces of
// its spans. null: the goroutine has no lane.
/** @param {Model} model @param {number} row */
function onG(model, row) {
  const lane = model.laneOfG.get(model.spans.g[row]);
  if (!lane) return null;
  const place = firstEndingAfter(model.spans, lane.rows, model.spans.start[row]);
  return place < lane.rows.length && model.spans.start[lane.rows[place]] <= model.spans.start[row]
    ? { lane, place }
    : null;
}

// runAt is the span in which g was running at t; -1 is none.
/** @param {Model} model @param {number} g @param {number} t */
function runAt(model, g, t) {
  const { spans } = model;
  const lane = model.laneOfG.get(g);
  for (const l of lane ? [lane] : model.lanes.p) {
    const row = l.rows[firstEndingAfter(spans, l.rows, t)];
    if (row !== undefined && spans.start[row] <= t && spans.g[row] === g && spans.state[row] === RUNNING) return row;
  }
  return -1;
}

// wakeAt describes how the runnable span at an index of a G lane came about.
/** @param {Model} model */
function wakeAt(model, { lane, place }) {
  const { spans, gs } = model,
    row = lane.rows[place],
    g = spans.g[row],
    t = spans.start[row];
  const next = lane.rows[place + 1] ?? -1,
    before = place > 0 ? lane.rows[place - 1] : -1;
  const by = spans.waker[row];
  /** @type {Wake} */
  const wake = {
    g,
    row,
    t,
    by,
    byRow: by < 0 ? -1 : runAt(model, by, t),
    run: next >= 0 && spans.state[next] === RUNNING ? next : -1,
    kind: 'unknown',
    inferred: '',
  };
  if (gs.created[g] === t && before < 0)
    Object.assign(wake, {
      kind: 'create',
      inferred: by < 0 && gs.parent[g] <= 0 ? 'runtime, as for a timer’s function' : '',
    });
  else if (by >= 0) wake.kind = 'wake';
  else if (before >= 0 && spans.state[before] === RUNNING) wake.kind = 'self';
  else if (before >= 0 && spans.state[before] === SYSCALL) wake.kind = 'return';
  else if (before >= 0 && spans.state[before] === WAITING)
    Object.assign(wake, { kind: 'wake', inferred: kinds.ender(model.strings[spans.reason[before]]) });
  return wake;
}

// wakeOf is wakeAt of a runnable row.
/** @param {Model} model @param {number} row */
function wakeOf(model, row) {
  const at = onG(model, row);
  return at && wakeAt(model, at);
}

// causeOf says how a span came about: for a running one, what made it runnable before;
// for a waiting one, what ended it. null is unknown.
/** @param {Model} model @param {number} row */
function causeOf(model, row) {
  const { spans } = model,
    at = onG(model, row);
  if (!at || spans.n[row] > 1) return null;
  const state = spans.state[row];
  const place = state === RUNNABLE ? at.place : at.place + (state === WAITING ? 1 : -1);
  const other = at.lane.rows[place];
  return other !== undefined && spans.state[other] === RUNNABLE && spans.n[other] === 1
    ? wakeAt(model, { lane: at.lane, place })
    : null;
}

// causedBy lists the wakes in a running span.
/** @param {Model} model @param {number} row */
function causedBy(model, row) {
  const { spans } = model;
  if (spans.state[row] !== RUNNING || spans.n[row] > 1) return [];
  const at = onG(model, row),
    whole = at ? at.lane.rows[at.place] : row;
  return wokenBy(model, spans.g[row], spans.start[whole], spans.end[whole])
    .map((r) => wakeOf(model, r))
    .filter(Boolean);
}

// origin is the wake that set g going for what it does at an index of its lane, looking
// back through preemptions and system calls.
/** @param {Model} model */
function origin(model, { lane, place }) {
  const { spans } = model;
  for (; place >= 0; place--) {
    const row = lane.rows[place],
      state = spans.state[row];
    if (state === WAITING || spans.n[row] > 1) return null;
    if (state !== RUNNABLE) continue;
    const wake = wakeAt(model, { lane, place });
    if (wake.kind !== 'self' && wake.kind !== 'return') return wake;
  }
  return null;
}

// stretch is the time from an index of a G lane until the goroutine waits again.
/** @param {Model} model */
function stretch(model, { lane, place }) {
  const { spans } = model,
    from = spans.start[lane.rows[place]];
  let to = from;
  for (; place < lane.rows.length && spans.state[lane.rows[place]] !== WAITING; place++)
    to = spans.end[lane.rows[place]];
  return { from, to };
}

// ledTo follows the wakes backwards from a span, latest first; for a waiting span, from
// what ended it. It returns at most max wakes; cut means that there are more, lost that
// earlier spans are merged or not in this part of the trace.
/** @param {Model} model @param {number} row @param {number} [max] */
function ledTo(model, row, max = 100) {
  const { spans } = model,
    wakes = [];
  let at = onG(model, row);
  if (!at || spans.n[row] > 1) return { wakes, cut: false };
  let wake = spans.state[row] === WAITING ? causeOf(model, row) : origin(model, at);
  while (wake) {
    if (wakes.length === max) return { wakes, cut: true };
    wakes.push(wake);
    at = wake.byRow >= 0 ? onG(model, wake.byRow) : null;
    wake = at && origin(model, at);
  }
  const last = wakes.at(-1);
  const lost = last?.by >= 0 && (last.byRow < 0 || spans.n[last.byRow] > 1 || !at || beginsMerged(spans, at));
  return { wakes, cut: false, lost: !!lost };
}

// beginsMerged reports whether what a goroutine did before an index of its lane, since it
// last waited, begins in a merged span or before this part of the trace.
/** @param {Spans} spans */
function beginsMerged(spans, { lane, place }) {
  for (; place >= 0 && spans.state[lane.rows[place]] !== WAITING; place--)
    if (spans.n[lane.rows[place]] > 1) return true;
  return place < 0 && spans.start[lane.rows[0]] > 0;
}

// caused follows the wakes forwards from a span, nearest first: those in the span (if it
// is not running, those in what its goroutine did next until it waited again), then those
// in what the woken goroutines did until they waited again, and so on.
/** @param {Model} model @param {number} row @param {number} [max] */
function caused(model, row, max = 100) {
  const { spans } = model,
    wakes = [];
  const at = onG(model, row);
  if (!at || spans.n[row] > 1) return { wakes, cut: false };
  const place = at.place + (spans.state[row] === WAITING ? 1 : 0);
  const whole = at.lane.rows[at.place];
  const queue = [];
  if (spans.state[row] === RUNNING) queue.push({ g: spans.g[row], from: spans.start[whole], to: spans.end[whole] });
  else if (place < at.lane.rows.length) queue.push({ g: spans.g[row], ...stretch(model, { lane: at.lane, place }) });
  for (let next; (next = queue.shift());) {
    for (const r of wokenBy(model, next.g, next.from, next.to)) {
      if (wakes.length === max) return { wakes, cut: true };
      const woken = onG(model, r);
      wakes.push(wakeAt(model, woken));
      queue.push({ g: spans.g[r], ...stretch(model, woken) });
    }
  }
  return { wakes, cut: false };
}

export { inView, onG, wakeOf, causeOf, causedBy, ledTo, caused };
