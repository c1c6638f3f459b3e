// arrows.js: wakes and creations as arrows over the lanes: those of the selected
// span, the chain it is part of, or all in view.
import * as theme from '../base/theme.js';
import { group } from './boxes.js';
import { yOf } from './layout.js';
import * as cores from '../trace/cores.js';
import * as wakes from '../trace/wakes.js';

const MAX_IN_VIEW = 200; // arrows; more could not be told apart
const MAX_CHAIN = 100; // wakes, each way
const HEAD = 7,
  STUB = 16,
  SLACK = 4; // pixels

// chosen lists the selected span's wakes, as {wake, role}: role is 'led' for what
// led to it and 'caused' for what it caused. With the chain, it follows both directions.
/** @param {Timeline} tl */
function chosen(tl) {
  const { model, selected } = tl;
  if (!selected) return { list: [], led: null, caused: null };
  const had = tl.chosenWakes;
  if (had && had.spans === model.spans && had.row === selected.row && had.chain === tl.arrows.chain) return had;
  const led = tl.arrows.chain
    ? wakes.ledTo(model, selected.row, MAX_CHAIN)
    : { wakes: [wakes.causeOf(model, selected.row)].filter(Boolean), cut: false };
  const caused = tl.arrows.chain
    ? wakes.caused(model, selected.row, MAX_CHAIN)
    : { wakes: wakes.causedBy(model, selected.row), cut: false };
  const list = [
    ...led.wakes.map((wake) => ({ wake, role: 'led' })),
    ...caused.wakes.map((wake) => ({ wake, role: 'caused' })),
  ];
  return (tl.chosenWakes = { spans: model.spans, row: selected.row, chain: tl.arrows.chain, list, led, caused });
}

// inView lists the wakes in view with both ends on visible lanes, null if there are too
// many to tell apart.
/** @param {Timeline} tl @param {Map<string, any>} lanes */
function inView(tl, lanes) {
  const { from, to } = tl.view,
    rows = wakes.inView(tl.model, from, to);
  if (rows.length > 20 * MAX_IN_VIEW) return null;
  const list = [];
  for (const row of rows) {
    const wake = wakes.wakeOf(tl.model, row);
    if (!wake || ![...kinds(tl)].some((kind) => ends(tl, wake, kind, lanes)?.from)) continue;
    if (list.length === MAX_IN_VIEW) return null;
    list.push({ wake, role: 'all' });
  }
  return list;
}

// placed finds visible lanes by kind and key; the lanes of a folded group are located at
// its head.
/** @param {{ layout: any }} tl */
function placed({ layout }) {
  if (layout.placed) return layout.placed;
  const items = [...layout.pinned, ...layout.lanes].filter((p) => p.lane.kind !== 'group');
  const folded = layout.lanes.filter((p) => p.lane.kind === 'group' && p.lane.folded);
  layout.placed = new Map();
  for (const p of folded) for (const lane of p.lane.lanes) layout.placed.set(lane.kind + lane.key, p);
  for (const p of items) layout.placed.set(p.lane.kind + p.lane.key, p);
  layout.kinds = new Set(Array.from(layout.placed.keys(), (key) => key[0]));
  return layout.placed;
}

/** @param {{ layout: any }} tl */
function kinds({ layout }) {
  placed({ layout });
  return layout.kinds;
}

// whereAt is the key of the lane of the given kind that a span is on at t, or undefined.
/** @param {Model} model @param {number} row @param {string} kind @param {number} t */
function whereAt(model, row, kind, t) {
  const { spans } = model;
  if (kind === 'g') return spans.g[row];
  if (spans.n[row] > 1) return undefined;
  if (kind === 'p') return spans.p[row] >= 0 ? spans.p[row] : undefined;
  if (spans.m[row] < 0) return undefined;
  if (kind === 'm') return model.lanes.m[spans.m[row]].key;
  const at = cores.at(model, spans.m[row], t);
  return at && at.core >= 0 ? at.core : undefined;
}

