// totals.js: the totals of a time range, on some lanes or on all.
import { firstEndingAfter } from './lanes.js';
import { RUNNING, RUNNABLE, WAITING, SYSCALL, preempts } from './states.js';

const names = { [RUNNING]: 'running', [RUNNABLE]: 'runnable', [WAITING]: 'waiting', [SYSCALL]: 'syscall' };

// overlaps calls f with each row of a lane that overlaps a time range, and with the length
// of the overlap; for a merged row, with its busy share of that.
/**
 * @param {Spans} spans
 * @param {Lane} lane
 * @param {number} from
 * @param {number} to
 * @param {(row: number, time: number) => void} f
 */
function overlaps(spans, lane, from, to, f) {
  const { rows } = lane,
    { start, end, idle, dur } = spans;
  for (let i = firstEndingAfter(spans, rows, from); i < rows.length && start[rows[i]] < to; i++) {
    const row = rows[i];
    const part = Math.min(to, end[row]) - Math.max(from, start[row]);
    f(row, idle[row] > 0 ? part * (1 - idle[row] / Math.max(1, dur[row])) : part);
  }
}

// base selects the lanes to count: a span may be on a G, a P and an M lane, but counts
// once.
/** @param {Model} model @param {Lane[] | null} lanes */
function base(model, lanes) {
  if (!lanes) return model.lanes.g.length ? model.lanes.g : model.lanes.p;
  for (const kind of ['g', 'p', 'm', 'c']) {
    const some = lanes.filter((l) => l.kind === kind);
    if (some.length) return some;
  }
  return [];
}

// of adds up a time range on the given lanes; without lanes, on all. exact is false if
// merged spans had to be counted as the longest of them.
/** @param {Model} model @param {number} from @param {number} to @param {Lane[] | null} [lanes] */
function of(model, from, to, lanes = null) {
  const sum = new Sum(model, from, to);
  const counted = base(model, lanes);
  for (const lane of counted) sum.lane(lane, false);
  // Goroutines without a lane of their own ran on P lanes.
  if (!lanes && counted !== model.lanes.p) for (const lane of model.lanes.p) sum.lane(lane, true);
  return {
    from,
    to,
    lanes,
    states: sum.states,
    exact: sum.exact,
    laneless: sum.laneless.size,
    gs: [...sum.gs.values()].sort(
      (a, b) => b.running - a.running || b.runnable - a.runnable || b.waiting - a.waiting || a.g - b.g,
    ),
    reasons: [...sum.reasons.values()].sort((a, b) => b.time - a.time),
    ps: (lanes ? [...sum.ps.values()] : allPs(model, from, to)).sort((a, b) => a.p - b.p),
    marks: marksIn(model, from, to, lanes && new Set(counted)),
  };
}

class Sum {
  /** @param {Model} model @param {number} from @param {number} to */
  constructor(model, from, to) {
    this.model = model;
    this.from = from;
    this.to = to;
    this.exact = true;
    this.gs = new Map();
    this.reasons = new Map();
    this.ps = new Map();
    this.laneless = new Set();
    this.last = null;
    this.states = { running: 0, runnable: 0, waiting: 0, syscall: 0 };
  }

  // lane adds up a lane; with strays, only goroutines that have no lane of their own.
  lane(lane, strays) {
    const { spans, laneOfG } = this.model,
      onG = lane.kind === 'g';
    overlaps(spans, lane, this.from, this.to, (row, time) => {
      const g = spans.g[row],
        name = names[spans.state[row]];
      if (g < 0 || !name) return;
      const stray = !onG && !laneOfG.has(g);
      if (strays && !stray) return;
      if (stray) this.laneless.add(g);
      if (spans.n[row] > 1) this.exact = false;
      this.states[name] += time;
      this.goroutine(g)[name] += time;
      if (name === 'waiting') this.reason(spans.reason[row], time, spans.n[row]);
      if (name === 'running' && spans.p[row] >= 0) addRun(this.ps, spans.p[row], g, time);
    });
  }

  goroutine(g) {
    if (this.last?.g === g) return this.last;
    let s = this.gs.get(g);
    if (!s) this.gs.set(g, (s = { g, running: 0, runnable: 0, waiting: 0, syscall: 0 }));
    this.last = s;
    return s;
  }

  reason(i, time, n) {
    let s = this.reasons.get(i);
    if (!s) this.reasons.set(i, (s = { reason: this.model.strings[i], time: 0, count: 0 }));
    s.time += time;
    s.count += n;
  }
}

/** @param {number} g */
function addRun(ps, p, g, time) {
  let s = ps.get(p);
  if (!s) ps.set(p, (s = { p, running: 0, gs: new Set() }));
  s.running += time;
  s.gs.add(g);
}

// allPs adds up the Ps by their own lanes.
/** @param {Model} model @param {number} from @param {number} to */
function allPs(model, from, to) {
  const { spans } = model,
    ps = new Map();
  for (const lane of model.lanes.p) {
    ps.set(lane.key, { p: lane.key, running: 0, gs: new Set() });
    overlaps(
      spans,
      lane,
      from,
      to,
      (row, time) => spans.state[row] === RUNNING && addRun(ps, lane.key, spans.g[row], time),
    );
  }
  return [...ps.values()];
}

// marksIn counts preemptions by kind, most frequent first.
/** @param {Model} model @param {number} from @param {number} to @param {Set<Lane> | null} lanes */
function marksIn(model, from, to, lanes) {
  const { marks } = model,
    n = new Map();
  const add = (i) => {
    if (marks.time[i] < from || marks.time[i] > to) return;
    const kind = preempts[marks.kind[i]];
    n.set(kind, (n.get(kind) || 0) + marks.n[i]);
  };
  if (lanes) for (const lane of lanes) lane.marks.forEach(add);
  else for (let i = 0; i < marks.time.length; i++) add(i);
  return [...n].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}

// meanwhile lists who had the Ps during a time range, longest first, and how long the Ps
// were without a goroutine.
/** @param {Model} model @param {number} from @param {number} to */
function meanwhile(model, from, to) {
  const { spans } = model,
    by = new Map();
  let running = 0,
    syscall = 0,
    exact = true;
  for (const lane of model.lanes.p) {
    overlaps(spans, lane, from, to, (row, time) => {
      if (spans.n[row] > 1) exact = false;
      if (spans.state[row] === SYSCALL) syscall += time;
      if (spans.state[row] !== RUNNING) return;
      running += time;
      by.set(spans.g[row], (by.get(spans.g[row]) || 0) + time);
    });
  }
  const ps = model.page.stat.procs.gomaxprocs || model.lanes.p.length;
  const gs = [...by].map(([g, time]) => ({ g, time })).sort((a, b) => b.time - a.time || a.g - b.g);
  return { ps, gs, running, syscall, idle: Math.max(0, ps * (to - from) - running - syscall), exact };
}

export { of, meanwhile, overlaps };
