// address.js: the view of a timeline as the fragment of the page's URL, so that a view
// can be shared. The URL is untrusted: it may come from anyone.
import * as arranging from './arranging.js';
import * as groups from './groups.js';
import { itemOf } from './layout.js';
import { at as placeAt } from '../trace/lanes.js';
import { laneID } from '../trace/model.js';

const kinds = ['p', 'm', 'c', 't', 'g'];
const colours = ['goroutine', 'function', 'state'];
const mostNames = 500,
  longest = 2000; // entries of a list, characters of a search

/** @param {Record<string, boolean>} shown */
const shownKinds = (shown) => kinds.filter((k) => shown[k]).join('');

// write encodes what the timeline shows; defaults are left out.
/** @param {Timeline} tl */
function write(tl) {
  const p = new URLSearchParams(),
    { view, arranged: a, selected: s } = tl;
  if (view.from > 0 || view.to < tl.extent) {
    p.set('from', String(Math.round(view.from)));
    p.set('to', String(Math.round(view.to)));
  }
  if (shownKinds(tl.shown) !== shownKinds(tl.usual)) p.set('lanes', shownKinds(tl.shown));
  if (tl.colourBy !== 'goroutine') p.set('colour', tl.colourBy);
  if (tl.nodes.find.value) p.set('find', tl.nodes.find.value);
  if (a.group !== 'none') p.set('group', a.group);
  if (a.at !== null) p.set('at', String(Math.round(a.at)));
  if (a.order !== 'id') p.set('order', a.order);
  if (a.active) p.set('active', 'yes');
  for (const id of a.pins) p.append('pin', id);
  for (const id of [...a.hidden].slice(0, mostNames)) p.append('hide', id);
  for (const [key, folded] of [...a.folds].slice(0, mostNames)) p.append(folded ? 'fold' : 'open', key);
  for (const what of ['chain', 'all']) if (tl.arrows[what]) p.append('arrows', what);
  if (s) p.set('sel', laneID(tl.model, s.lane) + '@' + Math.round(tl.model.spans.start[s.row]));
  else if (tl.range) p.set('sel', Math.round(tl.range.from) + '-' + Math.round(tl.range.to));
  return p.toString();
}

// number reads a time, or returns fallback if there is none.
/** @param {string} text */
function number(text, fallback) {
  const n = Number(text);
  return text === null || text === '' || !Number.isFinite(n) || n < 0 ? fallback : n;
}

/** @param {string} text */
const oneOf = (text, all, usual) => (all.includes(text) ? text : usual);

// read shows what an address says, and the default wherever the address is silent or
// invalid.
/** @param {Timeline} tl @param {string} text */
function read(tl, text) {
  const p = new URLSearchParams(text),
    list = (name) => p.getAll(name).slice(0, mostNames);
  const lanes = p.get('lanes');
  for (const k of kinds) tl.shown[k] = lanes === null ? !!tl.usual[k] : lanes.includes(k);
  tl.colourBy = oneOf(p.get('colour'), colours, 'goroutine');
  const folded = [
    ...list('fold').map((key) => /** @type {[string, boolean]} */ ([key, true])),
    ...list('open').map((key) => /** @type {[string, boolean]} */ ([key, false])),
  ];
  const group = oneOf(p.get('group'), groups.groupings, 'none');
  tl.arranged = {
    group,
    at: group === 'state' ? number(p.get('at'), null) : null,
    order: oneOf(p.get('order'), groups.orders, 'id'),
    active: p.get('active') === 'yes',
    pins: [...new Set(list('pin'))].filter((id) => tl.laneByID(id)).slice(-arranging.mostPins),
    hidden: new Set(list('hide')),
    folds: new Map(folded),
  };
  for (const what of ['chain', 'all']) tl.arrows[what] = list('arrows').includes(what);
  if (tl.selected || tl.range || tl.away) tl.unselect();
  tl.search((p.get('find') || '').slice(0, longest));
  const from = number(p.get('from'), 0),
    to = number(p.get('to'), tl.extent);
  if (to > from) tl.setView(from, to);
  select(tl, p.get('sel') || '');
}

// select selects "g18@1200", the span on a lane at a time, or "100-200", a time range.
/** @param {Timeline} tl @param {string} text */
function select(tl, text) {
  const span = /^(.{1,200})@(\d{1,18})$/.exec(text),
    range = /^(\d{1,18})-(\d{1,18})$/.exec(text);
  if (range && Number(range[1]) < Number(range[2])) tl.selectRange(Number(range[1]), Number(range[2]));
  const lane = span && tl.laneByID(span[1]);
  if (!lane) return;
  const place = placeAt(tl.model.spans, lane, Number(span[2]) + 0.5, 1);
  if (place < 0) return;
  tl.select(lane, place);
  if (itemOf(tl, lane)) tl.reveal(lane);
}

// follow keeps the page's address in step with the timeline, both ways.
/** @param {Timeline} tl */
function follow(tl) {
  const known = () => location.hash.slice(1);
  read(tl, known());
  tl.on('settled', (now) => {
    if (now !== known()) history.replaceState(null, '', now ? '#' + now : location.pathname + location.search);
  });
  addEventListener('hashchange', () => read(tl, known()));
}

export { write, read, follow };
