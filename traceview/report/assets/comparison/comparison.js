// comparison.js: starts a page that compares traces: their timelines on one time
// axis, and the distributions.
import { load } from '../base/data.js';
import { el, byId, failed } from '../base/dom.js';
import * as format from '../base/format.js';
import * as print from '../base/print.js';
import * as theme from '../base/theme.js';
import { arranged, follow, read } from '../timeline/address.js';
import { giveRoles, functionsOf } from '../timeline/colours.js';
import * as details from '../timeline/details.js';
import { setCurrent } from '../timeline/current.js';
import { AXIS } from '../timeline/layout.js';
import * as keys from '../timeline/keys.js';
import { link } from '../timeline/moving.js';
import * as undo from '../timeline/undo.js';
import * as shape from '../timeline/shape.js';
import * as a11y from '../timeline/a11y.js';
import { Timeline } from '../timeline/timeline.js';
import { build as buildModel } from '../trace/model.js';

const drawn = [];
const comparison = { timelines: null };

// choices is the state of a timeline's toolbar.
const choices = (tl) =>
  JSON.stringify([
    tl.shown,
    tl.colourBy,
    tl.arrows.chain,
    tl.arrows.all,
    tl.arranged.group,
    tl.arranged.order,
    tl.nodes.find.value,
  ]);

// share applies changes in the first timeline's toolbar to the others. There is only one
// search field: that of the first.
/** @param {Timeline[]} timelines */
function share([first, ...others]) {
  const searches = new Map(others.map((tl) => [tl, tl.search.bind(tl)]));
  for (const tl of others) {
    tl.nodes.find = first.nodes.find;
    tl.search = (text) => first.search(text);
  }
  let known = choices(first);
  first.on('draw', () => {
    const now = choices(first);
    if (now === known) return;
    known = now;
    for (const tl of others) {
      tl.shown = { ...first.shown };
      tl.colourBy = first.colourBy;
      for (const what of ['chain', 'all']) tl.arrows[what] = first.arrows[what];
      for (const what of ['group', 'order']) tl.arranged[what] = first.arranged[what];
      searches.get(tl)(first.nodes.find.value);
    }
  });
}

// address keeps the view of the first timeline, which all share, in the page's address. A
// guide says with which view each opens: its lanes, and goroutines of its own that are pinned.
/** @param {Timeline[]} timelines */
function address(timelines, guide) {
  const [first, ...others] = timelines;
  if (guide) {
    for (const [i, tl] of timelines.entries()) tl.opening = arranged(tl, guide.views[i]);
    for (const tl of others) read(tl, tl.opening);
  }
  follow(first);
  first.undo = new undo.Undo(first);
  for (const tl of timelines) {
    tl.undo = first.undo;
    tl.relayout();
  }
}

// heads makes the first timeline's toolbar and strip serve all timelines; each keeps its
// own legend.
/** @param {Timeline[]} timelines */
function heads([first, ...others]) {
  first.root.classList.add('leads');
  first.root.querySelector('.side-head').after(el('div', { class: 'toolbar own' }, first.nodes.legend));
  for (const tl of others) tl.root.classList.add('follows');
}

// leastRoom is the least height of a timeline's lanes, in pixels.
const leastRoom = 96;

// roomFor divides what the screen has below the page's head among the timelines: all of a
// guided comparison are to be in sight at once. The first one also has the time axis.
/** @param {HTMLElement[]} roots @param {number} i */
function roomFor(roots, i) {
  const all = byId('timelines'),
    lanes = roots.map((root) => /** @type {HTMLElement} */ (root.querySelector('.tl-scroll')));
  return () => {
    const heads = all.offsetHeight - lanes.reduce((sum, node) => sum + node.offsetHeight, 0);
    const each = (innerHeight - all.offsetTop - heads - AXIS) / roots.length;
    return Math.max(leastRoom, Math.floor(each) - 1) + (i ? 0 : AXIS);
  };
}

// optionsOf arranges a timeline. Those of a guided comparison are compact, with the counters
// that the guide needs.
/** @param {HTMLElement[]} roots @param {number} i */
function optionsOf(guide, roots, i) {
  if (!guide) return { room: Math.max(0.34, 0.8 / roots.length) };
  return { room: roomFor(roots, i), onlyCounters: guide.counters, compact: true, axis: i === 0 };
}

