// toolbar.js: a timeline's switches, search field and legend.
import { el, swatch } from '../base/dom.js';
import * as theme from '../base/theme.js';
import * as textures from './textures.js';
import { preempts, WAITING } from '../trace/states.js';

// switches are the buttons for kinds of lanes, colours or arrows.
/** @param {Timeline} tl @param {'lanes' | 'colour' | 'arrows'} what @returns {NodeListOf<HTMLElement>} */
const switches = (tl, what) => tl.root.querySelectorAll(`[data-${what}]`);

/** @param {Timeline} tl */
function wire(tl) {
  const { root, nodes } = tl;
  for (const b of switches(tl, 'lanes'))
    b.addEventListener('click', () => tl.switchLanes(b.dataset.lanes, !tl.shown[b.dataset.lanes]));
  for (const b of switches(tl, 'colour')) b.addEventListener('click', () => tl.setColour(b.dataset.colour));
  for (const b of switches(tl, 'arrows')) b.addEventListener('click', () => tl.toggleArrows(b.dataset.arrows));
  nodes.group.addEventListener('change', () => chooseGroup(tl, nodes.group.value));
  nodes.order.addEventListener('change', () => tl.orderBy(nodes.order.value));
  nodes.active.addEventListener('click', () => tl.activeOnly(!tl.arranged.active));
  nodes.hidden.addEventListener('click', () => tl.showHidden());
  nodes.find.addEventListener('input', () => tl.search(nodes.find.value));
  nodes.find.addEventListener('keydown', (e) => e.key === 'Enter' && tl.nextMatch(e.shiftKey ? -1 : 1));
  root.querySelector('.zoom-in').addEventListener('click', () => tl.zoom(0.5));
  root.querySelector('.zoom-out').addEventListener('click', () => tl.zoom(2));
  root.querySelector('.zoom-all').addEventListener('click', () => tl.reset());
}

// chooseGroup groups goroutines; by state, it uses the last pointer position.
/** @param {Timeline} tl @param {string} by */
function chooseGroup(tl, by) {
  if (by === 'state-here') tl.groupBy('state', tl.timeHere());
  else tl.groupBy(by);
}

// sync updates the toolbar from the timeline.
/** @param {Timeline} tl */
function sync(tl) {
  for (const b of switches(tl, 'lanes')) {
    b.setAttribute('aria-pressed', tl.shown[b.dataset.lanes]);
    if (b.dataset.lanes === 'c') b.hidden = !tl.model.lanes.c.length;
    if (b.dataset.lanes === 't') b.hidden = !tl.model.lanes.t.length;
  }
  for (const b of switches(tl, 'colour')) b.setAttribute('aria-pressed', String(tl.colourBy === b.dataset.colour));
  for (const b of switches(tl, 'arrows')) b.setAttribute('aria-pressed', tl.arrows[b.dataset.arrows]);
  const { arranged: a, nodes } = tl;
  nodes.group.value = a.group === 'state' && a.at !== null ? 'state-here' : a.group;
  nodes.order.value = a.order;
  nodes.active.setAttribute('aria-pressed', a.active);
  /** @type {HTMLElement} */ (tl.root.querySelector('.arrange')).hidden = !tl.shown.g;
  nodes.opening.hidden = !tl.opening;
  nodes.hidden.hidden = a.hidden.size === 0;
  nodes.hidden.textContent = `show ${a.hidden.size} hidden`;
  nodes.legend.replaceChildren(...legend(tl));
}

// legend explains the marks and colours that occur, in the timeline or in all that it
// speaks for.
/** @param {Timeline} tl */
function legend(tl) {
  const models = tl.speaksFor ?? [tl.model],
    bands = models.flatMap((m) => m.bands);
  const nodes = [...roleSwatches(tl), ...markGlyphs(models)];
  if (tl.colourBy === 'state' || tl.shown.g) {
    for (const s of ['running', 'runnable', 'syscall']) nodes.push(el('span', {}, swatch(theme.state(s)), s));
    if (tl.shown.g) for (const w of new Set(models.flatMap(waitsOf))) nodes.push(waitSwatch(w));
  }
  if (models.some((m) => m.onCore) && (tl.shown.p || tl.shown.m || tl.shown.g)) {
    const colour = named(tl).length ? theme.chrome().muted : theme.chrome().accent;
    nodes.unshift(
      el('span', {}, swatch(colour), 'on a core'),
      el(
        'span',
        { title: 'running according to the trace, but its thread was off-CPU: preempted by the kernel, or blocked' },
        el('span', { class: 'swatch', style: { background: 'transparent', boxShadow: 'inset 0 0 0 1.5px ' + colour } }),
        'running, but off-CPU',
      ),
    );
  }
  if (bands.some((b) => b.stw)) nodes.push(el('span', {}, swatch(theme.chrome().stw), 'stop-the-world'));
  if (bands.some((b) => !b.stw && !b.gap)) nodes.push(el('span', {}, swatch(theme.chrome().gc), 'GC'));
  if (bands.some((b) => b.gap)) nodes.push(el('span', {}, swatch(theme.chrome().dim), 'missing from the trace'));
  return nodes;
}

// named lists the roles that colours tell.
/** @param {Timeline} tl */
const named = (tl) => (tl.colourBy === 'function' ? (tl.model.roles?.names ?? []).filter((name) => name) : []);

/** @param {Timeline} tl */
const roleSwatches = (tl) => named(tl).map((name, i) => el('span', { class: 'role' }, swatch(theme.byIndex(i)), name));

/** @param {Model[]} models */
function markGlyphs(models) {
  const used = new Set(models.flatMap((m) => Array.from(m.overview.marks.kind, (k) => preempts[k])));
  return theme.markKinds
    .filter((k) => used.has(k))
    .map((k) =>
      el(
        'span',
        { title: theme.markLabel(k) },
        el('i', { style: { color: theme.mark(k) } }, theme.markGlyph(k)),
        ' ' + theme.markShort(k),
      ),
    );
}

// waitsOf lists the kinds of waits that occur in the trace.
/** @param {Model} model */
function waitsOf(model) {
  if (model.waitKinds) return model.waitKinds;
  const { spans } = model.overview,
    reasons = new Set();
  for (let i = 0; i < spans.state.length; i++) if (spans.state[i] === WAITING) reasons.add(spans.reason[i]);
  const found = new Set(Array.from(reasons, (r) => theme.family(model.strings[r])));
  return (model.waitKinds = theme.waitKinds.filter((w) => found.has(w)));
}

function waitSwatch(w) {
  return el(
    'span',
    { title: `waiting: ${w.name}` },
    el('span', { class: 'swatch line', style: { background: textures.background(w[theme.mode()], w.dash) } }),
    w.name,
  );
}

export { wire, sync };
