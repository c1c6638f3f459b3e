// paint.js: turns lanes, bands and counters into ECharts elements.
import * as format from '../base/format.js';
import * as theme from '../base/theme.js';
import { Boxes, charWidth, group, noStroke, plain } from './boxes.js';
import { colourOf } from './colours.js';
import * as details from './details.js';
import * as filter from './filter.js';
import * as groups from './groups.js';
import { yOf, visible } from './layout.js';
import * as shape from './shape.js';
import * as tasks from './tasks.js';
import * as textures from './textures.js';
import * as cores from '../trace/cores.js';
import { cut } from '../trace/lanes.js';
import { gName, gFunc } from '../trace/model.js';
import { RUNNING, WAITING, SYSCALL, states, preempts } from '../trace/states.js';
import { byPixel } from '../trace/steps.js';

// On G lanes, a bar's height shows the state as well as its colour does.
const heightOnG = { running: 1, syscall: 1, runnable: 0.62, waiting: 0.36, unknown: 0.12, dead: 0 };
const minLabel = 26; // pixels

// look is the colour and the relative height, 0 to 1, of a span on a lane.
/** @param {Timeline} tl @param {Lane} lane @param {number} row @param {Uint8Array | null} mask */
function look(tl, lane, row, mask) {
  const { spans, strings } = tl.model;
  const state = states[spans.state[row]];
  const onG = lane.kind === 'g';
  const size = onG ? heightOnG[state] : spans.state[row] === SYSCALL ? 0.55 : 1;
  const g = spans.g[row];
  if (mask?.[row] === 0) return { fill: theme.chrome().dim, size, greyed: true };
  if (g < 0)
    return {
      fill: theme.state(spans.other?.[row] >= 0 && !tl.model.others[spans.other[row]].traced ? 'unknown' : 'idle'),
      size: 1,
    };
  if (onG || tl.colourBy === 'state') {
    return { fill: state === 'waiting' ? theme.wait(strings[spans.reason[row]]) : theme.state(state), size };
  }
  return { fill: colourOf(tl, g), size };
}

// bars fills boxes and labels with the spans of a lane in a band of the canvas.
/**
 * @param {Timeline} tl
 * @param {Lane} lane
 * @param {View & { width: number, end?: number }} view
 * @param {{ y: number, height: number }} band
 * @param {Boxes} boxes
 * @param {any[]} labels
 */
function bars(tl, lane, view, band, boxes, labels) {
  const { spans } = tl.model,
    { mask } = tl;
  cut(
    spans,
    lane,
    view.from,
    view.to,
    view.width,
    (x0, x1, row, share, several, on) => {
      const { fill, size, greyed } = look(tl, lane, row, mask);
      const wide = x1 - x0;
      if (wide > 1) [x0, x1] = [Math.round(x0), Math.round(x1)];
      const w = Math.max(1, x1 - x0 - (wide > 4 ? 1 : 0));
      const full = Math.max(1.5, band.height * size);
      const y = lane.kind === 'g' ? band.y + (band.height - full) / 2 : band.y + band.height - full;
      if (tl.model.onCore && lane.kind !== 'c' && cores.isRunning(tl.model, row))
        hollowBar(boxes, tl, row, view, { fill, x: x0, w, y, full, share, several, on });
      else if (!several && lane.kind === 'g' && spans.state[row] === WAITING && !greyed)
        textures.dashed(boxes, fill, theme.family(tl.model.strings[spans.reason[row]]).dash, x0, y, w, full);
      else if (!several) boxes.add(fill, 1, x0, y, w, full);
      else mergedBar(boxes, tl, lane, row, { greyed, fill, x: x0, w, y, full, band, share, wide });
      if (spans.state[row] === SYSCALL && !several && !greyed) textures.dotted(boxes, fill, x0, y, w, full);
      if (labels && wide >= minLabel && !greyed)
        label(tl, lane, row, Math.max(x0, 0), Math.min(x1, view.width), band, fill, labels);
    },
    mask && filter.hits(lane.rows, mask),
  );
}

// hollowBar draws a running span: filled while its thread was on a core, hollow while it
// was off-CPU. Without room for that, the bar is pale, and filled from below by the share
// of time on a core.
/**
 * @param {Boxes} boxes
 * @param {Timeline} tl
 * @param {number} row
 * @param {View & { width: number, end?: number }} view
 */
