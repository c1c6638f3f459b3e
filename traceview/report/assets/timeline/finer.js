// finer.js: has a timeline draw the finest available window of the time in view
// (windows.js), and keeps the selection when another window is drawn.
import * as exactness from '../trace/exactness.js';
import { at as placeAt } from '../trace/lanes.js';
import * as parts from '../trace/parts.js';
import { Embedded, Fetched, Windows } from '../trace/windows.js';
import * as counters from './counters.js';
import * as panel from './panel.js';
import * as selection from './selection.js';

// attach has a timeline draw the finest windows available.
/** @param {Timeline} tl */
function attach(tl) {
  const { model } = tl,
    { page } = model;
  if (model.overview.resolution === 0) return;
  const source = page.served?.whole ? new Fetched(model) : new Embedded(page.exact || []);
  const set = (tl.windows = new Windows(model, source));
  const look = () => {
    const part = set.look(tl.view, tl.width);
    if (part !== model.part) change(tl, part);
  };
  set.onload = () => {
    look();
    tl.redraw();
  };
  tl.on('view', look);
  exactness.attach(tl, set, page.served ? [] : page.exact);
  look();
}

// change makes the timeline draw another part.
/** @param {Timeline} tl @param {Part} part */
function change(tl, part) {
  const { model } = tl,
    chosen = tl.away || chosenIn(tl);
  parts.show(model, part);
  tl.counts = part.counts ??= counters.build(model);
  if (chosen) chooseAgain(tl, chosen);
  else if (tl.range && part.from <= tl.range.from && part.to >= tl.range.to)
    tl.openPanel(selection.panel(tl, tl.range));
  tl.filter?.maskOf(part); // which may find goroutines that are not in the overview
  tl.relayout();
}

// chosenIn describes the selected span so that it can be found in any part; null is none.
function chosenIn({ selected: s, model: { spans } }) {
  return s && { lane: s.lane, g: s.g, state: spans.state[s.row], start: spans.start[s.row], end: spans.end[s.row] };
}

// chooseAgain selects the span in the part that is drawn now. If it is merged with
// others there, or outside the part, the panel stays but its links do nothing.
/** @param {Timeline} tl */
function chooseAgain(tl, chosen) {
  const { spans } = tl.model,
    { lane } = chosen;
  const place = placeAt(spans, lane, (chosen.start + chosen.end) / 2, 0),
    row = lane.rows[place];
  const same = place >= 0 && spans.n[row] === 1 && spans.g[row] === chosen.g && spans.state[row] === chosen.state;
  tl.selected = same ? { lane, place, row, g: chosen.g } : null;
  tl.away = same ? null : chosen;
  if (same) tl.openPanel(panel.span(tl, tl.selected));
  for (const node of tl.nodes.panel.children) node.inert = !same && !node.classList.contains('close');
}

export { attach };
