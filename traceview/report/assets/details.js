// details.js: what the tooltip and the side panel say about a span, a mark, a band
// or a stretch of time.
(function (sv) {
  'use strict';
  const { el, swatch, link } = sv.dom;
  const { theme, format } = sv;
  const { RUNNING, RUNNABLE, WAITING, SYSCALL, states, preempts, gName, gFunc, stackOf } = sv.model;

  const frameText = (f) => `${format.shortFunc(f.func)} ${format.baseName(f.file)}:${f.line}`;

  // topFrame is the innermost frame outside the runtime, or the innermost.
  function topFrame(frames) {
    return frames.find((f) => !/^(runtime|internal|sync|time)[./]/.test(f.func)) || frames[0];
  }

  function head(tl, g) {
    const func = gFunc(tl.model, g);
    return el('div', { class: 'who' }, g >= 0 && swatch(theme.byIndex(tl.model.gs.id[g])), el('b', {}, gName(tl.model, g)), func ? ' ' + format.shortFunc(func) : '');
  }

  function facts(pairs) {
    const list = el('dl', { class: 'facts' });
    for (const [name, value] of pairs) {
      if (value === null || value === undefined || value === '') continue;
      list.append(el('dt', {}, name), el('dd', {}, value));
    }
    return list;
  }

  // ended tells how a running span ended.
  function ended(model, row) {
    const { spans, strings } = model;
    if (spans.state[row] !== RUNNING) return '';
    const kind = preempts[spans.preempt[row]];
    if (kind) return theme.markGlyph(kind) + ' ' + theme.markLabel(kind);
    const reason = strings[spans.reason[row]];
    return reason ? 'waits: ' + reason : '';
  }

  function merged(model, row, hidden) {
    const { spans } = model;
    if (spans.n[row] > 1) {
      return `${format.count(spans.n[row])} spans merged, busy ${format.percent(1 - spans.idle[row] / Math.max(1, spans.dur[row]))}`;
    }
    return hidden > 1 ? `one of ${format.count(hidden)} in this pixel; zoom in to tell them apart` : '';
  }

  // spanFacts are the rows that tooltip and panel share.
  function spanFacts(tl, row) {
    const { model } = tl, { spans, strings } = model;
    const state = spans.state[row];
    return [
      ['state', states[state]],
      ['for', state === WAITING ? strings[spans.reason[row]] : ''],
      ['start', format.moment(spans.start[row], 1000)],
      ['duration', format.duration(spans.dur[row])],
      ['P', spans.p[row] >= 0 ? String(spans.p[row]) : ''],
      ['M', spans.m[row] >= 0 ? String(model.threads[spans.m[row]]) : ''],
      ['ended', ended(model, row)],
    ];
  }

  // coreFacts are the rows about cores of a span at moment t.
  function coreFacts(tl, row, t) {
    const { model } = tl, { spans } = model;
    if (!model.onCore) return [];
    if (spans.core?.[row] >= 0) return [['left it', whyLeft[sv.cores.left[spans.left[row]]] || '']];
    if (spans.state[row] !== RUNNING || spans.n[row] > 1) return [];
    const off = sv.cores.offCore(model, row);
    const here = sv.cores.at(model, spans.m[row], t);
    const share = off === null ? 'not known' : `${format.duration(spans.dur[row] - off)} of ${format.duration(spans.dur[row])}`;
    return [
      ['on a core', share],
      ['here', here && here.core < 0 ? `off any core for ${format.duration(here.until - here.since)}${here.why === 'preempted' ? ': the kernel had taken the thread off' : here.why === 'blocked' ? ': the thread was blocked in the kernel' : ''}` : ''],
    ];
  }

  const whyLeft = { preempted: 'the kernel took it off', blocked: 'gave it up, to wait', exited: 'ended' };

  // chain tells who ran where at moment t: "G 18 on P 2 on thread 4711 on core 1".
  function chain(tl, row, t) {
    const { model } = tl, { spans } = model;
    if (!model.onCore || spans.m[row] < 0) return null;
    const parts = [];
    if (spans.g[row] >= 0) parts.push('G ' + model.gs.id[spans.g[row]]);
    if (spans.p[row] >= 0) parts.push('P ' + spans.p[row]);
    parts.push('thread ' + model.threads[spans.m[row]]);
    const core = spans.core?.[row] >= 0 ? spans.core[row] : sv.cores.at(model, spans.m[row], t)?.core ?? -1;
    parts.push(core >= 0 ? 'core ' + core : 'no core');
    return el('div', { class: 'chain' }, parts.join(' on '));
  }

  // onLane names what was on a core, the longest name first.
  function onLane(model, row) {
    const { spans } = model;
    const other = spans.other[row] >= 0 ? model.others[spans.other[row]] : null;
    if (other) return [other.traced ? 'M ' + other.id + ' (runtime)' : `${other.name || 'another process'} (${other.process})`, other.traced ? 'M ' + other.id : other.name || ''];
    const m = 'M ' + model.threads[spans.m[row]];
    if (spans.g[row] < 0) return [m + ' (no goroutine)', m];
    const name = gName(model, spans.g[row]);
    return [`${name} · ${m}`, name];
  }

  const stackName = { [RUNNABLE]: 'made ready at', [WAITING]: 'waits at', [SYSCALL]: 'called at' };

  // tooltip is the node for what hit.js found, null for nothing.
  function tooltip(tl, hit) {
    if (!hit) return null;
    if (hit.kind === 'gap') return gapTip(tl, hit);
    if (hit.kind === 'counters') return el('div', {}, facts([['at', format.moment(hit.t, (tl.view.to - tl.view.from) / tl.width)], ...levels(tl, hit.t), ['heap', tl.counts.heap && format.bytes(sv.counters.levelAt(tl.counts.heap, hit.t))], ...queueTip(tl, hit.t)]));
    if (hit.kind === 'band') return bandTip(hit.band);
    if (hit.kind === 'mark') return markTip(tl, hit);
    const { model } = tl, { spans } = model;
    if (spans.g[hit.row] < 0) return noGoroutineTip(tl, hit);
    const top = topFrame(stackOf(model, spans.stack[hit.row]));
    const waker = spans.waker[hit.row];
    return el('div', {},
      head(tl, spans.g[hit.row]),
      chain(tl, hit.row, hit.t),
      facts([
        ...spanFacts(tl, hit.row),
        ...coreFacts(tl, hit.row, hit.t),
        ['woken by', waker >= 0 ? `${gName(model, waker)} ${format.shortFunc(gFunc(model, waker))}` : ''],
        [stackName[spans.state[hit.row]] || 'stood at', top && frameText(top)],
        ['note', merged(model, hit.row, hit.hidden)],
        ...underTip(hit),
      ]));
  }

  // noGoroutineTip tells of a thread on a core that ran no goroutine then.
  function noGoroutineTip(tl, hit) {
    const { model } = tl, { spans } = model;
    return el('div', {},
      el('div', { class: 'who' }, el('b', {}, onLane(model, hit.row)[0])),
      chain(tl, hit.row, hit.t),
      facts([
        ['start', format.moment(spans.start[hit.row], 1000)], ['duration', format.duration(spans.dur[hit.row])],
        ...coreFacts(tl, hit.row, hit.t), ['note', merged(model, hit.row, hit.hidden)],
      ]));
  }

  // levels tells how many goroutines ran and were runnable at t.
  function levels(tl, t) {
    return ['running', 'runnable'].map((name) => [name, tl.counts.exact ? format.count(sv.counters.levelAt(tl.counts[name], t)) : sv.counters.levelAt(tl.counts[name], t).toFixed(1) + ' (mean)']);
  }

  // queueTip tells the last sample of the run queues.
  function queueTip(tl, t) {
    const q = sv.counters.queueAt(tl.model, t);
    if (!q) return [];
    return [
      ['sampled', format.moment(q.time, 1e6)], ['global queue', String(q.global)], ['queues of Ps', q.local.join(' ')],
      ['idle Ps', String(q.idle)], ['spinning Ms', `${q.spinning} of ${q.threads}`],
    ];
  }

  // gapTip tells of a P or M without a goroutine; on a G lane it is before its
  // birth or after its end.
  function gapTip(tl, hit) {
    if (hit.lane.kind === 'g') return null;
    const without = hit.lane.kind === 'c' ? ' without a thread of this process' : ' without a goroutine';
    return el('div', {},
      el('div', { class: 'who' }, el('b', {}, sv.model.laneName(tl.model, hit.lane)), without),
      facts([['start', format.moment(hit.from, 1000)], ['duration', format.duration(hit.to - hit.from)], ...levels(tl, hit.t).map(([k, v]) => [k + ' now', v])]));
  }

  // underTip names the regions, logs and GC work at this moment.
  function underTip(hit) {
    if (hit.lane.kind !== 'g') return [];
    return hit.lane.under.filter((u) => u.start <= hit.t && hit.t <= Math.max(u.end, u.start)).slice(0, 4)
      .map((u) => [u.kind === 'range' ? 'runtime' : u.kind, `${u.name} (${format.duration(u.end - u.start)})`]);
  }

  function bandTip(b) {
    return el('div', {}, el('div', { class: 'who' }, swatch(b.stw ? theme.chrome().stw : theme.chrome().gc), el('b', {}, b.name)),
      facts([['start', format.moment(b.start, 1000)], ['duration', format.duration(b.end - b.start)]]));
  }

  function markTip(tl, hit) {
    const { model } = tl, { marks } = model;
    const kind = preempts[marks.kind[hit.mark]];
    const top = topFrame(stackOf(model, marks.stack[hit.mark]));
    return el('div', {},
      el('div', { class: 'who' }, el('span', { style: { color: theme.mark(kind) } }, theme.markGlyph(kind) + ' '), el('b', {}, theme.markLabel(kind))),
      facts([
        ['goroutine', `${gName(model, marks.g[hit.mark])} ${format.shortFunc(gFunc(model, marks.g[hit.mark]))}`],
        ['time', format.moment(marks.time[hit.mark], 1000)],
        ['at', top && frameText(top)],
        ['here', hit.near > 1 ? `${format.count(hit.near)} of them` : ''],
      ]));
  }

  // spanPanel is the side panel's content for the selected span.
  function spanPanel(tl, { row, lane }) {
    const { model } = tl, { spans } = model;
    const g = spans.g[row], waker = spans.waker[row];
    const parent = model.byID.get(model.gs.parent[g]);
    return [
      head(tl, g),
      chain(tl, row, spans.start[row]),
      facts([
        ...spanFacts(tl, row),
        ...coreFacts(tl, row, spans.start[row]).slice(0, 1),
        ['woken by', waker >= 0 ? gLink(tl, waker) : ''],
        ['started by', parent !== undefined ? gLink(tl, parent) : ''],
        ['note', merged(model, row, 1)],
      ]),
      el('div', { class: 'actions' },
        link('zoom to it', () => tl.fit(spans.start[row], spans.end[row])),
        g >= 0 && link('only ' + gName(model, g), () => tl.search(gName(model, g))),
        link('◂ previous', () => tl.step(-1)), link('next ▸', () => tl.step(1))),
      g >= 0 && stackNode(stackTitle(spans.state[row], lane), stackOf(model, spans.stack[row])),
    ].filter(Boolean);
  }

  function stackTitle(state) {
    if (state === RUNNABLE) return 'Made ready at';
    return state === WAITING ? 'Waits at' : state === SYSCALL ? 'Called at' : 'Stood at its end at';
  }

  function gLink(tl, g) {
    return link(`${gName(tl.model, g)} ${format.shortFunc(gFunc(tl.model, g))}`, () => tl.search(gName(tl.model, g)), 'show this goroutine');
  }

  function stackNode(title, frames) {
    if (!frames.length) return el('p', { class: 'quiet' }, 'The trace has no stack for this.');
    return el('div', {}, el('h4', {}, title), el('ol', { class: 'stack' }, frames.map((f) =>
      el('li', {}, el('span', { class: 'func' }, format.shortFunc(f.func)), el('span', { class: 'file', title: f.file }, `${format.baseName(f.file)}:${f.line}`)))));
  }

  // rangePanel adds up what happened in the selected time.
  function rangePanel(tl, { from, to }) {
    const { model } = tl;
    const span = to - from;
    const ran = new Map();
    let total = 0;
    for (const lane of model.lanes.p) {
      for (const [row, time] of overlaps(model.spans, lane, from, to)) {
        if (model.spans.state[row] !== RUNNING) continue;
        const busy = time * (1 - model.spans.idle[row] / Math.max(1, model.spans.dur[row]));
        ran.set(model.spans.g[row], (ran.get(model.spans.g[row]) || 0) + busy);
        total += busy;
      }
    }
    const top = [...ran].sort((a, b) => b[1] - a[1]);
    const ps = model.page.stat.procs.gomaxprocs || model.lanes.p.length;
    const kinds = countMarks(model, from, to);
    return [
      el('div', { class: 'who' }, el('b', {}, format.duration(span) + ' selected')),
      facts([
        ['from', format.moment(from, span / 100)], ['to', format.moment(to, span / 100)],
        ['P utilisation', ps ? format.percent(total / (span * ps)) : ''],
        ['ran', format.plural(ran.size, 'goroutine')],
        ...kinds.map(([kind, n]) => [theme.markGlyph(kind) + ' ' + theme.markShort(kind), format.count(n)]),
      ]),
      el('div', { class: 'actions' }, link('zoom to it (F)', () => tl.fitSelection()), link('clear (Esc)', () => tl.clear())),
      top.length > 0 && el('div', {}, el('h4', {}, 'Ran longest'), el('table', { class: 'mini' }, top.slice(0, 12).map(([g, t]) =>
        el('tr', {}, el('td', {}, gLink(tl, g)), el('td', { class: 'num' }, format.duration(t)))))),
    ].filter(Boolean);
  }

  function* overlaps(spans, lane, from, to) {
    for (let i = sv.lanes.firstEndingAfter(spans, lane.rows, from); i < lane.rows.length; i++) {
      const row = lane.rows[i];
      if (spans.start[row] >= to) return;
      yield [row, Math.min(to, spans.end[row]) - Math.max(from, spans.start[row])];
    }
  }

  function countMarks(model, from, to) {
    const n = new Map();
    const { marks } = model;
    for (let i = 0; i < marks.time.length; i++) {
      if (marks.time[i] < from || marks.time[i] > to) continue;
      const kind = preempts[marks.kind[i]];
      n.set(kind, (n.get(kind) || 0) + marks.n[i]);
    }
    return [...n];
  }

  sv.details = { onLane, tooltip, spanPanel, rangePanel, stackNode, frameText, topFrame, facts };
})(globalThis.schedviz ??= {});
