// distributions.js: charts with a logarithmic time axis: how long goroutines ran and
// waited, and the mutator utilization under garbage collection.
import * as format from '../base/format.js';
import * as theme from '../base/theme.js';
import { tip, tooltip } from './charts.js';
import * as sites from './sites.js';
import { RUNNING, RUNNABLE } from '../trace/states.js';

const decade = (v) => format.duration(Math.pow(10, v)).replace(/(\d)\.0+ /, '$1 ');

// distribution finishes a histogram, with lines at the given values. A click on a
// bar shows its longest span.
/** @param {Model} model */
function distribution(model, { name, state, colour, lines, what, label }) {
  const { page } = model;
  const bars = page.charts[name].series?.[0]?.data || [];
  if (!bars.length) return null;
  const low = Math.floor(bars[0].value[0]),
    high = Math.ceil(bars.at(-1).value[1]);
  const marks = lines
    .filter(([, ns]) => ns > 0 && Math.log10(ns) >= low - 1)
    .map(([text, ns]) => ({ text, at: Math.log10(ns) }));
  const max = Math.max(high, ...marks.map((m) => Math.ceil(m.at)));
  const heights = staggered(marks, (max - low) * (innerWidth < 640 ? 0.13 : 0.06));
  return {
    height: 200 + 12 * Math.max(...heights, 0),
    label,
    option: {
      grid: { left: 60, right: 30, top: 22 + 12 * Math.max(...heights, 0), bottom: 26, outerBoundsMode: 'none' },
      xAxis: [{ min: low, max, axisLabel: { formatter: (v) => decade(v), hideOverlap: true } }],
      yAxis: [{ logBase: 10, axisLabel: { formatter: (v) => (v >= 1 ? format.short(v) : '') } }],
      series: [
        {
          itemStyle: { color: colour },
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: theme.chrome().text, type: 'dashed', width: 1 },
            data: marks.map((m, i) => ({
              xAxis: m.at,
              label: { formatter: m.text, color: theme.chrome().text, fontSize: 11, distance: 4 + 12 * heights[i] },
            })),
          },
        },
      ],
      tooltip: tooltip(({ value }) =>
        tip(`${decade(value[0])} to ${decade(value[1])}`, [what, format.count(value[2])]),
      ),
    },
    click({ value }) {
      const from = Math.pow(10, value[0]),
        to = Math.pow(10, value[1]);
      sites.go(
        sites.longest(
          model,
          (row, spans) =>
            spans.state[row] === state && spans.n[row] === 1 && spans.dur[row] >= from && spans.dur[row] < to,
        ),
      );
    },
  };
}

// staggered puts labels that would overlap at different heights.
function staggered(marks, room) {
  const heights = [];
  marks.forEach((m, i) => heights.push(i > 0 && m.at - marks[i - 1].at < room ? heights[i - 1] + 1 : 0));
  // The leftmost of several is highest, so that its line crosses no other label.
  for (let i = 0; i < heights.length;) {
    let end = i + 1;
    while (end < heights.length && heights[end] > 0) end++;
    const crowd = heights.slice(i, end).reverse();
    heights.splice(i, crowd.length, ...crowd);
    i = end;
  }
  return heights;
}

/** @param {Model} model */
function slices(model) {
  const bars = model.page.charts.slices.series?.[0]?.data || [];
  const late = bars.filter((b) => b.value[0] >= 7).reduce((sum, b) => sum + b.value[2], 0);
  const longest = model.page.slices[0];
  return distribution(model, {
    name: 'slices',
    state: RUNNING,
    colour: theme.state('running'),
    lines: [['10 ms', 1e7]],
    what: 'slices',
    label: `How long goroutines ran per slice: ${format.plural(late, 'slice')} longer than 10 ms${longest ? ', the longest ' + format.duration(longest.to - longest.from) : ''}.`,
  });
}

/** @param {Model} model */
function latency(model) {
  const l = model.page.stat.sched_latency;
  return distribution(model, {
    name: 'latency',
    state: RUNNABLE,
    colour: theme.state('runnable'),
    what: 'waits',
    lines: [
      ['p50', l.p50_ns],
      ['p90', l.p90_ns],
      ['p99', l.p99_ns],
      ['max', l.max_ns],
    ],
    label: `Scheduling latency: ${format.plural(l.count, 'wait')}, median ${format.duration(l.p50_ns)}, p99 ${format.duration(l.p99_ns)}, longest ${format.duration(l.max_ns)}.`,
  });
}

function mmu({ page }) {
  const points = page.charts.mmu.series?.[0]?.data || [];
  if (points.length < 2 || !page.gc.all) return null;
  const at = (ns) => points.find((p) => p.value[0] >= ns)?.value[1];
  return {
    height: 210,
    label:
      'Minimum mutator utilization: ' +
      [1e6, 1e7, 1e8]
        .filter((ns) => at(ns) !== undefined)
        .map((ns) => `at least ${format.percent(at(ns))} in any ${format.duration(ns)}`)
        .join(', ') +
      '.',
    option: {
      grid: { left: 52, right: 30, top: 12, bottom: 26, outerBoundsMode: 'none' },
      xAxis: [
        {
          min: points[0].value[0],
          max: points.at(-1).value[0],
          axisLabel: { formatter: (ns) => format.duration(ns).replace(/(\d)\.0+ /, '$1 '), hideOverlap: true },
        },
      ],
      yAxis: [{ interval: 0.25, axisLabel: { formatter: (v) => format.percent(v) } }],
      series: [
        {
          lineStyle: { color: theme.chrome().gc, width: 2 },
          itemStyle: { color: theme.chrome().gc },
          areaStyle: { color: theme.chrome().gc },
        },
      ],
      tooltip: {
        ...tooltip(([p]) => tip(`in any ${format.duration(p.value[0])}`, ['at least', format.percent(p.value[1])])),
        axisPointer: { type: 'line', lineStyle: { color: theme.chrome().muted } },
      },
    },
  };
}

const charts = { slices, latency, mmu };

export { charts };
