// Unit tests of flame graphs.
import { test } from 'node:test';
import assert from 'node:assert';
import * as flame from '../assets/sections/flame.js';
import * as col from '../assets/trace/columns.js';

// rows are [depth, name, total], in the order in which the report packs them.
function build(...rows) {
  const strings = rows.map((r) => r[1]);
  const boxes = col.flame.blocking,
    column = (f) => Float64Array.from(rows, f);
  return flame.build(
    {
      strings,
      cols: {
        [boxes.depth]: column((r) => r[0]),
        [boxes.name]: column((_, i) => i),
        [boxes.total]: column((r) => r[2]),
        [boxes.count]: column((r) => r[3] ?? 1),
        [boxes.frame]: column(() => 0),
      },
    },
    'blocking',
  );
}

// all 100: a 60 (b 40 (d 40), c 15), b 30, small boxes 10.
const tree = () =>
  build([0, '', 100], [1, 'a', 60], [2, 'b', 40], [3, 'd', 40], [2, 'c', 15], [1, 'b', 30], [1, '', 10]);

test('boxes know what is around, beside and inside of them', () => {
  const f = tree();
  assert.deepEqual([...f.parent], [-1, 0, 1, 2, 1, 0, 0]);
  assert.deepEqual([...f.end], [7, 5, 4, 4, 5, 6, 7]);
  assert.deepEqual([...f.at], [0, 0, 0, 0, 40, 60, 90]);
  assert.deepEqual([...f.self], [0, 5, 0, 40, 15, 30, 10]);
  assert.deepEqual(flame.path(f, 3), [0, 1, 2, 3]);
});

test('a box that is zoomed to is as wide as the canvas, and so are those around it', () => {
  const f = tree();
  assert.deepEqual(
    flame.layout(f, 0, 200).map(({ i, x, w }) => [i, x, w]),
    [
      [0, 0, 200],
      [1, 0, 120],
      [2, 0, 80],
      [3, 0, 80],
      [4, 80, 30],
      [5, 120, 60],
      [6, 180, 20],
    ],
  );
  assert.deepEqual(
    flame.layout(f, 1, 120).map(({ i, x, w, row }) => [i, x, w, row]),
    [
      [0, 0, 120, 0],
      [1, 0, 120, 1],
      [2, 0, 80, 2],
      [3, 0, 80, 3],
      [4, 80, 30, 2],
    ],
  );
});

test('boxes too narrow to see are left out with all inside', () => {
  assert.deepEqual(
    flame.layout(tree(), 0, 100, 35).map((r) => r.i),
    [0, 1, 2, 3],
  );
  assert.deepEqual(
    flame.layout(tree(), 0, 100, 50).map((r) => r.i),
    [0, 1],
  );
});

test('search counts a box within another once', () => {
  const nested = build([0, '', 100], [1, 'f', 60], [2, 'g', 40], [3, 'F', 20], [1, 'f2', 30]);
  const { found, total } = flame.search(nested, ' f ');
  assert.deepEqual([[...found], total], [[1, 3, 4], 90]);
  assert.equal(flame.search(nested, ''), null);
  assert.equal(flame.search(nested, 'nothing').total, 0);
});

test('keys move among boxes, and not out of the one that is zoomed to', () => {
  const f = tree();
  for (const [from, key, within, want] of [
    [0, 'ArrowDown', 0, 1],
    [3, 'ArrowDown', 0, 3],
    [2, 'ArrowRight', 0, 4],
    [4, 'ArrowRight', 0, 4],
    [4, 'ArrowLeft', 0, 2],
    [2, 'ArrowLeft', 0, 2],
    [6, 'ArrowLeft', 0, 5],
    [1, 'ArrowRight', 0, 5],
    [3, 'ArrowUp', 0, 2],
    [0, 'ArrowUp', 0, 0],
    [1, 'ArrowUp', 1, 1],
    [1, 'ArrowRight', 1, 1],
  ])
    assert.equal(flame.step(f, from, key, within), want, `${key} from ${from} within ${within}`);
});
