// details.js: the tooltips of spans, marks, bands and arrows; the side panel (panel.js)
// shares some of their rows.
import { el, swatch } from '../base/dom.js';
import * as format from '../base/format.js';
import * as theme from '../base/theme.js';
import { colourOf } from './colours.js';
import * as counters from './counters.js';
import * as cores from '../trace/cores.js';
import { gName, gFunc, stackOf, laneName } from '../trace/model.js';
import * as stack from '../trace/stack.js';
import { RUNNING, RUNNABLE, WAITING, SYSCALL, states, preempts } from '../trace/states.js';
import { levelAt } from '../trace/steps.js';

/** @param {Timeline} tl @param {number} g */
function head(tl, g) {
  const func = gFunc(tl.model, g);
  return el(
    'div',
    { class: 'who' },
    g >= 0 && swatch(colourOf(tl, g)),
    el('b', {}, gName(tl.model, g)),
    func ? ' ' + format.shortFunc(func) : '',
  );
}

/** @param {any[][]} pairs */
function facts(pairs) {
  const list = el('dl', { class: 'facts' });
  for (const [name, value] of pairs) {
    if (value === null || value === undefined || value === '') continue;
    list.append(el('dt', {}, name), el('dd', {}, value));
  }
  return list;
}

// ended says how a running span ended.
/** @param {Model} model @param {number} row */
function ended(model, row) {
  const { spans, strings } = model;
  if (spans.state[row] !== RUNNING) return '';
  const kind = preempts[spans.preempt[row]];
  if (kind) return theme.markGlyph(kind) + ' ' + theme.markLabel(kind);
  const reason = strings[spans.reason[row]];
  return reason ? 'blocked: ' + reason : '';
}

/** @param {Model} model @param {number} row @param {number} hidden */
function merged(model, row, hidden) {
  const { spans } = model;
  if (spans.n[row] > 1) {
    return `${format.count(spans.n[row])} spans merged, busy ${format.percent(1 - spans.idle[row] / Math.max(1, spans.dur[row]))}`;
  }
  return hidden > 1 ? `one of ${format.count(hidden)} spans in this pixel; zoom in to separate them` : '';
}

// spanFacts are the rows common to tooltip and panel.
/** @param {Timeline} tl @param {number} row */
function spanFacts(tl, row) {
  const { model } = tl,
    { spans, strings } = model;
  const state = spans.state[row];
  return [
    ['state', states[state]],
    ['reason', state === WAITING ? strings[spans.reason[row]] : ''],
    ['start', format.moment(spans.start[row], 1000)],
    ['duration', format.duration(spans.dur[row])],
    ['P', spans.p[row] >= 0 ? String(spans.p[row]) : ''],
    ['M', spans.m[row] >= 0 ? String(model.threads[spans.m[row]]) : ''],
    ['ended', ended(model, row)],
  ];
}

// coreFacts are the rows about a span and cores, at time t.
/** @param {Timeline} tl @param {number} row @param {number} t */
function coreFacts(tl, row, t) {
  const { model } = tl,
    { spans } = model;
  if (!model.onCore) return [];
  if (spans.core?.[row] >= 0) return [['switched out', whyLeft[cores.left[spans.left[row]]] || '']];
  if (spans.state[row] !== RUNNING || spans.n[row] > 1) return [];
  const off = cores.offCore(model, row);
  const here = cores.at(model, spans.m[row], t);
  const share =
    off === null ? 'unknown' : `${format.duration(spans.dur[row] - off)} of ${format.duration(spans.dur[row])}`;
  return [
    ['on a core', share],
    [
      'here',
      here && here.core < 0
        ? `off-CPU for ${format.duration(here.until - here.since)}${here.why === 'preempted' ? ': the kernel had preempted the thread' : here.why === 'blocked' ? ': the thread was blocked in the kernel' : ''}`
        : '',
    ],
  ];
}

const whyLeft = { preempted: 'preempted by the kernel', blocked: 'blocked', exited: 'exited' };

