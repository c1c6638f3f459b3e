// model.js: the trace as the scripts see it: spans in columns, lanes that list them, and
// the tables they refer to. Times are nanoseconds from the window's start.
import * as kinds from '../base/kinds.js';
import * as col from './columns.js';
import * as tasklanes from './tasklanes.js';
import * as parts from './parts.js';

// build makes the model. Its lanes, goroutines, threads, stacks and names are those of the
// whole trace; what is drawn is a part of it (parts.js), initially the overview.
/** @param {PageData} of */
function build({ page, strings, cols }) {
  kinds.learn(page.kinds);
  const gs = {
    id: cols[col.g.id],
    func: cols[col.g.func],
    system: cols[col.g.system],
    parent: cols[col.g.parent],
    created: cols[col.g.created],
  };
  const model = /** @type {Model} */ (
    /** @type {unknown} */ ({
      page,
      strings,
      cols,
      gs,
      duration: Math.max(1, page.duration),
      lanes: { p: lanesOf('p', cols), m: lanesOf('m', cols), g: lanesOf('g', cols), c: lanesOf('c', cols) },
      threads: cols[col.lane.m.key],
      byID: new Map(),
    })
  );
  for (let i = 0; i < gs.id.length; i++) model.byID.set(gs.id[i], i);
  model.laneOfG = new Map(model.lanes.g.map((lane) => [lane.key, lane]));
  const { carried } = page;
  const all = { ...page, from: 0, to: model.duration, complete: carried.lanes === carried.goroutines };
  model.overview = parts.build(model, cols, all);
  parts.show(model, model.overview);
  sortLanes(model);
  tasklanes.build(model);
  return model;
}

/** @param {'p' | 'm' | 'g' | 'c'} kind @param {Columns} cols */
const lanesOf = (kind, cols) =>
  Array.from(cols[kind === 'c' ? col.core.key : col.lane[kind].key] || [], (key) => ({ kind, key }));

// The program's own goroutines come first, the runtime's after them.
/** @param {Model} model */
function sortLanes(model) {
  const { system } = model.gs;
  model.lanes.g.sort((a, b) => system[a.key] - system[b.key] || model.gs.id[a.key] - model.gs.id[b.key]);
}

// gName names a goroutine by its index: "G18".
/** @param {Model} model @param {number} g */
const gName = (model, g) => (g < 0 ? 'no goroutine' : 'G' + model.gs.id[g]);
/** @param {Model} model @param {number} g */
const gFunc = (model, g) => (g < 0 ? '' : model.strings[model.gs.func[g]] || '');

/** @param {Model} model @param {Lane} lane */
function laneName(model, lane) {
  if (lane.kind === 'p') return 'P ' + lane.key;
  if (lane.kind === 'm') return 'M ' + lane.key;
  if (lane.kind === 'c') return 'core ' + lane.key;
  if (lane.kind === 'group') return lane.title;
  if (lane.kind === 't') return lane.name;
  return gName(model, lane.key);
}

// laneID identifies a lane in the page's address: "p3", "g18".
/** @param {Model} model @param {Lane} lane */
const laneID = (model, lane) => lane.kind + (lane.kind === 'g' ? model.gs.id[lane.key] : lane.key);

// stackOf lists the frames of a stack, leaf first.
/** @param {Model} model @param {number} stack */
function stackOf(model, stack) {
  const c = model.cols;
  if (!model.stackStart) {
    model.stackStart = [0];
    for (const n of c[col.stack.len]) model.stackStart.push(model.stackStart.at(-1) + n);
  }
  const frames = [];
  for (let i = model.stackStart[stack] ?? 0; i < (model.stackStart[stack + 1] ?? 0); i++) {
    const f = c[col.stack.frames][i];
    frames.push({
      func: model.strings[c[col.frame.func][f]],
      file: model.strings[c[col.frame.file][f]],
      line: c[col.frame.line][f],
      whose: c[col.frame.whose][f],
    });
  }
  return frames;
}

export { build, gName, gFunc, laneName, laneID, stackOf };
