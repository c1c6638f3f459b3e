// hit.js: finds what is under the pointer.
import * as arrows from './arrows.js';
import * as groups from './groups.js';
import { indexAt, yOf } from './layout.js';
import * as tasks from './tasks.js';
import { at as placeAt, firstEndingAfter, firstStartingAt } from '../trace/lanes.js';

// at finds the mark, span or band at x, y of the canvas, or null.
/** @param {Timeline} tl @param {number} x @param {number} y @returns {Hit | null} */
function at(tl, x, y) {
  const { layout, model, view } = tl;
  const per = (view.to - view.from) / tl.width;
  const t = view.from + x * per;
  if (y < layout.ceiling) return band(model, t, per);
  if (y >= layout.bottom) return { kind: 'counters', t };
  const arrow = arrows.at(tl, x, y);
  if (arrow) return { kind: 'arrow', arrow };
  const item = itemAt(tl, y);
  if (!item) return null;
  const lane = item.lane,
    inLane = y - yOf(tl, item);
  if (lane.kind === 'group') return groups.hit(tl, lane, t);
  if (lane.kind === 't') return tasks.hit(tl, lane, t, inLane);
  if (inLane <= item.head) {
    const mark = nearestMark(model, lane, t, 6 * per);
    if (mark >= 0) return { kind: 'mark', lane, mark, near: marksAround(model, lane, mark, 2 * per) };
  }
  const place = placeAt(model.spans, lane, t, 2 * per);
  if (place < 0) return { kind: 'gap', lane, t, ...gap(model, lane, t) };
  return { kind: 'span', lane, place, row: lane.rows[place], t, hidden: hidden(model, lane, place, per) };
}

// gap finds the time around t in which the lane had no goroutine.
/** @param {Model} model @param {Lane} lane @param {number} t */
function gap(model, lane, t) {
  const { spans } = model,
    rows = lane.rows;
  const next = firstEndingAfter(spans, rows, t);
  return {
    from: next > 0 ? spans.end[rows[next - 1]] : 0,
    to: next < rows.length ? spans.start[rows[next]] : model.duration,
  };
}

// hidden counts the spans in the same pixel as the one found.
/** @param {Model} model @param {Lane} lane @param {number} place @param {number} per */
function hidden(model, lane, place, per) {
  const { spans } = model,
    rows = lane.rows;
  if (spans.dur[rows[place]] >= per) return 1;
  const start = spans.start[rows[place]];
  return firstStartingAt(spans, rows, start + per, place) - place;
}

// itemAt finds the lane at y of the canvas, pinned or not.
/** @param {Timeline} tl @param {number} y */
function itemAt({ layout, scrollTop }, y) {
  const pinned = y < layout.top || y >= layout.top + layout.viewport;
  const items = pinned ? layout.pinned : layout.lanes;
  const inside = y - layout.top + (pinned ? 0 : scrollTop);
  const item = items[indexAt(items, inside)];
  return item && item.y <= inside ? item : null;
}

/** @param {Model} model @param {Lane} lane @param {number} t @param {number} slack */
function nearestMark(model, lane, t, slack) {
  let best = -1,
    distance = slack;
  for (const i of lane.marks) {
    const d = Math.abs(model.marks.time[i] - t);
    if (d <= distance) [best, distance] = [i, d];
    if (model.marks.time[i] > t + slack) break;
  }
  return best;
}

// marksAround counts the marks of the same kind that are drawn as one.
/** @param {Model} model @param {Lane} lane @param {number} mark @param {number} slack */
function marksAround(model, lane, mark, slack) {
  const { marks } = model;
  let n = 0;
  for (const i of lane.marks) {
    if (marks.kind[i] === marks.kind[mark] && Math.abs(marks.time[i] - marks.time[mark]) <= slack) n += marks.n[i];
  }
  return n;
}

/** @param {Model} model @param {number} t @param {number} per @returns {Hit | null} */
function band(model, t, per) {
  const hits = model.bands.filter((b) => b.start - 3 * per <= t && t <= b.end + 3 * per);
  const best = hits.find((b) => b.stw) || hits[0];
  return best ? { kind: 'band', band: best } : null;
}

export { at };
