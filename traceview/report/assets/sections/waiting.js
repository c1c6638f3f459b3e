// waiting.js: waits for a P, and blocking.
import * as dom from '../base/dom.js';
import { swatch } from '../base/dom.js';
import * as format from '../base/format.js';
import { List, shareBar } from '../base/table.js';
import * as theme from '../base/theme.js';
import { fill, numbers } from './fill.js';
import { goroutine } from './links.js';
import * as preemption from './preemption.js';
import * as sites from './sites.js';
import * as stack from '../trace/stack.js';
import { RUNNABLE, WAITING, SYSCALL } from '../trace/states.js';

const time = (value) => ({
  num: true,
  unit: 'ns',
  value: (r) => Math.round(value(r)),
  text: (r) => format.duration(value(r)),
});

// percentiles is the line of numbers above the latency's distribution.
function percentiles({ page }) {
  const l = page.stat.sched_latency;
  numbers(
    'percentiles',
    l.count
      ? [
          ['waits', format.count(l.count)],
          ['p50', format.duration(l.p50_ns)],
          ['p90', format.duration(l.p90_ns)],
          ['p99', format.duration(l.p99_ns)],
          ['max', format.duration(l.max_ns)],
          ['total', format.duration(l.total_ns)],
          [
            'before a first run',
            `${format.plural(l.first_run.count, 'wait')}, ${format.duration(l.first_run.total_ns)}`,
          ],
        ]
      : [],
  );
}

/** @param {Model} model */
function worst(model) {
  const { waits } = model.page;
  const most = waits.length ? waits[0].to - waits[0].from : 1;
  const woken = (w) => (w.waker >= 0 ? 'G' + w.waker : 'no goroutine');
  const top = (w) => stack.top(sites.stack(model, w.stack));
  fill(
    'worst-waits',
    waits.length,
    () =>
      new List(
        [
          {
            title: 'waited',
            num: true,
            unit: 'ns',
            value: (w) => w.to - w.from,
            text: (w) => shareBar(format.duration(w.to - w.from), (w.to - w.from) / most, theme.state('runnable')),
          },
          {
            title: 'goroutine',
            value: (w) => `G${w.g} ${w.func}`,
            text: (w) => goroutine(w.g, w.func, { from: w.from, to: w.to }),
          },
          {
            title: 'start',
            num: true,
            unit: 'ns',
            value: (w) => w.from,
            text: (w) => format.moment(w.from, model.duration / 1e4, model.duration),
          },
          { title: 'who ran meanwhile', value: preemption.rivalText, text: (w) => preemption.rivals(w, 'nobody') },
          {
            title: 'P idle meanwhile',
            num: true,
            unit: 'ns',
            hint: 'how long some P was idle although this goroutine was runnable',
            value: (w) => w.idle || 0,
            text: (w) => (w.idle ? format.duration(w.idle) : ''),
          },
          {
            title: 'made ready by',
            value: woken,
            text: (w) =>
              w.waker < 0 ? woken(w) : w.waker === w.g ? 'itself' : goroutine(w.waker, '', { from: w.from, to: w.to }),
          },
          {
            title: 'at',
            value: (w) => (top(w) ? stack.text(top(w)) : ''),
            text: (w) => (top(w) ? sites.withStack(model, top(w), sites.stack(model, w.stack)) : ''),
          },
        ],
        waits,
        { what: 'waits', few: 6 },
      ).node,
  );
}

/** @param {Model} model */
function reasons(model) {
  const rows = [...(model.page.stat.blocking || [])].sort((a, b) => b.total_ns - a.total_ns);
  const most = Math.max(...rows.map((b) => b.total_ns), 1);
  const { strings } = model;
  const show = (b) =>
    sites.go(
      sites.longest(model, (row, spans) => spans.state[row] === WAITING && strings[spans.reason[row]] === b.reason),
    );
  fill(
    'blocking',
    rows.length,
    () =>
      new List(
        [
          {
            title: 'reason',
            value: (b) => b.reason || 'unknown',
            text: (b) => [swatch(theme.wait(b.reason)), b.reason || 'unknown'],
          },
          { title: 'count', num: true, value: (b) => b.count, text: (b) => format.count(b.count) },
          {
            title: 'total',
            num: true,
            unit: 'ns',
            value: (b) => b.total_ns,
            text: (b) => shareBar(format.duration(b.total_ns), b.total_ns / most, theme.wait(b.reason)),
          },
          { title: 'p50', ...time((b) => b.p50_ns) },
          { title: 'p99', ...time((b) => b.p99_ns) },
          { title: 'max', ...time((b) => b.max_ns) },
          { title: '', text: (b) => dom.link('show the longest', () => show(b)) },
        ],
        rows,
        { what: 'reasons' },
      ).node,
  );
}

const wakerName = (w) =>
  w.inferred ? `${w.inferred} (inferred)` : format.shortFunc(w.func) || 'a goroutine with unknown start function';
const wakers = (s) => (s.wakers || []).map((w) => `${wakerName(w)} ${format.count(w.count)}×`).join(', ');
const stateOf = { blocking: WAITING, ready: RUNNABLE, syscalls: SYSCALL };

// siteTable adds up a flame graph's stacks by source line.
/** @param {Model} model */
function siteTable(model, mode) {
  const rows = model.page.sites[mode];
  const most = Math.max(...rows.map((s) => s.total), 1);
  const top = (s) => stack.top(sites.stack(model, s.stack));
  const samples = mode === 'samples';
  const colour = (s) => (mode === 'blocking' ? theme.wait(s.reason) : theme.chrome().accent);
  const show = (s) =>
    stateOf[mode] === undefined ? undefined : () => sites.go(sites.at(model, stateOf[mode], top(s), s.reason));
  return new List(
    [
      {
        title: 'where',
        value: (s) => (top(s) ? stack.text(top(s)) : 'unknown'),
        text: (s) => sites.withStack(model, top(s), sites.stack(model, s.stack), show(s)),
      },
      ...(mode === 'blocking'
        ? [
            {
              title: 'waits for',
              value: (s) => s.reason || 'unknown',
              text: (s) => [swatch(theme.wait(s.reason)), s.reason || 'unknown'],
            },
          ]
        : []),
      ...(mode === 'ready' ? [{ title: '', text: (s) => (s.new ? 'creates' : 'wakes') }] : []),
      ...(samples ? [] : [{ title: 'count', num: true, value: (s) => s.count, text: (s) => format.count(s.count) }]),
      {
        title: samples ? 'samples' : 'total',
        num: true,
        unit: samples ? '' : 'ns',
        value: (s) => s.total,
        text: (s) => shareBar(samples ? format.count(s.total) : format.duration(s.total), s.total / most, colour(s)),
      },
      ...(samples
        ? []
        : [
            { title: 'mean', ...time((s) => s.total / Math.max(1, s.count)) },
            { title: 'max', ...time((s) => s.max) },
          ]),
      ...(mode === 'blocking'
        ? [
            {
              title: 'waited for a P afterwards',
              hint: 'total time they were then runnable before they ran',
              ...time((s) => s.ready || 0),
            },
            { title: 'ended by', value: wakers, text: wakers },
          ]
        : []),
    ],
    rows,
    { what: 'lines' },
  ).node;
}

/** @param {Model} model */
function draw(model) {
  percentiles(model);
  worst(model);
  reasons(model);
}

export { draw, siteTable };