// ends locates a wake on lanes of one kind: from the waker's lane at the time of waking
// to the lane of the woken goroutine, on G lanes at the same time, on others where it
// ran next. Without from, the waker is unknown.
/** @param {Timeline} tl @param {Wake} wake @param {string} kind @param {Map<string, any>} lanes */
function ends(tl, wake, kind, lanes) {
  const { model } = tl,
    onG = kind === 'g';
  if (wake.kind === 'self' || wake.kind === 'return' || wake.kind === 'unknown' || (!onG && wake.run < 0)) return null;
  const t = onG ? wake.t : model.spans.start[wake.run];
  const to = lanes.get(kind + whereAt(model, onG ? wake.row : wake.run, kind, t));
  if (!to) return null;
  if (wake.by < 0) return { from: null, to, t };
  const from = onG
    ? lanes.get('g' + wake.by)
    : wake.byRow >= 0 && lanes.get(kind + whereAt(model, wake.byRow, kind, wake.t));
  const within = from === to && to?.lane.kind === 'group';
  return from && !within ? { from, to, t } : null;
}

// curve is the path of an arrow on the canvas: start, two control points, end.
/** @param {Timeline} tl @param {any} area @param {Wake} wake @param {string} kind */
function curve(tl, area, wake, kind, { from, to, t }) {
  const { view } = tl;
  const x = (at) =>
    Math.max(-3000, Math.min(area.width + 3000, ((at - view.from) / (view.to - view.from)) * area.width));
  const band = (p) => ({ top: yOf(tl, p) + p.head, height: p.height - p.head - 5 });
  const b = band(to),
    x1 = x(t);
  if (!from) return [x1 - STUB, b.top - 5, x1 - STUB, b.top - 5, x1, b.top, x1, b.top + 1]; // out of nowhere
  const a = band(from),
    x0 = x(wake.t);
  if (to === from) {
    // over the lane
    const dx = Math.max(8, (x1 - x0) / 4);
    return [x0, a.top, x0 + dx / 2, a.top - 12, x1 - dx / 2, a.top - 12, x1, a.top];
  }
  const y0 = a.top + a.height / 2;
  if (kind === 'g') {
    const y1 = a.top < b.top ? b.top : b.top + b.height;
    return [x0, y0, x0, y0, x1, y1, x1, y1];
  }
  const y1 = b.top + b.height / 2,
    dx = Math.max(14, Math.min(60, (x1 - x0) / 2));
  return [x0, y0, x0 + dx, y0, x1 - dx, y1, x1, y1];
}

/** @param {number[]} c @param {any} area */
function outside(c, area) {
  const xs = [c[0], c[2], c[4], c[6]],
    ys = [c[1], c[3], c[5], c[7]];
  return (
    Math.max(...xs) < 0 ||
    Math.min(...xs) > area.width ||
    Math.max(...ys) < area.y ||
    Math.min(...ys) > area.y + area.height
  );
}

// head is the triangle at an arrow's end, as x, y and direction.
/** @param {number[]} c */
function head(c) {
  const dx = c[6] - c[4] || (c[6] - c[0]) * 1e-3,
    dy = c[7] - c[5] || (c[4] === c[6] ? c[7] - c[1] : 0);
  const length = Math.hypot(dx, dy) || 1;
  return [c[6], c[7], dx / length, dy / length];
}

// looks: wakes are solid lines, creations and what is inferred are dashed.
const opacities = { led: 1, caused: 1, all: 0.55 };
/** @param {string} role */
const colourOf = (role) => (role === 'all' ? theme.chrome().text : theme.chrome()[role]);

// paint draws the arrows, and remembers where, for hit testing.
/** @param {Timeline} tl */
function paint(tl, params) {
  const area = params.coordSys,
    lanes = placed(tl);
  const all = tl.arrows.all ? inView(tl, lanes) : [];
  tl.arrowsLeftOut = all === null;
  const own = chosen(tl).list,
    mine = new Set(own.map((a) => a.wake.row));
  const looks = new Map();
  tl.arrowsDrawn = [];
  for (const { wake, role } of [...(all || []).filter((a) => !mine.has(a.wake.row)), ...own]) {
    for (const kind of kinds(tl)) {
      const e = ends(tl, wake, kind, lanes);
      const c = e && curve(tl, area, wake, kind, e);
      if (!c || outside(c, area)) continue;
      const dashed = wake.kind === 'create' || !e.from;
      const key = role + dashed;
      if (!looks.has(key)) looks.set(key, { role, dashed, curves: [], heads: [], dots: [] });
      const look = looks.get(key);
      look.curves.push(...c);
      look.heads.push(...head(c));
      if (!e.from) look.dots.push(c[0], c[1]);
      tl.arrowsDrawn.push({ wake, role, curve: c });
    }
  }
  status(tl);
  return group([...looks.values()].flatMap((look) => elements(look)));
}