function hollowBar(boxes, tl, row, view, b) {
  const { x, w, y, full } = b;
  if (b.several || w < 3) {
    const h = Math.min(full, Math.max(full * b.share * b.on, b.on > 0 ? 1.5 : 0));
    boxes.add(b.fill, b.several ? 0.28 : 0.4, x, y, w, full);
    boxes.add(b.fill, 1, x, y + full - h, w, h);
    return;
  }
  boxes.add(b.fill, 0.16, x, y, w, full);
  for (const edge of [
    [x, y, w, 1],
    [x, y + full - 1, w, 1],
    [x, y, 1, full],
    [x + w - 1, y, 1, full],
  ])
    boxes.add(b.fill, 0.75, ...edge);
  cores.parts(tl.model, row, view, (x0, x1, share) => {
    x0 = Math.max(x0, x);
    x1 = Math.min(x1, x + w);
    if (x1 > x0) boxes.add(b.fill, 1, x0, y + full * (1 - share), Math.max(x1 - x0, 0.5), full * share);
  });
}

// mergedBar draws a merged span: pale, and filled from below by the share of busy time.
/** @param {Boxes} boxes @param {Timeline} tl @param {Lane} lane @param {number} row */
function mergedBar(boxes, tl, lane, row, b) {
  if (lane.kind === 'g' && tl.model.spans.state[row] !== RUNNING) {
    boxes.add(b.fill, b.wide > 1 ? 0.5 : 1, b.x, b.y, b.w, b.full);
    if (b.share > 0 && b.wide <= 1) {
      const h = Math.max(2, b.share * b.band.height);
      boxes.add(b.greyed ? b.fill : theme.state('running'), 1, b.x, b.band.y + b.band.height - h, b.w, h);
    }
    return;
  }
  // At least a quarter, or a short span alone in its pixel would be invisible.
  const h = b.full * (0.25 + 0.75 * Math.min(1, Math.max(0, b.share)));
  boxes.add(b.fill, 0.35, b.x, b.y, b.w, b.full - h);
  boxes.add(b.fill, 1, b.x, b.y + b.full - h, b.w, h);
}

// label writes who ran (on a P or M lane) or why it waited (on a G lane), where it fits.
/**
 * @param {Timeline} tl
 * @param {Lane} lane
 * @param {number} row
 * @param {{ y: number, height: number }} band
 * @param {string} fill
 * @param {any[]} labels
 */
function label(tl, lane, row, x0, x1, band, fill, labels) {
  if (band.height < 11 || labels.length >= tl.labelBudget) return;
  const { model } = tl;
  const room = Math.floor((x1 - x0 - 10) / charWidth);
  const state = model.spans.state[row];
  let text, style;
  if (model.spans.n[row] > 1) {
    text = ['merged: ' + format.plural(model.spans.n[row], 'span'), 'merged'].find((t) => t.length <= room);
    style = { backgroundColor: 'transparent', padding: 0 };
    outline(style);
  } else if (lane.kind === 'c') {
    const names = details.onLane(model, row);
    text = names.find((n) => n.length <= room) || '';
    style = { fill: theme.ink(fill), backgroundColor: 'transparent', padding: 0 };
  } else if (lane.kind !== 'g') {
    const name = gName(model, model.spans.g[row]);
    const func = format.shortFunc(gFunc(model, model.spans.g[row])).replace(/^main\./, '');
    text = func && name.length + 1 + func.length <= room ? name + ' ' + func : name.length <= room ? name : '';
    if (state === SYSCALL && text && text.length + 8 <= room) text += ' syscall';
    style = {
      fill: state === SYSCALL ? theme.chrome().text : theme.ink(fill),
      backgroundColor: 'transparent',
      padding: 0,
    };
  } else {
    const reason = model.strings[model.spans.reason[row]];
    text = state === WAITING ? reason : state === RUNNING ? 'P ' + model.spans.p[row] : states[state];
    if (text.length + 2 > room || (state === WAITING && room < 12)) return;
    style =
      state === RUNNING || state === SYSCALL
        ? { fill: theme.ink(fill), backgroundColor: 'transparent', padding: 0 }
        : { fill: theme.chrome().muted, backgroundColor: theme.chrome().panel, padding: [0, 3] };
  }
  if (!text) return;
  if (model.onCore && lane.kind !== 'c' && state === RUNNING) outline(style);
  labels.push({
    ...plain,
    type: 'text',
    z2: 2,
    x: x0 + 5,
    y: band.y + band.height / 2 + 0.5,
    style: { ...style, text, font: (band.height < 16 ? 10 : 11.5) + 'px ' + tl.font, verticalAlign: 'middle' },
  });
}

