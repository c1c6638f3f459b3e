// sweep.js: draws the charts of a sweep. Their options come from Go (sweep.go); colours,
// names and tooltips are added here.
import { load } from '../base/data.js';
import { el, byId, failed } from '../base/dom.js';
import * as format from '../base/format.js';
import * as print from '../base/print.js';
import * as theme from '../base/theme.js';

const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]];
const symbols = ['circle', 'rect', 'triangle', 'diamond'];
const drawn = [];
const sweep = { page: null, drawn };

const units = {
  ns: (v) => format.duration(v),
  share: (v) => format.percent(v),
  count: (v) => (v < 10 && v !== Math.trunc(v) ? v.toFixed(1) : format.count(v)),
  times: (v) => v.toFixed(2) + '×',
};

// range draws an error bar: a line with ends from [x, low, high].
function range(params, api) {
  const [x, low] = api.coord([api.value(0), api.value(1)]),
    [, high] = api.coord([api.value(0), api.value(2)]);
  const style = { stroke: api.visual('color'), lineWidth: 1.5 };
  const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });
  return {
    type: 'group',
    children: [line(x, low, x, high), line(x - 4, low, x + 4, low), line(x - 4, high, x + 4, high)],
  };
}

// named gives lines and limits their names and styles.
function dress(page, series) {
  const { muted } = theme.chrome();
  return series.map((s) => {
    if (s.name === 'ideal' || s.name === 'possible') {
      return {
        name: s.name === 'ideal' ? 'ideal' : `on ${format.plural(page.cores, 'core')}`,
        symbol: 'none',
        silent: true,
        z: 1,
        lineStyle: { color: muted, type: s.name === 'ideal' ? 'dashed' : 'dotted', width: 1.5 },
        itemStyle: { color: muted },
      };
    }
    const i = Number(s.name.split(' ')[1]),
      colour = theme.byIndex(i);
    const name = page.series[i] || 'measured';
    if (s.type === 'custom') return { name, itemStyle: { color: colour }, silent: true, z: 2 };
    return {
      name,
      symbol: symbols[i % 4],
      itemStyle: { color: colour },
      lineStyle: { color: colour, width: 2, type: dashes[i % 4] },
      cursor: 'pointer',
      z: 3,
    };
  });
}

function tip(page, panel, { seriesName, value, seriesIndex }) {
  const write = units[panel.unit];
  const bar = (page.charts[panel.id].series.find((s) => s.name === 'range ' + seriesIndex)?.data || []).find(
    (d) => d.value[0] === value[0],
  );
  const facts = [['median', write(value[1])]];
  if (bar) facts.push(['error bar', write(bar.value[1]) + ' to ' + write(bar.value[2])]);
  facts.push(['runs', String(page.runs[seriesIndex][value[0]])]);
  return el(
    'div',
    {},
    el(
      'div',
      { class: 'who' },
      el('b', {}, page.axis + ' ' + page.ticks[value[0]] + (page.series[seriesIndex] ? ', ' + seriesName : '')),
    ),
    el('dl', { class: 'facts' }, ...facts.flatMap(([k, v]) => [el('dt', {}, k), el('dd', {}, v)])),
  );
}

function draw(page, panel) {
  const node = /** @type {HTMLElement} */ (document.querySelector(`[data-chart="${panel.id}"]`)),
    option = page.charts[panel.id];
  node.style.height = '240px';
  const chart = echarts.init(node, theme.echartsTheme(), { renderer: 'canvas' });
  const write = units[panel.unit],
    several = page.series.length > 1 || panel.id === 'speed_up';
  chart.setOption(option);
  chart.setOption({
    grid: { left: 64, right: 24, top: several ? 34 : 12, bottom: 44, outerBoundsMode: 'none' },
    legend: {
      show: several,
      top: 0,
      left: 60,
      type: 'scroll',
      itemWidth: 26,
      itemHeight: 8,
      textStyle: { color: theme.chrome().text },
    },
    xAxis: [
      {
        name: page.axis,
        nameLocation: 'middle',
        nameGap: 26,
        nameTextStyle: { color: theme.chrome().muted },
        axisLabel: { formatter: (v) => page.ticks[v] ?? '' },
        boundaryGap: true,
      },
    ],
    yAxis: [{ axisLabel: { formatter: write }, splitNumber: 4 }],
    series: dress(page, option.series),
    tooltip: {
      confine: true,
      transitionDuration: 0,
      padding: 0,
      borderWidth: 0,
      className: 'tip',
      backgroundColor: 'transparent',
      extraCssText: 'box-shadow:none',
      formatter: (p) => (p.seriesType === 'line' ? tip(page, panel, p) : ''),
    },
  });
  chart.on('click', ({ seriesType, seriesIndex, value }) => {
    const link = seriesType === 'line' && page.links[seriesIndex]?.[value[0]];
    if (link) location.href = link;
  });
  drawn.push(chart);
}

function drawAll(page) {
  for (const chart of drawn.splice(0)) chart.dispose();
  for (const panel of page.panels) draw(page, panel);
}

async function start() {
  echarts.registerCustomSeries('schedviz.range', range);
  const { page } = await load(byId('data').textContent);
  drawAll(page);
  addEventListener('resize', () => drawn.forEach((chart) => chart.resize()));
  theme.onChange(() => drawAll(page));
  print.listen([]);
  sweep.page = page;
  document.body.dataset.ready = 'yes';
}

start().catch((e) => failed('The charts', e));

export { sweep };
