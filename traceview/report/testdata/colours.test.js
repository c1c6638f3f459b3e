// The page's colours are readable and distinguishable: contrast as defined by WCAG 2.
import { test } from 'node:test';
import assert from 'node:assert';
import fs from 'node:fs';

const assets = new URL('../assets/', import.meta.url);
const scheme = {
  matches: false,
  listeners: [],
  addEventListener(_, f) {
    this.listeners.push(f);
  },
};
globalThis.matchMedia = () => scheme; // before the theme asks for it
const kinds = await import('../assets/base/kinds.js');
const theme = await import('../assets/base/theme.js');
const textures = await import('../assets/timeline/textures.js');

// styles reads the colours that page.css defines, light first, then dark.
function styles() {
  const css = fs.readFileSync(new URL('page/page.css', assets), 'utf8');
  const read = (block) =>
    Object.fromEntries(
      [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})/g)].map(([, name, c]) => [
        name,
        c.length === 4 ? '#' + [...c.slice(1)].map((d) => d + d).join('') : c,
      ]),
    );
  const [light, dark] = css.match(/:root\s*{[^}]*}/g).map(read);
  return { light, dark: { ...light, ...dark } };
}

for (const mode of ['light', 'dark']) {
  const colours = (f) => {
    scheme.matches = mode === 'dark';
    scheme.listeners.forEach((f) => f());
    return f();
  };
  const atLeast = (want, a, b, what) => {
    const got = theme.contrast(a, b);
    assert.ok(got >= want, `${mode}: ${what}: ${a} on ${b} has a contrast of ${got.toFixed(2)}, want ${want}`);
  };

  test(`text can be read, ${mode}`, () => {
    const css = styles()[mode];
    for (const back of ['panel', 'soft'])
      for (const text of ['text', 'muted', 'accent']) atLeast(4.5, css[text], css[back], `${text} on ${back}`);
    for (const text of ['good', 'bad', 'unsure']) atLeast(4.5, css[text], css.panel, text);
    atLeast(4.5, css.warn, css['warn-soft'], 'warnings');
    atLeast(4.5, css.warn, css.panel, 'notes');
  });

  test(`the canvas has the page's colours, ${mode}`, () => {
    const css = styles()[mode],
      chrome = colours(() => theme.chrome());
    for (const name of ['text', 'muted', 'line', 'panel', 'accent']) assert.equal(chrome[name], css[name], name);
  });

  test(`bars, marks and arrows stand out, ${mode}`, () => {
    colours(() => {
      const { panel, track, gc, stw, led, caused } = theme.chrome();
      const drawn = { gc, stw, led, caused };
      for (let i = 0; i < 12; i++) drawn['goroutine ' + i] = theme.byIndex(i);
      for (const s of ['running', 'runnable', 'waiting', 'syscall']) drawn[s] = theme.state(s);
      for (const w of theme.waitKinds) drawn['waiting: ' + w.name] = w[mode];
      for (const kind of theme.markKinds) drawn['mark ' + kind] = theme.mark(kind);
      for (const [what, colour] of Object.entries(drawn))
        for (const back of [panel, track]) atLeast(3, colour, back, what);
    });
  });

  test(`text on bars can be read, ${mode}`, () => {
    colours(() => {
      for (let i = 0; i < 12; i++) atLeast(4.5, theme.ink(theme.byIndex(i)), theme.byIndex(i), 'goroutine ' + i);
      for (const s of ['running', 'runnable', 'waiting', 'syscall'])
        atLeast(4.5, theme.ink(theme.state(s)), theme.state(s), s);
    });
  });
}

test('kinds of waits and of marks differ by more than colour', () => {
  for (const [what, list] of [
    ['dashes', theme.waitKinds.map((w) => w.dash.join())],
    ['glyphs', theme.markKinds.map(theme.markGlyph)],
  ]) {
    assert.equal(new Set(list).size, list.length, `${what}: ${list.join(' | ')}`);
  }
});

test("reasons and marks are what the page's data say", () => {
  kinds.learn({
    preempts: [{ name: '' }, { name: 'async', short: 'async', label: 'async preemption' }],
    reasons: [{ reason: 'zzz', family: 'sleep', ender: 'timer' }],
  });
  kinds.learn({ reasons: [{ reason: '__proto__', family: 'sync', ender: 'GC' }] }); // of a window that came later
  for (const [reason, family, ender] of [
    ['zzz', 'sleep', 'timer'],
    ['__proto__', 'sync', 'GC'],
    ['chan receive', 'other', 'runtime'],
    ['', 'other', 'runtime'],
  ]) {
    assert.equal(theme.family(reason).name, family, reason);
    assert.equal(kinds.ender(reason), ender, reason);
  }
  assert.deepEqual(
    [kinds.preempts.join(), theme.markLabel('async'), theme.markShort('async')],
    [',async', 'async preemption', 'async'],
  );
});

test('a dashed line is as long as its span, and of dashes only', () => {
  const rects = [];
  const boxes = { add: (fill, opacity, ...r) => rects.push([opacity < 1 ? 'pale' : 'solid', ...r]) };
  textures.dashed(boxes, '#000000', [8, 3], 10, 0, 30, 4);
  assert.deepEqual(rects, [
    ['pale', 10, 0, 30, 4],
    ['solid', 10, 0, 8, 4],
    ['solid', 21, 0, 8, 4],
    ['solid', 32, 0, 8, 4],
  ]);
  rects.length = 0;
  textures.dashed(boxes, '#000000', [8, 3], 10, 0, 12, 4); // too narrow to show
  assert.deepEqual(rects, [['solid', 10, 0, 12, 4]]);
});
