// charts.js: draws the charts below the timeline. Their options come from the report's
// writer (charts.go); overtime.js, sharing.js and distributions.js give them colours,
// names and tooltips.
(function (sv) {
  'use strict';
  const { el, byId } = sv.dom;
  const { theme } = sv;

  // finishers, by chart, return {height, option, label, …} for a model, or null if
  // there is nothing to draw. label says in words what the chart shows; click takes
  // an ECharts event; attach gets the chart, to listen to it.
  const finishers = {};
  const drawn = new Map();
  const painters = new Map(); // of heat maps, by name

  function define(charts) { Object.assign(finishers, charts); }

  const tip = (head, ...facts) => el('div', {}, el('div', { class: 'who' }, el('b', {}, head)), sv.details.facts(facts));
  const tooltip = (formatter) => ({
    formatter, confine: true, transitionDuration: 0, padding: 0, borderWidth: 0, className: 'tip', backgroundColor: 'transparent', extraCssText: 'box-shadow:none',
  });

  // timeAxis is an x axis of moments of the trace, as wide as the node's chart.
  function timeAxis(node, duration, room) {
    const ticks = sv.format.ticks(0, duration, Math.max(200, node.parentNode.clientWidth - room));
    return { min: 0, max: duration, axisLabel: { customValues: ticks.at, formatter: (t) => sv.format.moment(t, ticks.step, duration), hideOverlap: true }, axisLine: { show: false }, axisTick: { show: false } };
  }

  // prepare gives a chart its room at once, so that nothing moves later, and its
  // place among what is drawn when it comes near.
  function prepare(name, model) {
    const node = byId('chart-' + name);
    const before = drawn.get(name);
    before?.dispose();
    drawn.delete(name);
    const done = finishers[name](model);
    node.hidden = !done;
    const empty = byId('empty-' + name);
    if (empty) empty.hidden = !!done;
    const part = byId('part-' + name);
    if (part) part.hidden = !done;
    if (!done) return;
    node.style.height = done.height + 'px';
    node.setAttribute('role', 'img');
    node.setAttribute('aria-label', done.label);
    if (before) draw(name, model, node, done);
    else sv.lazy.near(node, () => draw(name, model, node, finishers[name](model)));
  }

  function draw(name, model, node, done) {
    const chart = echarts.init(node, theme.echartsTheme(), { renderer: 'canvas' });
    chart.setOption(model.page.charts[name]);
    chart.setOption(done.option);
    if (done.click) chart.on('click', done.click);
    done.attach?.(chart, node);
    drawn.set(name, chart);
  }

  // drawAll prepares all charts; those that were drawn are drawn anew.
  function drawAll(model) {
    if (!painters.registered) echarts.registerCustomSeries('schedviz.heat', (params, api) => painters.get(params.seriesName)(params, api));
    painters.registered = true;
    for (const name of Object.keys(finishers)) prepare(name, model);
  }

  function resize() {
    for (const chart of drawn.values()) chart.resize();
    sv.flames?.current()?.draw();
  }

  sv.charts = { define, drawAll, resize, tip, tooltip, timeAxis, painters };
})(globalThis.schedviz ??= {});
