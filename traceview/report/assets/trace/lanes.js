// lanes.js: which rectangles of a lane to draw. Spans narrower than a pixel are combined
// by binary search, so the cost of a lane depends on its pixels, not on its number of
// spans.
import { RUNNING } from './states.js';

// firstEndingAfter is the first index in rows whose span ends after t.
/** @param {Spans} spans @param {Int32Array} rows @param {number} t */
function firstEndingAfter(spans, rows, t) {
  let lo = 0,
    hi = rows.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (spans.end[rows[mid]] > t) hi = mid;
    else lo = mid + 1;
  }
  return lo;
}

// firstStartingAt is the first index in rows, from lo on, whose span starts at t or later.
// It is usually near, so the step doubles until it is passed.
/** @param {Spans} spans @param {Int32Array} rows @param {number} t @param {number} lo */
function firstStartingAt(spans, rows, t, lo) {
  let hi = lo;
  for (let step = 1; hi < rows.length && spans.start[rows[hi]] < t; step *= 2) {
    lo = hi + 1;
    hi += step;
  }
  hi = Math.min(hi, rows.length);
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (spans.start[rows[mid]] >= t) hi = mid;
    else lo = mid + 1;
  }
  return lo;
}

// What is computed from a lane's rows is cached by them: the lane's rows change when
// another part of the trace is shown (parts.js).
const kept = { sums: new WeakMap(), onCore: new WeakMap() };

// sums returns the lane's running totals of busy time: running time on a G lane, any span
// on P and M lanes. sums[i] is the total of the first i spans.
/** @param {Spans} spans @param {LaneRows & { kind?: string }} lane */
function sums(spans, lane) {
  const known = kept.sums.get(lane.rows);
  if (known) return known;
  const out = new Float64Array(lane.rows.length + 1);
  for (let i = 0; i < lane.rows.length; i++) {
    const r = lane.rows[i];
    const counts = lane.kind !== 'g' || spans.state[r] === RUNNING;
    out[i + 1] = out[i] + (counts ? spans.dur[r] - spans.idle[r] : 0);
  }
  kept.sums.set(lane.rows, out);
  return out;
}

// onCore returns the running totals of the part of that time on a core; where that is
// unknown, all of it.
/** @param {Spans} spans @param {LaneRows & { kind?: string }} lane */
function onCore(spans, lane) {
  const known = kept.onCore.get(lane.rows);
  if (known) return known;
  const total = sums(spans, lane);
  const out = new Float64Array(total.length);
  for (let i = 0; i < lane.rows.length; i++) {
    const share = spans.oncore ? spans.oncore[lane.rows[i]] : -1;
    out[i + 1] = out[i] + (total[i + 1] - total[i]) * (share < 0 ? 1 : share / 1000);
  }
  kept.onCore.set(lane.rows, out);
  return out;
}

// longest finds the longest of the spans with indices from i to j; of many, it looks at a
// sample only.
/** @param {Spans} spans @param {Int32Array} rows @param {number} i @param {number} j */
function longest(spans, rows, i, j) {
  const stride = Math.max(1, Math.floor((j - i) / 16));
  let best = rows[i];
  for (let k = i + stride; k < j; k += stride) if (spans.dur[rows[k]] > spans.dur[best]) best = rows[k];
  return best;
}

// firstHit is the first index from i on, before j, that the totals count.
/** @param {Int32Array | null} hits @param {number} i @param {number} j */
function firstHit(hits, i, j) {
  let lo = i,
    hi = j;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (hits[mid + 1] > hits[i]) hi = mid;
    else lo = mid + 1;
  }
  return lo;
}

// cut walks the lane from one time to another on width pixels and calls
// emit(x0, x1, row, share, several, on): share is how much of the rectangle was busy,
// several means that row stands for other spans too, on is how much of the busy time was
// spent on a core. hits, if there is a search, are running totals of matching rows: of
// several spans, one that matches is preferred.
/**
 * @param {Spans} spans
 * @param {LaneRows & { kind?: string }} lane
 * @param {number} from
 * @param {number} to
 * @param {number} width
 * @param {Int32Array | null} [hits]
 */
function cut(spans, lane, from, to, width, emit, hits = null) {
  const rows = lane.rows,
    perPixel = (to - from) / width;
  const x = (t) => (t - from) / perPixel;
  const total = sums(spans, lane),
    core = onCore(spans, lane);
  const on = (i, j) => (total[j] > total[i] ? (core[j] - core[i]) / (total[j] - total[i]) : 1);
  let i = firstEndingAfter(spans, rows, from);
  while (i < rows.length) {
    const row = rows[i];
    if (spans.start[row] >= to) return;
    if (spans.end[row] - spans.start[row] >= perPixel) {
      const merged = spans.n[row] > 1;
      emit(
        Math.max(x(spans.start[row]), -1),
        Math.min(x(spans.end[row]), width + 1),
        row,
        merged ? 1 - spans.idle[row] / spans.dur[row] : 1,
        merged,
        on(i, i + 1),
      );
      i++;
      continue;
    }
    const px = Math.floor(x(spans.start[row]) + 1e-6);
    let j = Math.max(i + 1, firstStartingAt(spans, rows, from + (px + 1) * perPixel, i));
    // The last one may begin in this pixel and extend far beyond it.
    if (j - 1 > i && spans.dur[rows[j - 1]] >= perPixel) j--;
    emit(
      px,
      px + 1,
      hits && hits[j] > hits[i] ? rows[firstHit(hits, i, j)] : longest(spans, rows, i, j),
      Math.min(1, (total[j] - total[i]) / perPixel),
      true,
      on(i, j),
    );
    i = j;
  }
}

// at finds the index in the lane's rows of the span at time t, or of the nearest one
// within slack; -1 is none.
/** @param {Spans} spans @param {{ rows: Int32Array }} lane @param {number} t @param {number} slack */
function at(spans, lane, t, slack) {
  const rows = lane.rows;
  const i = firstEndingAfter(spans, rows, t);
  if (i < rows.length && spans.start[rows[i]] <= t) return i;
  const after = i < rows.length ? spans.start[rows[i]] - t : Infinity;
  const before = i > 0 ? t - spans.end[rows[i - 1]] : Infinity;
  if (Math.min(after, before) > slack) return -1;
  return after < before ? i : i - 1;
}

export { cut, at, firstEndingAfter, firstStartingAt };
