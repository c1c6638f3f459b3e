// theme.js: colours by meaning, for light and dark.
import * as kinds from './kinds.js';

// goroutines get these colours; neighbours in the list differ in lightness as well as in
// hue, so that colour-blind readers can distinguish them.
const palette = {
  light: [
    '#4457c8',
    '#c87816',
    '#1b9488',
    '#c4457c',
    '#7f899b',
    '#808c14',
    '#7b5cc4',
    '#d2603f',
    '#3580c8',
    '#8a6a2c',
    '#2b9455',
    '#ab78c6',
  ],
  dark: [
    '#7385f0',
    '#e8a04a',
    '#35b8a8',
    '#dc6a9a',
    '#98a2b4',
    '#b4c04a',
    '#9b80e0',
    '#e07a5c',
    '#5ca8ee',
    '#b08d4a',
    '#4cb878',
    '#caa2de',
  ],
};

const states = {
  light: {
    open: '#8a94a6',
    unknown: '#c3c8d0',
    runnable: '#4481dc',
    running: '#289051',
    waiting: '#c96d3c',
    syscall: '#8a5cc4',
    idle: '#b4bac4',
    heap: '#8a94a6',
    queued: '#4f8ae0',
    'idle Ps': '#b4bac4',
    spinning: '#8a5cc4',
  },
  dark: {
    open: '#8a94a6',
    unknown: '#5a6270',
    runnable: '#5c96ea',
    running: '#45b573',
    waiting: '#d98a60',
    syscall: '#a37de0',
    idle: '#666e7c',
    heap: '#8a94a6',
    queued: '#5c96ea',
    'idle Ps': '#666e7c',
    spinning: '#a37de0',
  },
};

// families of wait reasons (kinds.js), in reds and oranges.
// dash is how the line is drawn (textures.js): pixels on and off in turn, none is solid.
const waits = [
  { name: 'runtime', light: '#868e9b', dark: '#6b7380', dash: [2, 8] },
  { name: 'chan receive', light: '#cc6836', dark: '#dd8a5e', dash: [8, 3] },
  { name: 'chan send', light: '#b8502e', dark: '#c96a48', dash: [4, 3] },
  { name: 'select', light: '#b07a18', dark: '#e0ac58', dash: [10, 3, 2, 3] },
  { name: 'sync', light: '#cc4b4b', dark: '#dc6a6a', dash: [] },
  { name: 'sleep', light: '#a97c54', dark: '#b58e6c', dash: [2, 4] },
  { name: 'network', light: '#c8667d', dark: '#d98fa0', dash: [16, 4] },
  { name: 'other', light: '#c96d3c', dark: '#d98a60', dash: [10, 2, 3, 2, 3, 2] },
];

// marks give each kind of preemption a shape (shape.js) and a colour.
const marks = {
  async: { light: '#c81e2b', dark: '#ff6b70', glyph: '▼' },
  cooperative: { light: '#1f5fc8', dark: '#7ab0ff', glyph: '△' },
  stw: { light: '#e0161c', dark: '#ff5a5f', glyph: '■' },
  suspend: { light: '#7a3fc0', dark: '#b48af0', glyph: '●' },
  gosched: { light: '#0f8277', dark: '#4fd0c0', glyph: '◇' },
  mutex_handoff: { light: '#a86500', dark: '#e0a950', glyph: '▷' },
  unknown: { light: '#69727f', dark: '#a0a8b4', glyph: '✕' },
};

const chrome = {
  light: {
    text: '#1b2430',
    muted: '#667085',
    line: '#e4e7ec',
    track: '#f3f5f8',
    panel: '#ffffff',
    dim: '#dfe3e9',
    gc: '#9b6bd3',
    stw: '#e0161c',
    accent: '#3355cc',
    led: '#3355cc',
    caused: '#a3420f',
    ramp: ['#f3f5f8', '#3355cc'],
  },
  dark: {
    text: '#e6e9ee',
    muted: '#98a2b3',
    line: '#2b323d',
    track: '#1c222b',
    panel: '#14181f',
    dim: '#333b47',
    gc: '#b48af0',
    stw: '#ff5a5f',
    accent: '#8ea6ff',
    led: '#8ea6ff',
    caused: '#ffb27a',
    ramp: ['#1c222b', '#8ea6ff'],
  },
};

