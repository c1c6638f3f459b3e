// model.js: the trace as the page's code sees it: spans in columns, lanes of them,
// and what refers to what. Times are nanoseconds from the window's start.
(function (sv) {
  'use strict';

  const states = ['unknown', 'runnable', 'running', 'waiting', 'syscall', 'dead'];
  const { preempts } = sv.kinds;
  const RUNNABLE = 1, RUNNING = 2, WAITING = 3, SYSCALL = 4;

  // build makes the model. Its lanes, goroutines, threads, stacks and names are those of
  // the whole trace; what is drawn of it is a part (parts.js): at first the overview.
  function build({ page, strings, cols }) {
    sv.kinds.learn(page.kinds);
    const gs = { id: cols['g.id'], func: cols['g.func'], system: cols['g.system'], parent: cols['g.parent'], created: cols['g.created'], ended: cols['g.ended'] };
    const model = {
      page, strings, cols, gs,
      duration: Math.max(1, page.duration),
      lanes: { p: lanesOf('p', cols), m: lanesOf('m', cols), g: lanesOf('g', cols), c: lanesOf('c', cols) },
      threads: cols['lane.m.key'],
    };
    model.byID = new Map();
    for (let i = 0; i < gs.id.length; i++) model.byID.set(gs.id[i], i);
    model.laneOfG = new Map(model.lanes.g.map((lane) => [lane.key, lane]));
    const { carried } = page;
    const all = { ...page, from: 0, to: model.duration, complete: carried.lanes === carried.goroutines };
    model.overview = sv.parts.build(model, cols, all);
    sv.parts.show(model, model.overview);
    sortLanes(model);
    sv.tasks?.build(model);
    return model;
  }

  const lanesOf = (kind, cols) => Array.from(cols[kind === 'c' ? 'core.key' : `lane.${kind}.key`] || [], (key) => ({ kind, key }));

  // The program's own goroutines come first, the runtime's after them.
  function sortLanes(model) {
    const { system } = model.gs;
    model.lanes.g.sort((a, b) => system[a.key] - system[b.key] || model.gs.id[a.key] - model.gs.id[b.key]);
  }

  // gName names a goroutine by its index: "G18".
  const gName = (model, g) => (g < 0 ? 'no goroutine' : 'G' + model.gs.id[g]);
  const gFunc = (model, g) => (g < 0 ? '' : model.strings[model.gs.func[g]] || '');

  function laneName(model, lane) {
    if (lane.kind === 'p') return 'P ' + lane.key;
    if (lane.kind === 'm') return 'M ' + lane.key;
    if (lane.kind === 'c') return 'core ' + lane.key;
    if (lane.kind === 'group') return lane.title;
    if (lane.kind === 't') return lane.name;
    return gName(model, lane.key);
  }

  // laneID is a lane's name in the page's address: "p3", "g18".
  const laneID = (model, lane) => lane.kind + (lane.kind === 'g' ? model.gs.id[lane.key] : lane.key);

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
      frames.push({ func: model.strings[c['frame.func'][f]], file: model.strings[c['frame.file'][f]], line: c['frame.line'][f], whose: c['frame.whose'][f] });
    }
    return frames;
  }

  sv.model = { build, gName, gFunc, laneName, laneID, stackOf, states, preempts, RUNNABLE, RUNNING, WAITING, SYSCALL };
})(globalThis.schedviz ??= {});
