// annotations.js: the program's own annotations: tasks, regions and logs.
import * as col from '../trace/columns.js';
import { byId, link } from '../base/dom.js';
import * as format from '../base/format.js';
import { VirtualTable, List, shareBar } from '../base/table.js';
import * as theme from '../base/theme.js';
import { fill, more } from './fill.js';
import { goTo } from './links.js';

let tables = []; // drawn last

/** @param {Model} model */
function draw(model) {
  const { cols: c, strings, page, duration } = model;
  for (const t of tables) t.dispose();
  tables = [];
  const n = { task: c[col.task.type].length, region: c[col.region.type].length, log: c[col.log.time].length };
  byId('annotations').hidden = n.task + n.region + n.log + page.taskTypes.length + page.regionTypes.length === 0;
  types(model, 'task-types', page.taskTypes, 'task');
  types(model, 'region-types', page.regionTypes, 'region');
  const at = (t) => (t < 0 ? 'before' : format.moment(t, 1000));
  const length = (kind) => (i) =>
    (c[col[kind].end][i] < 0 ? duration : c[col[kind].end][i]) - Math.max(0, c[col[kind].start][i]);
  const took = (kind) => (i) => format.duration(length(kind)(i)) + (c[col[kind].open][i] ? ' (open)' : '');
  const span = (kind, i) => ({
    from: Math.max(0, c[col[kind].start][i]),
    to: c[col[kind].end][i] < 0 ? duration : c[col[kind].end][i],
  });
  const gs = (id) => (id < 0 ? [] : [id]);
  const make = (kind, columns, click) => {
    byId(kind + 's').hidden = n[kind] === 0;
    if (n[kind] === 0) return;
    byId(kind + '-box').style.height = Math.min(280, 32 + n[kind] * 27) + 'px';
    tables.push(new VirtualTable(byId(kind + '-box'), columns, n[kind], click));
    more('more-' + kind + 's', n[kind], page.carried[kind + 's'], kind + 's');
  };
  const name = (key) => ({ value: (i) => strings[c[key][i]], text: (i) => strings[c[key][i]] });
  const start = (key) => ({
    title: 'at',
    num: true,
    width: '130px',
    value: (i) => c[key][i],
    text: (i) => at(c[key][i]),
  });
  const id = (title, key) => ({
    title,
    num: true,
    width: '80px',
    value: (i) => c[key][i],
    text: (i) => (c[key][i] > 0 ? String(c[key][i]) : ''),
  });
  make(
    'task',
    [
      id('task', col.task.id),
      { title: 'type', width: '320px', ...name(col.task.type) },
      id('parent', col.task.parent),
      start(col.task.start),
      { title: 'took', num: true, width: '130px', value: length('task'), text: took('task') },
    ],
    (i) => goTo(span('task', i)),
  );
  make(
    'region',
    [
      { title: 'region', width: '320px', ...name(col.region.type) },
      id('G', col.region.g),
      id('task', col.region.task),
      start(col.region.start),
      { title: 'took', num: true, width: '130px', value: length('region'), text: took('region') },
    ],
    (i) => goTo({ ...span('region', i), gs: gs(c[col.region.g][i]) }),
  );
  make(
    'log',
    [
      start(col.log.time),
      id('G', col.log.g),
      { title: 'category', width: '160px', ...name(col.log.category) },
      { title: 'message', width: '420px', ...name(col.log.message) },
    ],
    (i) => goTo({ from: c[col.log.time][i] - 1000, to: c[col.log.time][i] + 1000, gs: gs(c[col.log.g][i]) }),
  );
}

// longest is the location of the longest task or region of a type on the page.
/** @param {Model} model */
function longest({ cols: c, strings, duration }, kind, type) {
  const ends = c[col[kind].end],
    typesOf = c[col[kind].type];
  const from = (i) => Math.max(0, c[col[kind].start][i]),
    to = (i) => (ends[i] < 0 ? duration : ends[i]);
  let best = -1;
  for (let i = 0; i < typesOf.length; i++) {
    if (strings[typesOf[i]] === type && (best < 0 || to(i) - from(i) > to(best) - from(best))) best = i;
  }
  if (best < 0) return null;
  return {
    from: from(best),
    to: to(best),
    gs: kind === 'region' && c[col.region.g][best] > 0 ? [c[col.region.g][best]] : [],
  };
}

// types adds up tasks or regions by their type: how long each took.
/** @param {Model} model */
function types(model, id, rows, noun) {
  const most = Math.max(...rows.map((r) => r.total_ns), 1);
  const ns = (title, key) => ({
    title,
    num: true,
    unit: 'ns',
    value: (r) => r[key],
    text: (r) => format.duration(r[key]),
  });
  byId(id).hidden = rows.length === 0;
  fill(
    id + '-table',
    rows.length,
    () =>
      new List(
        [
          { title: noun, value: (r) => r.type, text: (r) => r.type || '(no type)' },
          { title: 'ended', num: true, value: (r) => r.count, text: (r) => format.count(r.count) },
          {
            title: 'open',
            num: true,
            hint: 'still open at the end of the trace',
            value: (r) => r.open,
            text: (r) => (r.open ? format.count(r.open) : ''),
          },
          {
            title: 'total',
            num: true,
            unit: 'ns',
            value: (r) => r.total_ns,
            text: (r) => shareBar(format.duration(r.total_ns), r.total_ns / most, theme.chrome().accent),
          },
          ns('p50', 'p50_ns'),
          ns('p99', 'p99_ns'),
          ns('max', 'max_ns'),
          {
            title: '',
            text: (r) => {
              const location = longest(model, noun, r.type);
              return location ? link('show the longest', () => goTo(location)) : '';
            },
          },
        ],
        rows,
        { what: noun + 's' },
      ).node,
  );
}

export { draw };
