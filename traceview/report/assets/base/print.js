// print.js: lays the page out for paper: light colours, as wide as print.css says, the
// timeline as currently shown, and tables with up to ROWS rows.
import * as theme from './theme.js';

const ROWS = 100; // of a table

// begin lays the page out for paper; what is printed is what is drawn when it returns.
/** @param {Timeline[]} timelines */
function begin(timelines) {
  document.documentElement.classList.add('printing');
  theme.force('light');
  redraw(timelines);
  for (const box of document.querySelectorAll('.chart')) flatten([...box.querySelectorAll('canvas')]);
}

// flatten draws all layers of a chart onto the topmost: when printing, Chromium shows
// only that one.
function flatten(layers) {
  const top = layers.pop();
  if (!layers.length) return;
  const c = top.getContext('2d');
  c.save();
  c.setTransform(1, 0, 0, 1, 0, 0);
  c.globalCompositeOperation = 'destination-over';
  for (const layer of layers.reverse()) c.drawImage(layer, 0, 0);
  c.restore();
}

/** @param {Timeline[]} timelines */
function end(timelines) {
  document.documentElement.classList.remove('printing');
  theme.force(null);
  redraw(timelines);
}

/** @param {Timeline[]} timelines */
function redraw(timelines) {
  for (const tl of timelines) {
    tl.relayout();
    tl.draw();
  }
  for (const box of document.querySelectorAll('.chart')) {
    const chart = echarts.getInstanceByDom(box);
    chart?.resize();
    chart?.getZr().flush(); // what ECharts defers to the next frame would be missing
  }
  for (const box of document.querySelectorAll('.virtual-box')) box.dispatchEvent(new Event('scroll'));
  for (const box of document.querySelectorAll('.list')) /** @type {any} */ (box).list?.draw();
}

const active = () => document.documentElement.classList.contains('printing');

/** @param {Timeline[]} timelines */
function listen(timelines) {
  addEventListener('beforeprint', () => begin(timelines));
  addEventListener('afterprint', () => end(timelines));
}

export { listen, active, ROWS };
