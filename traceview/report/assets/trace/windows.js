// windows.js: exact windows of a trace whose overview is merged: those embedded in the
// page, which are unpacked when needed, or any window, fetched from schedviz serve. The
// timeline shows the finest window that covers the view.
import { unzip, fromBase64 } from '../base/data.js';
import { merge } from './merge.js';
import { at as placeAt } from './lanes.js';
import * as parts from './parts.js';
import * as served from './served.js';

const MAX_KEPT = 1_500_000; // spans kept in loaded windows
const PATIENCE = 70; // ms that a view must be stable before a window is fetched for it

// load unpacks a window and makes a part from it.
/** @param {Model} model @param {Uint8Array<ArrayBuffer>} bytes */
async function load(model, bytes) {
  const data = await unzip(bytes);
  const part = parts.build(model, merge(model, data), /** @type {Page & PartHeader} */ (data.page));
  prolong(model, part);
  // Spans in the overview are not cut off.
  if (!model.page.rangeResolution) part.bands = model.overview.bands;
  if (!data.page.annotated) {
    for (const [lane, own] of part.lanes) own.under = model.overview.lanes.get(lane)?.under || own.under;
  }
  return part;
}

// prolong restores spans that the window cuts off at its bounds: their times are taken from
// the overview, where they are exact, being longer than what it merges.
/** @param {Model} model @param {Part} part */
function prolong(model, part) {
  const { overview } = model;
  for (const [lane, { rows }] of part.lanes) {
    const whole = overview.lanes.get(lane)?.rows;
    if (!whole?.length || !rows.length || lane.kind === 'c') continue;
    for (const row of [rows[0], rows[rows.length - 1]]) prolongRow(overview.spans, whole, part, row);
  }
}

/** @param {Spans} all @param {Int32Array} whole @param {Part} part @param {number} row */
function prolongRow(all, whole, part, row) {
  const { spans } = part;
  if (spans.start[row] > part.from && spans.end[row] < part.to) return;
  const place = placeAt(all, { rows: whole }, (spans.start[row] + spans.end[row]) / 2, 0);
  const same = whole[place];
  if (place < 0 || all.n[same] > 1 || all.g[same] !== spans.g[row] || all.state[same] !== spans.state[row]) return;
  for (const name of ['start', 'end', 'dur', 'reason', 'stack', 'preempt']) spans[name][row] = all[name][same];
}

// Embedded are the exact windows embedded in the page.
class Embedded {
  /** @param {View[]} exact */
  constructor(exact) {
    this.exact = exact;
  }
  // wanted returns the window to load for a view, null if there is none.
  wanted(view, covers) {
    const i = this.exact.findIndex((w) => covers(w, view));
    return i < 0 ? null : { key: i, ...this.exact[i] };
  }
  async get({ key }) {
    return fromBase64(document.getElementById('window-' + key).textContent.trim());
  }
  delay = 0;
  isHere = true;
}

// Fetched are windows of any time range, from the page's own server.
class Fetched {
  /** @param {Model} model */
  constructor(model) {
    this.edge = model.overview.resolution;
    this.duration = model.duration;
  }
  // wanted is at least twice the view, and the same for views that are near each other.
  wanted({ from, to }) {
    const width = 2 ** Math.ceil(Math.log2(Math.max(2 * (to - from), 8 * this.edge, 1024))),
      step = width / 8;
    const start = Math.floor(((from + to) / 2 - width / 2) / step) * step;
    const w = { from: Math.max(0, start), to: Math.min(this.duration, start + width) };
    return { key: w.from + '-' + w.to, ...w };
  }
  async get({ from, to }, signal) {
    const answer = await served.ask(`window?from=${from}&to=${to}&edition=${served.edition()}`, signal);
    return new Uint8Array(await answer.arrayBuffer());
  }
  delay = PATIENCE;
}

// Windows keeps the loaded parts, and decides which to draw.
class Windows {
  /** @param {Model} model @param {WindowSource} source */
  constructor(model, source) {
    this.model = model;
    this.source = source;
    this.edge = model.overview.resolution;
    this.loaded = new Map(); // by key, most recently used last
    this.pending = null; // {key, abort} of the one being loaded
    this.trouble = '';
    this.onload = () => {};
    this.unpack = load;
  }

  // covers reports whether a window can show all of a view. A window is cut at its bounds:
  // spans that extend beyond them are complete only if the overview has them.
  covers = (w, view) =>
    (w.from <= 0 || w.from + this.edge <= view.from) && (w.to >= this.model.duration || w.to - this.edge >= view.to);

  // best is the finest part available for a view.
  best(view) {
    let best = this.model.overview,
      key = null;
    for (const [k, part] of this.loaded) {
      if (this.covers(part, view) && part.resolution < best.resolution) [best, key] = [part, k];
    }
    if (key !== null) this.touch(key);
    return best;
  }

  touch(key) {
    const part = this.loaded.get(key);
    this.loaded.delete(key);
    this.loaded.set(key, part);
  }

  // look returns the part to draw for a view now, and loads a finer one if there is one
  // and it would make a visible difference: if merged spans are wider than a pixel.
  look(view, width) {
    const best = this.best(view);
    const finer = best.resolution > 0 && (this.source.isHere || best.resolution > (view.to - view.from) / width);
    this.want(finer ? this.source.wanted(view, this.covers) : null);
    return best;
  }

  want(w) {
    if (w && this.loaded.has(w.key)) w = null;
    if (this.pending?.key === w?.key) return;
    this.pending?.abort.abort();
    this.pending = null;
    if (!w) return;
    const pending = (this.pending = { key: w.key, abort: new AbortController() });
    setTimeout(() => this.load(w, pending), this.source.delay);
  }

  async load(w, pending) {
    const gone = () => pending.abort.signal.aborted;
    if (gone()) return;
    try {
      const bytes = await this.source.get(w, pending.abort.signal);
      if (gone()) return;
      const part = await this.unpack(this.model, bytes);
      this.trouble = '';
      this.keep(w.key, part);
    } catch (e) {
      if (gone()) return;
      this.trouble = String(e?.message || e);
    }
    if (this.pending === pending) this.pending = null;
    this.onload();
  }

  // keep drops the least recently used windows.
  keep(key, part) {
    this.loaded.set(key, part);
    let spans = 0;
    for (const k of [...this.loaded.keys()].reverse()) {
      spans += this.loaded.get(k).spans.start.length;
      if (spans > MAX_KEPT && k !== key && this.loaded.get(k) !== this.model.part) this.loaded.delete(k);
    }
  }
}

export { Windows, Embedded, Fetched };