const decade = (v) => format.duration(Math.pow(10, v)).replace(/(\d)\.0+ /, '$1 ');

// tails finishes the chart of one distribution.
function tails(page, name) {
  const option = page.charts[name],
    node = byId('chart-' + name);
  const series = option.series || [];
  const xs = series.flatMap((s) => (s.data || []).map((d) => d.value[0]));
  byId('empty-' + name).hidden = xs.length > 0;
  node.hidden = xs.length === 0;
  if (!xs.length) return;
  node.style.height = '260px';
  const chart = echarts.init(node, theme.echartsTheme(), { renderer: 'canvas' });
  const least = Math.min(...series.flatMap((s) => (s.data || []).map((d) => d.value[1])));
  const colours = series.map((_, i) => theme.byIndex(i));
  const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]];
  chart.setOption(option);
  chart.setOption({
    color: colours,
    grid: { left: 56, right: 24, top: 32, bottom: 28, outerBoundsMode: 'none' },
    legend: { show: true, left: 52, top: 0, itemWidth: 26, itemHeight: 8, textStyle: { color: theme.chrome().text } },
    xAxis: [
      { min: Math.floor(Math.min(...xs)), max: Math.ceil(Math.max(...xs) + 1e-9), axisLabel: { formatter: decade } },
    ],
    yAxis: [
      {
        min: Math.pow(10, Math.floor(Math.log10(least))),
        max: 1,
        axisLabel: { formatter: (v) => (v >= 0.01 ? format.percent(v) : Number(v * 100).toPrecision(1) + '%') },
      },
    ],
    series: series.map((_, i) => ({
      lineStyle: { width: 2, color: colours[i], type: dashes[i % dashes.length] },
      itemStyle: { color: colours[i] },
    })),
    tooltip: {
      confine: true,
      transitionDuration: 0,
      padding: 0,
      borderWidth: 0,
      className: 'tip',
      backgroundColor: 'transparent',
      extraCssText: 'box-shadow:none',
      axisPointer: { type: 'line', lineStyle: { color: theme.chrome().muted } },
      formatter: (points) =>
        el(
          'div',
          {},
          el('div', { class: 'who' }, el('b', {}, decade(points[0].axisValue) + ' or longer')),
          details.facts(points.map((p) => [p.seriesName, format.percent(p.value[1])])),
        ),
    },
  });
  drawn.push(chart);
}

function charts(page) {
  for (const chart of drawn.splice(0)) chart.dispose();
  for (const name of ['latency', 'slices']) tails(page, name);
}

async function start() {
  shape.register(echarts);
  const { page } = await load(byId('data').textContent);
  /** @type {HTMLElement[]} */
  const roots = [...byId('timelines').querySelectorAll(':scope > .timeline')];
  const models = [];
  for (const i of roots.keys()) models.push(buildModel(await load(byId('data-' + i).textContent)));
  giveRoles(models, page.guide?.roles ?? functionsOf(models));
  const timelines = models.map((model, i) => new Timeline(roots[i], model, optionsOf(page.guide, roots, i)));
  if (page.guide) timelines[0].speaksFor = models;
  for (const name of page.guide?.counters ?? []) {
    const scale = Math.max(...timelines.map((tl) => tl.counts[name]?.max ?? 0));
    for (const tl of timelines) tl.scales[name] = scale;
  }
  setCurrent(timelines[0]);
  link(timelines);
  share(timelines);
  heads(timelines);
  address(timelines, page.guide);
  keys.listen(timelines);
  print.listen(timelines);
  charts(page);
  a11y.charts();
  addEventListener('resize', () => drawn.forEach((chart) => chart.resize()));
  theme.onChange(() => {
    for (const tl of timelines) tl.themeChanged();
    charts(page);
  });
  comparison.timelines = timelines;
  document.body.dataset.ready = 'yes';
}

// state is for tests: what each timeline shows.
const state = () => comparison.timelines?.map((tl) => tl.state()) ?? null;

start().catch((e) => failed('The timelines', e));

export * from '../timeline/console.js';
export { state, comparison };
