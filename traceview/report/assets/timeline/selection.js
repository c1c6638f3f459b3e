// selection.js: the totals of the selected time range, on all lanes or on some.
import * as copy from '../base/copy.js';
import { el, link, swatch } from '../base/dom.js';
import * as format from '../base/format.js';
import * as theme from '../base/theme.js';
import * as details from './details.js';
import { gName, gFunc, laneName } from '../trace/model.js';
import * as totals from '../trace/totals.js';

const MOST = 12; // goroutines, reasons and Ps shown
const stateNames = ['running', 'runnable', 'waiting', 'syscall'];

/** @param {Timeline} tl @param {SelectedRange} range */
function panel(tl, range) {
  const { model } = tl;
  const t = totals.of(model, range.from, range.to, range.lanes);
  const span = range.to - range.from,
    about = t.exact ? '' : '≈ ';
  const ps = model.page.stat.procs.gomaxprocs || model.lanes.p.length;
  const ran = t.gs.filter((g) => g.running > 0).length;
  return [
    el('div', { class: 'who' }, el('b', {}, format.duration(span) + ' selected')),
    el(
      'p',
      { class: 'quiet' },
      scope(tl, range),
      t.exact ? '' : ' Some spans are merged: all of their time counts under the longest of them.',
      t.laneless > 0 ? ` ${format.plural(t.laneless, 'goroutine')} without a lane: only running time counts.` : '',
    ),
    details.facts([
      ['from', format.moment(range.from, span / 100)],
      ['to', format.moment(range.to, span / 100)],
      [
        'P utilisation',
        !range.lanes && ps ? about + format.percent(t.ps.reduce((sum, p) => sum + p.running, 0) / (span * ps)) : '',
      ],
      ['ran', format.plural(ran, 'goroutine')],
      ...t.marks.map(({ kind, count }) => [theme.markGlyph(kind) + ' ' + theme.markShort(kind), format.count(count)]),
    ]),
    el(
      'div',
      { class: 'actions' },
      link('zoom to selection (F)', () => tl.fitSelection()),
      link('clear (Esc)', () => tl.clear()),
      scopeLinks(tl, range),
    ),
    table(
      'By state',
      '',
      t,
      stateNames.filter((s) => t.states[s] > 0).map((s) => [[swatch(theme.state(s)), s], t.states[s]]),
    ),
    table(
      'By goroutine',
      'running',
      t,
      t.gs.filter((g) => g.running > 0).map((g) => [gLink(tl, g.g), g.running]),
    ),
    table(
      'By goroutine',
      'runnable',
      t,
      byTime(t.gs, 'runnable').map((g) => [gLink(tl, g.g), g.runnable]),
    ),
    table(
      'By reason',
      'waiting',
      t,
      t.reasons.map((r) => [
        [
          swatch(theme.wait(r.reason)),
          r.reason || 'unknown',
          el('span', { class: 'quiet' }, ` ${format.plural(r.count, 'wait')}`),
        ],
        r.time,
      ]),
    ),
    table(
      'By P',
      'running',
      t,
      t.ps.map((p) => [
        [
          'P ' + p.p,
          el(
            'span',
            { class: 'quiet' },
            ` ${format.percent(p.running / span)}, ${format.plural(p.gs.size, 'goroutine')}`,
          ),
        ],
        p.running,
      ]),
    ),
    el(
      'div',
      { class: 'actions' },
      el('span', { class: 'quiet' }, 'copy all as'),
      copy.button('CSV', copy.csv, () => rows(model, t)),
      copy.button('TSV', copy.tsv, () => rows(model, t)),
    ),
  ].filter(Boolean);
}

/** @param {string} state */
const byTime = (gs, state) => gs.filter((g) => g[state] > 0).sort((a, b) => b[state] - a[state]);

/** @param {Timeline} tl @param {number} g */
const gLink = (tl, g) =>
  link(
    `${gName(tl.model, g)} ${format.shortFunc(gFunc(tl.model, g))}`,
    () => tl.search(gName(tl.model, g)),
    'grey out all other goroutines',
  );

// scope says which lanes are counted.
/** @param {Timeline} tl @param {SelectedRange} range */
function scope(tl, { lanes }) {
  if (!lanes) return 'Totals over all goroutines and Ps, whichever lanes are shown.';
  const names = lanes.map((l) => laneName(tl.model, l));
  const said = names.length > 4 ? `${names[0]} to ${names.at(-1)}` : names.join(', ');
  const kinds = new Set(lanes.map((l) => l.kind));
  return `Totals over ${format.plural(lanes.length, 'lane')}: ${said}.${kinds.size > 1 ? ' Spans on lanes of two kinds count once.' : ''}`;
}

/** @param {Timeline} tl @param {SelectedRange} range */
function scopeLinks(tl, range) {
  if (range.lanes) return link('all lanes', () => tl.selectRange(range.from, range.to));
  return range.lane
    ? link(`only ${laneName(tl.model, range.lane)}`, () => tl.selectRange(range.from, range.to, [range.lane]))
    : null;
}

/** @param {string} title @param {string} what @param {any} t @param {any[]} lines */
function table(title, what, t, lines) {
  if (!lines.length) return null;
  const line = ([name, time]) =>
    el('tr', {}, el('td', {}, name), el('td', { class: 'num' }, (t.exact ? '' : '≈ ') + format.duration(time)));
  return el(
    'div',
    {},
    el('h4', {}, title, what && el('span', { class: 'quiet' }, ` ${what}`)),
    el('table', { class: 'mini' }, lines.slice(0, MOST).map(line)),
    lines.length > MOST && el('p', { class: 'quiet' }, `and ${format.count(lines.length - MOST)} more`),
  );
}

// rows lists all the numbers, in nanoseconds, for a spreadsheet.
/** @param {Model} model @param {any} t */
function rows(model, t) {
  const ns = Math.round;
  return [
    ['what', 'name', 'function', 'running_ns', 'runnable_ns', 'waiting_ns', 'syscall_ns', 'count'],
    [
      'selection',
      `${ns(t.from)} to ${ns(t.to)} ns`,
      t.exact ? 'exact' : 'approximate',
      ...stateNames.map((s) => ns(t.states[s])),
      '',
    ],
    ...t.gs.map((g) => ['goroutine', gName(model, g.g), gFunc(model, g.g), ...stateNames.map((s) => ns(g[s])), '']),
    ...t.reasons.map((r) => ['reason', r.reason, '', '', '', ns(r.time), '', r.count]),
    ...t.ps.map((p) => ['P', 'P ' + p.p, '', ns(p.running), '', '', '', p.gs.size]),
    ...t.marks.map((m) => ['preemption', m.kind, '', '', '', '', '', m.count]),
  ];
}

export { panel };
