// sections.js: findings, claims and tables.
(function (sv) {
  'use strict';
  const { el, byId, link, swatch } = sv.dom;
  const { theme, format } = sv;
  const { VirtualTable, plain, shareBar } = sv.table;
  const { shortFunc } = format;

  // fill puts nodes into a section's place, or shows its sentence for nothing.
  function fill(id, rows, node) {
    byId(id).replaceChildren(...(rows ? [node()] : []));
    const empty = byId('empty-' + id);
    if (empty) empty.hidden = !!rows;
  }

  const goTo = (place) => sv.timeline.current.show(place);

  function findings({ page }) {
    byId('findings').replaceChildren(...page.findings.map((f) => {
      const body = [el('b', {}, f.value), el('span', {}, f.text)];
      return f.place ? el('button', { class: 'finding', type: 'button', title: 'show it in the timeline', onclick: () => goTo(f.place) }, body)
        : el('div', { class: 'finding' }, body);
    }));
  }

  // notes says what the page does not carry whole.
  function notes(model) {
    const { carried: c, resolution } = model.page;
    const out = [];
    if (resolution > 0 || c.merged > 0) {
      out.push(`The trace has more spans than a page should carry: neighbours within ${format.duration(resolution)} are merged into one (${format.plural(c.merged, 'such span')}, drawn pale, solid from below by the share of time that was busy). Longer spans are exact${model.page.exact?.length ? `, and so is everything where marks below the strip say so, around what is remarkable. For the rest: schedviz serve` : ''}.`);
    }
    if (c.lanes < c.goroutines) out.push(`Of ${format.plural(c.goroutines, 'goroutine')}, the ${format.count(c.lanes)} that ran most have a lane.`);
    if (c.table < c.stats) out.push(`The table has the ${format.count(c.table)} goroutines that ran most, of ${format.count(c.stats)}.`);
    byId('notes').replaceChildren(...out.map((t) => el('p', {}, t)));
  }

  const where = (f) => [el('span', { class: 'func' }, shortFunc(f.func) || 'unknown'), ' ', el('span', { class: 'file', title: f.file }, f.file ? `${format.baseName(f.file)}:${f.line}` : '')];

  // withStack shows a place, and its whole stack on a click.
  function withStack(frame, stack) {
    if (!frame) return 'unknown';
    if (!stack || stack.length < 2) return el('div', {}, where(frame));
    return el('details', {}, el('summary', {}, where(frame)), sv.stack.node('', stack));
  }

  function preempts({ page }) {
    const most = Math.max(...page.preempts.map((p) => p.count), 1);
    const mean = (total, n) => format.duration(total / Math.max(1, n));
    fill('preempt-sites', page.preempts.length, () => plain([
      { title: 'kind', text: (p) => [el('i', { class: 'glyph', style: { color: theme.mark(p.kind) } }, theme.markGlyph(p.kind)), ' ' + theme.markShort(p.kind)] },
      { title: 'where', text: (p) => withStack(p.where.func || p.where.file ? p.where : null, p.stack) },
      { title: 'times', num: true, text: (p) => shareBar(format.count(p.count), p.count / most, theme.mark(p.kind)) },
      { title: 'slice, mean', num: true, hint: 'how long the goroutine had run', text: (p) => mean(p.sliceTotal, p.count) },
      { title: 'slice, max', num: true, text: (p) => format.duration(p.sliceMax) },
      { title: 'wait, mean', num: true, hint: 'how long it then waited to run again', text: (p) => mean(p.waitTotal, p.count) },
      { title: 'wait, max', num: true, text: (p) => format.duration(p.waitMax) },
    ], page.preempts));
    more('more-preempts', page.preempts.length, page.carried.preempts, 'places');
  }

  function more(id, shown, all, what) {
    byId(id).textContent = shown < all ? `The ${format.count(shown)} most important of ${format.count(all)} ${what}.` : '';
  }

  function waiting({ page }) {
    const rows = page.stat.blocking || [];
    const most = Math.max(...rows.map((b) => b.total_ns), 1);
    fill('blocking', rows.length, () => plain([
      { title: 'reason', text: (b) => [swatch(theme.wait(b.reason)), b.reason || 'unknown'] },
      { title: 'times', num: true, text: (b) => format.count(b.count) },
      { title: 'total', num: true, text: (b) => shareBar(format.duration(b.total_ns), b.total_ns / most, theme.wait(b.reason)) },
      { title: 'p50', num: true, text: (b) => format.duration(b.p50_ns) },
      { title: 'p99', num: true, text: (b) => format.duration(b.p99_ns) },
      { title: 'max', num: true, text: (b) => format.duration(b.max_ns) },
    ], [...rows].sort((a, b) => b.total_ns - a.total_ns)));
    const longest = Math.max(...page.blocks.map((b) => b.total), 1);
    fill('block-sites', page.blocks.length, () => plain([
      { title: 'where', text: (b) => withStack(sv.stack.top(b.stack), b.stack) },
      { title: 'waits for', text: (b) => [swatch(theme.wait(b.reason)), b.reason || 'unknown'] },
      { title: 'times', num: true, text: (b) => format.count(b.count) },
      { title: 'total', num: true, text: (b) => shareBar(format.duration(b.total), b.total / longest, theme.wait(b.reason)) },
      { title: 'mean', num: true, text: (b) => format.duration(b.total / Math.max(1, b.count)) },
      { title: 'max', num: true, text: (b) => format.duration(b.max) },
    ], page.blocks));
    more('more-blocks', page.blocks.length, page.carried.blocks, 'places');
  }

  // cores tells how the Ps' threads shared the cores.
  function cores({ page, duration }) {
    const { cores: d } = page;
    byId('cores').hidden = !d;
    if (!d) return;
    const how = d.source === 'proc' ? 'An approximation: what was seen of each thread in /proc, sampled every millisecond.' : 'From the kernel’s record of every context switch.';
    byId('cores-how').textContent = `The stronger the colour of a step, the more of it a thread of this process was on that core. ${how}`;
    const most = Math.max(...d.threads.map((t) => t.onCore), 1);
    byId('core-threads').replaceChildren(plain([
      { title: 'M', num: true, text: (t) => String(t.id) },
      { title: 'on cores', num: true, text: (t) => shareBar(format.duration(t.onCore), t.onCore / most, theme.chrome().accent) },
      { title: 'times', num: true, hint: 'how often it got onto a core', text: (t) => format.count(t.switches) },
      { title: 'taken off', num: true, hint: 'how often the kernel took it off although it could have gone on', text: (t) => format.count(t.preemptions) },
      { title: 'moves', num: true, hint: 'how often it got onto another core than before', text: (t) => format.count(t.migrations) },
    ], d.threads));
    more('more-core-threads', d.threads.length, d.threads.length + d.more, 'threads');
    const share = (ns) => format.percent(ns / Math.max(1, duration));
    const others = d.cores.some((c) => c.other > 0);
    byId('core-use').replaceChildren(plain([
      { title: 'core', num: true, text: (c) => String(c.id) },
      { title: 'goroutines', num: true, text: (c) => share(c.running) },
      { title: 'runtime, kernel', num: true, hint: 'the process’s threads without a running goroutine', text: (c) => share(c.onCore - c.running) },
      ...(others ? [{ title: 'other processes', num: true, text: (c) => share(c.other) }] : []),
    ], d.cores));
    byId('core-others').replaceChildren(...(d.others.length ? [el('h3', {}, 'Other processes'), plain([
      { title: 'process', num: true, text: (o) => String(o.id) },
      { title: 'name', text: (o) => o.name || 'unknown' },
      { title: 'on cores', num: true, text: (o) => format.duration(o.onCore) },
    ], d.others)] : []));
  }

  // percentiles is the line of numbers above the latency's distribution.
  function percentiles({ page }) {
    const l = page.stat.sched_latency;
    const pairs = [['waits', format.count(l.count)], ['p50', format.duration(l.p50_ns)], ['p90', format.duration(l.p90_ns)], ['p99', format.duration(l.p99_ns)], ['max', format.duration(l.max_ns)], ['total', format.duration(l.total_ns)], ['of these before a first run', format.plural(l.first_run.count, 'wait') + ', ' + format.duration(l.first_run.total_ns)]];
    byId('percentiles').replaceChildren(...(l.count ? pairs.map(([k, v]) => el('span', {}, el('i', {}, k), ' ' + v)) : []));
  }

  const verdicts = { holds: '✓', fails: '✗', inconclusive: '?' };

  function claims({ page }) {
    byId('claims').hidden = page.claims.length === 0;
    byId('claim-list').replaceChildren(...page.claims.map((c) => el('li', { class: 'claim ' + (verdicts[c.verdict] ? c.verdict : 'inconclusive') },
      el('span', { class: 'verdict' }, (verdicts[c.verdict] || '?') + ' ' + c.verdict),
      el('div', {}, el('b', {}, c.text), el('p', {}, c.evidence, c.place ? ' ' : '', c.place ? link('show it', () => goTo(c.place)) : '')))));
  }

  // goroutines builds the table of goroutines, and that of their groups.
  class Goroutines {
    constructor(model) {
      const { cols: c, strings } = model;
      this.model = model;
      this.count = c['table.id'].length;
      const func = (i) => shortFunc(strings[c['table.func'][i]]) || 'unknown';
      const time = (name, title, hint) => ({ title, hint, num: true, width: '88px', value: (i) => c[name][i], text: (i) => (c[name][i] ? format.duration(c[name][i]) : '') });
      const number = (name, title, hint) => ({ title, hint, num: true, width: '84px', value: (i) => c[name][i], text: (i) => (c[name][i] ? format.count(c[name][i]) : '') });
      const state = (i) => sv.model.states[c['table.endState'][i]];
      const end = (i) => (c['table.ended'][i] >= 0 ? 'ended' : [state(i), strings[c['table.endReason'][i]]].filter(Boolean).join(': '));
      const columns = [
        { title: 'G', num: true, width: '76px', value: (i) => c['table.id'][i], text: (i) => el('span', {}, swatch(theme.byIndex(c['table.id'][i])), String(c['table.id'][i])) },
        { title: 'function', width: '230px', value: func, text: func },
        time('table.life', 'alive', 'from when it was first seen alive to when it was last'),
        time('table.running', 'running'), time('table.runnable', 'runnable', 'ready, without a P'), time('table.waiting', 'waiting'), time('table.syscall', 'syscall'),
        number('table.runs', 'runs', 'how many times it ran'), time('table.maxSlice', 'longest run'), time('table.maxLatency', 'worst wait', 'the longest it was runnable before it ran'),
        number('table.preempted', 'preempted', 'async, cooperative, for a stop-the-world or a stack scan'), number('table.migrations', 'moves', 'how often it ran on another P than before'),
        { title: 'at the end', width: '190px', value: end, text: end },
      ];
      this.table = new VirtualTable(byId('g-table'), columns, this.count, (i) => goTo({ gs: [c['table.id'][i]] }));
      this.table.sort(3);
      byId('g-filter').oninput = (e) => this.apply(e.target.value);
      this.apply('');
      this.groups();
    }

    // groups adds up the goroutines by their start function.
    groups() {
      const { cols: c, strings } = this.model;
      const by = new Map();
      for (let i = 0; i < this.count; i++) {
        const f = c['table.func'][i];
        const g = by.get(f) || { func: strings[f], n: 0, running: 0, runnable: 0, waiting: 0, preempted: 0, alive: 0 };
        by.set(f, g);
        g.n++;
        for (const k of ['running', 'runnable', 'waiting', 'preempted']) g[k] += c['table.' + k][i];
        if (c['table.ended'][i] < 0) g.alive++;
      }
      const rows = [...by.values()].sort((a, b) => b.running - a.running);
      const most = Math.max(...rows.map((r) => r.running), 1);
      fill('g-groups', rows.length, () => plain([
        { title: 'function', text: (g) => link(shortFunc(g.func) || 'unknown', () => this.filter(g.func), 'only these in the table below') },
        { title: 'goroutines', num: true, text: (g) => format.count(g.n) },
        { title: 'running', num: true, text: (g) => shareBar(format.duration(g.running), g.running / most, theme.chrome().accent) },
        { title: 'runnable', num: true, text: (g) => format.duration(g.runnable) },
        { title: 'waiting', num: true, text: (g) => format.duration(g.waiting) },
        { title: 'preempted', num: true, text: (g) => format.count(g.preempted) },
        { title: 'alive at the end', num: true, text: (g) => format.count(g.alive) },
        { title: '', text: (g) => link('in the timeline', () => { sv.timeline.current.search(g.func); goTo({}); }) },
      ], rows.slice(0, 30)));
      more('more-groups', Math.min(30, rows.length), rows.length, 'functions');
    }

    filter(text) {
      byId('g-filter').value = text;
      this.apply(text);
      byId('g-filter').scrollIntoView({ block: 'center' });
    }

    apply(text) {
      const { cols: c, strings } = this.model;
      const id = /^g?\d+$/i.test(text.trim()) ? Number(text.trim().replace(/^g/i, '')) : -1;
      const part = text.trim().toLowerCase();
      const hits = strings.map((s) => s.toLowerCase().includes(part));
      this.table.filter((i) => (id >= 0 ? c['table.id'][i] === id : hits[c['table.func'][i]] || hits[c['table.endReason'][i]]));
      byId('g-count').textContent = `${format.count(this.table.order.length)} of ${format.plural(this.count, 'goroutine')}`;
    }
  }

  // annotations lists what the program itself told the trace.
  function annotations(model) {
    const { cols: c, strings, page, duration } = model;
    const n = { task: c['task.type'].length, region: c['region.type'].length, log: c['log.time'].length };
    byId('annotations').hidden = n.task + n.region + n.log === 0;
    const at = (t) => (t < 0 ? 'before' : format.moment(t, 1000));
    const took = (kind) => (i) => {
      const from = Math.max(0, c[kind + '.start'][i]), to = c[kind + '.end'][i];
      return format.duration((to < 0 ? duration : to) - from) + (c[kind + '.open'][i] ? ' (open)' : '');
    };
    const length = (kind) => (i) => (c[kind + '.end'][i] < 0 ? duration : c[kind + '.end'][i]) - Math.max(0, c[kind + '.start'][i]);
    const span = (kind, i) => ({ from: Math.max(0, c[kind + '.start'][i]), to: c[kind + '.end'][i] < 0 ? duration : c[kind + '.end'][i] });
    const g = (id) => (id < 0 ? '' : 'G' + id);
    const gs = (id) => (id < 0 ? [] : [id]);
    const make = (kind, columns, click) => {
      byId(kind + 's').hidden = n[kind] === 0;
      if (n[kind] === 0) return;
      byId(kind + '-box').style.height = Math.min(280, 32 + n[kind] * 27) + 'px';
      new VirtualTable(byId(kind + '-box'), columns, n[kind], click);
      more('more-' + kind + 's', n[kind], page.carried[kind + 's'], kind + 's');
    };
    const name = (key) => ({ value: (i) => strings[c[key][i]], text: (i) => strings[c[key][i]] });
    const start = (key) => ({ title: 'at', num: true, width: '130px', value: (i) => c[key][i], text: (i) => at(c[key][i]) });
    make('task', [{ title: 'task', num: true, width: '80px', value: (i) => c['task.id'][i], text: (i) => String(c['task.id'][i]) },
      { title: 'type', width: '320px', ...name('task.type') }, start('task.start'),
      { title: 'took', num: true, width: '130px', value: length('task'), text: took('task') }], (i) => goTo(span('task', i)));
    make('region', [{ title: 'region', width: '320px', ...name('region.type') },
      { title: 'G', width: '80px', num: true, value: (i) => c['region.g'][i], text: (i) => g(c['region.g'][i]) },
      { title: 'task', num: true, width: '80px', value: (i) => c['region.task'][i], text: (i) => (c['region.task'][i] ? String(c['region.task'][i]) : '') },
      start('region.start'), { title: 'took', num: true, width: '130px', value: length('region'), text: took('region') }],
    (i) => goTo({ ...span('region', i), gs: gs(c['region.g'][i]) }));
    make('log', [start('log.time'), { title: 'G', num: true, width: '80px', value: (i) => c['log.g'][i], text: (i) => g(c['log.g'][i]) },
      { title: 'category', width: '160px', ...name('log.category') }, { title: 'message', width: '420px', ...name('log.message') }],
    (i) => goTo({ from: c['log.time'][i] - 1000, to: c['log.time'][i] + 1000, gs: gs(c['log.g'][i]) }));
  }

  function drawAll(model) {
    findings(model);
    notes(model);
    preempts(model);
    waiting(model);
    percentiles(model);
    cores(model);
    claims(model);
    sv.sections.goroutines = new Goroutines(model);
    annotations(model);
  }

  sv.sections = { drawAll, goroutines: null };
})(globalThis.schedviz ??= {});
