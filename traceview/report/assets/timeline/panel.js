// panel.js: the side panel: everything known about the selected span: what, where, who
// made it runnable, whom it woke, who had the Ps meanwhile, and links from it.
import { el, link } from '../base/dom.js';
import * as format from '../base/format.js';
import * as arrows from './arrows.js';
import * as details from './details.js';
import { gName, gFunc, stackOf } from '../trace/model.js';
import * as stack from '../trace/stack.js';
import { RUNNING, RUNNABLE, WAITING, SYSCALL } from '../trace/states.js';
import * as totals from '../trace/totals.js';

const MOST = 8; // rows shown of a list

/** @param {Timeline} tl */
function span(tl, { row, lane, g }) {
  const { model } = tl,
    { spans } = model;
  return [
    details.head(tl, g),
    details.chain(tl, row, spans.start[row]),
    details.facts([
      ...details.spanFacts(tl, row),
      ...details.coreFacts(tl, row, spans.start[row]).slice(0, 1),
      ['note', details.merged(model, row, 1)],
    ]),
    el(
      'div',
      { class: 'actions' },
      link('◂ previous', () => tl.step(-1), 'on this lane (,)'),
      link('next ▸', () => tl.step(1), 'on this lane (.)'),
      lane.kind !== 'g' &&
        g >= 0 &&
        link(`◂ ${gName(model, g)}`, () => tl.stepGoroutine(-1), 'previous span of this goroutine (<)'),
      lane.kind !== 'g' &&
        g >= 0 &&
        link(`${gName(model, g)} ▸`, () => tl.stepGoroutine(1), 'next span of this goroutine (>)'),
      link('zoom to span', () => tl.fit(spans.start[row], spans.end[row]), '(F)'),
    ),
    g >= 0 && family(tl, row, g),
    g >= 0 && meanwhile(tl, row),
    g >= 0 && stack.node(stackTitle(spans.state[row]), stackOf(model, spans.stack[row]), model.page, tl),
    g >= 0 && places(tl, g),
  ].filter(Boolean);
}

/** @param {number} state */
function stackTitle(state) {
  if (state === RUNNABLE) return 'Made ready at';
  return state === WAITING ? 'Waits at' : state === SYSCALL ? 'Called at' : 'Stopped at';
}

// who links to what a goroutine did at a time, or just names it if the page does not have that.
/** @param {Timeline} tl @param {number} g @param {number} row @param {number} [t] */
function who(tl, g, row, t) {
  const text = `${gName(tl.model, g)} ${format.shortFunc(gFunc(tl.model, g))}`;
  return row >= 0 ? link(text, () => tl.goToRow(row, t), 'show in the timeline') : text;
}

// cause says what made the goroutine runnable, or what ended its wait.
/** @param {Timeline} tl @param {number} row @param {Wake} wake */
function cause(tl, row, wake) {
  const { model } = tl,
    { spans } = model,
    state = spans.state[row];
  const by = wake.by >= 0 ? who(tl, wake.by, wake.byRow, wake.t) : '';
  const parent = model.gs.parent[wake.g];
  const then = state === RUNNING ? `, ${format.duration(spans.start[row] - wake.t)} before it ran` : '';
  if (wake.kind === 'create')
    return ['created by ', by || (parent > 0 ? 'G' + parent : `the ${wake.inferred} (inferred)`), then];
  if (wake.kind === 'self')
    return [
      state === RUNNING
        ? `was preempted or yielded, then waited ${format.duration(spans.start[row] - wake.t)} for a P`
        : 'was preempted or yielded: see the end of the previous span',
    ];
  if (wake.kind === 'return') return ['returned from a system call without a P', then];
  const verb = state === WAITING ? 'ended by ' : 'woken by ';
  if (by) return [verb, by, then];
  if (wake.inferred) return [verb, `the ${wake.inferred} (inferred)`, then];
  return ['what woke it was not recorded', then];
}

// woken is a line about a goroutine that was made runnable.
/** @param {Timeline} tl @param {Wake} wake */
function woken(tl, wake) {
  const { spans } = tl.model;
  const ran =
    wake.run >= 0
      ? `ran ${format.duration(spans.start[wake.run] - wake.t)} later${spans.p[wake.run] >= 0 ? ' on P ' + spans.p[wake.run] : ''}`
      : 'did not run again within the trace';
  return [
    wake.kind === 'create' ? 'created ' : 'woke ',
    who(tl, wake.g, wake.run >= 0 ? wake.run : wake.row),
    ' ',
    el('span', { class: 'quiet' }, ran),
  ];
}

