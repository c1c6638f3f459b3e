// overtime.js: charts over time: states, and heat maps of Ps and cores.
import * as col from '../trace/columns.js';
import { byId } from '../base/dom.js';
import * as format from '../base/format.js';
import * as theme from '../base/theme.js';
import { hide as hideTip, show as showTip } from '../base/tip.js';
import { tip, tooltip, timeAxis, painters } from './charts.js';
import { current as timeline } from '../timeline/current.js';

const mean = (values) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
const show = (from, to) => timeline.show({ from, to });

// patterns distinguish stacked areas by more than colour.
const patterns = {
  runnable: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  waiting: {
    symbol: 'circle',
    symbolSize: 0.5,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [6, 0],
  },
  syscall: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
};

/** @param {Model} model */
function states(model) {
  const { page } = model;
  const series = page.charts.states.series || [];
  const data = series[0]?.data || [];
  if (!data.length) return null;
  const node = byId('chart-states');
  const names = series.map((s) => s.name);
  const means = Object.fromEntries(series.map((s) => [s.name, mean(s.data.map((d) => d.value[1]))]));
  // Many waiting goroutines would flatten all other areas.
  const crowded = means.waiting > 4 * (means.running + means.runnable + means.syscall);
  const step = data.length > 1 ? data[1].value[0] - data[0].value[0] : page.duration;
  const colour = (name) => (name === names.at(-1) ? theme.chrome().text : theme.state(name));
  return {
    height: 230,
    label: `Goroutines by state over time; on average ${['running', 'syscall', 'runnable', 'waiting'].map((n) => `${means[n].toFixed(1)} ${n}`).join(', ')}.`,
    option: {
      grid: { left: 48, right: 28, top: innerWidth < 640 ? 48 : 30, bottom: 26, outerBoundsMode: 'none' },
      legend: {
        show: true,
        left: 44,
        top: 0,
        itemWidth: 14,
        itemHeight: 10,
        icon: 'rect',
        textStyle: { color: theme.chrome().muted },
        selected: { waiting: !crowded },
      },
      xAxis: [timeAxis(node, page.duration, 76)],
      yAxis: [{ minInterval: 1, axisLine: { show: false }, axisLabel: { formatter: (v) => format.short(v) } }],
      series: names.map((name, i) => ({
        lineStyle: {
          width: i === names.length - 1 ? 1.2 : 0,
          type: i === names.length - 1 ? 'dashed' : 'solid',
          color: colour(name),
        },
        itemStyle: {
          color: colour(name),
          decal: patterns[name] && { ...patterns[name], color: 'rgba(255,255,255,0.45)' },
        },
        areaStyle: { color: colour(name), opacity: i === names.length - 1 ? 0 : 0.8 },
      })),
      tooltip: {
        ...tooltip((points) =>
          tip(
            format.moment(points[0].value[0], step / 10),
            ...points.map((p) => [
              p.seriesName,
              p.seriesIndex === names.length - 1 ? format.count(p.value[1]) : p.value[1].toFixed(2),
            ]),
          ),
        ),
        axisPointer: { type: 'line', lineStyle: { color: theme.chrome().muted } },
      },
    },
    attach: (chart) => clickable(chart, (t) => show(Math.max(0, t - step / 2), Math.min(page.duration, t + step / 2))),
  };
}

// clickable calls act with the time of a click inside the chart's grid.
function clickable(chart, act) {
  chart.getZr().on('click', (e) => {
    if (chart.containPixel({ gridIndex: 0 }, [e.offsetX, e.offsetY]))
      act(chart.convertFromPixel({ gridIndex: 0 }, [e.offsetX, e.offsetY])[0]);
  });
}

const LEVELS = 16; // shades of a heat map

