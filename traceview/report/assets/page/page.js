// page.js: starts the page.
import { load } from '../base/data.js';
import { byId, failed } from '../base/dom.js';
import * as print from '../base/print.js';
import * as theme from '../base/theme.js';
import * as charts from '../sections/charts.js';
import * as distributions from '../sections/distributions.js';
import * as flames from '../sections/flameview.js';
import * as goroutines from '../sections/goroutines.js';
import * as overtime from '../sections/overtime.js';
import * as sections from '../sections/sections.js';
import * as sharing from '../sections/sharing.js';
import * as address from '../timeline/address.js';
import { current as timeline, setCurrent } from '../timeline/current.js';
import * as finer from '../timeline/finer.js';
import * as keys from '../timeline/keys.js';
import * as undo from '../timeline/undo.js';
import * as shape from '../timeline/shape.js';
import * as a11y from '../timeline/a11y.js';
import { Timeline } from '../timeline/timeline.js';
import { build as buildModel } from '../trace/model.js';
import * as served from '../trace/served.js';

const finishers = { ...overtime.charts, ...sharing.charts, ...distributions.charts };

// whatIsLeft is the height that is left for lanes on the first screen, below the lesson, within
// reason.
function whatIsLeft() {
  const above = document.querySelector('.tl-scroll').getBoundingClientRect().top + scrollY;
  return Math.max(260, 0.35 * innerHeight, Math.min(0.56 * innerHeight, Math.floor(innerHeight - above)));
}

function wire(tl) {
  tl.inTable = goroutines.filter;
  addEventListener('resize', () => {
    charts.resize();
    flames.redraw();
  });
  theme.onChange(() => {
    tl.themeChanged();
    charts.drawAll(finishers, tl.model);
    sections.drawAll(tl.model);
  });
}

async function start() {
  shape.register(echarts);
  const data = byId('data');
  if (data) draw(await load(data.textContent));
  else await served.follow(draw);
}

function draw(data) {
  const model = buildModel(data);
  document.title = model.page.title + ' · schedviz';
  const { lesson } = model.page;
  const tl = new Timeline(byId('timeline'), model, lesson ? { room: whatIsLeft } : {});
  if (lesson) tl.opening = address.arranged(tl, lesson.view);
  setCurrent(tl);
  sections.drawAll(model);
  wire(tl);
  finer.attach(tl);
  address.follow(tl);
  tl.undo = new undo.Undo(tl);
  keys.listen([tl]);
  print.listen([tl]);
  charts.drawAll(finishers, model);
  a11y.charts();
  document.body.dataset.ready = 'yes';
}

// state is for tests: what the timeline shows, as plain values.
const state = () => timeline?.state() ?? null;

start().catch((e) => {
  byId('reading-trace')?.remove();
  failed('This page', e);
});

export * from '../timeline/console.js';
export { state };
