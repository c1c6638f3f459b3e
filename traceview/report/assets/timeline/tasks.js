// tasks.js: lanes for the program's own annotations: one for each type of task and of
// region, with overlapping ones stacked, and logs as ticks.
import { el, swatch, link } from '../base/dom.js';
import * as format from '../base/format.js';
import * as theme from '../base/theme.js';
import { Boxes, text as writeText } from './boxes.js';
import * as colours from './colours.js';
import * as details from './details.js';
import { gName, gFunc } from '../trace/model.js';

const HEAD = 5,
  LEVEL = 15,
  MOST = 150,
  TICK = 3; // pixels
const mostListed = 12;

const pitchOf = ({ levels }) => Math.max(3, Math.min(LEVEL, Math.floor(MOST / levels)));
/** @param {TaskLane} lane */
const heightOf = (lane) => HEAD + 4 + lane.levels * pitchOf(lane);

/** @param {Timeline} tl @param {Box} box */
const colourOf = (tl, box) => {
  if (box.g >= 0) return colours.colourOf(tl, box.g);
  return theme.byIndex(box.what === 'task' ? box.id : 4);
};

// dims reports whether a box is greyed out: a search finds it by its name or its goroutine.
/** @param {Timeline} tl @param {Box} box */
function dims(tl, { name, g }) {
  if (!tl.found) return false;
  return !tl.found.has(g) && !tl.filter.words.some((w) => w.kind === 'func' && name.toLowerCase().includes(w.value));
}

// paint draws a lane whose upper edge is at top; boxes of one level in the same pixel are
// drawn once.
/** @param {Timeline} tl @param {TaskLane} lane @param {View & { width: number }} view @param {number} top */
function paint(tl, lane, view, top) {
  const boxes = new Boxes(),
    texts = [],
    pitch = pitchOf(lane),
    last = new Int32Array(lane.levels).fill(-1);
  boxes.add(theme.chrome().track, 1, 0, top + HEAD, view.width, lane.levels * pitch);
  const x = (t) => ((t - view.from) / (view.to - view.from)) * view.width;
  for (const box of lane.boxes) {
    if (box.start > view.to) break;
    if (box.end < view.from) continue;
    const x0 = Math.max(x(box.start), -1),
      w = Math.max(1, Math.min(x(box.end), view.width + 1) - x0 - 1);
    if (w <= 1 && Math.floor(x0) === last[box.level]) continue;
    last[box.level] = Math.floor(x0 + w);
    const y = top + HEAD + box.level * pitch,
      dim = dims(tl, box),
      fill = dim ? theme.chrome().dim : colourOf(tl, box);
    boxes.add(fill, 0.85, x0, y, w, Math.max(2, pitch - 1));
    if (box.what === 'task') ticks(tl, box, x, y, pitch, boxes);
    if (!dim && pitch >= 12)
      writeText(tl, texts, label(tl, box), Math.max(x0, 0), Math.min(x0 + w, view.width), y + pitch / 2, fill);
  }
  return [...boxes.elements(), ...texts];
}

// ticks draws the logs of a task.
/**
 * @param {Timeline} tl
 * @param {Box} box
 * @param {(t: number) => number} x
 * @param {number} y
 * @param {number} pitch
 * @param {Boxes} boxes
 */
function ticks(tl, box, x, y, pitch, boxes) {
  let last = -9;
  for (const { time } of tl.model.logs.get(box.task) || []) {
    const at = x(time);
    if (time < box.start || time > box.end || at - last < 2) continue;
    last = at;
    boxes.add(theme.chrome().text, 1, at - 0.75, y, 1.5, Math.max(2, pitch - 1));
  }
}

// label lists names for a box, longest first.
/** @param {Timeline} tl @param {Box} box */
function label(tl, box) {
  const took = format.duration(box.end - box.start);
  const who =
    box.what === 'task'
      ? `${box.name} ${box.id}`
      : [box.name, box.g >= 0 && gName(tl.model, box.g)].filter(Boolean).join(' ');
  return [`${who} · ${took}`, who, box.name];
}

// hit is what is on a lane at time t, y pixels below its top, or null.
/** @param {Timeline} tl @param {TaskLane} lane @param {number} t @param {number} y @returns {Hit | null} */
function hit(tl, lane, t, y) {
  const per = (tl.view.to - tl.view.from) / tl.width,
    level = Math.floor((y - HEAD) / pitchOf(lane));
  let best = null,
    near = 3 * per;
  for (const box of lane.boxes) {
    if (box.start > t + near) break;
    if (box.level !== level) continue;
    const d = Math.max(box.start - t, t - box.end, 0);
    if (d <= near) [best, near] = [box, d];
  }
  return best && { kind: 'task', lane, t, box: best, tip: () => tip(tl, best, t, per), click: () => select(tl, best) };
}