// chain says who ran where at time t: "G18 on P 2 on thread 4711 on core 1".
/** @param {Timeline} tl @param {number} row @param {number} t */
function chain(tl, row, t) {
  const { model } = tl,
    { spans } = model;
  if (!model.onCore || spans.m[row] < 0) return null;
  const parts = [];
  if (spans.g[row] >= 0) parts.push(gName(model, spans.g[row]));
  if (spans.p[row] >= 0) parts.push('P ' + spans.p[row]);
  parts.push('thread ' + model.threads[spans.m[row]]);
  const core = spans.core?.[row] >= 0 ? spans.core[row] : (cores.at(model, spans.m[row], t)?.core ?? -1);
  parts.push(core >= 0 ? 'core ' + core : 'no core');
  return el('div', { class: 'chain' }, parts.join(' on '));
}

// onLane lists names for what was on a core, longest first.
/** @param {Model} model @param {number} row */
function onLane(model, row) {
  const { spans } = model;
  const other = spans.other[row] >= 0 ? model.others[spans.other[row]] : null;
  if (other)
    return [
      other.traced ? 'M ' + other.id + ' (runtime)' : `${other.name || 'another process'} (${other.process})`,
      other.traced ? 'M ' + other.id : other.name || '',
    ];
  const m = 'M ' + model.threads[spans.m[row]];
  if (spans.g[row] < 0) return [m + ' (no goroutine)', m];
  const name = gName(model, spans.g[row]);
  return [`${name} · ${m}`, name];
}

const stackName = { [RUNNABLE]: 'made ready at', [WAITING]: 'waits at', [SYSCALL]: 'called at' };

// tooltip is the node for what hit.js found, or null.
/** @param {Timeline} tl */
function tooltip(tl, hit) {
  if (!hit) return null;
  if (hit.tip) return hit.tip();
  if (hit.kind === 'gap') return gapTip(tl, hit);
  if (hit.kind === 'counters')
    return el(
      'div',
      {},
      facts([
        ['at', format.moment(hit.t, (tl.view.to - tl.view.from) / tl.width)],
        ...levels(tl, hit.t),
        ['heap', tl.counts.heap && format.bytes(levelAt(tl.counts.heap, hit.t))],
        ...queueTip(tl, hit.t),
      ]),
    );
  if (hit.kind === 'band') return bandTip(hit.band);
  if (hit.kind === 'mark') return markTip(tl, hit);
  if (hit.kind === 'arrow') return arrowTip(tl, hit.arrow.wake);
  const { model } = tl,
    { spans } = model;
  if (spans.g[hit.row] < 0) return noGoroutineTip(tl, hit);
  const top = stack.top(stackOf(model, spans.stack[hit.row]));
  const waker = spans.waker[hit.row];
  return el(
    'div',
    {},
    head(tl, spans.g[hit.row]),
    chain(tl, hit.row, hit.t),
    facts([
      ...spanFacts(tl, hit.row),
      ...coreFacts(tl, hit.row, hit.t),
      ['woken by', waker >= 0 ? `${gName(model, waker)} ${format.shortFunc(gFunc(model, waker))}` : ''],
      [stackName[spans.state[hit.row]] || 'stopped at', top && stack.text(top)],
      ['note', merged(model, hit.row, hit.hidden)],
      ...underTip(hit),
    ]),
  );
}

// noGoroutineTip describes a thread on a core that was not running a goroutine.
/** @param {Timeline} tl */
function noGoroutineTip(tl, hit) {
  const { model } = tl,
    { spans } = model;
  return el(
    'div',
    {},
    el('div', { class: 'who' }, el('b', {}, onLane(model, hit.row)[0])),
    chain(tl, hit.row, hit.t),
    facts([
      ['start', format.moment(spans.start[hit.row], 1000)],
      ['duration', format.duration(spans.dur[hit.row])],
      ...coreFacts(tl, hit.row, hit.t),
      ['note', merged(model, hit.row, hit.hidden)],
    ]),
  );
}

// levels lists how many goroutines were running and runnable at t.
/** @param {Timeline} tl @param {number} t */
function levels(tl, t) {
  return ['running', 'runnable'].map((name) => [
    name,
    tl.counts.exact ? format.count(levelAt(tl.counts[name], t)) : levelAt(tl.counts[name], t).toFixed(1) + ' (mean)',
  ]);
}

