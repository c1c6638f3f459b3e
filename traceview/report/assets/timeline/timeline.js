// timeline.js: a timeline in an element of the page (its content is timeline.html). There
// may be several, each with its own trace; link (moving.js) makes them move together.
import * as arranging from './arranging.js';
import * as select from './select.js';
import * as counters from './counters.js';
import * as draw from './draw.js';
import * as gutter from './gutter.js';
import { place, gutterWidth, visible } from './layout.js';
import * as matches from './matches.js';
import * as moving from './moving.js';
import * as pointer from './pointer.js';
import * as navigate from './navigate.js';
import * as a11y from './a11y.js';
import * as toolbar from './toolbar.js';
import * as m from '../trace/model.js';

const parts = [
  'scroll',
  'inner',
  'view',
  'gutter',
  'canvas',
  'tip',
  'panel',
  'map',
  'map-canvas',
  'window',
  'find',
  'found',
  'range',
  'menu',
  'said',
  'text',
  'group',
  'order',
  'active',
  'hidden',
  'arrow-note',
  'undo',
  'redo',
  'opening',
];

const STAYS = 150; // ms

class Timeline {
  /** @type {import('../trace/windows.js').Windows | undefined} */
  windows; // finer windows of the trace, if the page's overview is merged (finer.js)
  /** @type {import('./undo.js').Undo | undefined} */
  undo; // the views shown before
  /** @type {((text: string) => void) | undefined} */
  inTable; // shows goroutines in the page's table, if it has one
  opening = ''; // the address of the view in which the page opens
  chart = null; // ECharts instances, for the lanes and for the minimap (draw.js)
  map = null;
  lastShare = 0.5; // where the pointer last was, as a share of the width
  dragging = false; // by one pointer
  pinching = false; // by two fingers
  arrowsDrawn = []; // what arrows.js drew last, and whether it left any out
  arrowsLeftOut = false;
  chosenWakes = null; // of the selected span
  ids = null; // lanes by their IDs in the address (arranging.js)
  matches = null; // the rows that match the search, which of them was visited last, and what that selected
  atMatch = -1;
  matched = null;
  /** @type {string[] | null} */
  onlyCounters = null; // the names of the counters shown; null: all there are
  /** @type {Model[] | null} */
  speaksFor = null; // the traces that its legend explains; null: its own
  /** @type {Record<string, number>} */
  scales = {}; // the least maximum of a counter's scale, where timelines are compared
  compact = false; // whether lanes have no headings of their groups, and pinned lanes are below the others
  axis = true; // whether its time axis has labels
  laneTime = null; // the time at which moving up and down between lanes began
  markedFrom = null; // where a time selection by keys begins

  // room is how much of the screen's height the lanes may take up: a share, or pixels at the time of the call.
  /** @param {HTMLElement} root @param {Model} model @param {{ room?: number | (() => number), onlyCounters?: string[], compact?: boolean, axis?: boolean }} [options] */
  constructor(root, model, { room = 0.56, onlyCounters = null, compact = false, axis = true } = {}) {
    this.root = root;
    this.model = model;
    this.room = room;
    this.onlyCounters = onlyCounters;
    this.compact = compact;
    this.axis = axis;
    this.extent = model.duration; // of the time axis
    this.counts = counters.build(model);
    /** @type {View} */
    this.view = { from: 0, to: this.extent };
    this.shown = usuallyShown(model);
    this.usual = { ...this.shown };
    this.colourBy = 'goroutine';
    this.arranged = arranging.none();
    /** @type {import('./filter.js').Filter | null} */
    this.filter = null; // the search
    /** @type {Set<number> | null} */
    this.found = null; // the goroutines with a match; null: all
    /** @type {number | null} */
    this.here = null; // a time that was jumped to
    /** @type {Selected | null} */
    this.selected = null; // {lane, place, row, g}
    this.away = null; // what was selected but has no span of its own in the part drawn now (finer.js)
    /** @type {SelectedRange | null} */
    this.range = null; // the selected time range: {from, to, lanes}; lanes is null for all
    this.arrows = { chain: false, all: false };
    this.scrollTop = 0;
    this.redraws = 0;
    this.lastRedrawMS = 0;
    this.labelBudget = 500;
    this.font = getComputedStyle(document.body).fontFamily;
    this.listeners = { view: [], draw: [], choice: [], settled: [] };
    this.nodes = { legend: root.querySelector('.legend') };
    for (const part of parts) this.nodes[part] = root.querySelector('.tl-' + part);
    draw.charts(this);
    pointer.listen(this);
    toolbar.wire(this);
    a11y.attach(this);
    new ResizeObserver(() => this.canvasResized()).observe(this.nodes.canvas);
    addEventListener('resize', () => this.relayout());
    toolbar.sync(this);
    this.relayout();
    this.on('view', () => this.viewChanged());
  }

