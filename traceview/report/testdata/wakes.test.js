// Unit tests of wake-ups and of the totals of a time range.
import { test } from 'node:test';
import assert from 'node:assert';
import * as copy from '../assets/base/copy.js';
import * as kinds from '../assets/base/kinds.js';
import { RUNNABLE as Q, RUNNING as R, SYSCALL as S, WAITING as W } from '../assets/trace/states.js';
import * as totals from '../assets/trace/totals.js';
import * as wakes from '../assets/trace/wakes.js';

kinds.learn({
  reasons: [
    { reason: 'network', family: 'network', ender: 'network poller' },
    { reason: 'sleep', family: 'sleep', ender: 'timer' },
  ],
});

// build makes a model from goroutines, each a list of [state, start, end, more]; more is
// {p, waker, reason, n, idle}. P lanes are built from the running spans.
function build(...gs) {
  const strings = ['', 'network', 'sleep', 'sync', 'chan receive'];
  const spans = { start: [], end: [], dur: [], g: [], p: [], m: [], n: [], idle: [], reason: [], state: [], waker: [] };
  const model = {
    strings,
    spans,
    lanes: { g: [], p: [], m: [], c: [] },
    marks: { time: [], kind: [], n: [] },
    gs: { id: [], created: [], parent: [], func: [] },
    page: { stat: { procs: { gomaxprocs: 2 } } },
  };
  const ps = new Map();
  gs.forEach((list, g) => {
    const rows = [];
    model.gs.id.push(g + 1);
    model.gs.created.push(list[0][3]?.created ? list[0][1] : -1);
    for (const [state, start, end, { p = -1, waker = -1, reason = '', n = 1, idle = 0 } = {}] of list) {
      const row = spans.start.length;
      for (const [k, v] of Object.entries({
        start,
        end,
        dur: end - start,
        g,
        p,
        m: p,
        n,
        idle,
        reason: strings.indexOf(reason),
        state,
        waker,
      }))
        spans[k].push(v);
      rows.push(row);
      if (p >= 0) ps.set(p, [...(ps.get(p) || []), row]);
    }
    model.lanes.g.push({ kind: 'g', key: g, rows: Int32Array.from(rows), marks: [], under: [] });
  });
  for (const [p, rows] of [...ps].sort((a, b) => a[0] - b[0]))
    model.lanes.p.push({
      kind: 'p',
      key: p,
      rows: Int32Array.from(rows.sort((a, b) => spans.start[a] - spans.start[b])),
      marks: [],
      under: [],
    });
  model.laneOfG = new Map(model.lanes.g.map((l) => [l.key, l]));
  return model;
}

// relay: G1 creates G2 at 10 and wakes G3 at 20; G2 wakes G4 at 40, is preempted at
// 50 and wakes G3 again at 80; the network poller wakes G4 at 90.
const relay = () =>
  build(
    [
      [R, 0, 30, { p: 0 }],
      [W, 30, 100, { reason: 'sleep' }],
    ],
    [
      [Q, 10, 35, { waker: 0, created: true }],
      [R, 35, 50, { p: 1 }],
      [Q, 50, 60],
      [R, 60, 100, { p: 0 }],
    ],
    [
      [W, 0, 20, { reason: 'sync' }],
      [Q, 20, 31, { waker: 0 }],
      [R, 31, 34, { p: 0 }],
      [W, 34, 80, { reason: 'sync' }],
      [Q, 80, 100, { waker: 1 }],
    ],
    [
      [W, 0, 40, { reason: 'chan receive' }],
      [Q, 40, 51, { waker: 1 }],
      [R, 51, 55, { p: 1 }],
      [W, 55, 90, { reason: 'network' }],
      [Q, 90, 95],
      [R, 95, 100, { p: 1 }],
    ],
  );
const row = (model, g, place) => model.lanes.g[g].rows[place];
const brief = (w) => w && [w.kind, w.by, w.g, w.t, w.inferred].filter((x) => x !== '').join(' ');

test('a wake says who, whom, when and how', () => {
  const m = relay();
  for (const [g, place, want] of [
    [1, 0, 'create 0 1 10'],
    [2, 1, 'wake 0 2 20'],
    [1, 2, 'self -1 1 50'],
    [3, 4, 'wake -1 3 90 network poller'],
  ]) {
    assert.equal(brief(wakes.wakeOf(m, row(m, g, place))), want);
  }
  const w = wakes.wakeOf(m, row(m, 2, 4));
  assert.deepEqual([w.byRow, w.run], [row(m, 1, 3), -1], 'in which run it happened, and that no run followed');
});

test('the cause of a run is before it, that of a wait is what ended it', () => {
  const m = relay();
  for (const [g, place, want] of [
    [2, 2, 'wake 0 2 20'],
    [2, 0, 'wake 0 2 20'],
    [2, 3, 'wake 1 2 80'],
    [1, 1, 'create 0 1 10'],
    [0, 0, null],
    [0, 1, null],
  ]) {
    assert.equal(brief(wakes.causeOf(m, row(m, g, place))), want, `G${g + 1}, span ${place}`);
  }
});

test('a run caused the wakes within it, by whoever else too', () => {
  const m = relay();
  assert.deepEqual(wakes.causedBy(m, row(m, 0, 0)).map(brief), ['create 0 1 10', 'wake 0 2 20']);
  assert.deepEqual(wakes.causedBy(m, row(m, 1, 1)).map(brief), ['wake 1 3 40']);
  assert.deepEqual(wakes.causedBy(m, row(m, 0, 1)), [], 'a wait wakes nobody');
});