// outline keeps text readable where a bar is hollow as well as where it is filled.
function outline(style) {
  style.fill = theme.chrome().text;
  style.stroke = theme.chrome().panel;
  style.lineWidth = 3;
}

// marksOf draws the lane's preemption marks; overlapping marks of one kind are drawn once.
/**
 * @param {Timeline} tl
 * @param {Lane} lane
 * @param {View & { width: number, end?: number }} view
 * @param {number} y
 */
function marksOf(tl, lane, view, y, size) {
  const { marks } = tl.model;
  const byKind = new Map();
  const per = (view.to - view.from) / view.width;
  const last = new Map();
  let lo = 0,
    hi = lane.marks.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (marks.time[lane.marks[mid]] < view.from) lo = mid + 1;
    else hi = mid;
  }
  for (; lo < lane.marks.length; lo++) {
    const i = lane.marks[lo];
    if (marks.time[i] > view.to) break;
    const x = (marks.time[i] - view.from) / per;
    const kind = preempts[marks.kind[i]];
    if (x - (last.get(kind) ?? -9) < 2) continue;
    last.set(kind, x);
    const greyed = tl.found && !tl.filter.hasMark(marks, i);
    const key = kind + (greyed ? '-' : '');
    if (!byKind.has(key)) byKind.set(key, { kind, greyed, xs: [] });
    byKind.get(key).xs.push(x);
  }
  return [...byKind.values()].map(({ kind, greyed, xs }) => {
    const colour = greyed ? theme.chrome().dim : theme.mark(kind);
    const style = shape.solid.has(kind)
      ? { ...noStroke, fill: colour }
      : { opacity: 1, fill: kind === 'unknown' ? 'none' : theme.chrome().panel, stroke: colour, lineWidth: 1.4 };
    return { ...plain, type: 'schedvizMarks', z2: 4, shape: { kind, xs, y, size }, style };
  });
}

// outlines outlines the selected span, and underlines the other spans of its goroutine.
/**
 * @param {Timeline} tl
 * @param {Lane} lane
 * @param {View & { width: number, end?: number }} view
 * @param {{ y: number, height: number }} band
 */
function outlines(tl, lane, view, band) {
  const { spans } = tl.model;
  const chosen = tl.selected;
  if (!chosen) return [];
  const out = [],
    under = [];
  const x = (t) => ((t - view.from) / (view.to - view.from)) * view.width;
  if (lane.kind !== 'g') {
    cut(spans, lane, view.from, view.to, view.width, (x0, x1, row) => {
      if (spans.g[row] === chosen.g) under.push(x0, band.y + band.height + 1, Math.max(1, x1 - x0 - 1), 2);
    });
    out.push({
      ...plain,
      type: 'schedvizRects',
      z2: 3,
      shape: { rects: under },
      style: { ...noStroke, fill: theme.chrome().text },
    });
  }
  if (lane === chosen.lane && spans.end[chosen.row] > view.from && spans.start[chosen.row] < view.to) {
    const x0 = Math.max(x(spans.start[chosen.row]), -4),
      x1 = Math.min(x(spans.end[chosen.row]), view.width + 4);
    out.push({
      ...plain,
      type: 'rect',
      z2: 5,
      shape: { x: x0 - 1, y: band.y - 1, width: Math.max(2, x1 - x0) + 1, height: band.height + 2 },
      style: { opacity: 1, fill: 'none', stroke: theme.chrome().text, lineWidth: 2 },
    });
  }
  return out;
}

// underlines draws a goroutine's regions, logs and own GC work below its bar.
/**
 * @param {Lane} lane
 * @param {View & { width: number, end?: number }} view
 * @param {number} y
 * @param {Boxes} boxes
 */
function underlines(lane, view, y, boxes) {
  const x = (t) => ((t - view.from) / (view.to - view.from)) * view.width;
  const c = theme.chrome();
  for (const u of lane.under) {
    if (u.end < view.from || u.start > view.to) continue;
    const x0 = Math.max(x(u.start), 0),
      x1 = Math.min(x(u.end), view.width);
    const fill = u.kind === 'range' ? c.gc : u.kind === 'region' ? c.accent : c.text;
    boxes.add(fill, 1, x0, u.kind === 'log' ? y - 3 : y, Math.max(1.5, x1 - x0 - 1), u.kind === 'log' ? 5 : 2);
  }
}

