// sharing.js: charts of who ran where: functions on Ps, and on through threads to cores;
// and of how goroutines were stopped.
import * as format from '../base/format.js';
import * as theme from '../base/theme.js';
import { tip, tooltip } from './charts.js';
import * as goroutines from './goroutines.js';
import { goLane } from './links.js';
import * as preemption from './preemption.js';

const boxNames = {
  func: (b) => (b.id < 0 ? 'other functions' : format.shortFunc(b.name) || 'unknown function'),
  p: (b) => 'P ' + b.id,
  m: (b) => (b.id < 0 ? 'other Ms' : 'M ' + b.id),
  core: (b) => 'core ' + b.id,
};
const boxName = (b) => boxNames[b.kind](b);
const boxColour = (b) => theme.byIndex({ func: 0, p: 2, m: 6, core: 10 }[b.kind]);

// goToBox lists a function's goroutines, or shows the lane of a P, M or core.
/** @param {Model} model */
function goToBox({ lanes }, b) {
  if (b.id < 0) return;
  if (b.kind === 'func') return b.name && goroutines.filter(b.name);
  const kind = { p: 'p', m: 'm', core: 'c' }[b.kind];
  goLane(
    kind,
    lanes[kind].find((l) => l.key === b.id),
  );
}

/** @param {Model} model */
function flow(model) {
  const { page } = model;
  const links = page.charts.flow.series?.[0]?.links || [];
  if (!page.cores || !links.length) return null;
  const { boxes } = page.cores;
  const most = Math.max(...['func', 'p', 'm', 'core'].map((kind) => boxes.filter((b) => b.kind === kind).length));
  const depth = { func: 0, p: 1, m: 2, core: 3 };
  const narrow = innerWidth < 640;
  const total = links.filter((l) => boxes[l.source].kind === 'm').reduce((sum, l) => sum + l.value, 0);
  const widest = links.reduce((a, b) => (b.value > a.value ? b : a));
  const said = (head, value) =>
    tip(head, ['on cores', format.duration(value)], ['share', format.percent(value / Math.max(1, total))]);
  return {
    height: Math.max(150, Math.min(520, most * 34)),
    label: `${format.duration(total)} of running time on cores, from functions through Ps and Ms to cores. The largest flow: ${boxName(boxes[widest.source])} to ${boxName(boxes[widest.target])}, ${format.duration(widest.value)}.`,
    option: {
      series: [
        {
          left: 8,
          right: narrow ? 60 : 80,
          top: 8,
          bottom: 8,
          nodeWidth: 12,
          nodeGap: most > 40 ? 1 : 7,
          draggable: false,
          layoutIterations: 32,
          nodeAlign: 'left',
          data: page.charts.flow.series[0].data.map((d) => ({
            ...d,
            depth: depth[boxes[d.name].kind],
            itemStyle: { color: boxColour(boxes[d.name]), borderWidth: 0 },
          })),
          label: {
            show: true,
            formatter: ({ name: i }) => boxName(boxes[i]),
            color: theme.chrome().text,
            fontSize: most > 40 ? 9 : 11.5,
            width: narrow ? 90 : 220,
            overflow: 'truncate',
          },
          labelLayout: { hideOverlap: true },
          lineStyle: { color: 'source', opacity: 0.28, curveness: 0.5 },
          emphasis: { focus: 'trajectory', lineStyle: { opacity: 0.55 } },
        },
      ],
      tooltip: {
        ...tooltip(({ dataType, data, value }) =>
          dataType === 'edge'
            ? said(boxName(boxes[data.source]) + ' → ' + boxName(boxes[data.target]), value)
            : said(boxName(boxes[data.name]), value),
        ),
        trigger: 'item',
      },
    },
    click: ({ dataType, data }) => dataType === 'node' && goToBox(model, boxes[data.name]),
  };
}

