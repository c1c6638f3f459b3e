// groups.js: groups of lanes: by kind, and for goroutines also by start function, parent
// or state; and their order.
import { el } from '../base/dom.js';
import * as format from '../base/format.js';
import { say } from '../base/tip.js';
import * as details from './details.js';
import * as tasks from './tasks.js';
import { at as placeAt, firstEndingAfter } from '../trace/lanes.js';
import { gFunc, laneID } from '../trace/model.js';
import { RUNNING, RUNNABLE, WAITING, SYSCALL, states } from '../trace/states.js';
import { fromSpans, levelAt } from '../trace/steps.js';

/** @type {LaneKind[]} */
const kinds = ['p', 'm', 'c', 't', 'g'];
const nouns = { p: 'P', m: 'M', c: 'core', g: 'goroutine' };
const NONE = new Int32Array(0);
const SYSTEM = 'runtime'; // the group of the runtime's goroutines and the recorder's
const manyLanes = 20; // a larger group starts folded, unless it is the only one

// statsOf adds up a lane's spans in the overview, for sorting.
/** @param {Model} model @param {Lane} lane */
function statsOf({ overview }, lane) {
  if (lane.stats) return lane.stats;
  const s = { first: Infinity, running: 0, waiting: 0, latency: 0 };
  const { spans } = overview,
    rows = overview.lanes.get(lane)?.rows ?? [];
  for (const row of rows) {
    const state = spans.state[row],
      took = spans.dur[row];
    if (state === RUNNING) s.running += took - spans.idle[row];
    else if (state === WAITING) s.waiting += took;
    else if (state === RUNNABLE) s.latency = Math.max(s.latency, took);
  }
  if (rows.length) s.first = spans.start[rows[0]];
  return (lane.stats = s);
}

// orders are what goroutines can be sorted by; the model has them by ID already.
const orders = {
  id: null,
  first: (s) => s.first,
  running: (s) => -s.running,
  latency: (s) => -s.latency,
  waiting: (s) => -s.waiting,
};

/** @param {Model} model @param {Lane[]} lanes @param {string} by */
function ordered(model, lanes, by) {
  const value = orders[by];
  if (!value) return lanes;
  return lanes
    .map((lane) => [value(statsOf(model, lane)), lane])
    .sort((a, b) => a[0] - b[0])
    .map(([, lane]) => lane);
}

// groupings return the name of the group that a goroutine's lane belongs to.
const groupings = {
  none: null,
  function: ({ model }, lane) => format.shortFunc(gFunc(model, lane.key)) || 'unknown function',
  parent({ model }, lane) {
    const id = model.gs.parent[lane.key],
      g = model.byID.get(id);
    if (!(id > 0)) return 'unknown parent';
    return `from G${id}` + (g === undefined ? '' : ' ' + format.shortFunc(gFunc(model, g)));
  },
  state: (tl, lane) => stateAt(tl.model, lane, tl.arranged.at ?? tl.model.duration),
};

// stateAt names a goroutine's state at a time, with the reason if it waits.
/** @param {Model} model @param {Lane} lane @param {number} t */
function stateAt({ overview, strings, duration }, lane, t) {
  const { spans } = overview,
    rows = overview.lanes.get(lane)?.rows ?? NONE;
  if (!rows.length) return 'unknown';
  const place = t >= duration ? rows.length - 1 : placeAt(spans, { rows }, t, 0);
  const last = rows.at(-1);
  if (place < 0) return t < spans.start[rows[0]] ? 'not created yet' : t >= spans.end[last] ? 'ended' : 'unknown';
  const row = rows[place];
  if (t >= duration && spans.end[last] < duration - 1) return 'ended';
  const reason = strings[spans.reason[row]];
  return spans.state[row] === WAITING && reason ? 'waiting: ' + reason : states[spans.state[row]];
}

