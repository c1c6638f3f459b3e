// navigate.js: moving the selection from one span to another: by row, goroutine or lane.
// These are methods of Timeline.
import * as format from '../base/format.js';
import * as arrows from './arrows.js';
import { at as placeAt } from '../trace/lanes.js';
import { RUNNING, SYSCALL } from '../trace/states.js';
import * as wakes from '../trace/wakes.js';

/** @satisfies {ThisType<Timeline>} */
const methods = {
  // goToRow selects a row, or what its lane shows at t, on a visible lane, preferably of
  // the same kind as the selection's. If there is none, it shows the goroutine's lane.
  goToRow(row, t = null) {
    t ??= this.model.spans.start[row];
    const lane = this.laneFor(row, t) || this.showLaneOf(row);
    if (!lane) return;
    const place = placeAt(this.model.spans, lane, t, Infinity);
    if (place >= 0) this.reach(lane, place);
  },

  // laneFor is a visible lane that shows a row, or undefined.
  laneFor(row, t) {
    const { model, selected, layout } = this;
    const shown = new Map([...layout.pinned, ...layout.lanes].map(({ lane }) => [lane.kind + lane.key, lane]));
    const state = model.spans.state[row];
    for (const kind of [selected?.lane.kind, 'p', 'm', 'c', 'g']) {
      if (!kind || (kind !== 'g' && state !== RUNNING && state !== SYSCALL)) continue;
      const lane = shown.get(kind + arrows.whereAt(model, row, kind, t));
      if (lane) return lane;
    }
    return undefined;
  },

  // showLaneOf makes the lane of a row's goroutine visible.
  showLaneOf(row) {
    const g = this.model.spans.g[row],
      lane = this.model.laneOfG.get(g);
    if (!lane) return undefined;
    if (this.found && !this.found.has(g)) this.search('');
    if (!this.shown.g) this.switchLanes('g', true);
    return lane;
  },

  // reach selects a span and brings it into view.
  reach(lane, place) {
    this.select(lane, place);
    this.bringIntoView(lane, lane.rows[place]);
  },

  bringIntoView(lane, row) {
    this.reveal(lane);
    const { view } = this,
      { start, end } = this.model.spans,
      span = view.to - view.from;
    if (end[row] < view.from + span * 0.02 || start[row] > view.to - span * 0.02) {
      const mid = end[row] - start[row] > span ? start[row] + span * 0.4 : (start[row] + end[row]) / 2;
      this.setView(mid - span / 2, mid + span / 2);
    }
  },

  // stepGoroutine selects the previous or next span of the selected goroutine, on
  // whatever lane it is.
  stepGoroutine(by) {
    if (!this.selected) return this.step(0);
    const at = wakes.onG(this.model, this.selected.row);
    const row = at?.lane.rows[at.place + by];
    if (row !== undefined) this.goToRow(row);
  },

  // stepLane selects what the lane above or below shows at the same time.
  stepLane(by) {
    if (!this.selected) return this.step(0);
    const { lane, row } = this.selected,
      { lanes } = this.layout,
      { spans } = this.model;
    const t = Math.max(spans.start[row], Math.min(spans.end[row] - 1, this.laneTime ?? spans.start[row]));
    for (let i = lanes.findIndex((p) => p.lane === lane) + by; i >= 0 && i < lanes.length; i += by) {
      if (!lanes[i].lane.rows?.length) continue;
      this.reach(lanes[i].lane, placeAt(spans, lanes[i].lane, t, Infinity));
      this.laneTime = t; // moving up and down does not drift in time
      return;
    }
  },

  // stepEnd selects the first or last span of the selected lane.
  stepEnd(last) {
    const lane = this.selected?.lane || this.layout.lanes.find((p) => p.lane.rows.length)?.lane;
    if (lane) this.reach(lane, last ? lane.rows.length - 1 : 0);
  },

  // markRange selects the time from the start of one span to the end of another, one end
  // at a time, for use without a pointer.
  markRange(end) {
    if (!this.selected) return;
    const { start, end: ends } = this.model.spans,
      { row } = this.selected;
    if (end === 'from') {
      this.markedFrom = start[row];
      this.say(`Selection starts at ${format.moment(start[row], 1000)}.`);
      return;
    }
    const from = this.markedFrom ?? start[row];
    this.selectRange(Math.min(from, start[row]), Math.max(from, ends[row]));
  },
};

export { methods };
