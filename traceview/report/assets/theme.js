// theme.js: colours by meaning, for light and dark.
(function (sv) {
  'use strict';

  // goroutines are told apart by these; neighbours in the list differ in lightness
  // as well as in hue, so that they stay apart for the colour-blind.
  const palette = {
    light: ['#4457c8', '#e08a1e', '#1b9e8f', '#c4457c', '#8a94a6', '#a3b02a', '#7b5cc4', '#d2603f', '#3f8fdc', '#8a6a2c', '#2e9e5b', '#b98ad0'],
    dark: ['#7385f0', '#e8a04a', '#35b8a8', '#dc6a9a', '#98a2b4', '#b4c04a', '#9b80e0', '#e07a5c', '#5ca8ee', '#b08d4a', '#4cb878', '#caa2de'],
  };

  const states = {
    light: { unknown: '#c3c8d0', runnable: '#4f8ae0', running: '#2c9a57', waiting: '#d98255', syscall: '#8a5cc4', idle: '#b4bac4', heap: '#8a94a6', queued: '#4f8ae0', 'idle Ps': '#b4bac4', spinning: '#8a5cc4' },
    dark: { unknown: '#5a6270', runnable: '#5c96ea', running: '#45b573', waiting: '#d98a60', syscall: '#a37de0', idle: '#666e7c', heap: '#8a94a6', queued: '#5c96ea', 'idle Ps': '#666e7c', spinning: '#a37de0' },
  };

  // reasons to wait, in the red-orange family; the first pattern that fits decides.
  const waits = [
    [/^GC |\(idle\)|system goroutine|^force gc|^finalizer/, '#aab0ba', '#6b7380'],
    [/chan receive/, '#d97b4a', '#dd8a5e'],
    [/chan send/, '#b8502e', '#c96a48'],
    [/select/, '#e0a03c', '#e0ac58'],
    [/sync|mutex|semacquire|Cond/i, '#cc4b4b', '#dc6a6a'],
    [/sleep/, '#e3b893', '#b58e6c'],
    [/network|IO wait/, '#d9899a', '#d98fa0'],
  ];

  // marks tell kinds of preemption apart by shape (shape.js) and colour.
  const marks = {
    async: { light: '#c81e2b', dark: '#ff6b70', short: 'async', label: 'async preemption', glyph: '▼' },
    cooperative: { light: '#1f5fc8', dark: '#7ab0ff', short: 'cooperative', label: 'cooperative preemption', glyph: '△' },
    stw: { light: '#e0161c', dark: '#ff5a5f', short: 'for STW', label: 'stopped for a stop-the-world', glyph: '■' },
    suspend: { light: '#7a3fc0', dark: '#b48af0', short: 'stack scan', label: 'suspended for a stack scan', glyph: '●' },
    gosched: { light: '#0f8277', dark: '#4fd0c0', short: 'Gosched', label: 'yielded (Gosched)', glyph: '◇' },
    mutex_handoff: { light: '#a86500', dark: '#e0a950', short: 'mutex handoff', label: 'mutex handoff', glyph: '▷' },
    unknown: { light: '#69727f', dark: '#a0a8b4', short: 'unknown', label: 'preempted, kind unknown', glyph: '✕' },
  };

  const chrome = {
    light: { text: '#1b2430', muted: '#667085', line: '#e4e7ec', track: '#f3f5f8', panel: '#ffffff', dim: '#dfe3e9', gc: '#9b6bd3', stw: '#e0161c', accent: '#3355cc', led: '#3355cc', caused: '#a3420f', ramp: ['#f3f5f8', '#3355cc'] },
    dark: { text: '#e6e9ee', muted: '#98a2b3', line: '#2b323d', track: '#1c222b', panel: '#14181f', dim: '#333b47', gc: '#b48af0', stw: '#ff5a5f', accent: '#8ea6ff', led: '#8ea6ff', caused: '#ffb27a', ramp: ['#1c222b', '#8ea6ff'] },
  };

  const query = globalThis.matchMedia ? matchMedia('(prefers-color-scheme: dark)') : { matches: false };
  const mode = () => (query.matches ? 'dark' : 'light');

  const byIndex = (i) => palette[mode()][((i % 12) + 12) % 12];

  function wait(reason) {
    const dark = mode() === 'dark';
    const hit = waits.find(([pattern]) => pattern.test(reason));
    return hit ? hit[dark ? 2 : 1] : states[mode()].waiting;
  }

  // ink is the colour of text that is read on fill.
  function ink(fill) {
    const n = parseInt(fill.slice(1), 16);
    const light = 0.299 * (n >> 16) + 0.587 * ((n >> 8) & 255) + 0.114 * (n & 255);
    return light > 150 ? '#10151c' : '#ffffff';
  }

  // echarts gives a chart's plain parts the page's colours.
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

  sv.theme = {
    mode, byIndex, wait, ink, echartsTheme,
    state: (name) => states[mode()][name] || states[mode()].unknown,
    mark: (kind) => marks[kind][mode()],
    markLabel: (kind) => marks[kind].label,
    markShort: (kind) => marks[kind].short,
    markGlyph: (kind) => marks[kind].glyph,
    markKinds: Object.keys(marks),
    chrome: () => chrome[mode()],
    onChange: (f) => query.addEventListener && query.addEventListener('change', f),
  };
})(globalThis.schedviz ??= {});