// isActive reports whether a goroutine did more than wait during a time range.
function isActive({ spans }, { rows }, { from, to }) {
  for (let i = firstEndingAfter(spans, rows, from); i < rows.length && spans.start[rows[i]] < to; i++) {
    const state = spans.state[rows[i]];
    if (state === RUNNING || state === RUNNABLE || state === SYSCALL) return true;
  }
  return false;
}

// build returns the pinned lanes, and the others in groups.
/** @param {Timeline} tl */
function build(tl) {
  const { model, shown, arranged } = tl;
  const pinned = arranged.pins.map((id) => tl.laneByID(id)).filter(Boolean);
  const out = [];
  for (const kind of kinds) {
    if (!shown[kind]) continue;
    if (kind === 'g' && !tl.found) out.push(...model.part.groups.map((row) => withoutLanes(model, row)));
    let lanes = /** @type {any[]} */ (model.lanes[kind]).filter(
      (l) => !pinned.includes(l) && !arranged.hidden.has(laneID(model, l)),
    );
    if (kind === 'g' && tl.found) lanes = lanes.filter((l) => tl.found.has(l.key));
    if (kind === 'g' && arranged.active) lanes = lanes.filter((l) => isActive(model, l, tl.view));
    if (kind === 'g') lanes = ordered(model, lanes, arranged.order);
    out.push(...split(tl, kind, lanes));
  }
  const groups = out.filter((g) => (g.lanes.length || g.without) && !arranged.hidden.has(g.key));
  for (const g of groups)
    g.folded = !!g.without || (arranged.folds.get(g.key) ?? (groups.length > 1 && startsFolded(tl, g)));
  return { pinned, groups };
}

// startsFolded reports whether a group is folded until the reader unfolds it. What a search has
// found is not.
/** @param {Timeline} tl @param {Group} g */
const startsFolded = (tl, g) => (g.by === SYSTEM ? !tl.found : g.by !== 'none' && g.lanes.length > manyLanes);

// split splits the lanes of a kind into groups. The goroutines of the runtime have one of their own,
// after all others.
/** @param {Timeline} tl @param {LaneKind} kind @param {Lane[]} lanes */
function split(tl, kind, lanes) {
  if (kind !== 'g') return splitBy(tl, kind, lanes);
  const { system } = tl.model.gs;
  const own = lanes.filter((l) => !system[l.key]),
    others = lanes.filter((l) => system[l.key]);
  return [...splitBy(tl, kind, own), groupOf(tl.model, kind, SYSTEM, others, SYSTEM)];
}

// splitBy splits lanes as the reader chose; task lanes and region lanes are separate.
/** @param {Timeline} tl @param {LaneKind} kind @param {Lane[]} lanes */
function splitBy(tl, kind, lanes) {
  const by = kind === 'g' ? tl.arranged.group : 'none';
  const name = kind === 't' ? (_, lane) => lane.what + 's' : groupings[by];
  if (!name) return [groupOf(tl.model, kind, '', lanes, by)];
  const named = new Map();
  for (const lane of lanes) {
    const n = name(tl, lane);
    if (named.has(n)) named.get(n).push(lane);
    else named.set(n, [lane]);
  }
  return [...named].map(([n, list]) => groupOf(tl.model, kind, n, list, by));
}

// groupOf makes a group; it is also a lane, without spans of its own.
/** @param {Model} model @param {string} of @param {string} name @param {Lane[]} lanes @param {string} by */
function groupOf(model, of, name, lanes, by) {
  const missing = of === 'g' ? model.part.groups.reduce((n, g) => n + g.goroutines - g.lanes, 0) : 0;
  const count = (missing ? format.count(lanes.length) + ' of ' : '') + format.plural(lanes.length + missing, nouns[of]);
  return {
    kind: 'group',
    key: name ? of + '/' + name : of,
    of,
    by,
    title: name || count,
    count: name ? format.count(lanes.length) : '',
    lanes,
    model,
    rows: new Int32Array(0),
    marks: [],
    under: [],
  };
}

