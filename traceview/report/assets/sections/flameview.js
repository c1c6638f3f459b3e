// flameview.js: draws flame graphs, and handles zooming, search and keys.
import { el, byId, link } from '../base/dom.js';
import * as format from '../base/format.js';
import * as theme from '../base/theme.js';
import * as tip from '../base/tip.js';
import * as charts from './charts.js';
import * as f from './flame.js';
import * as sites from './sites.js';
import * as waiting from './waiting.js';
import * as source from '../trace/source.js';
import { RUNNABLE, WAITING, SYSCALL } from '../trace/states.js';

const ROW = 20; // pixels

const modes = {
  blocking: {
    title: 'waits',
    state: WAITING,
    what: 'wait',
    how: 'What goroutines waited for, and where, added up over all goroutines.',
    graph:
      'The reason is at the top; below it are the functions, from the outermost down to the one that waited. The wider a box, the more time was spent waiting within it.',
  },
  ready: {
    title: 'made ready',
    state: RUNNABLE,
    what: 'wait for a P',
    how: 'Who made goroutines runnable, and how long those then waited for a P.',
    graph: 'A wide box woke or created goroutines that then waited long for a P.',
  },
  syscalls: {
    title: 'system calls',
    state: SYSCALL,
    what: 'system call',
    how: 'Where goroutines were in system calls.',
    graph: 'The wider a box, the more time was spent in system calls within it.',
  },
  samples: {
    title: 'CPU samples',
    what: 'sample',
    how: 'Where the program’s CPU profiler found it running; it samples 100 times per CPU second by default.',
    graph: 'The wider a box, the more samples.',
  },
};

class FlameView {
  constructor(model, mode) {
    this.model = model;
    this.mode = mode;
    this.flame = f.build(model, mode);
    this.zoomed = 0;
    this.chosen = -1;
    this.hovered = -1;
    this.found = null;
    this.canvas = el('canvas', {
      class: 'flame',
      tabIndex: 0,
      role: 'application',
      'aria-roledescription': 'flame graph',
      'aria-label': this.summary(),
    });
    this.crumbs = el('nav', { class: 'crumbs', 'aria-label': 'Flame graph zoom path' });
    this.says = el('div', { class: 'flame-says', role: 'status' });
    this.box = el('div', { class: 'flame-box' }, this.canvas);
    this.node = el('div', {}, this.crumbs, this.box, this.says);
    this.canvas.addEventListener('pointermove', (e) => this.hover(e));
    this.canvas.addEventListener('pointerleave', () => {
      this.hovered = -1;
      tip.hide();
      this.draw();
    });
    this.canvas.addEventListener('click', (e) => this.click(e));
    this.canvas.addEventListener('keydown', (e) => this.key(e));
    this.observer = new ResizeObserver(() => this.draw());
    this.observer.observe(this.box);
  }

  dispose() {
    this.observer.disconnect();
  }

  // summary names the hot path: the program's innermost box that still holds half of all.
  summary() {
    const { flame } = this;
    let i = 0;
    while (i + 1 < flame.end[i] && flame.total[i + 1] * 2 >= flame.total[0]) i++;
    const around = f.path(flame, i).slice(1);
    const reason = this.mode === 'blocking' ? around.shift() : undefined;
    const own = around.findLast((k) => this.whose(k) === 0) ?? around.at(-1);
    const top = [reason, own].filter((k) => k !== undefined).map((k) => this.name(k));
    return `Flame graph of ${modes[this.mode].title}: ${this.amount(0)}${top.length ? ', most in ' + top.join(', ') : ''}. Arrow keys move, Enter zooms, Escape zooms out.`;
  }

  // amount writes what a box adds up to.
  amount(i) {
    const { flame } = this,
      n = flame.count[i];
    return this.mode === 'samples'
      ? format.plural(flame.total[i], 'sample')
      : `${format.duration(flame.total[i])} in ${modes[this.mode].what === 'wait for a P' ? (n === 1 ? '1 wait for a P' : format.count(n) + ' waits for a P') : format.plural(n, modes[this.mode].what)}`;
  }

  // whose says what a box belongs to: 0 the program, 1 a library, 2 the runtime.
  whose(i) {
    return this.flame.frame[i] < 0 ? 0 : sites.frame(this.model, this.flame.frame[i]).whose;
  }

  name(i) {
    if (i === 0) return 'all';
    if (this.flame.frame[i] < 0) return this.flame.names[i] || 'many small boxes';
    return format.shortFunc(this.flame.names[i]) || 'unknown function';
  }

  zoom(i) {
    this.zoomed = i;
    this.chosen = i;
    this.draw();
    this.describe(i);
  }

  search(text) {
    this.found = f.search(this.flame, text);
    this.draw();
    return this.found ? `${format.percent(this.found.total / Math.max(1, this.flame.total[0]))} of the total` : '';
  }

