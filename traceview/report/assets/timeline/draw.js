// draw.js: a timeline's two ECharts instances, for the lanes and for the minimap, and
// their options at each redraw.
import * as format from '../base/format.js';
import * as theme from '../base/theme.js';
import * as arrows from './arrows.js';
import { AXIS, visible, COUNTER_GAP } from './layout.js';
import * as paint from './paint.js';

// charts recreates the instances. The options name the painter of each series
// (charts.go); here the name is replaced by this timeline's painter.
/** @param {Timeline} tl */
function charts(tl) {
  const make = (node, option) => {
    const chart = echarts.init(node, theme.echartsTheme(), { renderer: 'canvas' });
    const series = option.series.map((s) => ({ ...s, renderItem: painter(tl, s.renderItem) }));
    chart.setOption({ ...option, series });
    return chart;
  };
  tl.chart?.dispose();
  tl.map?.dispose();
  tl.chart = make(tl.nodes.canvas, tl.model.page.charts.timeline);
  tl.map = make(tl.nodes['map-canvas'], tl.model.page.charts.minimap);
}

const painters = {
  bands: paint.bands,
  pinned: paint.pinned,
  lanes: paint.lanes,
  arrows: arrows.paint,
  counters: paint.counters,
  minimap: paint.minimap,
};

/** @param {Timeline} tl @param {string} name */
function painter(tl, name) {
  const paint = painters[name.replace('schedviz.', '')];
  return (params, api) => paint(tl, params, api);
}

// lanes has ECharts paint the lanes in view, and what is above and below them.
/** @param {Timeline} tl */
function lanes(tl) {
  const { layout, view, width } = tl;
  const ticks = format.ticks(view.from, view.to, width);
  const axis = { min: view.from, max: view.to };
  // A label at the right edge would be cut off.
  const whole = ticks.at.filter((t) => ((t - view.from) / (view.to - view.from)) * width < width - 58);
  const labels = {
    show: tl.axis,
    customValues: whole,
    formatter: (t) => format.moment(t, ticks.step, view.to),
    align: 'left',
    margin: layout.ceiling - AXIS + 6,
    hideOverlap: true,
  };
  const shown = (items) => items.map((i) => [i, 0]);
  const one = { data: [[0, 0]], silent: true };
  const option = {
    xAxis: [
      {
        ...axis,
        axisLabel: labels,
        axisTick: { customValues: ticks.at, length: 4 },
        axisLine: { show: false },
        splitLine: { show: true },
      },
      axis,
      axis,
      axis,
    ],
    yAxis: [
      { min: 0, max: 1 },
      { min: 0, max: 1 },
      { min: 0, max: 1 },
      { min: 0, max: 1 },
    ],
    series: [
      one,
      { data: shown([...layout.pinned.keys()]), clip: true, silent: true },
      { data: shown(visible(tl)), clip: true, silent: true },
      one,
      { ...one, clip: true },
    ],
  };
  if (tl.gridChanged) {
    option.grid = grids(layout);
    tl.gridChanged = false;
  }
  tl.chart.setOption(option);
  tl.chart.getZr().refreshImmediately();
}

// grids are those of charts.go: behind all lanes, pinned lanes, lanes, counters.
function grids({ ceiling, top, viewport, pins, bottom, below }) {
  const grid = (top, height) => ({ left: 0, right: 0, top, height, outerBoundsMode: 'none' });
  const gap = COUNTER_GAP;
  return [
    grid(ceiling, bottom - ceiling),
    grid(pins.top, pins.height),
    grid(top, viewport),
    grid(bottom + gap, Math.max(0, below - gap)),
  ];
}

/** @param {Timeline} tl */
function minimap(tl) {
  tl.map.setOption({
    xAxis: { min: 0, max: tl.extent },
    yAxis: { min: 0, max: 1 },
    series: [{ data: tl.model.lanes.p.map((_, i) => [i, 0]), silent: true }],
  });
}

// mapWindow marks on the minimap the part in view.
/** @param {Timeline} tl */
function mapWindow(tl) {
  const s = tl.nodes.window.style,
    d = tl.extent;
  s.left = (tl.view.from / d) * 100 + '%';
  s.width = Math.max(0.2, ((tl.view.to - tl.view.from) / d) * 100) + '%';
  tl.nodes.map.classList.toggle('whole', tl.view.from <= 0 && tl.view.to >= d);
}

/** @param {Timeline} tl */
function status(tl) {
  const span = tl.view.to - tl.view.from;
  tl.nodes.range.textContent =
    span >= tl.extent
      ? 'all of ' + format.duration(tl.extent)
      : `${format.duration(span)} of ${format.duration(tl.extent)}`;
}

export { charts, lanes, minimap, mapWindow, status };
