// annotations.js: what the program itself told the trace: tasks, regions and logs.
(function (sv) {
  'use strict';
  const { byId, link } = sv.dom;
  const { theme, format } = sv;
  const { VirtualTable, List, shareBar } = sv.table;
  const { fill, more, goTo } = sv.sections;

  let tables = []; // of the last drawing

  function draw(model) {
    const { cols: c, strings, page, duration } = model;
    for (const t of tables) t.dispose();
    tables = [];
    const n = { task: c['task.type'].length, region: c['region.type'].length, log: c['log.time'].length };
    byId('annotations').hidden = n.task + n.region + n.log + page.taskTypes.length + page.regionTypes.length === 0;
    types(model, 'task-types', page.taskTypes, 'task');
    types(model, 'region-types', page.regionTypes, 'region');
    const at = (t) => (t < 0 ? 'before' : format.moment(t, 1000));
    const length = (kind) => (i) => (c[kind + '.end'][i] < 0 ? duration : c[kind + '.end'][i]) - Math.max(0, c[kind + '.start'][i]);
    const took = (kind) => (i) => format.duration(length(kind)(i)) + (c[kind + '.open'][i] ? ' (open)' : '');
    const span = (kind, i) => ({ from: Math.max(0, c[kind + '.start'][i]), to: c[kind + '.end'][i] < 0 ? duration : c[kind + '.end'][i] });
    const gs = (id) => (id < 0 ? [] : [id]);
    const make = (kind, columns, click) => {
      byId(kind + 's').hidden = n[kind] === 0;
      if (n[kind] === 0) return;
      byId(kind + '-box').style.height = Math.min(280, 32 + n[kind] * 27) + 'px';
      tables.push(new VirtualTable(byId(kind + '-box'), columns, n[kind], click));
      more('more-' + kind + 's', n[kind], page.carried[kind + 's'], kind + 's');
    };
    const name = (key) => ({ value: (i) => strings[c[key][i]], text: (i) => strings[c[key][i]] });
    const start = (key) => ({ title: 'at', num: true, width: '130px', value: (i) => c[key][i], text: (i) => at(c[key][i]) });
    const id = (title, key) => ({ title, num: true, width: '80px', value: (i) => c[key][i], text: (i) => (c[key][i] > 0 ? String(c[key][i]) : '') });
    make('task', [id('task', 'task.id'), { title: 'type', width: '320px', ...name('task.type') }, id('parent', 'task.parent'), start('task.start'),
      { title: 'took', num: true, width: '130px', value: length('task'), text: took('task') }], (i) => goTo(span('task', i)));
    make('region', [{ title: 'region', width: '320px', ...name('region.type') }, id('G', 'region.g'), id('task', 'region.task'),
      start('region.start'), { title: 'took', num: true, width: '130px', value: length('region'), text: took('region') }],
    (i) => goTo({ ...span('region', i), gs: gs(c['region.g'][i]) }));
    make('log', [start('log.time'), id('G', 'log.g'), { title: 'category', width: '160px', ...name('log.category') }, { title: 'message', width: '420px', ...name('log.message') }],
      (i) => goTo({ from: c['log.time'][i] - 1000, to: c['log.time'][i] + 1000, gs: gs(c['log.g'][i]) }));
  }

  // longest is the place of the longest task or region of a type that the page carries.
  function longest({ cols: c, strings, duration }, kind, type) {
    const col = (name) => c[`${kind}.${name}`];
    const from = (i) => Math.max(0, col('start')[i]), to = (i) => (col('end')[i] < 0 ? duration : col('end')[i]);
    let best = -1;
    for (let i = 0; i < col('type').length; i++) {
      if (strings[col('type')[i]] === type && (best < 0 || to(i) - from(i) > to(best) - from(best))) best = i;
    }
    if (best < 0) return null;
    return { from: from(best), to: to(best), gs: col('g')?.[best] > 0 ? [col('g')[best]] : [] };
  }

  // types adds up tasks or regions by their type: how long each took.
  function types(model, id, rows, noun) {
    const most = Math.max(...rows.map((r) => r.total_ns), 1);
    const ns = (title, key) => ({ title, num: true, unit: 'ns', value: (r) => r[key], text: (r) => format.duration(r[key]) });
    byId(id).hidden = rows.length === 0;
    fill(id + '-table', rows.length, () => new List([
      { title: noun, value: (r) => r.type, text: (r) => r.type || 'without a type' },
      { title: 'ended', num: true, value: (r) => r.count, text: (r) => format.count(r.count) },
      { title: 'open', num: true, hint: 'that did not end in the trace', value: (r) => r.open, text: (r) => (r.open ? format.count(r.open) : '') },
      { title: 'total', num: true, unit: 'ns', value: (r) => r.total_ns, text: (r) => shareBar(format.duration(r.total_ns), r.total_ns / most, theme.chrome().accent) },
      ns('p50', 'p50_ns'), ns('p99', 'p99_ns'), ns('max', 'max_ns'),
      { title: '', text: (r) => { const place = longest(model, noun, r.type); return place ? link('show the longest', () => goTo(place)) : ''; } },
    ], rows, { what: noun + 's' }).node);
  }

  sv.annotations = { draw };
})(globalThis.schedviz ??= {});