// queueTip shows the last sample of the run queues.
/** @param {Timeline} tl @param {number} t */
function queueTip(tl, t) {
  const q = counters.queueAt(tl.model, t);
  if (!q) return [];
  return [
    ['sampled', format.moment(q.time, 1e6)],
    ['global queue', String(q.global)],
    ['local queues', q.local.join(' ')],
    ['idle Ps', String(q.idle)],
    ['spinning Ms', `${q.spinning} of ${q.threads}`],
  ];
}

// gapTip describes the time a P or M was without a goroutine; on a G lane, a gap is before
// the goroutine's creation or after its end.
/** @param {Timeline} tl */
function gapTip(tl, hit) {
  if (hit.lane.kind === 'g') return null;
  const without = hit.lane.kind === 'c' ? ' without a thread of this process' : ' without a goroutine';
  return el(
    'div',
    {},
    el('div', { class: 'who' }, el('b', {}, laneName(tl.model, hit.lane)), without),
    facts([
      ['start', format.moment(hit.from, 1000)],
      ['duration', format.duration(hit.to - hit.from)],
      ...levels(tl, hit.t).map(([k, v]) => [k + ' now', v]),
    ]),
  );
}

// underTip names the regions, logs and GC work at this time.
function underTip(hit) {
  if (hit.lane.kind !== 'g') return [];
  return hit.lane.under
    .filter((u) => u.start <= hit.t && hit.t <= Math.max(u.end, u.start))
    .slice(0, 4)
    .map((u) => [u.kind === 'range' ? 'runtime' : u.kind, `${u.name} (${format.duration(u.end - u.start)})`]);
}

/** @param {Band} b */
function bandTip(b) {
  return el(
    'div',
    {},
    el('div', { class: 'who' }, swatch(b.stw ? theme.chrome().stw : theme.chrome().gc), el('b', {}, b.name)),
    facts([
      ['start', format.moment(b.start, 1000)],
      ...(b.n > 1
        ? [
            ['merged', `${format.count(b.n)} within ${format.duration(b.end - b.start)}`],
            ['total', format.duration(b.busy)],
          ]
        : [['duration', format.duration(b.end - b.start)]]),
    ]),
  );
}

/** @param {Timeline} tl */
function markTip(tl, hit) {
  const { model } = tl,
    { marks } = model;
  const kind = preempts[marks.kind[hit.mark]];
  const top = stack.top(stackOf(model, marks.stack[hit.mark]));
  return el(
    'div',
    {},
    el(
      'div',
      { class: 'who' },
      el('span', { style: { color: theme.mark(kind) } }, theme.markGlyph(kind) + ' '),
      el('b', {}, theme.markLabel(kind)),
    ),
    facts([
      ['goroutine', `${gName(model, marks.g[hit.mark])} ${format.shortFunc(gFunc(model, marks.g[hit.mark]))}`],
      ['time', format.moment(marks.time[hit.mark], 1000)],
      ['at', top && stack.text(top)],
      ['marks here', hit.near > 1 ? format.count(hit.near) : ''],
    ]),
  );
}

// arrowTip says who woke or created whom.
/** @param {Timeline} tl @param {Wake} wake */
function arrowTip(tl, wake) {
  const { model } = tl,
    { spans } = model;
  const name = (g) => `${gName(model, g)} ${format.shortFunc(gFunc(model, g))}`;
  const ran = wake.run >= 0;
  return el(
    'div',
    {},
    el(
      'div',
      { class: 'who' },
      el('b', {}, wake.by >= 0 ? name(wake.by) : wake.inferred || 'unknown'),
      wake.kind === 'create' ? ' created ' : ' woke ',
      el('b', {}, name(wake.g)),
    ),
    facts([
      ['at', format.moment(wake.t, 1000)],
      [
        'from',
        wake.byRow >= 0 && spans.n[wake.byRow] === 1 && spans.p[wake.byRow] >= 0 ? 'P ' + spans.p[wake.byRow] : '',
      ],
      ['to', ran && spans.p[wake.run] >= 0 ? 'P ' + spans.p[wake.run] : ''],
      ['ran', ran ? format.duration(spans.start[wake.run] - wake.t) + ' later' : 'not again within the trace'],
      ['note', wake.inferred ? 'inferred: not caused by a goroutine' : ''],
    ]),
  );
}

export { onLane, tooltip, head, chain, facts, spanFacts, coreFacts, merged };
