// Unit tests of searching: what terms mean, and what they match.
import { test } from 'node:test';
import assert from 'node:assert';
import * as kinds from '../assets/base/kinds.js';
import * as filter from '../assets/timeline/filter.js';
import * as lanes from '../assets/trace/lanes.js';
import { RUNNABLE, RUNNING, WAITING } from '../assets/trace/states.js';

kinds.learn({
  preempts: ['', 'async', 'cooperative', 'stw', 'suspend', 'gosched', 'mutex_handoff', 'unknown'].map((name) => ({
    name,
  })),
  reasons: [],
});

// Three goroutines; each row is [g, state, start, dur, reason, preempt].
const rows = [
  [0, RUNNING, 0, 5e6, 2, 1],
  [0, RUNNABLE, 5e6, 1e6, 0, 0],
  [0, RUNNING, 6e6, 20e6, 1, 0],
  [0, WAITING, 26e6, 3e6, 1, 0],
  [1, RUNNING, 0, 1000, 3, 0],
  [1, WAITING, 1000, 40e6, 3, 0],
  [2, RUNNING, 30e6, 2e6, 2, 2],
];
const col = (i) => rows.map((r) => r[i]);
const spans = {
  g: col(0),
  state: col(1),
  start: col(2),
  dur: col(3),
  reason: col(4),
  preempt: col(5),
  p: [0, -1, 1, -1, 2, -1, 0],
  stack: [0, 0, 1, 1, 0, 0, 0],
};
const part = { spans };
const model = {
  strings: [
    '',
    'chan receive',
    'preempted',
    'select (no cases)',
    'main.worker',
    'main.spin',
    'type:.eq.main.T',
    'sync.(*Mutex).Lock',
    '/src/mutex.go',
  ],
  byID: new Map([
    [1, 0],
    [18, 1],
    [21, 2],
  ]),
  gs: { id: [1, 18, 21], func: [4, 5, 6] },
  part,
  overview: part,
  cols: {
    'stack.len': [0, 1],
    'stack.frames': [0],
    'frame.func': [7],
    'frame.file': [8],
    'frame.line': [9],
    'frame.whose': [1],
  },
};

function matching(text) {
  const f = filter.make(model, text);
  return f && { rows: [...f.maskOf(part).keys()].filter((r) => f.maskOf(part)[r]), problems: f.problems, at: f.at };
}

test('a search says which spans match', () => {
  for (const [text, want] of [
    ['G18', [4, 5]],
    ['18', [4, 5]],
    ['18, g21', [4, 5, 6]],
    ['1,21', [0, 1, 2, 3, 6]],
    ['WORK', [0, 1, 2, 3]],
    ['/spin', [4, 5]],
    ['work spin', [0, 1, 2, 3, 4, 5]],
    ['func:main.w', [0, 1, 2, 3]],
    ['type:.eq', [6]],
    ['"main.spin"', [4, 5]],
    ['state:waiting', [3, 5]],
    ['state:runna,wait', [1, 3, 5]],
    ['-state:running', [1, 3, 5]],
    ['reason:"chan receive"', [3]],
    ['reason:chan reason:select', [3, 5]],
    ['reason:preempted', [0, 6]],
    ['>10ms', [2, 5]],
    ['dur>=3ms dur<10ms', [0, 3]],
    ['-dur>10ms state:running', [0, 4, 6]],
    ['<1.5µs', [4]],
    ['preempt:async', [0]],
    ['preempt:async,coop', [0, 6]],
    ['p:0', [0, 6]],
    ['p:1,2', [2, 4]],
    ['stack:mutex', [2, 3]],
    ['work state:waiting', [3]],
    ['-work', [4, 5, 6]],
    ['-G1 state:running', [4, 6]],
  ]) {
    assert.deepEqual(matching(text), { rows: want, problems: [], at: null }, text);
  }
});

test('an empty search is none, one for a moment greys nothing', () => {
  assert.equal(filter.make(model, '  '), null);
  assert.equal(filter.make(model, '/'), null);
  assert.equal(matching('@12.5ms').at, 12.5e6);
});

test('unknown terms are reported, and the rest still counts', () => {
  for (const [text, want] of [
    ['foo:bar', /unknown term “foo:”; there are state:/],
    ['state:sleepy', /“sleepy” is not a state; use one of running, runnable/],
    ['state:', /needs a value/],
    ['state:run', /“run” is not a state/],
    ['>10parsecs', /“10parsecs” is not a duration/],
    ['>', /not a duration/],
    ['@noon', /not a duration/],
    ['preempt:x', /not a kind of preemption/],
    ['p:x', /“x” is not a P/],
    ['id:x', /not a goroutine ID/],
    ['G99', /no goroutine 99/],
    ['nothing', /no function name contains “nothing”/],
    ['state:syscall', /no span matches/],
  ]) {
    assert.match(matching(text).problems[0] || '', want, text);
  }
  assert.deepEqual(matching('G18 foo:bar').rows, [4, 5]);
});

test('durations are read with the units people write', () => {
  for (const [text, want] of [
    ['10ns', 10],
    ['1.5us', 1500],
    ['1.5µs', 1500],
    ['.5ms', 5e5],
    ['2s', 2e9],
    ['1M', 6e10],
  ])
    assert.equal(filter.duration(text), want, text);
  for (const text of ['', 'ms', '10', '-1ms', '1e9ns', '10 parsecs'])
    assert.ok(Number.isNaN(filter.duration(text)), text);
});

test('of several spans in a pixel one that matches is drawn', () => {
  const list = Array.from({ length: 100 }, (_, i) => i);
  const many = {
    start: list.map((i) => i * 10),
    end: list.map((i) => i * 10 + 5),
    dur: list.map(() => 5),
    idle: list.map(() => 0),
    state: list.map(() => RUNNING),
    n: list.map(() => 1),
  };
  const hits = Int32Array.from({ length: 101 }, (_, i) => (i > 37 ? 1 : 0)); // row 37 matches
  const drawn = [];
  lanes.cut(many, { kind: 'p', rows: Int32Array.from(list) }, 0, 1000, 4, (x0, x1, row) => drawn.push(row), hits);
  assert.equal(drawn[1], 37);
  assert.equal(drawn.filter((r) => r === 37).length, 1);
});