  // viewChanged updates which goroutines are active in view, once the view settles.
  viewChanged() {
    clearTimeout(this.viewTimer);
    if (this.arranged.active) this.viewTimer = setTimeout(() => this.relayout(), STAYS);
  }

  // on calls f whenever the view changes ("view"), after each redraw ("draw"), when the
  // selection changes ("choice"), or when all of that has settled ("settled"), then with
  // the address of the view (undo.js).
  on(what, f) {
    this.listeners[what].push(f);
  }
  emit(what, value) {
    for (const f of this.listeners[what]) f(value);
  }

  // mask says for each row that is drawn whether it matches the search; null: all match.
  get mask() {
    return this.found && this.filter.maskOf(this.model.part);
  }

  relayout() {
    this.layout = place(this);
    this.height = this.layout.height;
    this.resize();
  }

  resize() {
    const n = this.nodes;
    n.scroll.style.height = this.height + 'px';
    n.inner.style.height = this.height + Math.max(0, this.layout.total - this.layout.viewport) + 'px';
    n.view.style.height = this.height + 'px';
    n.gutter.style.width = gutterWidth(this) + 'px';
    this.width = n.canvas.clientWidth;
    if (this.chart.getWidth() !== this.width || this.chart.getHeight() !== this.height) this.chart.resize();
    if (this.map.getWidth() !== n['map-canvas'].clientWidth) this.map.resize();
    this.scrollTop = n.scroll.scrollTop;
    this.gridChanged = true;
    draw.minimap(this);
    this.redraw();
  }

  canvasResized() {
    if (Math.abs(this.nodes.canvas.clientWidth - this.width) > 0.5) this.resize();
  }

  redraw() {
    if (this.pending) return;
    this.pending = requestAnimationFrame(() => {
      this.pending = 0;
      this.draw();
    });
  }

  // draw paints the lanes, then updates everything else.
  draw() {
    const begin = performance.now();
    draw.lanes(this);
    gutter.draw(this);
    draw.mapWindow(this);
    draw.status(this);
    this.emit('draw', this);
    this.redraws++;
    this.lastRedrawMS = performance.now() - begin;
  }

  // timeHere is the time that keys act on: the last pointer position, or the middle.
  timeHere() {
    return this.view.from + this.lastShare * (this.view.to - this.view.from);
  }

  hideTip() {
    this.nodes.tip.hidden = true;
  }

  themeChanged() {
    draw.charts(this);
    toolbar.sync(this);
    this.relayout();
  }

  // state is for tests and debugging.
  state() {
    const isLane = (item) => item.lane.kind !== 'group';
    const { arranged, layout } = this;
    return {
      from: this.view.from,
      to: this.view.to,
      duration: this.model.duration,
      lanes: Object.keys(this.shown)
        .filter((k) => this.shown[k])
        .join(''),
      colour: this.colourBy,
      laneCount: layout.lanes.filter(isLane).length + layout.pinned.length,
      visibleLanes: visible(this).filter((i) => isLane(layout.lanes[i])).length + layout.pinned.length,
      groups: layout.groups.map((g) => ({ title: g.title, lanes: g.lanes.length, folded: g.folded })),
      group: arranged.group,
      order: arranged.order,
      active: arranged.active,
      pins: arranged.pins,
      hidden: [...arranged.hidden],
      spans: this.model.spans.start.length,
      redraws: this.redraws,
      lastRedrawMS: this.lastRedrawMS,
      scrollTop: this.scrollTop,
      found: this.found ? this.found.size : null,
      matches: this.found ? this.filter.count : null,
      here: this.here,
      said: this.nodes.found.textContent,
      search: this.nodes.find.value,
      selected: this.selected
        ? {
            g: this.model.gs.id[this.selected.g],
            row: this.selected.row,
            lane: m.laneName(this.model, this.selected.lane),
          }
        : null,
      range: this.range && {
        from: this.range.from,
        to: this.range.to,
        lanes: this.range.lanes?.map((l) => m.laneName(this.model, l)) ?? null,
      },
      arrows: this.arrowsDrawn.length,
      tip: this.nodes.tip.hidden ? '' : this.nodes.tip.textContent,
    };
  }
}

Object.assign(Timeline.prototype, moving.methods, select.methods, navigate.methods, arranging.methods, matches.methods);

// usuallyShown says which lanes are shown by default: Ps and, unless there are many,
// cores; goroutines if there are no Ps.
/** @param {Model} model */
function usuallyShown({ lanes }) {
  if (lanes.p.length === 0 && lanes.g.length > 0) return { p: false, m: false, g: true, c: false, t: false };
  return { p: true, m: false, g: false, c: lanes.c.length > 0 && lanes.c.length <= 16, t: false };
}

export { Timeline };