// lanes and pinned draw the lane whose index in the layout is the item's value. When it is
// resized, ECharts redraws old items, whose lane may be gone.
/** @param {Timeline} tl */
const lanes = (tl, params, api) => lane(tl, params, tl.layout.lanes[api.value(0)]);
/** @param {Timeline} tl */
const pinned = (tl, params, api) => lane(tl, params, tl.layout.pinned[api.value(0)]);

/** @param {Timeline} tl @param {any} placed */
function lane(tl, params, placed) {
  if (!placed) return group([]);
  const { lane, height, head } = placed;
  const area = params.coordSys,
    view = { from: tl.view.from, to: tl.view.to, width: area.width, end: tl.model.duration };
  const top = yOf(tl, placed);
  if (lane.kind === 'group') return group(course(lane, view, { y: top + head, height: height - head - 4 }));
  if (lane.kind === 't') return group(tasks.paint(tl, lane, view, top));
  const band = { y: top + head, height: height - head - 5 };
  const boxes = new Boxes(),
    labels = [];
  bars(tl, lane, view, band, boxes, labels);
  underlines(lane, view, band.y + band.height + 1, boxes);
  const marks = marksOf(tl, lane, view, top + head - (lane.kind === 'g' ? 6.5 : 10), lane.kind === 'g' ? 6 : 8.5);
  return group([...boxes.elements(), ...outlines(tl, lane, view, band), ...labels, ...marks]);
}

// course draws how many of a group's lanes were busy over time, if the group is folded;
// otherwise its lanes show that themselves.
function course(g, view, band) {
  if (!g.folded) return [];
  const boxes = new Boxes();
  boxes.add(theme.chrome().track, 1, 0, band.y, view.width, band.height);
  const { courses, max } = groups.courses(g);
  for (const { name, f } of courses) steps(boxes, theme.state(name), f, view, band, max);
  return boxes.elements();
}

// steps draws a level over time: the mean per pixel solid, the maximum pale behind it.
/**
 * @param {Boxes} boxes
 * @param {string} fill
 * @param {Steps} f
 * @param {View & { width: number, end?: number }} view
 * @param {{ y: number, height: number }} band
 * @param {number} most
 */
function steps(boxes, fill, f, view, band, most) {
  const width = Math.max(1, Math.round(view.width));
  const { mean, max } = byPixel(f, view.from, view.to, width);
  const scale = band.height / Math.max(1, most),
    bottom = band.y + band.height;
  // The axis may be longer than the trace: nothing is known after the trace's end.
  const known = Math.min(width, Math.ceil(((view.end - view.from) / (view.to - view.from)) * width));
  for (const [values, opacity] of [
    [max, 0.35],
    [mean, 0.85],
  ]) {
    for (let x = 0, end; x < known; x = end) {
      for (end = x + 1; end < known && values[end] === values[x];) end++;
      if (values[x] > 0) boxes.add(fill, opacity, x, bottom - values[x] * scale, end - x, values[x] * scale);
    }
  }
}

// tracks draws the background of each lane, behind the bands, which thus show in the gaps
// between bars.
/** @param {Timeline} tl @param {Boxes} boxes */
function tracks(tl, area, boxes) {
  const { layout } = tl,
    bottom = area.y + area.height;
  for (const item of [...layout.pinned, ...visible(tl).map((i) => layout.lanes[i])]) {
    if (!'pmc'.includes(item.lane.kind)) continue;
    const y = yOf(tl, item) + item.head,
      from = Math.max(y, item.pinned ? area.y : layout.top),
      to = Math.min(y + item.height - item.head - 5, item.pinned ? bottom : layout.top + layout.viewport);
    if (to > from) boxes.add(theme.chrome().track, 1, 0, from, area.width, to - from);
  }
}

const STRIPE = 3,
  STRIPE_PITCH = 7;

// stripes fills a time range about which nothing is known.
/**
 * @param {Boxes} boxes
 * @param {string} fill
 * @param {number} x
 * @param {number} y
 * @param {number} w
 * @param {number} h
 */
function stripes(boxes, fill, x, y, w, h) {
  boxes.add(fill, 0.35, x, y, w, h);
  for (let at = x; at < x + w; at += STRIPE_PITCH) boxes.add(fill, 0.8, at, y, Math.min(STRIPE, x + w - at), h);
}

