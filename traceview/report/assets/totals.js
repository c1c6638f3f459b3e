// totals.js: what a stretch of time adds up to, on some lanes or on all.
(function (sv) {
  'use strict';
  const { RUNNING, RUNNABLE, WAITING, SYSCALL, preempts } = sv.model;
  const names = { [RUNNING]: 'running', [RUNNABLE]: 'runnable', [WAITING]: 'waiting', [SYSCALL]: 'syscall' };

  // overlaps gives the rows of a lane that reach into a stretch of time, with how
  // much of it they take. Of a merged row that is its share.
  function* overlaps(spans, lane, from, to) {
    const { rows } = lane;
    for (let i = sv.lanes.firstEndingAfter(spans, rows, from); i < rows.length && spans.start[rows[i]] < to; i++) {
      const row = rows[i];
      const part = Math.min(to, spans.end[row]) - Math.max(from, spans.start[row]);
      yield [row, part * (1 - spans.idle[row] / Math.max(1, spans.dur[row]))];
    }
  }

  // base chooses the lanes to count: a span may be on a G, a P and an M lane, and
  // counts once.
  function base(model, lanes) {
    if (!lanes) return model.lanes.g.length ? model.lanes.g : model.lanes.p;
    for (const kind of ['g', 'p', 'm', 'c']) {
      const some = lanes.filter((l) => l.kind === kind);
      if (some.length) return some;
    }
    return [];
  }

  // of adds up the time from one moment to another on lanes; without lanes, on all.
  // exact is false where merged spans had to be counted as the longest of them.
  function of(model, from, to, lanes = null) {
    const sum = new Sum(model, from, to);
    const counted = base(model, lanes);
    for (const lane of counted) sum.lane(lane, () => true);
    // Goroutines without a lane of their own ran on P lanes.
    if (!lanes) for (const lane of model.lanes.p) sum.lane(lane, (g) => g >= 0 && !model.laneOfG.has(g) && counted !== model.lanes.p);
    return {
      from, to, lanes, states: sum.states, exact: sum.exact, laneless: sum.laneless.size,
      gs: [...sum.gs.values()].sort((a, b) => b.running - a.running || b.runnable - a.runnable || b.waiting - a.waiting || a.g - b.g),
      reasons: [...sum.reasons.values()].sort((a, b) => b.time - a.time),
      ps: (lanes ? [...sum.ps.values()] : allPs(model, from, to)).sort((a, b) => a.p - b.p),
      marks: marksIn(model, from, to, lanes && new Set(counted)),
    };
  }

  class Sum {
    constructor(model, from, to) {
      Object.assign(this, { model, from, to, exact: true, gs: new Map(), reasons: new Map(), ps: new Map(), laneless: new Set() });
      this.states = { running: 0, runnable: 0, waiting: 0, syscall: 0 };
    }

    lane(lane, counts) {
      const { spans } = this.model;
      for (const [row, time] of overlaps(spans, lane, this.from, this.to)) {
        const g = spans.g[row], name = names[spans.state[row]];
        if (g < 0 || !name || !counts(g)) continue;
        if (spans.n[row] > 1) this.exact = false;
        if (!this.model.laneOfG.has(g)) this.laneless.add(g);
        this.states[name] += time;
        this.goroutine(g)[name] += time;
        if (name === 'waiting') this.reason(this.model.strings[spans.reason[row]], time, spans.n[row]);
        if (name === 'running' && spans.p[row] >= 0) addRun(this.ps, spans.p[row], g, time);
      }
    }

    goroutine(g) {
      let s = this.gs.get(g);
      if (!s) this.gs.set(g, (s = { g, running: 0, runnable: 0, waiting: 0, syscall: 0 }));
      return s;
    }

    reason(reason, time, n) {
      let s = this.reasons.get(reason);
      if (!s) this.reasons.set(reason, (s = { reason, time: 0, count: 0 }));
      s.time += time;
      s.count += n;
    }
  }

  function addRun(ps, p, g, time) {
    let s = ps.get(p);
    if (!s) ps.set(p, (s = { p, running: 0, gs: new Set() }));
    s.running += time;
    s.gs.add(g);
  }

  // allPs adds up the Ps by their own lanes.
  function allPs(model, from, to) {
    const { spans } = model, ps = new Map();
    for (const lane of model.lanes.p) {
      ps.set(lane.key, { p: lane.key, running: 0, gs: new Set() });
      for (const [row, time] of overlaps(spans, lane, from, to)) if (spans.state[row] === RUNNING) addRun(ps, lane.key, spans.g[row], time);
    }
    return [...ps.values()];
  }

  // marksIn counts preemptions by kind, the most frequent first.
  function marksIn(model, from, to, lanes) {
    const { marks } = model, n = new Map();
    const add = (i) => {
      if (marks.time[i] < from || marks.time[i] > to) return;
      const kind = preempts[marks.kind[i]];
      n.set(kind, (n.get(kind) || 0) + marks.n[i]);
    };
    if (lanes) for (const lane of lanes) lane.marks.forEach(add);
    else for (let i = 0; i < marks.time.length; i++) add(i);
    return [...n].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
  }

  // meanwhile tells who had the Ps from one moment to another, who longest first,
  // and for how long they were without a goroutine.
  function meanwhile(model, from, to) {
    const { spans } = model, by = new Map();
    let running = 0, syscall = 0, exact = true;
    for (const lane of model.lanes.p) {
      for (const [row, time] of overlaps(spans, lane, from, to)) {
        if (spans.n[row] > 1) exact = false;
        if (spans.state[row] === SYSCALL) syscall += time;
        if (spans.state[row] !== RUNNING) continue;
        running += time;
        by.set(spans.g[row], (by.get(spans.g[row]) || 0) + time);
      }
    }
    const ps = model.page.stat.procs.gomaxprocs || model.lanes.p.length;
    const gs = [...by].map(([g, time]) => ({ g, time })).sort((a, b) => b.time - a.time || a.g - b.g);
    return { ps, gs, running, syscall, idle: Math.max(0, ps * (to - from) - running - syscall), exact };
  }

  sv.totals = { of, meanwhile, overlaps };
})(globalThis.schedviz ??= {});
