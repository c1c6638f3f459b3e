// gutter.js: the labels to the left of lanes and counters. A label that stays in view
// stays the same element, so that it keeps the focus.
import * as dom from '../base/dom.js';
import { el } from '../base/dom.js';
import * as format from '../base/format.js';
import * as theme from '../base/theme.js';
import { colourOf } from './colours.js';
import * as groups from './groups.js';
import { visible, COUNTER_GAP, yOf } from './layout.js';
import * as menu from './menu.js';
import * as m from '../trace/model.js';

const sampled = new Set(['queued', 'idle Ps', 'spinning']);

/** @param {Timeline} tl */
function draw(tl) {
  const { layout, nodes } = tl;
  const last = nodes.gutter.labels ?? new Map(),
    labels = new Map();
  const place = (placed) => {
    const key = placed.lane.kind === 'group' ? placed.lane.key : m.laneID(tl.model, placed.lane);
    const label = last.get(key) ?? (placed.lane.kind === 'group' ? groupLabel(tl) : laneLabel(tl));
    labels.set(key, label);
    put(tl, label, placed);
  };
  for (const item of layout.pinned) place(item);
  for (const i of visible(tl)) place(layout.lanes[i]);
  nodes.gutter.labels = labels;
  const rest = layout.counters.map((c) => counterLabel(c, layout.bottom + COUNTER_GAP));
  if (tl.model.bands.some((b) => !b.gap))
    rest.push(el('div', { class: 'strip-label', style: { top: layout.ceiling - 13 + 'px' } }, 'GC, STW'));
  arrange(nodes.gutter, [...labels.values(), ...rest]);
}

// arrange makes nodes the parent's children. Existing children are not moved, or they
// would lose the focus.
function arrange(parent, nodes) {
  const keep = new Set(nodes);
  for (const old of [...parent.children]) if (!keep.has(old)) old.remove();
  let at = parent.firstChild;
  for (const node of nodes) {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
}

// laneLabel makes a label; put assigns it a lane and a position.
/** @param {Timeline} tl */
function laneLabel(tl) {
  const name = el('button', { class: 'lane-name', type: 'button', onclick: () => tl.selectLane(label.lane) });
  const more = el(
    'button',
    {
      class: 'lane-more',
      type: 'button',
      'aria-haspopup': 'menu',
      title: 'pin, hide, …',
      onclick: () => menu.open(tl, label),
    },
    '⋯',
  );
  const label = el(
    'div',
    {
      class: 'lane-label',
      oncontextmenu: (e) => {
        e.preventDefault();
        menu.open(tl, label);
      },
    },
    name,
    more,
  );
  return label;
}

/** @param {Timeline} tl */
function groupLabel(tl) {
  const name = el('button', { class: 'lane-name', type: 'button', onclick: () => groups.press(tl, label.lane) });
  const more = el(
    'button',
    {
      class: 'lane-more',
      type: 'button',
      'aria-haspopup': 'menu',
      title: 'fold, hide, …',
      onclick: () => menu.open(tl, label),
    },
    '⋯',
  );
  const label = el(
    'div',
    {
      class: 'lane-label group-label',
      oncontextmenu: (e) => {
        e.preventDefault();
        menu.open(tl, label);
      },
    },
    name,
    more,
  );
  return label;
}

/** @param {Timeline} tl */
function put(tl, label, placed) {
  const { lane, height, head } = placed,
    group = lane.kind === 'group';
  const at = yOf(tl, placed) + (group ? 1 : head - 4),
    tall = group ? height - 2 : height - head + 3;
  Object.assign(label.style, {
    top: at + 'px',
    height: tall + 'px',
    clipPath: placed.pinned ? '' : clip(at, tall, tl.layout),
  });
  label.lane = lane;
  label.classList.toggle('without', !!lane.without);
  if (group) return putGroup(label, lane);
  const chosen = tl.selected && (tl.selected.lane === lane || (lane.kind === 'g' && lane.key === tl.selected.g));
  label.classList.toggle('chosen', !!chosen);
  label.classList.toggle('pinned', !!placed.pinned);
  const named = theme.mode() + tl.colourBy;
  if (label.named === named) return;
  label.named = named;
  const func = lane.kind === 'g' ? format.shortFunc(m.gFunc(tl.model, lane.key)) : '';
  const name = m.laneName(tl.model, lane);
  label.firstChild.title = func ? name + ' ' + func : name;
  label.lastChild.setAttribute('aria-label', 'Menu of ' + name);
  label.firstChild.replaceChildren(
    ...[
      lane.kind === 'g' && dom.swatch(colourOf(tl, lane.key)),
      el('b', {}, name),
      func && el('span', { class: 'func named' }, shortened(' ' + func)),
    ].filter(Boolean),
  );
}

/** @param {Group} g */
function putGroup(label, g) {
  const text = `${g.folded} ${g.title} ${g.count}`;
  if (label.named === text) return;
  label.named = text;
  const [name, more] = label.children;
  name.title = g.explained || `${g.folded ? 'open' : 'fold'} ${g.title}`;
  if (g.without) name.removeAttribute('aria-expanded');
  else name.setAttribute('aria-expanded', !g.folded);
  more.setAttribute('aria-label', 'Menu of ' + g.title);
  name.replaceChildren(
    el('i', {}, g.without ? '⋮' : g.folded ? '▸' : '▾'),
    el('span', { class: 'group-name named' }, shortened(g.title)),
    g.count && el('span', { class: 'func' }, ' ' + g.count),
  );
}

// shortened is a name that loses its beginning where there is no room for all of it.
/** @param {string} name */
function shortened(name) {
  const [head, end] = format.ends(name);
  return [el('span', { class: 'head' }, head), el('span', {}, end)];
}

function counterLabel(c, base) {
  const most =
    (sampled.has(c.name) ? 'sampled ≤' : 'max ') + (c.name === 'heap' ? format.bytes(c.max) : format.count(c.max));
  return el(
    'div',
    { class: 'counter-label', style: { top: base + c.y + 'px', height: c.height + 'px' } },
    el('b', {}, c.name),
    el('span', {}, most),
  );
}

// clip keeps a lane's label from covering what is above and below the lanes.
/** @param {number} at @param {number} height */
function clip(at, height, layout) {
  const above = Math.max(0, layout.top - at),
    below = Math.max(0, at + height - layout.top - layout.viewport);
  return above || below ? `inset(${above}px 0 ${below}px 0)` : '';
}

export { draw };
