// lanes.js: which rectangles of a lane to draw. Spans narrower than a pixel are
// taken together by binary search, so a lane costs as much as it has pixels,
// however many spans it has.
import { RUNNING } from './states.js';

// firstEndingAfter is the first place in rows whose span ends after t.
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

// firstStartingAt is the first place in rows, from lo on, whose span starts at t or later.
// It is near as a rule, so the step doubles until it is passed.
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

// What is worked out of a lane's rows is kept with them: the lane shows others when
// another part of the trace is looked at (parts.js).
const kept = { sums: new WeakMap(), onCore: new WeakMap() };

// sums gives the lane's running totals of time that counts as busy: on a G lane
// running, on P and M lanes any span. sums[i] is that of the first i spans.
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

// onCore gives the running totals of the part of that time in which a core was
// at it; where that is not known, all of it.
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

// longest looks for the longest of the spans in places from i to j; of many it
// looks at a sample.
/** @param {Spans} spans @param {Int32Array} rows @param {number} i @param {number} j */
function longest(spans, rows, i, j) {
  const stride = Math.max(1, Math.floor((j - i) / 16));
  let best = rows[i];
  for (let k = i + stride; k < j; k += stride) if (spans.dur[rows[k]] > spans.dur[best]) best = rows[k];
  return best;
}

// firstHit is the first place from i on, before j, that the totals count.
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

// cut walks the lane from one moment to another on width pixels and calls
// emit(x0, x1, row, share, several, on): share is how much of the rectangle was
// busy, several tells that row stands for more spans than itself, on is how much
// of the busy time was spent on a core. hits, if there is a search, are running
// totals of the rows that match it: of several spans one that does is preferred.
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
    // The last one may begin in this pixel and reach far beyond it.
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

// at finds the place in the lane's rows of the span at moment t, or of the
// nearest one within slack; -1 is none.
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