// family shows who made the span's goroutine runnable and whom it woke; with the chain,
// everything that led to the span and followed from it.
/** @param {Timeline} tl @param {number} row @param {number} g */
function family(tl, row, g) {
  const { model } = tl;
  const { led, caused } = arrows.chosen(tl);
  const first = led.wakes[0];
  const out = [];
  if (tl.arrows.chain) {
    out.push(
      chainList(tl, 'What led to it', led, (w) => [
        w.kind === 'create' ? 'created by ' : 'woken by ',
        w.by >= 0
          ? who(tl, w.by, w.byRow, w.t)
          : w.inferred
            ? `the ${w.inferred} (inferred)`
            : model.gs.parent[w.g] > 0
              ? 'G' + model.gs.parent[w.g]
              : 'unknown',
        ': ',
        who(tl, w.g, w.row),
      ]),
    );
    out.push(
      chainList(tl, 'What it caused', caused, (w) => [w.by !== g && [gName(model, w.by), ' '], ...woken(tl, w)].flat()),
    );
  } else {
    if (first) out.push(el('p', { class: 'cause' }, cause(tl, row, first)));
    if (caused.wakes.length) out.push(chainList(tl, 'Woke', caused, (w) => woken(tl, w)));
  }
  if (!led.wakes.length && !caused.wakes.length && !tl.arrows.chain) return null;
  out.push(
    el(
      'div',
      { class: 'actions' },
      el(
        'button',
        {
          class: 'link',
          type: 'button',
          'aria-pressed': String(tl.arrows.chain),
          onclick: () => tl.toggleArrows('chain'),
        },
        tl.arrows.chain ? 'show only its own arrows (C)' : 'show the whole chain, both ways (C)',
      ),
    ),
  );
  return el('div', { class: 'family' }, out);
}

/** @param {Timeline} tl @param {string} title */
function chainList(tl, title, { wakes: list, cut, lost }, line) {
  const n = format.count(list.length) + (cut ? ' or more' : '');
  const item = (w) => el('li', {}, el('span', { class: 'quiet' }, format.moment(w.t, 1000) + ' '), line(w));
  return el(
    'div',
    {},
    el('h4', {}, title, el('span', { class: 'quiet' }, ` ${n}`)),
    list.length
      ? el('ul', { class: 'wakes' }, list.slice(0, MOST).map(item))
      : el('p', { class: 'quiet' }, 'Nothing recorded.'),
    lost && el('p', { class: 'quiet' }, 'Before that, spans are merged, or outside the loaded part of the trace.'),
    list.length > MOST &&
      el(
        'details',
        {},
        el('summary', {}, `${list.length - MOST} more`),
        el('ul', { class: 'wakes' }, list.slice(MOST).map(item)),
      ),
  );
}

// meanwhile shows who had the Ps while a goroutine waited for one.
/** @param {Timeline} tl @param {number} row */
function meanwhile(tl, row) {
  const { model } = tl,
    { spans } = model;
  if (spans.state[row] !== RUNNABLE || spans.dur[row] <= 0) return null;
  const m = totals.meanwhile(model, spans.start[row], spans.end[row]);
  if (!m.ps) return null;
  const all = m.ps * spans.dur[row],
    share = (t) => format.percent(t / all);
  const line = (name, t) =>
    el(
      'tr',
      {},
      el('td', {}, name),
      el('td', { class: 'num' }, format.duration(t)),
      el('td', { class: 'num' }, share(t)),
    );
  return el(
    'div',
    {},
    el(
      'h4',
      {},
      'Who had the Ps meanwhile',
      el('span', { class: 'quiet' }, ` inferred from the lanes${m.exact ? '' : ', approximate: spans are merged'}`),
    ),
    el(
      'table',
      { class: 'mini' },
      m.gs.slice(0, MOST).map(({ g, time }) =>
        line(
          link(`${gName(model, g)} ${format.shortFunc(gFunc(model, g))}`, () =>
            tl.goToRow(rowOn(model, g, spans.start[row], spans.end[row])),
          ),
          time,
        ),
      ),
      m.gs.length > MOST &&
        line(
          `${format.count(m.gs.length - MOST)} others`,
          m.gs.slice(MOST).reduce((sum, x) => sum + x.time, 0),
        ),
      m.syscall > 0 && line('in system calls', m.syscall),
      m.idle > 0 && line('no goroutine', m.idle),
    ),
  );
}

// rowOn is a span in which g ran between two times, -1 if there is none.
/** @param {Model} model @param {number} g @param {number} from @param {number} to */
function rowOn(model, g, from, to) {
  let found = -1;
  for (const lane of model.lanes.p)
    totals.overlaps(model.spans, lane, from, to, (row) => {
      if (model.spans.g[row] === g) found = row;
    });
  return found;
}

// places links to the goroutine elsewhere on the page.
/** @param {Timeline} tl @param {number} g */
function places(tl, g) {
  const { model } = tl,
    func = gFunc(model, g),
    name = gName(model, g);
  const parent = model.byID.get(model.gs.parent[g]);
  return el(
    'div',
    { class: 'actions' },
    link('only ' + name, () => tl.search(name), 'grey out all other goroutines'),
    func &&
      link(
        'all of ' + format.shortFunc(func),
        () => tl.search(func),
        'grey out all goroutines that do not run this function',
      ),
    parent !== undefined &&
      link(
        `its parent ${gName(model, parent)}`,
        () => tl.search(gName(model, parent)),
        'the goroutine that created it',
      ),
    tl.inTable && link('in the table', () => tl.inTable(name), 'its row in the table of goroutines'),
    func &&
      tl.inTable &&
      link(
        'its function in the table',
        () => tl.inTable(func),
        'all that run the same function, in the table of goroutines',
      ),
  );
}

export { span };