// withoutLanes is the lane of a function with goroutines that have no lane of their own.
/** @param {Model} model */
function withoutLanes(model, row) {
  const missing = row.goroutines - row.lanes;
  const title = row.others ? 'other functions' : format.shortFunc(row.func) || 'unknown function';
  const explained =
    `${format.plural(row.goroutines, 'goroutine')} ${row.others ? 'of functions without a group of their own' : row.func ? 'of ' + row.func : 'with unknown start function'}: ` +
    `${row.lanes ? `the ${format.count(row.lanes)} that ran longest have a lane, ${format.count(missing)} have none` : 'none has a lane of its own'}. This lane counts all of them.`;
  return (row.lane ??= {
    kind: 'group',
    key: 'without/' + title,
    of: 'g',
    by: 'without',
    title,
    count: `+${format.count(missing)} without a lane`,
    lanes: [],
    without: row,
    explained,
    model,
    rows: new Int32Array(0),
    marks: [],
    under: [],
  });
}

// courses counts how many of a group's lanes were running over time, and for goroutines
// also how many were runnable.
/** @param {Group} g */
function courses(g) {
  const { part, spans } = g.model;
  if (g.without) return { courses: g.without.courses, max: Math.max(1, ...g.without.courses.map(({ f }) => f.max)) };
  if (g.counted?.part === part) return g.counted;
  /** @param {string} name @param {number | null} state @param {{ lanes: any, spans: any }} [own] */
  const of = (name, state, { lanes, spans: own } = { lanes: g.lanes, spans }) => ({
    name,
    f: fromSpans(lanes, own, state),
  });
  const courses =
    g.of === 'g'
      ? [of('running', RUNNING), of('runnable', RUNNABLE)]
      : g.of === 't'
        ? [of('open', null, tasks.counted(/** @type {TaskLane[]} */ (g.lanes)))]
        : [of('running', null)];
  const most = Math.max(1, ...courses.map(({ f }) => f.max));
  return (g.counted = { part, courses, max: g.of === 'p' || g.of === 'c' ? g.lanes.length : most });
}

// hit handles the pointer on a group's lane: the tooltip shows the count, a click folds
// or unfolds the group.
/** @param {Timeline} tl @param {Group} g @param {number} t @returns {Hit | null} */
function hit(tl, g, t) {
  return { kind: 'group', lane: g, t, tip: () => tip(tl, g, t), click: () => press(tl, g) };
}

// press handles a click on a group, or on its name.
/** @param {Timeline} tl @param {Group} g */
function press(tl, g) {
  if (g.without) say(g.explained);
  else tl.fold(g.key, !g.folded);
}

/** @param {Timeline} tl @param {Group} g @param {number} t */
function tip(tl, g, t) {
  const per = (tl.view.to - tl.view.from) / tl.width;
  if (g.without) return tipWithout(g, t, per);
  const of = g.of === 't' ? '' : ' of ' + format.count(g.lanes.length);
  const levels = courses(g).courses.map(({ name, f }) => [name, format.count(levelAt(f, t)) + of]);
  return el(
    'div',
    {},
    el('div', { class: 'who' }, el('b', {}, g.title)),
    details.facts([['lanes', format.count(g.lanes.length)], ['at', format.moment(t, per)], ...levels]),
    el('div', { class: 'quiet' }, g.folded ? 'click to unfold' : 'click to fold'),
  );
}

/** @param {Group} g @param {number} t @param {number} per */
function tipWithout(g, t, per) {
  const { goroutines, lanes, step, courses } = g.without;
  return el(
    'div',
    {},
    el('div', { class: 'who' }, el('b', {}, g.title)),
    details.facts([
      ['goroutines', format.count(goroutines)],
      ['with a lane', format.count(lanes)],
      ['at', format.moment(t, per)],
      ...courses.map(({ name, f }) => [name, `${levelAt(f, t).toFixed(1)} (mean of ${format.duration(step)})`]),
    ]),
    el('div', { class: 'quiet' }, g.explained),
  );
}

const orderNames = Object.keys(orders),
  groupingNames = Object.keys(groupings);

export { build, courses, hit, press, statsOf, orderNames as orders, groupingNames as groupings };
