// Unit tests of formats, data and lanes; like the others here, they are run by TestScripts
// with node --test.
import { test } from 'node:test';
import assert from 'node:assert';
import * as data from '../assets/base/data.js';
import * as format from '../assets/base/format.js';
import * as lanes from '../assets/trace/lanes.js';
import * as states from '../assets/trace/states.js';
import * as steps from '../assets/trace/steps.js';

test('durations have three digits and the unit people use', () => {
  for (const [ns, want] of [
    [0, '0 ns'],
    [999, '999 ns'],
    [1000, '1.00 µs'],
    [12345, '12.3 µs'],
    [999400, '999 µs'],
    [999600, '1.00 ms'],
    [12.3e6, '12.3 ms'],
    [2.5e9, '2.50 s'],
    [7200e9, '7200 s'],
  ]) {
    assert.equal(format.duration(ns), want, `duration(${ns})`);
  }
});

test('axes have short counts', () => {
  for (const [n, want] of [
    [0, '0'],
    [999, '999'],
    [1000, '1 k'],
    [1250000, '1.25 M'],
    [1e7, '10 M'],
    [3e9, '3 G'],
  ])
    assert.equal(format.short(n), want);
});

test('moments tell ticks apart', () => {
  for (const [ns, step, want] of [
    [0, 1, '0'],
    [5e6, 1e6, '5 ms'],
    [123456789, 1000, '123.457 ms'],
    [123456789, 1, '123.456789 ms'],
    [2e9, 5e8, '2.0 s'],
  ]) {
    assert.equal(format.moment(ns, step), want, `moment(${ns}, ${step})`);
  }
});

test('ticks are round, in range, and neither many nor few', () => {
  for (const [from, to] of [
    [0, 3.4e8],
    [1.234e8, 1.235e8],
    [0, 7],
    [5e9, 6e10],
  ]) {
    const { step, at } = format.ticks(from, to, 1200);
    assert.ok(at.length >= 3 && at.length <= 13, `${at.length} ticks from ${from} to ${to}`);
    for (const t of at)
      assert.ok(t >= from && t <= to && Math.abs(t / step - Math.round(t / step)) < 1e-6, `tick ${t} by ${step}`);
  }
});

test('names lose the directories of their import path only', () => {
  for (const [name, want] of [
    ['main.worker', 'main.worker'],
    ['net/http.(*conn).serve', 'http.(*conn).serve'],
    ['a/b.F[c/d.T]', 'b.F[c/d.T]'],
    ['', ''],
  ]) {
    assert.equal(format.shortFunc(name), want);
  }
});

test('varints decode, also beyond 2^32 and below 0', () => {
  const bytes = Uint8Array.from([0, 1, 2, 0x80, 0xa0, 0xd9, 0xe6, 0x1d, 127]);
  const got = data.varints(bytes, 0, new Float64Array(5), false);
  assert.deepEqual([...got], [0, -1, 1, 4e9 - 4e9 + decodeOne([0x80, 0xa0, 0xd9, 0xe6, 0x1d]), -64]);
  assert.deepEqual([...data.varints(Uint8Array.from([20, 2, 1]), 0, new Float64Array(3), true)], [10, 11, 10]);
});

// decodeOne decodes a zigzag varint with big integers.
function decodeOne(bytes) {
  let v = 0n;
  bytes.forEach((b, i) => {
    v |= BigInt(b & 127) << BigInt(7 * i);
  });
  return Number((v >> 1n) ^ -(v & 1n));
}

// lane makes a P lane from running spans, given as [start, end].
function lane(kind, ...list) {
  const spans = { start: [], end: [], dur: [], idle: [], state: [], n: [], g: [] };
  for (const [start, end, state = states.RUNNING] of list) {
    spans.start.push(start);
    spans.end.push(end);
    spans.dur.push(end - start);
    spans.idle.push(0);
    spans.state.push(state);
    spans.n.push(1);
    spans.g.push(0);
  }
  return { spans, lane: { kind, key: 0, rows: Int32Array.from(list.keys()) } };
}

// cut lists what lanes.cut emits, rounded.
function cut({ spans, lane }, from, to, width) {
  const out = [];
  lanes.cut(spans, lane, from, to, width, (x0, x1, row, share, several) =>
    out.push([Math.round(x0), Math.round(x1), row, Math.round(share * 100), several]),
  );
  return out;
}

test('wide spans are drawn as they are', () => {
  assert.deepEqual(cut(lane('p', [0, 100], [200, 300]), 0, 400, 40), [
    [0, 10, 0, 100, false],
    [20, 30, 1, 100, false],
  ]);
});

test('only what is in view is drawn, cut at its edges', () => {
  assert.deepEqual(cut(lane('p', [0, 100], [150, 450], [500, 600]), 200, 400, 20), [[-1, 21, 1, 100, false]]);
});

test('spans within a pixel become one column with their share of it', () => {
  const many = Array.from({ length: 1000 }, (_, i) => [i * 10, i * 10 + 5]);
  const got = cut(lane('p', ...many), 0, 10000, 10);
  assert.equal(got.length, 10);
  for (const [i, [x0, x1, , share, several]] of got.entries())
    assert.deepEqual([x0, x1, share, several], [i, i + 1, 50, true]);
});

test('a long span that begins in a crowded pixel is drawn whole', () => {
  const got = cut(lane('p', [0, 1], [2, 3], [4, 500]), 0, 1000, 10);
  assert.deepEqual(
    got.map(([, , row]) => row),
    [0, 2],
  );
  assert.deepEqual(got[1].slice(0, 2), [0, 5]);
});

test('on a G lane the share is that of running', () => {
  const { RUNNING, WAITING } = states;
  const [[, , , share]] = cut(lane('g', [0, 30, WAITING], [30, 50, RUNNING], [50, 100, WAITING]), 0, 1000, 10);
  assert.equal(share, 20);
});

test('at finds the span at a moment, or the nearest within slack', () => {
  const { spans, lane: l } = lane('p', [0, 100], [200, 300]);
  for (const [t, slack, want] of [
    [50, 0, 0],
    [250, 0, 1],
    [150, 0, -1],
    [110, 20, 0],
    [195, 20, 1],
    [150, Infinity, 0],
    [900, 0, -1],
  ]) {
    assert.equal(lanes.at(spans, l, t, slack), want, `at(${t}, ${slack})`);
  }
});

test('counters count, also where one ends as another begins', () => {
  const { spans, lane: l } = lane('g', [0, 10], [10, 20], [30, 40]);
  const other = { ...l, rows: Int32Array.from([1]) };
  const f = steps.fromSpans([l, other], spans, states.RUNNING);
  for (const [t, want] of [
    [5, 1],
    [10, 2],
    [25, 0],
    [35, 1],
    [50, 0],
  ])
    assert.equal(steps.levelAt(f, t), want, `level at ${t}`);
  assert.equal(f.max, 2);
  const { mean, max } = steps.byPixel(f, 0, 40, 2);
  assert.deepEqual(
    [...mean].map((v) => Math.round(v * 100) / 100),
    [1.5, 0.5],
  );
  assert.deepEqual([...max], [2, 1]);
});