function sharing({ page }) {
  const { groups, procs } = page.sharing;
  if (!groups?.length) return null;
  const name = (g) => (g.others ? `${g.others} other functions` : format.shortFunc(g.func) || 'unknown function');
  const narrow = innerWidth < 640;
  const all = groups.reduce((sum, g) => sum + g.total, 0);
  return {
    height: 34 + groups.length * 26,
    label: `Running time of goroutines by function and P. The largest is ${name(groups[0])}: ${format.duration(groups[0].total)}, ${format.percent(groups[0].total / Math.max(1, all))} of the total.`,
    option: {
      grid: { left: narrow ? 130 : 250, right: 12, top: 26, bottom: 4, outerBoundsMode: 'none' },
      xAxis: [
        {
          axisLabel: { formatter: (p) => 'P ' + p, hideOverlap: true },
          axisLine: { show: false },
          axisTick: { show: false },
        },
      ],
      yAxis: [
        {
          axisLabel: {
            interval: 0,
            formatter: (i) => name(groups[i]),
            width: narrow ? 120 : 238,
            overflow: 'truncate',
          },
          axisLine: { show: false },
          axisTick: { show: false },
        },
      ],
      visualMap: [{ inRange: { color: theme.chrome().ramp } }],
      series: [
        {
          itemStyle: { borderColor: theme.chrome().panel, borderWidth: procs.length > 64 ? 0 : 2 },
          label: {
            show: procs.length <= 12 && !narrow,
            formatter: ({ value }) => (value[2] ? format.duration(value[2]) : ''),
            fontSize: 11,
          },
          data: readable(page.charts.sharing),
        },
      ],
      tooltip: tooltip(({ value }) => {
        const g = groups[value[1]];
        return tip(
          name(g),
          ['on P', String(procs[value[0]])],
          ['ran', format.duration(value[2])],
          ['share of its total', format.percent(value[2] / Math.max(1, g.total))],
          ['goroutines', format.count(g.goroutines)],
        );
      }),
    },
    click: ({ value }) => groups[value[1]].func && goroutines.filter(groups[value[1]].func),
  };
}

// moves is the matrix of goroutine migrations, from P to P.
function moves({ page }) {
  const cells = page.charts.moves.series?.[0]?.data || [];
  if (!cells.length) return null;
  const ids = page.charts.moves.xAxis[0].data,
    narrow = innerWidth < 640;
  const most = cells.reduce((a, b) => (b.value[2] > a.value[2] ? b : a)).value;
  const size = Math.max(14, Math.min(34, (narrow ? 280 : 480) / ids.length));
  const axis = {
    axisLabel: { formatter: (p) => 'P ' + p, hideOverlap: true },
    axisLine: { show: false },
    axisTick: { show: false },
  };
  return {
    height: Math.round(34 + ids.length * size),
    label: `Goroutine migrations from P to P; the most frequent, ${format.count(most[2])} times, is from P ${ids[most[1]]} to P ${ids[most[0]]}.`,
    option: {
      grid: {
        left: 60,
        width: Math.round(ids.length * size * (ids.length < 12 ? 2 : 1)),
        top: 26,
        bottom: 4,
        outerBoundsMode: 'none',
      },
      xAxis: [axis],
      yAxis: [axis],
      visualMap: [{ inRange: { color: theme.chrome().ramp } }],
      series: [
        {
          itemStyle: { borderColor: theme.chrome().panel, borderWidth: ids.length > 32 ? 0 : 2 },
          label: {
            show: ids.length <= 12 && !narrow,
            formatter: ({ value }) => (value[2] ? format.count(value[2]) : ''),
            fontSize: 11,
          },
          data: readable(page.charts.moves),
        },
      ],
      tooltip: tooltip(({ value }) =>
        tip(`P ${ids[value[1]]} → P ${ids[value[0]]}`, ['moves', format.count(value[2])]),
      ),
    },
  };
}

// readable gives each cell's number a colour that contrasts with the cell's.
function readable(option) {
  const most = option.visualMap[0].max;
  const { ramp, text, panel } = theme.chrome();
  const dark = theme.ink(ramp[1]) === '#ffffff' ? panel : '#10151c';
  return option.series[0].data.map((d) => ({ ...d, label: { color: d.value[2] > most * 0.45 ? dark : text } }));
}

function preempts({ page }) {
  const kinds = page.charts.preempts.yAxis[0].data || [];
  if (!kinds.length) return null;
  const counts = page.charts.preempts.series[0].data.map((d) => d.value);
  return {
    height: 16 + kinds.length * 28,
    label:
      'Preemptions by kind: ' +
      kinds.map((k, i) => `${format.count(counts[i])} ${theme.markLabel(k)}`).join(', ') +
      '.',
    option: {
      grid: { left: 190, right: 66, top: 4, bottom: 4, outerBoundsMode: 'none' },
      yAxis: [
        {
          axisLabel: {
            formatter: (k) => theme.markGlyph(k) + '  ' + theme.markLabel(k),
            color: theme.chrome().text,
            width: 180,
            overflow: 'truncate',
          },
          axisLine: { show: false },
          axisTick: { show: false },
        },
      ],
      series: [
        {
          barWidth: 12,
          barMinHeight: 2,
          label: { color: theme.chrome().text, formatter: ({ value }) => format.count(value) },
          data: page.charts.preempts.series[0].data.map((d, i) => ({
            ...d,
            itemStyle: { color: theme.mark(kinds[i]) },
          })),
        },
      ],
    },
    click: ({ dataIndex }) => preemption.showLongest(kinds[dataIndex]),
  };
}

const charts = { flow, sharing, moves, preempts };

export { charts };
