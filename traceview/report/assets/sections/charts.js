// charts.js: draws the charts below the timeline. Their options come from Go
// (charts.go); overtime.js, sharing.js and distributions.js add colours, names and
// tooltips.
import { el, byId } from '../base/dom.js';
import * as format from '../base/format.js';
import * as lazy from '../base/lazy.js';
import * as theme from '../base/theme.js';
import * as details from '../timeline/details.js';

// A chart's finisher returns {height, option, label, …} for a model, or null if
// there is nothing to draw. label describes the chart in words; click handles an ECharts
// event; attach is called with the chart, to add listeners.
const drawn = new Map();
const painters = new Map(); // of heat maps, by name
let registered = false; // with ECharts

/** @param {string} head */
const tip = (head, ...facts) => el('div', {}, el('div', { class: 'who' }, el('b', {}, head)), details.facts(facts));
const tooltip = (formatter) => ({
  formatter,
  confine: true,
  transitionDuration: 0,
  padding: 0,
  borderWidth: 0,
  className: 'tip',
  backgroundColor: 'transparent',
  extraCssText: 'box-shadow:none',
});

// timeAxis is an x axis of trace times, as wide as the node's chart.
/** @param {HTMLElement} node @param {number} duration @param {number} room */
function timeAxis(node, duration, room) {
  const ticks = format.ticks(0, duration, Math.max(200, node.parentElement.clientWidth - room));
  return {
    min: 0,
    max: duration,
    axisLabel: { customValues: ticks.at, formatter: (t) => format.moment(t, ticks.step, duration), hideOverlap: true },
    axisLine: { show: false },
    axisTick: { show: false },
  };
}

// prepare reserves a chart's space at once, so that nothing moves later, and draws the
// chart when it comes near the viewport.
/** @param {string} name @param {(model: Model) => any} finish @param {Model} model */
function prepare(name, finish, model) {
  const node = byId('chart-' + name);
  const before = drawn.get(name);
  before?.dispose();
  drawn.delete(name);
  const done = finish(model);
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
  else lazy.near(node, () => draw(name, model, node, finish(model)));
}

/** @param {string} name @param {Model} model @param {HTMLElement} node */
function draw(name, model, node, done) {
  const chart = echarts.init(node, theme.echartsTheme(), { renderer: 'canvas' });
  chart.setOption(model.page.charts[name]);
  chart.setOption(done.option);
  if (done.click) chart.on('click', done.click);
  done.attach?.(chart, node);
  drawn.set(name, chart);
}

// drawAll prepares all charts, given as finishers by name; charts drawn before are
// redrawn.
/** @param {Model} model */
function drawAll(finishers, model) {
  if (!registered)
    echarts.registerCustomSeries('schedviz.heat', (params, api) => painters.get(params.seriesName)(params, api));
  registered = true;
  for (const [name, finish] of Object.entries(finishers)) prepare(name, finish, model);
}

function resize() {
  for (const chart of drawn.values()) chart.resize();
}

export { drawAll, resize, tip, tooltip, timeAxis, painters };