  // ---- drawing

  draw() {
    const width = Math.max(50, this.box.clientWidth),
      dense = globalThis.devicePixelRatio || 1;
    this.rects = f.layout(this.flame, this.zoomed, width);
    const height = (Math.max(...this.rects.map((r) => r.row)) + 1) * ROW;
    Object.assign(this.canvas, { width: width * dense, height: height * dense });
    Object.assign(this.canvas.style, { width: width + 'px', height: height + 'px' });
    const g = this.canvas.getContext('2d');
    g.scale(dense, dense);
    g.font = '11.5px ' + getComputedStyle(document.body).fontFamily;
    g.textBaseline = 'middle';
    for (const r of this.rects) this.drawBox(g, r);
    this.drawCrumbs();
  }

  drawBox(g, { i, x, w, row }) {
    const around = row < this.flame.depth[this.zoomed];
    const dim = this.found ? !this.found.found.has(i) : around;
    const fill = dim ? theme.mix(this.colour(i), theme.chrome().panel, 0.75) : this.colour(i);
    g.fillStyle = fill;
    g.fillRect(x, row * ROW, Math.max(0.5, w - (w > 3 ? 1 : 0)), ROW - 1);
    if (this.found && !dim) {
      g.fillStyle = theme.chrome().text; // matches are marked by more than colour
      g.fillRect(x, row * ROW + ROW - 3, Math.max(0.5, w - 1), 2);
    }
    if (i === this.chosen || i === this.hovered) {
      g.strokeStyle = theme.chrome().text;
      g.lineWidth = i === this.chosen ? 2 : 1;
      g.strokeRect(x + 1, row * ROW + 1, Math.max(0, w - 3), ROW - 3);
    }
    if (w < 26) return;
    g.fillStyle = theme.ink(fill);
    const text = cut(g, this.name(i), w - 8);
    if (text) g.fillText(text, x + 4, row * ROW + ROW / 2);
  }

  colour(i) {
    const { flame } = this,
      { panel, track } = theme.chrome();
    if (i === 0 || (flame.frame[i] < 0 && !flame.names[i])) return theme.mix(track, theme.chrome().muted, 0.3);
    const name = flame.names[i];
    const shade = (hash(name) % 5) * 0.07;
    if (this.mode === 'blocking')
      return theme.mix(theme.wait(flame.names[f.path(flame, i)[1]]), panel, flame.frame[i] < 0 ? 0 : 0.25 + shade);
    if (this.whose(i) === 2) return theme.mix(theme.chrome().muted, panel, 0.45 + shade);
    return theme.mix(
      theme.byIndex(hash(name.slice(0, name.lastIndexOf('/') + 1) + format.shortFunc(name).split('.')[0])),
      panel,
      0.3 + shade,
    );
  }

  drawCrumbs() {
    const around = f.path(this.flame, this.zoomed);
    this.crumbs.replaceChildren(
      ...around.flatMap((i, k) => [
        k > 0 ? ' › ' : '',
        i === this.zoomed ? el('b', {}, this.name(i)) : link(this.name(i), () => this.zoom(i)),
      ]),
    );
    this.crumbs.hidden = around.length < 2;
  }

  // ---- pointer and keys

  boxAt(e) {
    const b = this.canvas.getBoundingClientRect(),
      x = e.clientX - b.left,
      row = Math.floor((e.clientY - b.top) / ROW);
    return this.rects.find((r) => r.row === row && x >= r.x && x < r.x + r.w)?.i ?? -1;
  }

  hover(e) {
    const i = this.boxAt(e);
    this.canvas.style.cursor = i >= 0 ? 'pointer' : '';
    if (i !== this.hovered) {
      this.hovered = i;
      this.draw();
    }
    if (i < 0) return tip.hide();
    tip.show(charts.tip(this.name(i), ...this.facts(i)), e);
  }

  facts(i) {
    const { flame } = this;
    const frame = flame.frame[i] >= 0 ? sites.frame(this.model, flame.frame[i]) : null;
    return [
      ['total', this.amount(i)],
      ['share', format.percent(flame.total[i] / Math.max(1, flame.total[0]))],
      ['self', this.mode === 'samples' ? format.count(flame.self[i]) : format.duration(flame.self[i])],
      ['mean', this.mode === 'samples' ? '' : format.duration(flame.total[i] / Math.max(1, flame.count[i]))],
      ['line', frame ? sites.line(frame) : ''],
    ];
  }

  // click zooms to a box, or out by one level if the view is zoomed to it already.
  click(e) {
    const i = this.boxAt(e);
    if (i >= 0) this.zoom(i === this.zoomed ? Math.max(0, this.flame.parent[i]) : i);
  }

