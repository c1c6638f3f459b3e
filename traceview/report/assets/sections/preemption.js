// preemption.js: where goroutines were preempted, and the longest slices.
import { el, link } from '../base/dom.js';
import * as format from '../base/format.js';
import { List, shareBar } from '../base/table.js';
import * as theme from '../base/theme.js';
import { fill, more } from './fill.js';
import { goTo, goroutine } from './links.js';
import * as sites from './sites.js';
import { current as timeline } from '../timeline/current.js';
import * as stack from '../trace/stack.js';
import { preempts } from '../trace/states.js';

const glyph = (kind) => [
  el('i', { class: 'glyph', style: { color: theme.mark(kind) } }, theme.markGlyph(kind)),
  ' ' + theme.markShort(kind),
];

// longestOf finds the longest slice that ended with a kind of preemption, at a line if one is given.
/** @param {Model} model @param {string} kind @param {Frame} [f] */
function longestOf(model, kind, f) {
  const at = f && sites.stacksThat(model, (frames) => frames.some((x) => x.line === f.line && x.func === f.func));
  return sites.longest(model, (row, spans) => preempts[spans.preempt[row]] === kind && (!at || at[spans.stack[row]]));
}

/** @param {Model} model */
function lines(model) {
  const { page } = model;
  const most = Math.max(...page.preempts.map((p) => p.count), 1);
  const name = (f) => `${format.shortFunc(f.func)} ${format.baseName(f.file)}:${f.line}`;
  fill(
    'preempt-sites',
    page.preempts.length,
    () =>
      new List(
        [
          { title: 'kind', value: (p) => p.kind, text: (p) => glyph(p.kind) },
          {
            title: 'where',
            value: (p) => name(p.where),
            text: (p) =>
              sites.withStack(model, p.where, sites.stack(model, p.stack), () =>
                sites.go(longestOf(model, p.kind, p.where)),
              ),
          },
          {
            title: 'count',
            num: true,
            value: (p) => p.count,
            text: (p) => shareBar(format.count(p.count), p.count / most, theme.mark(p.kind)),
          },
          {
            title: 'slice, mean',
            num: true,
            unit: 'ns',
            hint: 'how long the goroutine had been running',
            ...time((p) => p.sliceTotal / Math.max(1, p.count)),
          },
          { title: 'slice, max', num: true, unit: 'ns', ...time((p) => p.sliceMax) },
          {
            title: 'wait, mean',
            num: true,
            unit: 'ns',
            hint: 'how long it then waited to run again',
            ...time((p) => p.waitTotal / Math.max(1, p.count)),
          },
          { title: 'wait, max', num: true, unit: 'ns', ...time((p) => p.waitMax) },
        ],
        page.preempts,
        { what: 'lines' },
      ).node,
  );
  more('more-preempts', page.preempts.length, page.carried.preempts, 'lines');
}

const time = (value) => ({ value: (r) => Math.round(value(r)), text: (r) => format.duration(value(r)) });

// ended says how a slice ended.
function ended(s) {
  if (!s.ended) return 'still running at the end';
  if (s.preempt) return glyph(s.preempt);
  return s.reason ? 'blocked: ' + s.reason : 'by itself';
}

// rivals names the goroutines that waited, or ran, meanwhile.
function rivals(r, none) {
  if (!r.rivals.length && !r.others) return none;
  const shown = r.rivals.slice(0, 3);
  const rest = r.rivals.length - shown.length + r.others;
  return [
    ...shown.flatMap((g, i) => [
      i > 0 ? ', ' : '',
      link(
        'G' + g.g,
        () => goTo({ from: r.from, to: r.to, gs: [r.g, g.g] }),
        format.shortFunc(g.func) || 'show both in the timeline',
      ),
      ' ' + format.duration(g.time),
    ]),
    rest > 0 ? `, ${format.count(rest)} more` : '',
    r.partial ? ' (incomplete: part of that time is unknown)' : '',
  ];
}

const rivalText = (r) =>
  r.rivals.map((g) => `G${g.g} ${g.func} ${g.time}`).join('; ') + (r.others ? `; ${r.others} more` : '');

/** @param {Model} model */
function longest(model) {
  const { slices } = model.page;
  const most = slices.length ? slices[0].to - slices[0].from : 1;
  fill(
    'long-slices',
    slices.length,
    () =>
      new List(
        [
          {
            title: 'ran',
            num: true,
            unit: 'ns',
            value: (s) => s.to - s.from,
            text: (s) => shareBar(format.duration(s.to - s.from), (s.to - s.from) / most, theme.state('running')),
          },
          {
            title: 'goroutine',
            value: (s) => `G${s.g} ${s.func}`,
            text: (s) => goroutine(s.g, s.func, { from: s.from, to: s.to }),
          },
          { title: 'on P', num: true, value: (s) => s.p, text: (s) => (s.p < 0 ? '' : String(s.p)) },
          {
            title: 'start',
            num: true,
            unit: 'ns',
            value: (s) => s.from,
            text: (s) => format.moment(s.from, model.duration / 1e4, model.duration),
          },
          { title: 'ended by', value: (s) => (s.ended ? s.preempt || s.reason : 'still running'), text: ended },
          {
            title: 'at',
            value: (s) => stack.text(top(model, s) || { func: '', file: '', line: 0 }),
            text: (s) => (top(model, s) ? sites.withStack(model, top(model, s), sites.stack(model, s.stack)) : ''),
          },
          { title: 'who waited for a P meanwhile', value: rivalText, text: (s) => rivals(s, 'nobody') },
        ],
        slices,
        { what: 'slices', few: 6 },
      ).node,
  );
}

/** @param {Model} model */
const top = (model, s) => stack.top(sites.stack(model, s.stack));

/** @param {Model} model */
function draw(model) {
  lines(model);
  longest(model);
}

const showLongest = (kind) => sites.go(longestOf(timeline.model, kind));

export { draw, showLongest, rivals, rivalText };