const query = globalThis.matchMedia
  ? matchMedia('(prefers-color-scheme: dark)')
  : /** @type {MediaQueryList} */ ({ matches: false });
let forced = /** @type {'light' | 'dark' | null} */ (null); // printed pages are light, whatever the screen is
// The query's result is cached: mode is called for every rectangle drawn.
let preferred = query.matches ? 'dark' : 'light';
query.addEventListener?.('change', () => {
  preferred = query.matches ? 'dark' : 'light';
});
const mode = () => forced || preferred;
const listeners = [];
const changed = () => listeners.forEach((f) => f());
query.addEventListener?.('change', changed);

// force has the page drawn light or dark; null follows the reader's preference.
/** @param {'light' | 'dark' | null} to */
function force(to) {
  const before = mode();
  forced = to;
  if (mode() !== before) changed();
}

/** @param {number} i */
const byIndex = (i) => palette[mode()][((i % 12) + 12) % 12];

// family is the family that a wait reason belongs to: {name, dash, light, dark}.
const families = new Map(waits.map((w) => [w.name, w]));
/** @param {string} reason */
const family = (reason) => families.get(kinds.family(reason));

/** @param {string} reason */
const wait = (reason) => family(reason)[mode()];

// luminance and contrast are those of WCAG 2.
/** @param {string} colour */
function luminance(colour) {
  const n = parseInt(colour.slice(1), 16);
  const [r, g, b] = [n >> 16, (n >> 8) & 255, n & 255].map((v) =>
    v <= 10 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {string} a @param {string} b */
function contrast(a, b) {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

// ink is the colour for text on fill: black or white, whichever has more contrast.
const inks = new Map();
/** @param {string} fill */
function ink(fill) {
  if (!inks.has(fill)) inks.set(fill, contrast(fill, '#000000') > contrast(fill, '#ffffff') ? '#000000' : '#ffffff');
  return inks.get(fill);
}

// mix is a colour between a and b, at t from 0 to 1.
/** @param {string} a @param {string} b @param {number} t */
function mix(a, b, t) {
  const part = (shift) => {
    const x = (parseInt(a.slice(1), 16) >> shift) & 255,
      y = (parseInt(b.slice(1), 16) >> shift) & 255;
    return Math.round(x + (y - x) * t)
      .toString(16)
      .padStart(2, '0');
  };
  return '#' + part(16) + part(8) + part(0);
}

// echarts applies the page's colours to the common parts of a chart.
function echartsTheme() {
  const c = chrome[mode()];
  const axis = {
    axisLine: { lineStyle: { color: c.line } },
    axisTick: { lineStyle: { color: c.line } },
    axisLabel: { color: c.muted, fontSize: 11 },
    splitLine: { lineStyle: { color: c.line } },
  };
  return {
    backgroundColor: 'transparent',
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: c.text },
    categoryAxis: axis,
    valueAxis: axis,
    logAxis: axis,
  };
}

/** @param {string} name */
const state = (name) => states[mode()][name] || states[mode()].unknown;
/** @param {string} kind */
const mark = (kind) => marks[kind][mode()];
/** @param {string} kind */
const markLabel = kinds.label;
/** @param {string} kind */
const markShort = kinds.short;
/** @param {string} kind */
const markGlyph = (kind) => marks[kind].glyph;
const markKinds = Object.keys(marks);
const chromeNow = () => chrome[mode()];
const onChange = (f) => listeners.push(f);

export {
  mode,
  byIndex,
  wait,
  family,
  ink,
  contrast,
  mix,
  echartsTheme,
  waits as waitKinds,
  state,
  mark,
  markLabel,
  markShort,
  markGlyph,
  markKinds,
  chromeNow as chrome,
  force,
  onChange,
};