// bands draws GC phases, stop-the-world pauses, gaps in the trace and the selected time
// behind the bars.
/** @param {Timeline} tl */
function bands(tl, params) {
  const c = theme.chrome(),
    area = params.coordSys;
  const { from, to } = tl.view;
  const x = (t) => ((t - from) / (to - from)) * area.width;
  const boxes = new Boxes();
  tracks(tl, area, boxes);
  let lastSTW = -1;
  for (const b of tl.model.bands) {
    if (b.end < from || b.start > to) continue;
    const x0 = Math.max(0, x(b.start)),
      w = Math.max(1.5, Math.min(area.width, x(b.end)) - x0);
    if (b.gap) {
      stripes(boxes, c.dim, x0, area.y, w, area.height);
      continue;
    }
    if (b.stw && Math.floor(x0) === lastSTW && w <= 1.5) continue;
    if (b.stw) lastSTW = Math.floor(x0);
    const pale = b.n > 1 ? Math.max(0.15, b.busy / (b.end - b.start)) : 1; // several merged: by their share of the time
    boxes.add(b.stw ? c.stw : c.gc, (b.stw ? 1 : 0.7) * pale, x0, area.y - 9, w, b.stw ? 7 : 4);
    boxes.add(b.stw ? c.stw : c.gc, (b.stw ? 0.22 : 0.07) * pale, x0, area.y, w, area.height);
  }
  if (tl.here !== null) boxes.add(c.accent, 1, x(tl.here) - 0.75, area.y - 24, 1.5, area.height + 24 + tl.layout.below);
  if (tl.range) {
    const x0 = x(tl.range.from),
      x1 = x(tl.range.to);
    boxes.add(c.accent, tl.range.lanes ? 0.05 : 0.13, x0, area.y - 24, x1 - x0, area.height + 24 + tl.layout.below);
    for (const edge of [x0, x1])
      boxes.add(c.accent, 0.9, edge - 0.5, area.y - 24, 1, area.height + 24 + tl.layout.below);
    if (tl.range.lanes) rangeLanes(tl, area, x0, x1, boxes);
  }
  return group(boxes.elements());
}

// rangeLanes marks the lanes that a selected time range is limited to.
/** @param {Timeline} tl @param {Boxes} boxes */
function rangeLanes(tl, area, x0, x1, boxes) {
  const lanes = new Set(tl.range.lanes),
    c = theme.chrome();
  for (const item of tl.layout.lanes) {
    if (!lanes.has(item.lane)) continue;
    const y = yOf(tl, item);
    const top = Math.max(tl.layout.top, y),
      bottom = Math.min(area.y + area.height, y + item.height);
    if (bottom > top) boxes.add(c.accent, 0.2, x0, top, x1 - x0, bottom - top);
  }
}

// counters draws the counters, one below the other: runnable, running and others.
/** @param {Timeline} tl */
function counters(tl, params) {
  const area = params.coordSys,
    view = { ...tl.view, width: area.width, end: tl.model.duration };
  const boxes = new Boxes();
  for (const row of tl.layout.counters) {
    const band = { y: area.y + row.y, height: row.height };
    boxes.add(theme.chrome().track, 1, 0, band.y, area.width, band.height);
    steps(boxes, theme.state(row.name), tl.counts[row.name], view, band, Math.max(row.max, row.scale));
  }
  return group(boxes.elements());
}

// minimap draws the whole trace, one row per P, whatever part the lanes show.
/** @param {Timeline} tl */
function minimap(tl, params, api) {
  const area = params.coordSys,
    { model } = tl,
    { overview } = model;
  const all = /** @type {Timeline} */ (
    /** @type {unknown} */ ({
      mask: tl.found && tl.filter.maskOf(overview),
      colourBy: tl.colourBy,
      extent: tl.extent,
      model: { ...model, ...overview, lanes: model.lanes },
    })
  );
  const {
      lanes: { p: lanes },
    } = model,
    pitch = area.height / Math.max(1, lanes.length);
  const boxes = new Boxes();
  const gap = pitch >= 4 ? 1 : 0;
  const i = api.value(0);
  bars(
    all,
    { ...lanes[i], ...overview.lanes.get(lanes[i]) },
    { from: 0, to: tl.extent, width: area.width },
    { y: area.y + i * pitch, height: Math.max(1, pitch - gap) },
    boxes,
    null,
  );
  return group(boxes.elements());
}

export { lanes, pinned, bands, counters, minimap };
