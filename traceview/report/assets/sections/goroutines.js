// goroutines.js: the tables of goroutines: by start function, and one by one.
import * as col from '../trace/columns.js';
import { byId, el, link, swatch } from '../base/dom.js';
import * as format from '../base/format.js';
import * as lazy from '../base/lazy.js';
import { VirtualTable, List, shareBar, copyButton } from '../base/table.js';
import * as theme from '../base/theme.js';
import { fill, more, numbers } from './fill.js';
import { goTo } from './links.js';
import { current as timeline } from '../timeline/current.js';
import { states } from '../trace/states.js';

const { shortFunc } = format;

class Goroutines {
  constructor(model) {
    this.model = model;
    this.count = model.cols[col.table.id].length;
    this.text = '';
    numbers('g-numbers', [
      ['seen', model.page.seen],
      ['alive at the end', model.page.alive],
    ]);
    this.groups();
    byId('g-filter').oninput = (e) => this.apply(e.target.value);
    byId('g-system-too').onchange = () => this.apply(byId('g-filter').value);
    // A hundred thousand rows take a moment to sort: not before they come into view.
    lazy.near(byId('g-table'), () => this.build());
  }

  dispose() {
    this.table?.dispose();
  }

  build() {
    if (this.table) return;
    this.table = new VirtualTable(byId('g-table'), this.columns(), this.count, (i) =>
      goTo({ gs: [this.model.cols[col.table.id][i]] }),
    );
    this.table.sort(3);
    byId('g-copy').replaceChildren(...(this.count ? [copyButton(() => this.table.csv())] : []));
    this.apply(byId('g-filter').value);
  }

  columns() {
    const { cols: c, strings } = this.model;
    const func = (i) => shortFunc(strings[c[col.table.func][i]]) || 'unknown';
    const time = (name, title, hint) => ({
      title,
      hint,
      num: true,
      unit: 'ns',
      width: '88px',
      value: (i) => c[name][i],
      text: (i) => (c[name][i] ? format.duration(c[name][i]) : ''),
    });
    const number = (name, title, hint) => ({
      title,
      hint,
      num: true,
      width: '84px',
      value: (i) => c[name][i],
      text: (i) => (c[name][i] ? format.count(c[name][i]) : ''),
    });
    const state = (i) => states[c[col.table.endState][i]];
    const end = (i) =>
      c[col.table.ended][i] >= 0 ? 'ended' : [state(i), strings[c[col.table.endReason][i]]].filter(Boolean).join(': ');
    const parent = (i) => (c[col.table.parent][i] > 0 ? 'G' + c[col.table.parent][i] : '');
    return [
      {
        title: 'G',
        num: true,
        width: '76px',
        value: (i) => c[col.table.id][i],
        text: (i) => el('span', {}, swatch(theme.byIndex(c[col.table.id][i])), String(c[col.table.id][i])),
      },
      { title: 'function', width: '230px', value: func, text: func },
      time(col.table.life, 'lifetime', 'from when it was first to when it was last seen alive'),
      time(col.table.running, 'running'),
      time(col.table.runnable, 'runnable', 'ready to run, but without a P'),
      time(col.table.waiting, 'waiting'),
      time(col.table.syscall, 'syscall'),
      number(col.table.runs, 'slices', 'how many times it ran'),
      time(col.table.maxSlice, 'longest slice'),
      time(col.table.maxLatency, 'worst wait', 'the longest time it was runnable before it ran'),
      number(col.table.preempted, 'preempted', 'async, cooperative, for a stop-the-world or a stack scan'),
      number(col.table.migrations, 'migrations', 'how often it ran on a different P than before'),
      {
        title: 'created by',
        width: '90px',
        num: true,
        value: (i) => Math.max(0, c[col.table.parent][i]),
        text: parent,
      },
      { title: 'at the end', width: '190px', value: end, text: end },
    ];
  }

