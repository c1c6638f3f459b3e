// matches.js: searching a timeline, and going from match to match. These are methods
// of Timeline.
import * as format from '../base/format.js';
import * as draw from './draw.js';
import * as filter from './filter.js';
import * as toolbar from './toolbar.js';
import { at as placeAt } from '../trace/lanes.js';

/** @satisfies {ThisType<Timeline>} */
const methods = {
  // search greys out what does not match (filter.js); an empty text ends the search.
  search(text) {
    if (text !== this.filter?.text) this.here = null;
    this.nodes.find.value = text;
    this.filter = filter.make(this.model, text);
    // A search that only names a time greys out nothing.
    this.found = this.filter?.words.length ? this.filter.found : null;
    this.matches = null;
    this.atMatch = -1;
    this.tellFound();
    toolbar.sync(this);
    draw.minimap(this);
    this.relayout();
  },

  tellFound(at = -1) {
    const { filter: f, nodes } = this;
    const count =
      f && this.found ? `${format.plural(f.count, 'span')} of ${format.plural(f.found.size, 'goroutine')}` : '';
    const text =
      f?.problems[0] ||
      (f && !this.found
        ? `Enter goes to ${format.moment(f.at, 1)}`
        : at < 0
          ? count
          : `${format.count(at + 1)} of ${count}`);
    nodes.found.textContent = text;
    nodes.found.classList.toggle('wrong', !!f?.problems.length);
    nodes.find.setAttribute('aria-invalid', !!f?.problems.length);
  },

  // matchList lists the matching rows of the overview, by start time.
  matchList() {
    if (this.matches) return this.matches;
    const { overview } = this.model,
      { spans } = overview,
      mask = this.filter.maskOf(overview);
    const rows = [];
    for (let row = 0; row < mask.length; row++) if (mask[row] && !(spans.core?.[row] >= 0)) rows.push(row);
    return (this.matches = Int32Array.from(rows).sort((a, b) => spans.start[a] - spans.start[b] || a - b));
  },

  // nextMatch goes to the next or previous match; at first, to the first match in view or
  // the next one after it. If the search names a time, it goes there.
  nextMatch(by) {
    if (!this.filter) return;
    if (this.filter.at !== null) this.goToTime(this.filter.at);
    if (!this.found) return;
    const rows = this.matchList(),
      { start } = this.model.overview.spans;
    if (!rows.length) return;
    const { selected } = this;
    let at = this.atMatch;
    if (at >= 0 && selected && selected === this.matched) at = (at + by + rows.length) % rows.length;
    else
      at = firstAt(rows, start, selected ? this.model.spans.start[selected.row] : this.view.from, by < 0) % rows.length;
    this.goToMatch(rows[at]);
    this.atMatch = at;
    this.matched = this.selected;
    this.tellFound(at);
  },

  // goToMatch selects the span at the location of a row of the overview; another part may
  // be drawn there.
  goToMatch(row) {
    const { model } = this,
      { spans } = model.overview;
    const mid = (spans.start[row] + spans.end[row]) / 2,
      width = this.view.to - this.view.from;
    if (mid < this.view.from || mid > this.view.to) this.setView(mid - width / 2, mid + width / 2);
    const lane = model.laneOfG.get(spans.g[row]) ?? model.lanes.p.find((l) => l.key === spans.p[row]);
    const place = lane ? placeAt(model.spans, lane, mid, 0) : -1;
    if (place >= 0) this.goToRow(lane.rows[place], model.spans.start[lane.rows[place]]);
  },

  // goToTime centres the view on a time, and marks it until Esc.
  goToTime(t) {
    t = Math.min(t, this.extent);
    const all = this.view.to - this.view.from >= this.extent;
    const span = all ? this.extent / 20 : this.view.to - this.view.from;
    this.here = t;
    this.setView(t - span / 2, t + span / 2);
    this.redraw();
  },
};

// firstAt is the index of the first row that starts at t or later, or, if back, of the
// last that starts before it.
/** @param {Int32Array} rows @param {Float64Array} start @param {number} t @param {boolean} back */
function firstAt(rows, start, t, back) {
  let lo = 0,
    hi = rows.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (start[rows[mid]] >= t) hi = mid;
    else lo = mid + 1;
  }
  return back ? (lo - 1 + rows.length) % rows.length : lo;
}

export { methods };
