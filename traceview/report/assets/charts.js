// charts.js: the charts below the timeline. Their options come from the report's
// writer (charts.go); here they get colours, names and tooltips.
(function (sv) {
  'use strict';
  const { el, byId, swatch } = sv.dom;
  const { theme, format } = sv;
  const drawn = new Map();

  const tip = (head, ...facts) => el('div', {}, el('div', { class: 'who' }, head), sv.details.facts(facts));
  const tooltip = (formatter) => ({
    formatter, confine: true, transitionDuration: 0, padding: 0, borderWidth: 0, className: 'tip', backgroundColor: 'transparent', extraCssText: 'box-shadow:none',
  });

  // what each chart needs on top of its option; null says there is nothing to draw.
  const finish = {
    utilisation: ({ page }) => heat(page, 'utilisation', 'P '),

    cores: ({ page }) => heat(page, 'cores', 'core '),

    flow({ page }) {
      const links = page.charts.flow.series?.[0]?.links || [];
      if (!page.cores || !links.length) return null;
      const { boxes } = page.cores;
      const most = Math.max(...['func', 'p', 'm', 'core'].map((kind) => boxes.filter((b) => b.kind === kind).length));
      const depth = { func: 0, p: 1, m: 2, core: 3 };
      const narrow = innerWidth < 640;
      const total = links.filter((l) => boxes[l.source].kind === 'm').reduce((sum, l) => sum + l.value, 0);
      const name = ({ name: i }) => boxName(boxes[i]);
      return {
        height: Math.max(150, Math.min(520, most * 34)),
        option: {
          series: [{
            left: 8, right: narrow ? 60 : 80, top: 8, bottom: 8, nodeWidth: 12, nodeGap: 7, draggable: false, layoutIterations: 32, nodeAlign: 'left',
            data: page.charts.flow.series[0].data.map((d) => ({ ...d, depth: depth[boxes[d.name].kind], itemStyle: { color: boxColour(boxes[d.name]), borderWidth: 0 } })),
            label: { formatter: name, color: theme.chrome().text, fontSize: 11.5, width: narrow ? 90 : 220, overflow: 'truncate' },
            lineStyle: { color: 'source', opacity: 0.28, curveness: 0.5 },
            emphasis: { focus: 'trajectory', lineStyle: { opacity: 0.55 } },
          }],
          tooltip: { ...tooltip(({ dataType, data, value }) => (dataType === 'edge'
            ? tip(el('b', {}, boxName(boxes[data.source]) + ' → ' + boxName(boxes[data.target])), ['on cores', format.duration(value)], ['of all', format.percent(value / Math.max(1, total))])
            : tip(el('b', {}, boxName(boxes[data.name])), ['on cores', format.duration(value)], ['of all', format.percent(value / Math.max(1, total))]))), trigger: 'item' },
        },
      };
    },

    running({ page }) {
      if (!page.charts.running.series?.[0]?.data?.length) return null;
      const colours = [theme.state('runnable'), theme.state('runnable'), theme.state('running')];
      const names = page.charts.running.series.map((s) => s.name);
      const ticks = format.ticks(0, page.duration, byId('chart-running').parentNode.clientWidth - 60);
      return {
        height: 200,
        option: {
          grid: { left: 48, right: 28, top: 30, bottom: 26, outerBoundsMode: 'none' },
          legend: { show: true, left: 44, top: 0, itemWidth: 14, itemHeight: 8, icon: 'rect', textStyle: { color: theme.chrome().muted } },
          xAxis: [{ min: 0, max: page.duration, axisLabel: { customValues: ticks.at, formatter: (t) => format.moment(t, ticks.step, page.duration) }, axisLine: { show: false }, axisTick: { show: false } }],
          yAxis: [{ minInterval: 1, axisLine: { show: false } }],
          color: colours,
          series: names.map((_, i) => ({ lineStyle: { width: i === 0 ? 0 : 1.6, color: colours[i] }, itemStyle: { color: colours[i], opacity: i === 0 ? 0.4 : 1 }, areaStyle: { color: colours[i], opacity: i === 0 ? 0.25 : 0 } })),
          tooltip: {
            ...tooltip((points) => tip(el('b', {}, format.duration(points[0].value[0])), ...points.map((p) => [p.seriesName, p.value[1].toFixed(p.seriesIndex === 0 ? 0 : 2)]))),
            axisPointer: { type: 'line', lineStyle: { color: theme.chrome().muted } },
          },
        },
      };
    },

    sharing({ page }) {
      const { groups, procs } = page.sharing;
      if (!groups?.length) return null;
      const name = (g) => (g.others ? `${g.others} other functions` : format.shortFunc(g.func) || 'unknown function');
      const narrow = innerWidth < 640;
      return {
        height: 34 + groups.length * 26,
        option: {
          grid: { left: narrow ? 130 : 250, right: 12, top: 26, bottom: 4, outerBoundsMode: 'none' },
          xAxis: [{ axisLabel: { formatter: (p) => 'P ' + p }, axisLine: { show: false }, axisTick: { show: false } }],
          yAxis: [{ axisLabel: { formatter: (i) => name(groups[i]), width: narrow ? 120 : 238, overflow: 'truncate' }, axisLine: { show: false }, axisTick: { show: false } }],
          visualMap: [{ inRange: { color: theme.chrome().ramp } }],
          series: [{
            itemStyle: { borderColor: theme.chrome().panel, borderWidth: 2 },
            label: { show: procs.length <= 12 && !narrow, formatter: ({ value }) => (value[2] ? format.duration(value[2]) : ''), fontSize: 11 },
            data: readable(page.charts.sharing),
          }],
          tooltip: tooltip(({ value }) => {
            const g = groups[value[1]];
            return tip(el('b', {}, name(g)), ['on P', String(procs[value[0]])], ['ran', format.duration(value[2])], ['of its total', format.percent(value[2] / Math.max(1, g.total))], ['goroutines', format.count(g.goroutines)]);
          }),
        },
        click: ({ value }) => sv.sections.goroutines.filter(groups[value[1]].func),
      };
    },

    preempts({ page }) {
      const kinds = page.charts.preempts.yAxis[0].data || [];
      if (!kinds.length) return null;
      return {
        height: 16 + kinds.length * 28,
        option: {
          grid: { left: 190, right: 60, top: 4, bottom: 4, outerBoundsMode: 'none' },
          yAxis: [{ axisLabel: { formatter: (k) => theme.markGlyph(k) + '  ' + theme.markLabel(k), color: theme.chrome().text, width: 180, overflow: 'truncate' }, axisLine: { show: false }, axisTick: { show: false } }],
          series: [{
            barWidth: 12, label: { color: theme.chrome().text, formatter: ({ value }) => format.count(value) },
            data: page.charts.preempts.series[0].data.map((d, i) => ({ ...d, itemStyle: { color: theme.mark(kinds[i]) } })),
          }],
        },
      };
    },

    slices: (model) => distribution(model, 'slices', theme.state('running'), [['10 ms', 1e7]], 'running spans'),

    latency(model) {
      const l = model.page.stat.sched_latency;
      return distribution(model, 'latency', theme.state('runnable'), [['p50', l.p50_ns], ['p90', l.p90_ns], ['p99', l.p99_ns], ['max', l.max_ns]], 'waits');
    },
  };

  const boxNames = { func: (b) => (b.id < 0 ? 'other functions' : format.shortFunc(b.name) || 'unknown function'), p: (b) => 'P ' + b.id, m: (b) => (b.id < 0 ? 'other Ms' : 'M ' + b.id), core: (b) => 'core ' + b.id };
  const boxName = (b) => boxNames[b.kind](b);
  const boxColour = (b) => theme.byIndex({ func: 0, p: 2, m: 6, core: 10 }[b.kind]);

  // heat draws rows of shares over time, of Ps or of cores.
  function heat(page, chart, prefix) {
    const rows = page.charts[chart].yAxis[0].data || [];
    if (!rows.length || !page.charts[chart].series?.[0]?.data?.length) return null;
    const times = page.charts[chart].xAxis[0].data.map(Number);
    const step = times.length > 1 ? times[1] - times[0] : page.duration;
    const labels = tickLabels(times, step);
    return {
      height: Math.max(90, Math.min(420, 46 + rows.length * 26)),
      option: {
        grid: { left: 56, right: 28, top: 8, bottom: 26, outerBoundsMode: 'none' },
        xAxis: [{ axisLabel: { interval: (i) => labels.has(i), formatter: (t, i) => labels.get(i) || '' }, axisLine: { show: false }, axisTick: { show: false } }],
        yAxis: [{ axisLabel: { formatter: (p) => prefix + p }, axisLine: { show: false }, axisTick: { show: false } }],
        visualMap: [{ inRange: { color: theme.chrome().ramp } }],
        series: [{ itemStyle: { borderColor: theme.chrome().panel, borderWidth: times.length > 120 ? 0 : 1 }, emphasis: { itemStyle: { borderColor: theme.chrome().text } } }],
        tooltip: tooltip(({ value }) => tip(el('b', {}, prefix + rows[value[1]]), ['from', format.moment(times[value[0]], step / 10)], ['step', format.duration(step)], ['busy', format.percent(value[2])])),
      },
      click: ({ value }) => sv.timeline.current.show({ from: times[value[0]], to: times[value[0]] + step }),
    };
  }

  // readable gives each cell's number a colour that can be read on the cell's.
  function readable(option) {
    const most = option.visualMap[0].max;
    const { ramp, text, panel } = theme.chrome();
    const dark = theme.ink(ramp[1]) === '#ffffff' ? panel : '#10151c';
    return option.series[0].data.map((d) => ({ ...d, label: { color: d.value[2] > most * 0.45 ? dark : text } }));
  }

  // tickLabels gives the steps in which round moments fall, and what to call them.
  function tickLabels(times, step) {
    const end = times.at(-1) + step;
    const ticks = format.ticks(0, end, Math.max(300, innerWidth - 150));
    return new Map(ticks.at.map((t) => [Math.max(0, Math.round((t - times[0]) / step)), format.moment(t, ticks.step, end)]));
  }

  // distribution finishes a chart over log time, with lines at the given values.
  function distribution({ page }, name, colour, lines, what) {
    const bars = page.charts[name].series?.[0]?.data || [];
    if (!bars.length) return null;
    const low = Math.floor(bars[0].value[0]), high = Math.ceil(bars.at(-1).value[1]);
    const near = new Set();
    const marks = lines.filter(([, ns]) => ns > 0 && Math.log10(ns) >= low - 1).map(([label, ns]) => ({ label, at: Math.log10(ns) }));
    // Labels that would cover each other stand on two heights.
    marks.forEach((m, i) => i > 0 && m.at - marks[i - 1].at < (high - low) * 0.06 && !near.has(i - 1) && near.add(i));
    return {
      height: 210,
      option: {
        grid: { left: 48, right: 30, top: 34, bottom: 26, outerBoundsMode: 'none' },
        xAxis: [{ min: low, max: Math.max(high, ...marks.map((m) => Math.ceil(m.at))), axisLabel: { formatter: (v) => decade(v) } }],
        yAxis: [{ logBase: 10, axisLabel: { formatter: (v) => (v >= 1 ? format.count(v) : '') } }],
        series: [{
          itemStyle: { color: colour },
          markLine: {
            silent: true, symbol: 'none', lineStyle: { color: theme.chrome().text, type: 'dashed', width: 1 },
            data: marks.map((m, i) => ({ xAxis: m.at, label: { formatter: m.label, color: theme.chrome().text, fontSize: 11, distance: near.has(i) ? 16 : 4 } })),
          },
        }],
        tooltip: tooltip(({ value }) => tip(el('b', {}, `${decade(value[0])} to ${decade(value[1])}`), [what, format.count(value[2])])),
      },
    };
  }

  const decade = (v) => format.duration(Math.pow(10, v)).replace(/(\d)\.0+ /, '$1 ');

  function draw(name, model) {
    const node = byId('chart-' + name);
    drawn.get(name)?.dispose();
    drawn.delete(name);
    const done = finish[name](model);
    node.hidden = !done;
    const empty = byId('empty-' + name);
    if (empty) empty.hidden = !!done;
    if (!done) return;
    node.style.height = done.height + 'px';
    const chart = echarts.init(node, theme.echartsTheme(), { renderer: 'canvas' });
    chart.setOption(model.page.charts[name]);
    chart.setOption(done.option);
    if (done.click) chart.on('click', done.click);
    drawn.set(name, chart);
  }

  function drawAll(model) {
    for (const name of Object.keys(finish)) draw(name, model);
  }

  function resize() {
    for (const chart of drawn.values()) chart.resize();
  }

  sv.charts = { drawAll, resize };
})(globalThis.schedviz ??= {});
