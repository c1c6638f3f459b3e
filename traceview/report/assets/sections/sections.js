// sections.js: findings, notes and claims, and the order in which the sections are drawn.
import * as col from '../trace/columns.js';
import { el, byId, link } from '../base/dom.js';
import * as format from '../base/format.js';
import * as annotations from './annotations.js';
import * as flames from './flameview.js';
import * as gc from './gc.js';
import * as goroutines from './goroutines.js';
import { goTo } from './links.js';
import * as machine from './machine.js';
import * as preemption from './preemption.js';
import * as waiting from './waiting.js';

// The sections that tell more of findings which have no place in the timeline.
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

function findings({ page }) {
  byId('findings').replaceChildren(
    ...page.findings.map((f) => {
      const body = [el('b', {}, f.value), el('span', {}, f.text)];
      const section = byId(sectionOf[f.id] || '');
      if (f.place)
        return el(
          'button',
          { class: 'finding', type: 'button', title: 'show it in the timeline', onclick: () => goTo(f.place) },
          body,
        );
      if (section && !section.hidden)
        return el(
          'button',
          {
            class: 'finding',
            type: 'button',
            title: 'show more of it below',
            onclick: () => section.scrollIntoView({ block: 'start' }),
          },
          body,
        );
      return el('div', { class: 'finding' }, body);
    }),
  );
}

// exactly tells where else a page with merged spans has them as they were.
/** @param {Page} page */
function exactly({ served, exact }) {
  if (served) return '; from nearer all are: they come as you zoom in';
  if (exact.length)
    return ', and so is all that the marks below the strip lead to, around what is remarkable; schedviz serve shows the whole trace so';
  return '; schedviz serve shows all so';
}

// within says how far apart spans must be on lanes of each kind to be told apart.
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

// notes says what the page does not carry whole.
/** @param {Model} model */
function notes(model) {
  const { carried: c, resolution, resolutions: r, rangeResolution } = model.page;
  const out = [];
  if (resolution > 0 || c.merged > 0) {
    out.push(
      `The trace has more spans than a page should carry: neighbours within ${within(resolution, r)} are merged into one (${format.plural(c.merged, 'such span')}, drawn pale, solid from below by the share of time that was busy). Longer spans are exact${exactly(model.page)}.`,
    );
  }
  const groups = model.overview.groups.length;
  if (c.lanes < c.goroutines)
    out.push(
      `Of ${format.plural(c.goroutines, 'goroutine')}, ${format.count(c.lanes)} have a lane: of each start function those that ran most.${groups ? ` The others are in the ${groups === 1 ? 'line' : format.count(groups) + ' lines'} of their functions, above the lanes of goroutines.` : ''}`,
    );
  const heat = model.page.heats?.utilisation?.rows.length ?? 0;
  if (heat && heat < model.lanes.p.length)
    out.push(
      `Of ${format.plural(model.lanes.p.length, 'P')}, the map of their utilisation has the first ${format.count(heat)}.`,
    );
  if (rangeResolution > 0)
    out.push(
      `The trace has so many GC phases and stop-the-worlds that those of one kind within ${format.duration(rangeResolution)} are drawn as one, paler the less of the time they took.`,
    );
  for (const [what, most] of [
    ['task', 'longest'],
    ['region', 'longest'],
    ['log', 'thinned out evenly'],
  ]) {
    const here = model.cols[what === 'log' ? col.log.time : col[what].type].length,
      all = c[what + 's'];
    if (here < all)
      out.push(
        most === 'longest'
          ? `Of ${format.plural(all, what)}, the timeline has the ${format.count(here)} that took longest.`
          : `Of ${format.plural(all, 'log message')}, the timeline has ${format.count(here)}, ${most}.`,
      );
  }
  if (c.table < c.stats)
    out.push(
      `Of ${format.plural(c.stats, 'goroutine')}, the table has ${format.count(c.table)}: those alive at the end, as far as they fit, and the others that ran most. All figures are about all of them.`,
    );
  byId('notes').replaceChildren(...out.map((t) => el('p', {}, t)));
}

const verdicts = { holds: '✓', fails: '✗', inconclusive: '?' };

function claims({ page }) {
  byId('claims').hidden = page.claims.length === 0;
  byId('claim-list').replaceChildren(
    ...page.claims.map((c) =>
      el(
        'li',
        { class: 'claim ' + (verdicts[c.verdict] ? c.verdict : 'inconclusive') },
        el('span', { class: 'verdict' }, (verdicts[c.verdict] || '?') + ' ' + c.verdict),
        el(
          'div',
          {},
          el('b', {}, c.text),
          el('p', {}, c.evidence, c.place ? ' ' : '', c.place ? link('show it', () => goTo(c.place)) : ''),
        ),
      ),
    ),
  );
}

// contents lists the sections that have something to say.
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
  claims(model);
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