test('the chain backwards passes over preemptions, and ends where it began', () => {
  const m = relay();
  const { wakes: found, cut } = wakes.ledTo(m, row(m, 2, 3)); // the wait that G2 ended, after it was preempted
  assert.deepEqual(found.map(brief), ['wake 1 2 80', 'create 0 1 10']);
  assert.equal(cut, false);
  assert.deepEqual(
    wakes.ledTo(m, row(m, 3, 5)).wakes.map(brief),
    ['wake -1 3 90 network poller'],
    'the poller has no history',
  );
});

test('the chain forwards follows what the woken did until they waited', () => {
  const m = relay();
  const { wakes: found, cut } = wakes.caused(m, row(m, 0, 0));
  assert.deepEqual(found.map(brief), ['create 0 1 10', 'wake 0 2 20', 'wake 1 3 40', 'wake 1 2 80']);
  assert.equal(cut, false);
});

test('chains say when they were cut', () => {
  const m = relay();
  for (const [chain, at, max] of [
    ['caused', row(m, 0, 0), 3],
    ['ledTo', row(m, 2, 3), 1],
  ]) {
    const got = wakes[chain](m, at, max);
    assert.equal(got.wakes.length, max, chain);
    assert.equal(got.cut, true, chain);
  }
});

test('of merged spans nobody can tell who woke them', () => {
  const m = build(
    [[R, 0, 100, { p: 0 }]],
    [
      [W, 0, 20],
      [Q, 20, 30, { waker: 0, n: 4 }],
      [R, 30, 100, { p: 1, n: 3 }],
    ],
  );
  assert.equal(wakes.causeOf(m, row(m, 1, 2)), null);
  assert.deepEqual(wakes.causedBy(m, row(m, 0, 0)), []);
});

test('a waker without a lane of its own is found on its P', () => {
  const m = relay();
  m.laneOfG.delete(0);
  assert.equal(wakes.wakeOf(m, row(m, 2, 1)).byRow, row(m, 0, 0));
});

test('wakes in view are those that begin in it, by time', () => {
  const m = relay();
  assert.deepEqual(
    [...wakes.inView(m, 15, 80)].map((r) => m.spans.start[r]),
    [20, 40],
  );
  assert.deepEqual(
    [...wakes.inView(m, 15, 81)].map((r) => m.spans.start[r]),
    [20, 40, 80],
  );
});

test('totals of all lanes count each goroutine once', () => {
  const m = relay();
  const t = totals.of(m, 20, 60);
  // G1 10+30w, G2 15q+15r+10q, G3 11q+3r+26w, G4 20w+11q+4r+5w
  assert.deepEqual(t.states, { running: 10 + 15 + 3 + 4, runnable: 25 + 11 + 11, waiting: 30 + 26 + 25, syscall: 0 });
  assert.equal(t.exact, true);
  assert.deepEqual(
    t.gs.map(({ g, running }) => [g, running]),
    [
      [1, 15],
      [0, 10],
      [3, 4],
      [2, 3],
    ],
  );
  assert.deepEqual(
    t.reasons.map(({ reason, time, count }) => [reason, time, count]),
    [
      ['sleep', 30, 1],
      ['sync', 26, 1],
      ['chan receive', 20, 1],
      ['network', 5, 1],
    ],
  );
  assert.deepEqual(
    t.ps.map(({ p, running, gs }) => [p, running, gs.size]),
    [
      [0, 13, 2],
      [1, 19, 2],
    ],
  );
});

test('totals of some lanes count those only', () => {
  const m = relay();
  const t = totals.of(m, 20, 60, [m.lanes.p[1]]);
  assert.deepEqual([t.states.running, t.states.waiting, t.ps.length], [19, 0, 1]);
  const both = totals.of(m, 0, 100, [m.lanes.g[0], m.lanes.p[0]]); // the goroutine's spans are on both
  assert.deepEqual(both.states, { running: 30, runnable: 0, waiting: 70, syscall: 0 });
});

test('totals of merged spans are named inexact, and count what was busy', () => {
  const m = build([[R, 0, 100, { p: 0, n: 5, idle: 40 }]]);
  const t = totals.of(m, 0, 50);
  assert.equal(t.exact, false);
  assert.equal(t.states.running, 30);
});

test('meanwhile tells who had the Ps, and how long they had nobody', () => {
  const m = relay();
  const got = totals.meanwhile(m, 10, 35); // G2 waits for its first run
  assert.deepEqual(
    got.gs.map(({ g, time }) => [g, time]),
    [
      [0, 20],
      [2, 3],
    ],
  );
  assert.equal(got.idle, 2 * 25 - 23);
});

test('what is copied can be pasted as it was, and is no formula', () => {
  const rows = [
    ['goroutine', 'ns'],
    ['a,"b"\nc', 12],
    ['=cmd()|x', -3],
    ['tab\there', 0],
  ];
  assert.equal(copy.csv(rows), 'goroutine,ns\r\n"a,""b""\nc",12\r\n\'=cmd()|x,-3\r\ntab\there,0\r\n');
  assert.equal(copy.tsv(rows), 'goroutine\tns\na,"b" c\t12\n\'=cmd()|x\t-3\ntab here\t0\n');
});
