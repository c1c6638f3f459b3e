// parts.js: what is drawn of a trace: the overview of all of it, or a finer part instead.
// A part has the spans, marks and so on of its time range, and for each lane the list of
// those on it. Lanes, goroutines, threads, stacks and strings belong to the model and are
// common to all parts; times are from the trace's start.
import * as col from './columns.js';
import * as cores from './cores.js';
import { fromSeries } from './steps.js';

const EMPTY = { rows: new Int32Array(0), marks: [], under: [] };

// build makes a part from columns that refer to the model's tables.
/**
 * @param {Model} model
 * @param {Columns} cols
 * @param {PartHeader} of
 */
function build(model, cols, { from, to, resolution, resolutions, complete, groupStep }) {
  const part = /** @type {Part} */ ({
    from,
    to,
    resolution,
    resolutions,
    complete,
    spans: spansOf(cols),
    lanes: new Map(),
    groups: groupsOf(model, cols, from, groupStep),
    onCore: null,
    others: [],
  });
  const { p, m } = model.lanes;
  const byKey = { p: new Map(p.map((l) => [l.key, l])), m: new Map(m.map((l) => [l.key, l])), g: model.laneOfG };
  for (const kind of /** @type {const} */ (['p', 'm', 'g'])) cutRows(part, kind, byKey[kind], cols);
  addMarks(part, model, byKey.p, cols);
  addAnnotations(part, model, cols);
  cores.build(model, part, cols);
  return part;
}

// show puts a part into the model and its lanes.
/** @param {Model} model @param {Part} part */
function show(model, part) {
  const { spans, marks, bands, onCore, others } = part;
  Object.assign(model, { part, spans, marks, bands, onCore, others });
  for (const lanes of Object.values(model.lanes)) {
    for (const lane of lanes) Object.assign(lane, part.lanes.get(lane) || EMPTY);
  }
}

/** @param {Columns} cols */
function spansOf(cols) {
  const start = cols[col.span.start],
    dur = cols[col.span.dur];
  return {
    start,
    dur,
    end: start.map((t, i) => t + dur[i]),
    g: cols[col.span.g],
    m: cols[col.span.m],
    p: cols[col.span.p],
    stack: cols[col.span.stack],
    waker: cols[col.span.waker],
    n: cols[col.span.n],
    reason: cols[col.span.reason],
    state: cols[col.span.state],
    preempt: cols[col.span.preempt],
    idle: cols[col.span.idle],
    oncore: cols[col.span.oncore] || new Int32Array(start.length).fill(-1),
  };
}

// groupsOf lists, by start function, groups of goroutines that do not all have a lane: how
// many there are, and how many were running and runnable on average in each time step.
/** @param {Model} model @param {Columns} cols @param {number} from @param {number} step */
function groupsOf(model, cols, from, step) {
  const n = cols[col.group.func]?.length ?? 0,
    steps = n && cols[col.group.running].length / n;
  return Array.from({ length: n }, (_, i) => {
    const course = (name, column) => ({
      name,
      f: fromSeries(
        { start: from, step },
        cols[column].subarray(i * steps, (i + 1) * steps).map((v) => v / 100),
      ),
    });
    return {
      func: model.strings[cols[col.group.func][i]],
      others: !!cols[col.group.others][i],
      goroutines: cols[col.group.goroutines][i],
      lanes: cols[col.group.lanes][i],
      step,
      courses: [course('running', col.group.running), course('runnable', col.group.runnable)],
    };
  });
}

// cutRows splits the flat list of span rows by lane.
/**
 * @param {Part} part
 * @param {'p' | 'm' | 'g'} kind
 * @param {Map<number, SpanLane>} byKey
 * @param {Columns} cols
 */
function cutRows(part, kind, byKey, cols) {
  const keys = cols[col.lane[kind].key],
    counts = cols[col.lane[kind].count],
    rows = cols[col.lane[kind].rows];
  for (let i = 0, at = 0; i < keys.length; at += counts[i++]) {
    part.lanes.set(byKey.get(keys[i]), { rows: rows.subarray(at, at + counts[i]), marks: [], under: [] });
  }
}

// addMarks adds each mark to its P, M and G lanes; marks are sorted by time already.
/** @param {Part} part @param {Model} model @param {Map<number, SpanLane>} ps @param {Columns} c */
function addMarks(part, model, ps, c) {
  const marks = {
    time: c[col.mark.time],
    g: c[col.mark.g],
    m: c[col.mark.m],
    p: c[col.mark.p],
    stack: c[col.mark.stack],
    n: c[col.mark.n],
    kind: c[col.mark.kind],
  };
  part.marks = marks;
  for (let i = 0; i < marks.time.length; i++) {
    for (const lane of [ps.get(marks.p[i]), model.lanes.m[marks.m[i]], model.laneOfG.get(marks.g[i])])
      part.lanes.get(lane)?.marks.push(i);
  }
}

// addAnnotations splits ranges into global ones (bands across the timeline) and those of
// one goroutine, and adds the latter, regions and logs to the goroutine's lane.
/** @param {Part} part @param {Model} model @param {Columns} c */
function addAnnotations(part, model, c) {
  const text = model.strings;
  const ofG = (g) => part.lanes.get(model.laneOfG.get(g))?.under;
  part.bands = [];
  for (let i = 0; i < c[col.range.name].length; i++) {
    const r = /** @type {Band} */ ({
      name: text[c[col.range.name][i]],
      start: c[col.range.start][i],
      end: c[col.range.start][i] + c[col.range.dur][i],
      g: c[col.range.g][i],
      p: c[col.range.p][i],
      n: c[col.range.n][i],
    });
    r.busy = r.n > 1 ? c[col.range.busy][i] : r.end - r.start;
    r.stw = r.name.startsWith('stop-the-world');
    r.gap = r.name === 'missing from the trace';
    if (r.stw || (r.g < 0 && r.p < 0)) part.bands.push(r);
    else ofG(r.g)?.push({ ...r, kind: 'range' });
  }
  for (let i = 0; i < c[col.region.type].length; i++) {
    const end = c[col.region.end][i];
    ofG(model.byID.get(c[col.region.g][i]))?.push({
      kind: 'region',
      name: text[c[col.region.type][i]],
      start: Math.max(0, c[col.region.start][i]),
      end: end < 0 ? model.duration : end,
    });
  }
  for (let i = 0; i < c[col.log.time].length; i++) {
    const t = c[col.log.time][i];
    const name = [text[c[col.log.category][i]], text[c[col.log.message][i]]].filter(Boolean).join(': ');
    ofG(model.byID.get(c[col.log.g][i]))?.push({ kind: 'log', name, start: t, end: t });
  }
}

export { build, show };
