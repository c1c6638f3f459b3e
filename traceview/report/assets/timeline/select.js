// select.js: which lanes, colours and arrows a timeline shows, and what is selected in
// it. These are methods of Timeline.
import { el } from '../base/dom.js';
import * as draw from './draw.js';
import { span as spanPanel } from './panel.js';
import * as selection from './selection.js';
import * as toolbar from './toolbar.js';
import { at as placeAt } from '../trace/lanes.js';

/** @satisfies {ThisType<Timeline>} */
const methods = {
  switchLanes(kind, on) {
    this.shown[kind] = on;
    toolbar.sync(this);
    this.relayout();
  },

  setColour(by) {
    this.colourBy = by;
    toolbar.sync(this);
    draw.minimap(this);
    this.redraw();
  },

  // toggleArrows turns the chain, or all arrows in view, on or off.
  toggleArrows(what) {
    this.arrows[what] = !this.arrows[what];
    if (what === 'chain' && this.selected) this.openPanel(spanPanel(this, this.selected));
    toolbar.sync(this);
    this.redraw();
  },

  select(lane, place) {
    const row = lane.rows[place];
    this.selected = { lane, place, row, g: this.model.spans.g[row] };
    this.range = this.away = null;
    this.openPanel(spanPanel(this, this.selected));
    this.tell('choice');
    this.redraw();
  },

  // selectLane selects the lane's span in the middle of the view, or the nearest one.
  selectLane(lane) {
    if (!lane.rows.length) return;
    const mid = (this.view.from + this.view.to) / 2;
    const place = placeAt(this.model.spans, lane, mid, Infinity);
    this.select(lane, Math.max(0, place));
  },

  // selectMark selects the span that the mark ends.
  /** @param {Hit} hit */
  selectMark({ lane, mark }) {
    const t = this.model.marks.time[mark];
    const place = placeAt(this.model.spans, lane, t - 1, Infinity);
    if (place >= 0) this.select(lane, place);
  },

  // step selects the previous or next span on the same lane.
  step(by) {
    if (!this.selected) {
      const first = [...this.layout.pinned, ...this.layout.lanes].find(({ lane }) => lane.rows.length);
      return first && this.selectLane(first.lane);
    }
    const { lane, place } = this.selected;
    this.reach(lane, Math.max(0, Math.min(lane.rows.length - 1, place + by)));
  },

  // selectRange selects a time range, on some lanes or on all. lane is where the drag
  // began.
  selectRange(from, to, lanes = null, lane = null) {
    this.range = { from: Math.max(0, from), to: Math.min(this.model.duration, to), lanes, lane };
    this.selected = this.away = null;
    this.openPanel(selection.panel(this, this.range));
    this.tell('choice');
    this.redraw();
  },

  // clear clears one thing at a time: the selection, the time marker, the search.
  clear() {
    this.hideTip();
    if (this.selected || this.range || this.away) {
      this.unselect();
    } else if (this.here !== null) {
      this.here = null;
      this.redraw();
    } else if (this.filter) {
      this.search('');
    }
  },

  unselect() {
    this.selected = this.range = this.away = null;
    this.closePanel();
    this.tell('choice');
    this.redraw();
  },

  openPanel(nodes) {
    const panel = this.nodes.panel;
    const opened = panel.hidden;
    const focused = panel.contains(document.activeElement) ? document.activeElement.textContent : null;
    panel.replaceChildren(
      el(
        'button',
        { class: 'close', type: 'button', title: 'close (Esc)', 'aria-label': 'close', onclick: () => this.clear() },
        '×',
      ),
      ...nodes,
    );
    panel.hidden = false;
    // The focused element is gone: the button of the same name gets the focus.
    if (focused !== null)
      ([...panel.querySelectorAll('button')].find((b) => b.textContent === focused) || panel).focus();
    if (opened) this.resize();
  },

  closePanel() {
    const { panel, canvas } = this.nodes;
    if (panel.hidden) return;
    if (panel.contains(document.activeElement)) canvas.focus({ preventScroll: true });
    panel.hidden = true;
    this.resize();
  },
};

export { methods };