function elements({ role, dashed, curves, heads, dots }) {
  const colour = colourOf(role),
    opacity = opacities[role];
  const line = { type: 'schedvizCurves', silent: true, shape: { curves } };
  return [
    {
      ...line,
      z2: 6,
      style: {
        fill: 'none',
        stroke: theme.chrome().panel,
        lineWidth: role === 'all' ? 2.5 : 4,
        lineDash: null,
        opacity: opacity * 0.85,
      },
    },
    {
      ...line,
      z2: 7,
      style: {
        fill: 'none',
        stroke: colour,
        lineWidth: role === 'all' ? 1 : 1.6,
        lineDash: dashed ? [4, 3] : null,
        opacity,
      },
    },
    {
      type: 'schedvizHeads',
      silent: true,
      z2: 8,
      shape: { heads, dots, size: role === 'all' ? HEAD - 1.5 : HEAD },
      style: { fill: colour, stroke: role === 'all' ? 'none' : theme.chrome().panel, lineWidth: 1, opacity },
    },
  ];
}

// at finds the arrow at x, y of the canvas, null if there is none.
/** @param {Timeline} tl @param {number} x @param {number} y */
function at(tl, x, y) {
  let best = null,
    near = SLACK;
  for (const arrow of tl.arrowsDrawn) {
    const d = distance(arrow.curve, x, y);
    if (d <= near) [best, near] = [arrow, d];
  }
  return best;
}

// distance is how far a point is from a curve, approximated by 16 straight segments.
/** @param {number[]} c @param {number} x @param {number} y */
function distance(c, x, y) {
  const point = (s) => {
    const r = 1 - s,
      k = [r * r * r, 3 * r * r * s, 3 * r * s * s, s * s * s];
    return [0, 1].map((i) => k[0] * c[i] + k[1] * c[2 + i] + k[2] * c[4 + i] + k[3] * c[6 + i]);
  };
  let best = Infinity,
    [ax, ay] = point(0);
  for (let i = 1; i <= 16; i++) {
    const [bx, by] = point(i / 16),
      dx = bx - ax,
      dy = by - ay;
    const s = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    best = Math.min(best, Math.hypot(ax + s * dx - x, ay + s * dy - y));
    [ax, ay] = [bx, by];
  }
  return best;
}

// status says next to the switches if arrows were left out.
/** @param {Timeline} tl */
function status(tl) {
  const { led, caused } = chosen(tl);
  const cut = led?.cut || caused?.cut;
  const text = tl.arrowsLeftOut
    ? `more than ${MAX_IN_VIEW} in view: zoom in`
    : cut
      ? `only the nearest ${MAX_CHAIN} of the chain`
      : '';
  const note = tl.nodes['arrow-note'];
  if (note.textContent !== text) note.textContent = text; // otherwise it would be read out again
}

// follow goes to the other end of an arrow: to the waker if the woken goroutine is
// selected, otherwise to the woken goroutine.
/** @param {Timeline} tl */
function follow(tl, { wake }) {
  const { spans } = tl.model,
    row = tl.selected?.row;
  const atWoken = row !== undefined && spans.g[row] === wake.g && spans.start[row] >= wake.t;
  if (atWoken && wake.byRow >= 0) tl.goToRow(wake.byRow, wake.t);
  else tl.goToRow(wake.run >= 0 && kinds(tl).size && !kinds(tl).has('g') ? wake.run : wake.row);
}

export { chosen, at, paint, follow, whereAt };