  // groups draws the totals by start function: the program's, and folded up below them the runtime's.
  groups() {
    const rows = this.model.page.groups;
    const own = rows.filter((r) => !r.system),
      system = rows.filter((r) => r.system);
    fill('g-groups', own.length, () => this.functions(own));
    fill('g-system', system.length, () => this.functions(system));
    more('more-groups', rows.length, this.model.page.carried.groups, 'functions');
  }

  // functions is a table of totals by start function.
  functions(rows) {
    const most = Math.max(...rows.map((r) => r.running), 1);
    const time = (title, key, hint) => ({
      title,
      hint,
      num: true,
      unit: 'ns',
      value: (g) => g[key],
      text: (g) => (g[key] ? format.duration(g[key]) : ''),
    });
    const number = (title, key, hint) => ({
      title,
      hint,
      num: true,
      value: (g) => g[key],
      text: (g) => (g[key] ? format.count(g[key]) : ''),
    });
    const wait = (w) =>
      `${w.reason || 'unknown'} ${format.duration(w.total)} (p50 ${format.duration(w.p50)}, p99 ${format.duration(w.p99)})`;
    const waits = (g) => (g.waits.length ? wait(g.waits[0]) : '');
    const allWaits = (g) => el('span', { title: g.waits.map(wait).join('\n') }, waits(g));
    return new List(
      [
        {
          title: 'function',
          value: (g) => g.func || 'unknown',
          text: (g) =>
            [
              link(shortFunc(g.func) || 'unknown', () => this.filter(g.func), 'show only these in the table below'),
              g.func
                ? [
                    ' ',
                    link(
                      '↑',
                      () => {
                        timeline.search(g.func);
                        goTo({});
                      },
                      'show only these in the timeline',
                    ),
                  ]
                : '',
            ].flat(),
        },
        { title: 'goroutines', num: true, value: (g) => g.count, text: (g) => format.count(g.count) },
        {
          title: 'running',
          num: true,
          unit: 'ns',
          value: (g) => g.running,
          text: (g) => shareBar(format.duration(g.running), g.running / most, theme.chrome().accent),
        },
        time('runnable', 'runnable', 'ready to run, but without a P'),
        time('waiting', 'waiting'),
        time('syscall', 'syscall'),
        {
          title: 'top wait reason',
          hint: 'the reason with the largest total; hover over a cell to see the others',
          value: waits,
          text: allWaits,
        },
        time('lifetime, p50', 'lifeP50', 'half of them were alive for this long or less'),
        time('latency, p99', 'latencyP99', '99% of their waits for a P were this long or less'),
        time('longest slice', 'maxSlice'),
        number('preempted', 'preempted'),
        number('alive at the end', 'alive'),
      ],
      rows,
      { what: 'functions' },
    ).node;
  }

  // filter shows only the goroutines of a function, or one goroutine, in the table.
  filter(text) {
    byId('g-filter').value = text;
    this.build();
    this.apply(text);
    byId('g-filter').scrollIntoView({ block: 'center' });
  }

  // apply shows the goroutines that match a text. Without one, the runtime's are left out unless the
  // reader asks for them.
  apply(text) {
    this.build();
    const { cols: c, strings } = this.model;
    const id = /^g?\d+$/i.test(text.trim()) ? Number(text.trim().replace(/^g/i, '')) : -1;
    const part = text.trim().toLowerCase();
    const hits = strings.map((s) => s.toLowerCase().includes(part));
    const all = part !== '' || byId('g-system-too').checked;
    this.table.filter((i) =>
      id >= 0
        ? c[col.table.id][i] === id
        : (all || !c[col.table.system][i]) && (hits[c[col.table.func][i]] || hits[c[col.table.endReason][i]]),
    );
    byId('g-count').textContent =
      `${format.count(this.table.order.length)} of ${format.plural(this.count, 'goroutine')}`;
  }
}

let shown = /** @type {Goroutines | null} */ (null);

// draw redraws the tables.
/** @param {Model} model */
function draw(model) {
  shown?.dispose();
  shown = new Goroutines(model);
}

// filter shows only the goroutines of a function, or one goroutine, in the page's table.
const filter = (text) => shown.filter(text);

export { draw, filter };