// heat draws rows of shares over time. All cells of one shade form one path: with
// 256 Ps there are 60,000 cells.
/** @param {Model} model */
function heat(model, name, column, prefix) {
  const { page } = model;
  const h = page.heats[name],
    values = model.cols[column];
  if (!h.rows.length || !h.steps) return null;
  const node = byId('chart-' + name);
  const rows = h.rows.length;
  painters.set(name, (params, api) => paint(params, api, h, values));
  const busy = h.rows.map((_, r) => mean(Array.from(values.subarray(r * h.steps, (r + 1) * h.steps))) / 200);
  const busiest = busy.indexOf(Math.max(...busy)),
    idlest = busy.indexOf(Math.min(...busy));
  return {
    height: Math.max(90, Math.min(420, 46 + rows * 26)),
    label: `How busy each of ${format.plural(rows, prefix === 'P ' ? 'P' : 'core')} was over time. Busiest: ${prefix}${h.rows[busiest]}, ${format.percent(busy[busiest])}; least busy: ${prefix}${h.rows[idlest]}, ${format.percent(busy[idlest])}.`,
    option: {
      grid: { left: 60, right: 28, top: 8, bottom: 26, outerBoundsMode: 'none' },
      xAxis: [{ ...timeAxis(node, Math.max(page.duration, 1), 88), splitLine: { show: false } }],
      yAxis: [
        {
          min: 0,
          max: rows,
          axisLabel: { customValues: rowLabels(rows), formatter: (v) => prefix + h.rows[Math.floor(v)] },
          axisLine: { show: false },
          axisTick: { show: false },
        },
      ],
      series: [{ data: [[0, 0]], silent: true, clip: true }],
    },
    attach: (chart, box) => listen(chart, box, h, values, prefix),
  };
}

// rowLabels are the centres of the rows that have room for a name.
function rowLabels(rows) {
  const every = [1, 2, 4, 8, 16, 32, 64, 128, 256].find((n) => rows / n <= 20) || 512;
  return Array.from({ length: Math.ceil(rows / every) }, (_, i) => i * every + 0.5);
}

function paint(params, api, h, values) {
  const { ramp } = theme.chrome();
  const area = params.coordSys;
  const [x0, y0] = api.coord([h.start, 0]);
  const [x1, y1] = api.coord([h.start + h.step * h.steps, h.rows.length]);
  const w = (x1 - x0) / h.steps,
    tall = (y1 - y0) / h.rows.length;
  const gap = tall >= 8 ? 1 : 0;
  const rects = Array.from({ length: LEVELS + 1 }, () => []);
  for (let r = 0; r < h.rows.length; r++) {
    for (let i = 0; i < h.steps;) {
      const level = Math.ceil((values[r * h.steps + i] / 200) * LEVELS);
      let end = i + 1; // neighbours of one shade are one rectangle
      while (end < h.steps && Math.ceil((values[r * h.steps + end] / 200) * LEVELS) === level) end++;
      rects[level].push(x0 + i * w, y0 + r * tall, (end - i) * w, Math.max(1, tall - gap));
      i = end;
    }
  }
  return {
    type: 'group',
    clipPath: { type: 'rect', shape: { x: area.x, y: area.y, width: area.width, height: area.height } },
    children: rects.map((list, level) => ({
      type: 'schedvizRects',
      shape: { rects: list },
      style: { fill: theme.mix(ramp[0], ramp[1], level / LEVELS) },
    })),
  };
}

function listen(chart, box, h, values, prefix) {
  const zr = chart.getZr();
  const cell = (e) => {
    if (!chart.containPixel({ gridIndex: 0 }, [e.offsetX, e.offsetY])) return null;
    const [t, y] = chart.convertFromPixel({ gridIndex: 0 }, [e.offsetX, e.offsetY]);
    const i = Math.floor((t - h.start) / h.step),
      row = Math.floor(y);
    return i >= 0 && i < h.steps && row >= 0 && row < h.rows.length ? { i, row } : null;
  };
  zr.on('mousemove', (e) => {
    const at = cell(e);
    box.style.cursor = at ? 'pointer' : '';
    zr.setCursorStyle(at ? 'pointer' : 'default');
    if (!at) return hideTip();
    showTip(
      tip(
        prefix + h.rows[at.row],
        ['from', format.moment(h.start + at.i * h.step, h.step / 10)],
        ['step', format.duration(h.step)],
        ['busy', format.percent(values[at.row * h.steps + at.i] / 200)],
      ),
      e.event,
    );
  });
  zr.on('globalout', () => hideTip());
  zr.on('click', (e) => {
    const at = cell(e);
    if (at) show(h.start + at.i * h.step, h.start + (at.i + 1) * h.step);
  });
}

const charts = {
  states,
  utilisation: (model) => heat(model, 'utilisation', col.heat.utilisation, 'P '),
  cores: (model) => (model.page.cores ? heat(model, 'cores', col.heat.cores, 'core ') : null),
};

export { charts };
