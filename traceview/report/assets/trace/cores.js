// cores.js: what the kernel recorded: lanes by core, and when each thread was on one.
import * as col from './columns.js';
import { firstEndingAfter } from './lanes.js';
import { RUNNING } from './states.js';

const NONE = new Int32Array(0);
const left = ['', '', 'preempted', 'blocked', 'exited']; // cores.Kind

// build fills a part's core lanes. A thread's time on a core is cut into spans by the
// goroutines it ran; these become rows like those of other lanes.
/** @param {Model} model @param {Part} part @param {Columns} c */
function build(model, part, c) {
  const keys = c[col.core.key];
  if (!keys || !keys.length) return;
  part.onCore = model.threads.length
    ? Array.from(model.threads, () => ({ start: [], end: [], core: [], left: [] }))
    : [];
  part.others = Array.from(c[col.other.id], (id, i) => ({
    id,
    process: c[col.other.process][i],
    name: model.strings[c[col.other.name][i]],
    traced: !!c[col.other.traced][i],
  }));
  const rows = new Rows(part.spans);
  const byKey = new Map(model.lanes.c.map((l) => [l.key, l]));
  for (let i = 0, at = 0; i < keys.length; at += c[col.core.count][i++]) {
    const first = rows.base + rows.length;
    for (let k = at; k < at + c[col.core.count][i]; k++) cut(model, part, rows, keys[i], c, k);
    const own = Int32Array.from({ length: rows.base + rows.length - first }, (_, j) => first + j);
    part.lanes.set(byKey.get(keys[i]), { rows: own, marks: [], under: [] });
  }
  for (const t of part.onCore) order(t);
  rows.append(part.spans);
}

// cut makes rows from one stay on a core.
/**
 * @param {Model} model
 * @param {Part} part
 * @param {Rows} rows
 * @param {number} core
 * @param {Columns} c
 * @param {number} k
 */
function cut(model, part, rows, core, c, k) {
  const m = c[col.core.m][k];
  const start = c[col.core.start][k],
    end = start + c[col.core.dur][k];
  const stay = {
    core,
    m,
    other: c[col.core.other][k],
    left: c[col.core.left][k],
    n: c[col.core.n][k],
    idle: c[col.core.idle][k],
  };
  if (m < 0) return rows.add(start, end, -1, stay);
  const on = part.onCore[m];
  on.start.push(start);
  on.end.push(end);
  on.core.push(core);
  on.left.push(stay.left);
  const ran = part.lanes.get(model.lanes.m[m])?.rows || NONE,
    { spans } = part;
  let i = firstEndingAfter(spans, ran, start);
  if (stay.n > 1) {
    // several threads' stays merged: cannot be separated
    const row = i < ran.length && spans.start[ran[i]] < end ? ran[i] : -1;
    return rows.add(start, end, row, stay);
  }
  let at = start;
  for (; i < ran.length && spans.start[ran[i]] < end; i++) {
    const row = ran[i];
    const from = Math.max(at, spans.start[row]),
      to = Math.min(end, spans.end[row]);
    if (from > at) rows.add(at, from, -1, stay);
    if (to > from) rows.add(from, to, row, stay);
    at = Math.max(at, to);
  }
  if (end > at || end === start) rows.add(at, end, -1, stay);
}

// order sorts a thread's stays, which come core by core.
/** @param {OnCore} t */
function order(t) {
  const at = t.start.map((_, i) => i).sort((a, b) => t.start[a] - t.start[b]);
  for (const k of ['start', 'end', 'core', 'left']) t[k] = Float64Array.from(at, (i) => t[k][i]);
}

