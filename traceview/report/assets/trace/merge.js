// merge.js: merges a window's columns into the model. A window has tables of its own: their
// entries are looked up in the model's tables, or added to them, and the columns are changed
// to refer to those.
import * as kinds from '../base/kinds.js';
import * as col from './columns.js';

const columns = {
  string: [
    col.span.reason,
    col.range.name,
    col.region.type,
    col.log.category,
    col.log.message,
    col.other.name,
    col.group.func,
  ],
  g: [col.span.g, col.span.waker, col.mark.g, col.range.g, col.lane.g.key],
  m: [col.span.m, col.mark.m, col.core.m],
  stack: [col.span.stack, col.mark.stack],
};

// merge returns the window's columns with the model's indices.
/** @param {Model} model @param {PageData} of */
function merge(model, { page, strings, cols }) {
  kinds.learn(page.kinds);
  const places = { string: addStrings(model, strings) };
  places.g = addGoroutines(model, cols, places.string);
  places.m = addThreads(model, cols[col.lane.m.key]);
  places.stack = addStacks(model, cols, places.string);
  const out = { ...cols };
  for (const [kind, names] of Object.entries(columns)) {
    for (const name of names)
      if (cols[name]) out[name] = Int32Array.from(cols[name], (i) => (i < 0 ? -1 : places[kind][i]));
  }
  return out;
}

// grow returns a typed array with values appended.
function grow(array, values) {
  if (!values.length) return array;
  const out = new array.constructor(array.length + values.length);
  out.set(array);
  out.set(values, array.length);
  return out;
}

/** @param {Model} model @param {string[]} strings */
function addStrings(model, strings) {
  const at = (model.stringAt ??= new Map(model.strings.map((s, i) => [s, i])));
  return strings.map((s) => {
    if (!at.has(s)) at.set(s, model.strings.push(s) - 1);
    return at.get(s);
  });
}

// addGoroutines also adds a lane for those that have one only in the window.
/** @param {Model} model @param {Columns} cols @param {number[]} string */
function addGoroutines(model, cols, string) {
  const { gs, byID } = model,
    added = { id: [], func: [], system: [], parent: [], created: [] };
  const places = Array.from(cols[col.g.id], (id, i) => {
    if (!byID.has(id)) {
      byID.set(id, gs.id.length + added.id.length);
      for (const name of Object.keys(added))
        added[name].push(name === 'func' ? string[cols[col.g.func][i]] : cols[col.g[name]][i]);
    }
    return byID.get(id);
  });
  for (const name of Object.keys(added)) gs[name] = grow(gs[name], added[name]);
  for (const i of cols[col.lane.g.key]) {
    const key = places[i];
    if (model.laneOfG.has(key)) continue;
    const lane = laneOf('g', key);
    model.laneOfG.set(key, lane);
    model.lanes.g.push(lane);
  }
  return places;
}

// laneOf is an empty lane.
/** @param {'g' | 'm'} kind @param {number} key @returns {SpanLane} */
const laneOf = (kind, key) => ({ kind, key, rows: new Int32Array(0), marks: [], under: [] });

/** @param {Model} model @param {Float64Array} ids */
function addThreads(model, ids) {
  const at = new Map(Array.from(model.threads, (id, i) => [id, i])),
    added = [];
  const places = Array.from(ids, (id) => {
    if (!at.has(id)) {
      at.set(id, model.threads.length + added.length);
      added.push(id);
      model.lanes.m.push(laneOf('m', id));
    }
    return at.get(id);
  });
  model.threads = grow(model.threads, added);
  return places;
}

// addStacks treats equal frames, and equal stacks, as the same.
/** @param {Model} model @param {Columns} cols @param {number[]} string */
function addStacks(model, cols, string) {
  const frameAt = (model.frameAt ??= frames(model.cols)),
    stackAt = (model.stackAt ??= stacks(model));
  const added = { func: [], file: [], line: [], whose: [] };
  const known = model.cols[col.frame.line].length;
  const frame = Array.from(cols[col.frame.line], (line, i) => {
    const f = {
      func: string[cols[col.frame.func][i]],
      file: string[cols[col.frame.file][i]],
      line,
      whose: cols[col.frame.whose][i],
    };
    const key = frameKey(f);
    if (!frameAt.has(key)) {
      frameAt.set(key, known + added.line.length);
      for (const name of Object.keys(added)) added[name].push(f[name]);
    }
    return frameAt.get(key);
  });
  const lengths = [],
    flat = [];
  let at = 0;
  const places = Array.from(cols[col.stack.len], (n) => {
    const own = Array.from(cols[col.stack.frames].subarray(at, at + n), (i) => frame[i]);
    at += n;
    const key = own.join();
    if (!stackAt.has(key)) {
      stackAt.set(key, model.cols[col.stack.len].length + lengths.length);
      lengths.push(n);
      flat.push(...own);
    }
    return stackAt.get(key);
  });
  for (const name of Object.keys(added)) model.cols[col.frame[name]] = grow(model.cols[col.frame[name]], added[name]);
  model.cols[col.stack.len] = grow(model.cols[col.stack.len], lengths);
  model.cols[col.stack.frames] = grow(model.cols[col.stack.frames], flat);
  if (lengths.length) model.stackStart = null; // stackOf recomputes it
  return places;
}

/** @param {{ func: number, file: number, line: number }} of */
const frameKey = ({ func, file, line }) => `${func} ${file} ${line}`;

/** @param {Columns} cols */
function frames(cols) {
  return new Map(
    Array.from(cols[col.frame.line], (line, i) => [
      frameKey({ func: cols[col.frame.func][i], file: cols[col.frame.file][i], line }),
      i,
    ]),
  );
}

function stacks({ cols }) {
  let at = 0;
  return new Map(Array.from(cols[col.stack.len], (n, i) => [cols[col.stack.frames].subarray(at, (at += n)).join(), i]));
}

export { merge };