  key(e) {
    if (e.key.startsWith('Arrow')) {
      this.chosen = f.step(this.flame, this.chosen < 0 ? this.zoomed : this.chosen, e.key, this.zoomed);
      this.draw();
      this.describe(this.chosen);
    } else if (e.key === 'Enter' && this.chosen >= 0) this.zoom(this.chosen);
    else if (e.key === 'Escape' && this.zoomed > 0) this.zoom(this.flame.parent[this.zoomed]);
    else return;
    e.preventDefault();
    e.stopPropagation();
  }

  // describe shows below the graph what the selected box is, with a link to the timeline.
  describe(i) {
    if (i <= 0) return this.says.replaceChildren();
    const { model, flame } = this;
    const frame = flame.frame[i] >= 0 ? sites.frame(model, flame.frame[i]) : null;
    this.says.replaceChildren(
      ...[
        el(
          'div',
          {},
          el('b', {}, this.name(i)),
          ' ',
          frame && el('span', { class: 'file', title: frame.file }, sites.line(frame)),
          `: ${this.amount(i)}, ${format.percent(flame.total[i] / Math.max(1, flame.total[0]))} of the total. `,
          modes[this.mode].state !== undefined &&
            link('show the longest in the timeline', () => sites.go(this.longest(i))),
        ),
        frame && source.node(model.page, frame),
      ].filter(Boolean),
    );
  }

  // longest finds the longest span whose stack goes through a box.
  longest(i) {
    const { model, flame } = this;
    const around = f.path(flame, i).slice(1);
    const reason = this.mode === 'blocking' ? flame.names[around.shift()] : '';
    const names = around.map((k) => flame.names[k]);
    const fits = sites.stacksThat(model, (frames) =>
      names.every((name, k) => frames[frames.length - 1 - k]?.func === name),
    );
    const { strings } = model;
    return sites.longest(
      model,
      (row, spans) =>
        spans.state[row] === modes[this.mode].state &&
        fits[spans.stack[row]] &&
        (!reason || strings[spans.reason[row]] === reason),
    );
  }
}

// cut shortens text to a width.
function cut(g, text, width) {
  if (g.measureText(text).width <= width) return text;
  let keep = Math.floor((width / g.measureText(text).width) * text.length);
  while (keep > 1 && g.measureText(text.slice(0, keep) + '…').width > width) keep--;
  return keep > 1 ? text.slice(0, keep) + '…' : '';
}

function hash(text) {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = (h * 31 + text.charCodeAt(i)) >>> 0;
  return h % 9973;
}

// ---- the section: a switch of modes, and graph or table

const look = { mode: '', table: false, search: '' };
let view = null;

/** @param {Model} model */
function draw(model) {
  const { flames } = model.page;
  byId('stacks').hidden = flames.length === 0;
  if (!flames.length) return;
  if (!flames.some((x) => x.mode === look.mode)) look.mode = flames[0].mode;
  const press = (name, value, text, title) =>
    el(
      'button',
      {
        type: 'button',
        'aria-pressed': String(look[name] === value),
        title,
        onclick: () => {
          look[name] = value;
          draw(model);
        },
      },
      text,
    );
  byId('flame-modes').replaceChildren(
    el(
      'span',
      { class: 'switches', role: 'group', 'aria-label': 'Measure' },
      flames.map((x) => press('mode', x.mode, modes[x.mode].title, '')),
    ),
    el(
      'span',
      { class: 'switches', role: 'group', 'aria-label': 'View' },
      press('table', false, 'flame graph', 'stacks as nested boxes'),
      press('table', true, 'table', 'totals by source line'),
    ),
    ...(look.table
      ? []
      : [
          el(
            'label',
            { class: 'find' },
            el('input', {
              type: 'search',
              id: 'flame-find',
              placeholder: 'search functions',
              'aria-label': 'Search the flame graph',
              autocomplete: 'off',
              spellcheck: false,
              value: look.search,
              oninput: (e) => {
                look.search = e.target.value;
                byId('flame-found').textContent = view.search(look.search);
              },
            }),
            el('span', { id: 'flame-found' }),
          ),
        ]),
  );
  byId('flame-how').textContent =
    modes[look.mode].how +
    (look.table
      ? ' Stacks that end at the same source line share a row; click it to open the one with the largest total.'
      : ` ${modes[look.mode].graph} Click a box to zoom in; click a name above the graph to zoom out.`);
  view?.dispose();
  view = null;
  if (look.table) return byId('flame').replaceChildren(waiting.siteTable(model, look.mode));
  view = new FlameView(model, look.mode);
  byId('flame').replaceChildren(view.node);
  view.draw();
  byId('flame-found').textContent = view.search(look.search);
}

// redraw fits the graph to the page's width.
const redraw = () => view?.draw();

export { draw, redraw };
