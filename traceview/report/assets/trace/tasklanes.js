// tasklanes.js: the lanes of tasks and regions, one for each type, and the logs of each
// task; the timeline draws them in tasks.js.
import * as col from './columns.js';

const mostLevels = 64; // anything deeper is drawn on top of each other
const mostTypes = 200; // that get a lane of their own

// build makes the lanes. Each has boxes, by their start: {what, id, name, start, end,
// open, level, g, task}; times are clipped to the trace.
/** @param {Model} model */
function build(model) {
  const { cols: c, strings, duration } = model,
    byType = new Map();
  const add = (what, i, more) => {
    const name = strings[c[col[what].type][i]] || '(no type)',
      end = c[col[what].end][i];
    let key = what + '/' + name,
      title = name;
    if (!byType.has(key) && byType.size >= mostTypes) [key, title] = [what + '/', `other ${what}s`];
    if (!byType.has(key))
      byType.set(key, {
        kind: 't',
        what,
        key,
        name: title,
        boxes: [],
        levels: 1,
        rows: new Int32Array(0),
        marks: [],
        under: [],
      });
    byType.get(key).boxes.push({
      what,
      name,
      start: Math.max(0, c[col[what].start][i]),
      end: end < 0 ? duration : end,
      open: !!c[col[what].open][i],
      ...more,
    });
  };
  for (let i = 0; i < c[col.task.type].length; i++)
    add('task', i, { id: c[col.task.id][i], parent: c[col.task.parent][i], g: -1, task: c[col.task.id][i] });
  for (let i = 0; i < c[col.region.type].length; i++)
    add('region', i, { g: model.byID.get(c[col.region.g][i]) ?? -1, task: c[col.region.task][i] });
  const lanes = [...byType.values()].sort((a, b) => b.what.localeCompare(a.what) || a.name.localeCompare(b.name));
  for (const lane of lanes) stack(lane);
  model.lanes.t = lanes;
  model.logs = logs(model);
}

// stack puts overlapping boxes on different levels.
/** @param {TaskLane} lane */
function stack(lane) {
  lane.boxes.sort((a, b) => a.start - b.start || b.end - a.end);
  const ends = [];
  for (const box of lane.boxes) {
    let level = ends.findIndex((end) => end <= box.start);
    if (level < 0) level = Math.min(ends.length, mostLevels - 1);
    ends[level] = Math.max(ends[level] ?? 0, box.end);
    box.level = level;
  }
  lane.levels = Math.max(1, ends.length);
}

// logs lists the log messages of each task, by the task's ID.
/** @param {Model} model */
function logs({ cols: c, strings }) {
  const byTask = new Map();
  for (let i = 0; i < c[col.log.time].length; i++) {
    const text = [strings[c[col.log.category][i]], strings[c[col.log.message][i]]].filter(Boolean).join(': ');
    const id = c[col.log.task][i];
    if (!byTask.has(id)) byTask.set(id, []);
    byTask.get(id).push({ time: c[col.log.time][i], text, g: c[col.log.g][i] });
  }
  return byTask;
}

export { build };
