// model.js: the trace as the page's code sees it: spans in columns, lanes of them,
// and what refers to what. Times are nanoseconds from the window's start.
(function (sv) {
  'use strict';

  const states = ['unknown', 'runnable', 'running', 'waiting', 'syscall', 'dead'];
  const preempts = ['', 'async', 'cooperative', 'stw', 'suspend', 'gosched', 'mutex_handoff', 'unknown'];
  const RUNNABLE = 1, RUNNING = 2, WAITING = 3, SYSCALL = 4;

  function build({ page, strings, cols }) {
    const spans = {
      start: cols['span.start'], dur: cols['span.dur'], g: cols['span.g'], m: cols['span.m'], p: cols['span.p'],
      stack: cols['span.stack'], waker: cols['span.waker'], n: cols['span.n'], reason: cols['span.reason'],
      state: cols['span.state'], preempt: cols['span.preempt'], idle: cols['span.idle'],
      oncore: cols['span.oncore'] || new Int32Array(cols['span.start'].length).fill(-1),
    };
    spans.end = spans.start.map((t, i) => t + spans.dur[i]);
    const gs = { id: cols['g.id'], func: cols['g.func'], parent: cols['g.parent'], created: cols['g.created'], ended: cols['g.ended'] };
    const model = {
      page, strings, cols, spans, gs,
      duration: Math.max(1, page.duration),
      lanes: { p: lanesOf('p', cols), m: lanesOf('m', cols), g: lanesOf('g', cols), c: [] },
      threads: cols['lane.m.key'],
    };
    model.byID = new Map();
    for (let i = 0; i < gs.id.length; i++) model.byID.set(gs.id[i], i);
    model.laneOfG = new Map(model.lanes.g.map((lane) => [lane.key, lane]));
    sortLanes(model);
    indexMarks(model);
    indexAnnotations(model);
    sv.cores?.build(model);
    return model;
  }

  // lanesOf cuts the flat list of span rows into lanes.
  function lanesOf(kind, cols) {
    const keys = cols[`lane.${kind}.key`], counts = cols[`lane.${kind}.count`], rows = cols[`lane.${kind}.rows`];
    const lanes = [];
    for (let i = 0, at = 0; i < keys.length; at += counts[i++]) {
      lanes.push({ kind, key: keys[i], rows: rows.subarray(at, at + counts[i]), marks: [], under: [] });
    }
    return lanes;
  }

  // The program's own goroutines come first, the runtime's after them.
  function sortLanes(model) {
    const system = (lane) => (isSystem(model.strings[model.gs.func[lane.key]]) ? 1 : 0);
    model.lanes.g.sort((a, b) => system(a) - system(b) || model.gs.id[a.key] - model.gs.id[b.key]);
  }

  const isSystem = (func) => /^runtime(\.|\/)/.test(func) && func !== 'runtime.main';

  // indexMarks hangs each mark on its P, M and G lanes; they are ascending already.
  function indexMarks(model) {
    const c = model.cols;
    const ps = new Map(model.lanes.p.map((l) => [l.key, l]));
    const marks = { time: c['mark.time'], g: c['mark.g'], m: c['mark.m'], p: c['mark.p'], stack: c['mark.stack'], n: c['mark.n'], kind: c['mark.kind'] };
    model.marks = marks;
    for (let i = 0; i < marks.time.length; i++) {
      ps.get(marks.p[i])?.marks.push(i);
      model.lanes.m[marks.m[i]]?.marks.push(i);
      model.laneOfG.get(marks.g[i])?.marks.push(i);
    }
  }

  // indexAnnotations splits ranges into those of everybody (bands over the timeline)
  // and those of one goroutine, and hangs the latter and regions and logs on its lane.
  function indexAnnotations(model) {
    const c = model.cols, text = model.strings;
    model.bands = [];
    for (let i = 0; i < c['range.name'].length; i++) {
      const r = { name: text[c['range.name'][i]], start: c['range.start'][i], end: c['range.start'][i] + c['range.dur'][i], g: c['range.g'][i], p: c['range.p'][i] };
      r.stw = r.name.startsWith('stop-the-world');
      if (r.stw || (r.g < 0 && r.p < 0)) model.bands.push(r);
      else model.laneOfG.get(r.g)?.under.push({ ...r, kind: 'range' });
    }
    const laneOf = (id) => model.laneOfG.get(model.byID.get(id));
    for (let i = 0; i < c['region.type'].length; i++) {
      const end = c['region.end'][i];
      laneOf(c['region.g'][i])?.under.push({
        kind: 'region', name: text[c['region.type'][i]],
        start: Math.max(0, c['region.start'][i]), end: end < 0 ? model.duration : end,
      });
    }
    for (let i = 0; i < c['log.time'].length; i++) {
      const t = c['log.time'][i];
      const name = [text[c['log.category'][i]], text[c['log.message'][i]]].filter(Boolean).join(': ');
      laneOf(c['log.g'][i])?.under.push({ kind: 'log', name, start: t, end: t });
    }
  }

  // gName names a goroutine by its index: "G18".
  const gName = (model, g) => (g < 0 ? 'no goroutine' : 'G' + model.gs.id[g]);
  const gFunc = (model, g) => (g < 0 ? '' : model.strings[model.gs.func[g]] || '');

  function laneName(model, lane) {
    if (lane.kind === 'p') return 'P ' + lane.key;
    if (lane.kind === 'm') return 'M ' + lane.key;
    if (lane.kind === 'c') return 'core ' + lane.key;
    return gName(model, lane.key);
  }

  // stackOf lists the frames of a stack from the leaf to the root.
  function stackOf(model, stack) {
    const c = model.cols;
    if (!model.stackStart) {
      model.stackStart = [0];
      for (const n of c['stack.len']) model.stackStart.push(model.stackStart.at(-1) + n);
    }
    const frames = [];
    for (let i = model.stackStart[stack] ?? 0; i < (model.stackStart[stack + 1] ?? 0); i++) {
      const f = c['stack.frames'][i];
      frames.push({ func: model.strings[c['frame.func'][f]], file: model.strings[c['frame.file'][f]], line: c['frame.line'][f] });
    }
    return frames;
  }

  // find gives the goroutines that a search means: ids ("G18", "18"), several of
  // them apart by space or comma, or else part of a function's name.
  function find(model, text) {
    text = text.trim().replace(/^\//, ''); // the / that leads here, typed once more
    if (!text) return null;
    const found = new Set();
    const words = text.split(/[\s,]+/);
    if (words.every((w) => /^g?\d+$/i.test(w))) {
      for (const w of words) {
        const g = model.byID.get(Number(w.replace(/^g/i, '')));
        if (g !== undefined) found.add(g);
      }
      return found;
    }
    const part = text.toLowerCase();
    const hits = model.strings.map((s) => s.toLowerCase().includes(part));
    for (let g = 0; g < model.gs.id.length; g++) if (hits[model.gs.func[g]]) found.add(g);
    return found;
  }

  sv.model = { build, gName, gFunc, laneName, stackOf, find, isSystem, states, preempts, RUNNABLE, RUNNING, WAITING, SYSCALL };
})(globalThis.schedviz ??= {});
