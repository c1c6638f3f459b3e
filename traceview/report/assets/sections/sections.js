// sections.js: findings and notes, and the order in which the sections are drawn.
import * as col from '../trace/columns.js';
import { el, byId, link } from '../base/dom.js';
import * as format from '../base/format.js';
import * as annotations from './annotations.js';
import * as claims from './claims.js';
import * as flames from './flameview.js';
import * as gc from './gc.js';
import * as goroutines from './goroutines.js';
import * as lesson from './lesson.js';
import { goTo } from './links.js';
import * as machine from './machine.js';
import * as preemption from './preemption.js';
import * as waiting from './waiting.js';

// The sections with more about findings that have no location in the timeline.
const sectionOf = {
  utilisation: 'shared',
  idle: 'shared',
  cores: 'cores',
  preempt: 'preemption',
  slice: 'preemption',
  latency: 'waiting',
  queue: 'shared',
  wait: 'stacks',
  alive: 'goroutines',
  stw: 'gc',
  gc: 'gc',
  starved: 'waiting',
  firstrun: 'waiting',
};

const beside = 3; // findings beside a lesson, at first

// findings shows what matters in the trace; beside a lesson only the first few, until the
// reader asks for more.
/** @param {Model} model */
function findings(model, all = !model.page.lesson) {
  const { page } = model;
  const shown = all ? page.findings : page.findings.slice(0, beside);
  const left = page.findings.length - shown.length;
  byId('findings').classList.toggle('few', left > 0);
  byId('findings').replaceChildren(
    ...shown.map(finding),
    ...(left > 0
      ? [el('button', { class: 'link more', type: 'button', onclick: () => findings(model, true) }, `${left} more`)]
      : []),
  );
}

function finding(f) {
  const body = [el('b', {}, f.value), el('span', {}, f.text)];
  const section = byId(sectionOf[f.id] || '');
  const button = (title, onclick) => el('button', { class: 'finding', type: 'button', title, onclick }, body);
  if (f.place) return button('show in the timeline', () => goTo(f.place));
  if (section && !section.hidden)
    return button('go to the section below', () => section.scrollIntoView({ block: 'start' }));
  return el('div', { class: 'finding' }, body);
}

// exactly says where else the exact spans of a page with merged spans are to be found.
/** @param {Page} page */
function exactly({ served, exact }) {
  if (served) return '; zoom in to load exact spans';
  if (exact.length)
    return '. The marks below the overview strip lead to exact parts of the trace, around its highlights; schedviz serve shows the whole trace exactly';
  return '; schedviz serve shows the whole trace exactly';
}

// within writes the merge distance, for each kind of lane if they differ.
function within(all, r) {
  const kinds = r
    ? [
        ['P', r.p],
        ['M', r.m],
        ['G', r.g],
      ].filter(([, ns]) => ns > 0)
    : [];
  if (!kinds.length || (kinds.every(([, ns]) => ns === all) && kinds.length === 3)) return format.duration(all);
  return kinds.map(([kind, ns]) => `${format.duration(ns)} on ${kind} lanes`).join(', ');
}

// notes says what was left out of the page.
/** @param {Model} model */
function notes(model) {
  const { carried: c, resolution, resolutions: r, rangeResolution } = model.page;
  const out = [];
  if (resolution > 0 || c.merged > 0) {
    out.push(
      `The trace has more spans than fit on a page: neighbouring spans within ${within(resolution, r)} are merged into one (${format.plural(c.merged, 'merged span')}, drawn pale, filled from below by the share of busy time). Longer spans are exact${exactly(model.page)}.`,
    );
  }
  const groups = model.overview.groups.length;
  if (c.lanes < c.goroutines)
    out.push(
      `${format.count(c.lanes)} of ${format.plural(c.goroutines, 'goroutine')} have a lane: for each start function, those that ran most.${groups ? ` The others are counted in the ${groups === 1 ? 'lane of their function' : format.count(groups) + ' lanes of their functions'}, above the goroutine lanes.` : ''}`,
    );
  const heat = model.page.heats?.utilisation?.rows.length ?? 0;
  if (heat && heat < model.lanes.p.length)
    out.push(
      `The chart of P utilisation shows the first ${format.count(heat)} of ${format.plural(model.lanes.p.length, 'P')}.`,
    );
  if (rangeResolution > 0)
    out.push(
      `The trace has so many GC phases and stop-the-world pauses that those of one kind within ${format.duration(rangeResolution)} are drawn as one, paler the smaller their share of that time.`,
    );
  for (const [what, most] of [
    ['task', 'longest'],
    ['region', 'longest'],
    ['log', 'taken at regular intervals'],
  ]) {
    const here = model.cols[what === 'log' ? col.log.time : col[what].type].length,
      all = c[what + 's'];
    if (here < all)
      out.push(
        most === 'longest'
          ? `The timeline shows the ${format.count(here)} longest of ${format.plural(all, what)}.`
          : `The timeline shows ${format.count(here)} of ${format.plural(all, 'log message')}, ${most}.`,
      );
  }
  if (c.table < c.stats)
    out.push(
      `The table lists ${format.count(c.table)} of ${format.plural(c.stats, 'goroutine')}: those alive at the end, as far as they fit, and then those that ran most. All figures cover all goroutines.`,
    );
  byId('notes').replaceChildren(...out.map((t) => el('p', {}, t)));
}

// contents lists the sections that are not empty.
function contents() {
  byId('contents').replaceChildren(
    ...[.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('main > section[id]'))]
      .filter((s) => !s.hidden)
      .map((s) => link(s.querySelector('h2').textContent, () => s.scrollIntoView({ block: 'start' }))),
  );
}

// drawAll draws all tables. The findings come last, for they link to sections.
/** @param {Model} model */
function drawAll(model) {
  notes(model);
  claims.draw(model);
  lesson.draw(model);
  machine.draw(model);
  preemption.draw(model);
  waiting.draw(model);
  flames.draw(model);
  gc.draw(model);
  goroutines.draw(model);
  annotations.draw(model);
  findings(model);
  contents();
}

export { drawAll };