// Rows collects rows to append to the spans.
class Rows {
  /** @param {Spans} spans */
  constructor(spans) {
    this.spans = spans;
    this.base = spans.start.length;
    this.length = 0;
    this.cols = { start: [], end: [], from: [], core: [], m: [], other: [], left: [], n: [], idle: [] };
  }
  add(start, end, from, stay) {
    const c = this.cols;
    c.start.push(start);
    c.end.push(end);
    c.from.push(from);
    for (const k of ['core', 'm', 'other', 'left', 'n', 'idle']) c[k].push(stay[k]);
    this.length++;
  }
  // append appends the rows to the spans' columns; fields that a row does not set are
  // those of the span it was cut from.
  append(spans) {
    const { cols: c, base, length } = this;
    const grown = (old, value) => {
      const out = new old.constructor(base + length);
      out.set(old);
      for (let i = 0; i < length; i++) out[base + i] = value(i);
      return out;
    };
    const of = (k, none) => grown(spans[k], (i) => (c.from[i] < 0 ? none : spans[k][c.from[i]]));
    const next = {
      start: grown(spans.start, (i) => c.start[i]),
      end: grown(spans.end, (i) => c.end[i]),
      dur: grown(spans.dur, (i) => c.end[i] - c.start[i]),
      g: of('g', -1),
      p: of('p', -1),
      stack: of('stack', 0),
      reason: of('reason', 0),
      state: of('state', 0),
      m: grown(spans.m, (i) => c.m[i]),
      n: grown(spans.n, (i) => c.n[i]),
      idle: grown(spans.idle, (i) => c.idle[i]),
      waker: grown(spans.waker, () => -1),
      preempt: grown(spans.preempt, () => 0),
      oncore: grown(spans.oncore, () => 1000),
    };
    next.core = grown(new Int32Array(base).fill(-1), (i) => c.core[i]);
    next.other = grown(new Int32Array(base).fill(-1), (i) => c.other[i]);
    next.left = grown(new Uint8Array(base), (i) => c.left[i]);
    Object.assign(spans, next);
  }
}

// at says where thread m was at time t: {core} or, off-CPU, {why, since, until}.
/** @param {Model} model @param {number} m @param {number} t */
function at(model, m, t) {
  const on = model.onCore?.[m];
  if (!on || !on.start.length) return null;
  let lo = 0,
    hi = on.start.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (on.start[mid] <= t) lo = mid + 1;
    else hi = mid;
  }
  const i = lo - 1;
  if (i >= 0 && t < on.end[i]) return { core: on.core[i], since: on.start[i], until: on.end[i] };
  return {
    core: -1,
    why: i >= 0 ? left[on.left[i]] : '',
    since: i >= 0 ? on.end[i] : 0,
    until: lo < on.start.length ? on.start[lo] : model.duration,
  };
}

// parts calls emit(x0, x1, share) for the parts of a span's rectangle in which its thread
// was on a core, with the view width pixels wide. Where they are narrower than a pixel,
// share is how much of the pixel they fill.
/**
 * @param {Model} model
 * @param {number} row
 * @param {View & { width: number }} view
 * @param {(x0: number, x1: number, share: number) => void} emit
 */
function parts(model, row, view, emit) {
  const { spans } = model,
    on = model.onCore[spans.m[row]];
  if (!on) return;
  const per = (view.to - view.from) / view.width;
  const from = Math.max(spans.start[row], view.from),
    to = Math.min(spans.end[row], view.to);
  let pixel = -1,
    filled = 0;
  const flush = () => {
    if (filled > 0) emit(pixel, pixel + 1, Math.min(1, filled));
    filled = 0;
  };
  let lo = 0,
    hi = on.end.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (on.end[mid] > from) hi = mid;
    else lo = mid + 1;
  }
  for (let i = lo; i < on.start.length && on.start[i] < to; i++) {
    const x0 = (Math.max(from, on.start[i]) - view.from) / per,
      x1 = (Math.min(to, on.end[i]) - view.from) / per;
    if (x1 - x0 >= 1) {
      flush();
      emit(x0, x1, 1);
      continue;
    }
    const px = Math.floor(x0);
    if (px !== pixel) flush();
    pixel = px;
    filled += x1 - x0;
  }
  flush();
}

// isRunning reports whether a row is a running goroutine, according to the trace.
/** @param {Model} model @param {number} row */
const isRunning = (model, row) => model.spans.state[row] === RUNNING;

// offCore adds up how long a span's thread was off-CPU.
/** @param {Model} model @param {number} row */
function offCore(model, row) {
  const share = model.spans.oncore[row];
  return share < 0 ? null : model.spans.dur[row] * (1 - share / 1000);
}

export { build, at, parts, isRunning, offCore, left };
