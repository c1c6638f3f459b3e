// Unit tests of the choice of windows (windows.js).
import { test } from 'node:test';
import assert from 'node:assert';
import { Embedded, Fetched, Windows } from '../assets/trace/windows.js';

const spans = (n) => ({ start: new Float64Array(n) });
const model = () => {
  const overview = { from: 0, to: 1e9, resolution: 1000, spans: spans(10) };
  return { duration: 1e9, overview, part: overview };
};

// set makes windows whose source answers on demand, with some spans in each.
function set({ resolution = 0, size = 10 } = {}) {
  const m = model(),
    asked = [];
  const source = new Fetched(m);
  source.delay = 0;
  source.get = (w, signal) =>
    new Promise((answer, fail) => {
      asked.push({ ...w, answer, signal });
      signal.addEventListener('abort', () => fail(new Error('aborted')));
    });
  const windows = new Windows(m, source);
  windows.unpack = async (_, w) => ({ ...w, resolution, spans: spans(size) });
  return { windows, asked, model: m };
}

const soon = () => new Promise((done) => setTimeout(done, 5));

test('a fetched window covers its view with room, and is the same for views near it', () => {
  const source = new Fetched(model());
  const { covers } = new Windows(model(), source);
  for (const width of [1, 100, 12345, 5e6, 3e8]) {
    for (const at of [0, 1, 777777, 5e8, 1e9 - width]) {
      const view = { from: at, to: at + width },
        w = source.wanted(view);
      assert.ok(covers(w, view), `the window ${w.key} does not cover ${view.from} to ${view.to}`);
      assert.ok(
        w.to - w.from <= Math.max(8000, 4 * width) || w.to - w.from <= 8192,
        `the window ${w.key} of ${w.to - w.from} is much for a view of ${width}`,
      );
      assert.equal((w.from % 1) + (w.to % 1), 0, `the bounds ${w.key} are whole nanoseconds`);
    }
  }
  assert.equal(source.wanted({ from: 5e8, to: 5e8 + 1000 }).key, source.wanted({ from: 5e8 + 5, to: 5e8 + 1005 }).key);
});

test('of a view that the overview shows to the pixel nothing is fetched', async () => {
  const { windows, asked, model: m } = set();
  assert.equal(windows.look({ from: 0, to: 1e9 }, 1000), m.overview);
  await soon();
  assert.equal(asked.length, 0);
});

test('the overview is shown until the window has come, then the window', async () => {
  const { windows, asked, model: m } = set(),
    view = { from: 5e8, to: 5e8 + 1e4 };
  let told = 0;
  windows.onload = () => told++;
  assert.equal(windows.look(view, 1000), m.overview);
  await soon();
  assert.equal(asked.length, 1);
  windows.look(view, 1000);
  await soon();
  assert.equal(asked.length, 1, 'asked once for one view');
  asked[0].answer(asked[0]);
  await soon();
  assert.equal(told, 1);
  assert.equal(windows.look(view, 1000).resolution, 0);
  assert.equal(windows.pending, null);
  assert.equal(windows.look({ from: 0, to: 1e9 }, 1000), m.overview, 'the overview again, of all');
});

test('a window is not waited for when the view has moved on', async () => {
  const { windows, asked } = set();
  windows.look({ from: 1e8, to: 1e8 + 1e4 }, 1000);
  await soon();
  windows.look({ from: 8e8, to: 8e8 + 1e4 }, 1000);
  await soon();
  assert.equal(asked.length, 2);
  assert.ok(asked[0].signal.aborted, 'the first request goes on');
  assert.ok(!asked[1].signal.aborted, 'the second request is cancelled');
  windows.look({ from: 0, to: 1e9 }, 1000);
  assert.ok(asked[1].signal.aborted, 'the second request goes on although all is shown');
  await soon();
  assert.equal(windows.loaded.size, 0);
});

test('a view that lasts for a moment only is not asked for', async () => {
  const { windows, asked } = set();
  windows.source.delay = 20;
  for (let i = 1; i < 9; i++) windows.look({ from: i * 1e8, to: i * 1e8 + 1e4 }, 1000);
  await new Promise((done) => setTimeout(done, 60));
  assert.equal(asked.length, 1);
  assert.ok(asked[0].from <= 8e8 && asked[0].to >= 8e8 + 1e4);
});

test('what fails is told, and asked for again by the next view', async () => {
  const { windows, asked } = set();
  windows.source.get = async () => {
    throw new Error('the server has gone');
  };
  windows.look({ from: 1e8, to: 1e8 + 1e4 }, 1000);
  await soon();
  assert.equal(windows.trouble, 'the server has gone');
  windows.source.get = async (w) => w;
  windows.look({ from: 1e8, to: 1e8 + 1e4 }, 1000);
  await soon();
  assert.equal(windows.trouble, '');
  assert.equal(windows.loaded.size, 1);
  assert.equal(asked.length, 0);
});

test('the windows that were not looked at for longest are dropped', async () => {
  const { windows, asked } = set({ size: 400_000 });
  for (let i = 1; i <= 6; i++) {
    windows.look({ from: i * 1e8, to: i * 1e8 + 1e4 }, 1000);
    await soon();
    asked.at(-1).answer(asked.at(-1));
    await soon();
    windows.look({ from: 1e8, to: 1e8 + 1e4 }, 1000); // this one is looked at again and again
  }
  assert.equal(windows.loaded.size, 3);
  assert.equal(windows.look({ from: 1e8, to: 1e8 + 1e4 }, 1000).resolution, 0, 'the window looked at last is gone');
});

test('of the windows in a page the one that covers the view is chosen', () => {
  const m = model(),
    source = new Embedded([
      { from: 0, to: 1e6 },
      { from: 5e6, to: 9e6 },
    ]);
  const { covers } = new Windows(m, source);
  for (const [from, to, want] of [
    [0, 1e5, 0],
    [0, 1e6, undefined],
    [5e6, 6e6, undefined],
    [5e6 + 1000, 9e6 - 1000, 1],
    [2e6, 3e6, undefined],
    [0, 1e9, undefined],
  ]) {
    assert.equal(source.wanted({ from, to }, covers)?.key, want, `${from} to ${to}`);
  }
});
