// layout.js: the positions of a timeline's lanes and counters.
import { build as buildGroups } from './groups.js';
import * as tasks from './tasks.js';

const AXIS = 24,
  STRIP = 14,
  COUNTER = 34,
  COUNTER_GAP = 10,
  PIN_GAP = 8; // pixels
const HEADER = 19,
  FOLDED = 38,
  SMALL = 22;

const isNarrow = () => innerWidth < 640;

// place lays out lanes and counters in the available height. A few lanes share it; many
// keep a readable height, and scroll. An item's y is relative to the scrolled content;
// pinned lanes are above 0, or below the lanes in view, and do not scroll (yOf).
/** @param {Timeline} tl */
function place(tl) {
  const { pinned, groups } = buildGroups(tl);
  const room = isNarrow() ? Math.max(260, Math.round(innerHeight * 0.6)) : roomOf(tl);
  const ceiling = (tl.axis ? AXIS : 0) + (tl.model.bands.length ? STRIP : 2);
  let counters = counterRows(tl, COUNTER);
  const most = room - ceiling - counters.height - (counters.rows.length ? COUNTER_GAP : 0);
  for (const g of groups) g.headed = !tl.compact || g.folded || g.by !== 'none';
  const pitch = pitchOf(pinned, groups, most);
  const pins = pinItems(pinned, pitch);
  const { items, total } = groupItems(groups, pitch);
  const viewport = Math.max(40, Math.min(most - pins.height, total));
  // With only a few lanes, the counters take the rest.
  const rest = Math.floor((most - pins.height - viewport) / Math.max(1, counters.rows.length));
  counters = counterRows(tl, COUNTER + Math.max(0, Math.min(46, rest)));
  const top = ceiling + (tl.compact ? 0 : pins.height),
    bottom = ceiling + pins.height + viewport,
    below = counters.height + (counters.rows.length ? COUNTER_GAP : 0);
  if (tl.compact) for (const i of pins.items) i.y += viewport + pins.height;
  return {
    groups,
    pinned: pins.items,
    lanes: items,
    ceiling,
    top,
    viewport,
    total,
    pins: { top: tl.compact ? top + viewport : ceiling, height: pins.height },
    bottom, // of the lanes, pinned or not
    counters: counters.rows,
    below,
    height: bottom + below,
  };
}

// roomOf is the height for lanes and counters: tl.room is a share of the screen's, or says how
// many pixels there are.
/** @param {Timeline} tl */
function roomOf({ room }) {
  return typeof room === 'function' ? room() : Math.max(260, Math.round(innerHeight * room));
}

// pitchOf is the height of a lane of flexible height.
/** @param {Lane[]} pinned @param {Group[]} groups @param {number} room */
function pitchOf(pinned, groups, room) {
  const open = [...pinned, ...groups.flatMap((g) => (g.folded ? [] : g.lanes))];
  const big = open.filter((l) => !heightOf(l)).length;
  let fixed = 6 + (pinned.length ? PIN_GAP : 0);
  for (const l of open) fixed += heightOf(l);
  for (const g of groups) fixed += headOf(g);
  return Math.max(34, Math.min(96, Math.floor((room - fixed) / Math.max(1, big))));
}

// heightOf is the height of lanes with a fixed height, 0 for others.
/** @param {Lane} lane */
const heightOf = (lane) => (lane.kind === 'g' ? SMALL : lane.kind === 't' ? tasks.heightOf(lane) : 0);

/** @param {Lane} lane @param {number} y @param {number} pitch */
function item(lane, y, pitch) {
  return { lane, y, height: heightOf(lane) || pitch, head: lane.kind === 'g' ? 6 : 12 };
}

// headOf is the height of a group's heading; if it is folded, of its only lane.
/** @param {Group} g */
const headOf = (g) => (g.folded ? FOLDED : g.headed ? HEADER : 0);

/** @param {Lane[]} pinned @param {number} pitch */
function pinItems(pinned, pitch) {
  const items = [];
  let height = pinned.length ? PIN_GAP : 0;
  for (const lane of pinned) {
    items.push({ ...item(lane, height - PIN_GAP, pitch), pinned: true });
    height += items.at(-1).height;
  }
  for (const i of items) i.y -= height;
  return { items, height };
}

/** @param {Group[]} groups @param {number} pitch */
function groupItems(groups, pitch) {
  const items = [];
  let y = 0;
  for (const g of groups) {
    const height = headOf(g);
    if (height) items.push({ lane: g, y, height, head: 4 });
    y += height;
    if (g.folded) continue;
    for (const lane of g.lanes) {
      items.push(item(lane, y, pitch));
      y += items.at(-1).height;
    }
  }
  return { items, total: y + 2 };
}

/** @param {Timeline} tl @param {number} height */
function counterRows({ model, counts, onlyCounters, scales }, height) {
  const procs = model.page.stat.procs.gomaxprocs || model.lanes.p.length;
  const names = ['running', 'runnable', 'queued', 'idle Ps', 'spinning', 'heap'].filter(
    (name) => counts[name] && (!onlyCounters || onlyCounters.includes(name)),
  );
  const rows = names.map((name, i) => ({
    name,
    y: i * (height + 8),
    height,
    max: Math.max(1, counts[name].max, name === 'running' || name === 'idle Ps' ? procs : 0),
    scale: scales[name] ?? 0,
  }));
  return { rows, height: rows.length * (height + 8) };
}

// yOf is the top of an item on the canvas.
/** @param {Timeline} tl @param {{ y: number, pinned?: boolean }} item */
const yOf = ({ layout, scrollTop }, { y, pinned }) => layout.top + y - (pinned ? 0 : scrollTop);

// itemOf finds a lane's item, undefined if the lane is not shown.
/** @param {Timeline} tl @param {Lane} lane */
function itemOf({ layout }, lane) {
  layout.byLane ??= new Map([...layout.pinned, ...layout.lanes].map((i) => [i.lane, i]));
  return layout.byLane.get(lane);
}

/** @param {Timeline} tl */
function gutterWidth({ shown, arranged }) {
  const narrow = isNarrow();
  if (shown.g || shown.t || arranged.pins.some((id) => 'gt'.includes(id[0]))) return narrow ? 104 : 190;
  return shown.m ? (narrow ? 80 : 100) : narrow ? 72 : 84;
}

// indexAt is the first of the items, from top to bottom, that extends below y.
/** @param {{ y: number, height: number }[]} items @param {number} y */
function indexAt(items, y) {
  let lo = 0,
    hi = items.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (items[mid].y + items[mid].height > y) hi = mid;
    else lo = mid + 1;
  }
  return lo;
}

// visible lists the indices in the layout of the lanes in view.
/** @param {Timeline} tl */
function visible({ layout, scrollTop }) {
  const out = [];
  const { lanes, viewport } = layout;
  for (let i = indexAt(lanes, scrollTop); i < lanes.length && lanes[i].y < scrollTop + viewport; i++) out.push(i);
  return out;
}

export { place, visible, indexAt, gutterWidth, yOf, itemOf, AXIS, COUNTER_GAP };