/** @param {Box} box */
const title = (box) => (box.what === 'task' ? `task ${box.id}` : 'region');

/** @param {Timeline} tl @param {Box} box */
function head(tl, box) {
  return el('div', { class: 'who' }, swatch(colourOf(tl, box)), el('b', {}, box.name), ' ' + title(box));
}

/** @param {Timeline} tl @param {Box} box */
function facts(tl, box) {
  const { model } = tl,
    parent = box.what === 'task' && box.parent > 0 ? `task ${box.parent}` : '';
  return [
    ['start', box.start > 0 ? format.moment(box.start, 1000) : 'at or before the start of the trace'],
    ['duration', format.duration(box.end - box.start) + (box.open ? ', still open at the end of the trace' : '')],
    ['parent', parent],
    ['goroutine', box.g >= 0 ? `${gName(model, box.g)} ${format.shortFunc(gFunc(model, box.g))}` : ''],
    ['task', box.what === 'region' && box.task > 0 ? String(box.task) : ''],
  ];
}

/** @param {Timeline} tl @param {Box} box @param {number} t @param {number} per */
function tip(tl, box, t, per) {
  const own = (box.what === 'task' && tl.model.logs.get(box.task)) || [];
  const here = own.filter((l) => Math.abs(l.time - t) <= TICK * per).slice(0, 4);
  return el(
    'div',
    {},
    head(tl, box),
    details.facts([
      ...facts(tl, box),
      ['logs', own.length ? format.count(own.length) : ''],
      ...here.map((l) => ['log', l.text]),
    ]),
  );
}

// select selects a box's time range, and shows what belongs to it.
/** @param {Timeline} tl @param {Box} box */
function select(tl, box) {
  tl.selectRange(box.start, Math.max(box.end, box.start + 1));
  tl.openPanel(panel(tl, box));
}

/** @param {Timeline} tl @param {Box} box */
function panel(tl, box) {
  const { model } = tl;
  const regions =
    box.what === 'task'
      ? model.lanes.t.flatMap((l) => (l.what === 'region' ? l.boxes.filter((r) => r.task === box.id) : []))
      : [];
  const own = box.what === 'task' ? model.logs.get(box.id) || [] : [];
  const gs = [...new Set([...regions.map((r) => r.g), box.g])].filter((g) => g >= 0);
  return [
    head(tl, box),
    details.facts(facts(tl, box)),
    el(
      'div',
      { class: 'actions' },
      link('zoom to selection (F)', () => tl.fitSelection()),
      gs.length > 0 &&
        link(gs.length === 1 ? `only ${gName(model, gs[0])}` : `only its ${gs.length} goroutines`, () =>
          tl.show({ gs: gs.map((g) => model.gs.id[g]) }),
        ),
    ),
    ...listed(
      'Regions',
      regions.sort((a, b) => b.end - b.start - (a.end - a.start)),
      (r) => [
        r.name + (r.g >= 0 ? ' ' + gName(model, r.g) : ''),
        format.duration(r.end - r.start),
        () => select(tl, r),
      ],
    ),
    ...listed('Logs', own, (l) => [l.text, format.moment(l.time, 1000), () => tl.goToTime(l.time)]),
  ].filter(Boolean);
}

/** @param {string} name @param {any[]} all @param {(one: any) => [string, string, () => void]} row */
function listed(name, all, row) {
  if (!all.length) return [];
  const rest = all.length - mostListed;
  return [
    el('h4', {}, `${name} (${format.count(all.length)})`),
    el(
      'table',
      { class: 'mini' },
      all.slice(0, mostListed).map((one) => {
        const [text, value, go] = row(one);
        return el('tr', {}, el('td', {}, link(text, go)), el('td', { class: 'num' }, value));
      }),
    ),
    rest > 0 && el('p', { class: 'quiet' }, `and ${format.count(rest)} more, listed in the tables below`),
  ];
}

// counted returns the boxes of lanes as columns, to count how many are open at a time.
/** @param {TaskLane[]} lanes */
function counted(lanes) {
  const all = lanes.flatMap((l) => l.boxes);
  return {
    spans: { start: all.map((b) => b.start), end: all.map((b) => b.end) },
    lanes: [{ rows: all.map((_, i) => i) }],
  };
}

export { paint, hit, heightOf, counted };
