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

// arranged encodes a view that was chosen before the run: a View of report/lesson.go.
/** @param {Timeline} tl @param {Arrangement} v */
function arranged(tl, v) {
  const p = new URLSearchParams();
  if (v.to > 0) {
    const { from, to } = tl.around(v.from, v.to);
    p.set('from', String(Math.round(from)));
    p.set('to', String(Math.round(to)));
  }
  const lanes = kinds.filter((k) => v.lanes.includes(k) && tl.model.lanes[k].length).join('');
  if (lanes && lanes !== shownKinds(tl.usual)) p.set('lanes', lanes);
  if (v.colour && v.colour !== 'goroutine') p.set('colour', v.colour);
  if (v.find) p.set('find', v.find);
  if (v.group) p.set('group', v.group);
  if (v.order) p.set('order', v.order);
  const pins = v.pin.map((id) => 'g' + id).filter((id) => tl.laneByID(id));
  for (const id of new Set(pins.slice(-arranging.mostPins))) p.append('pin', id);
  for (const id of v.hide.slice(0, mostNames)) p.append('hide', 'g' + id);
  return p.toString();
}

// fragment is the fragment of the page's URL for an address: none for the view in which the
// page opens.
/** @param {Timeline} tl @param {string} address */
const fragment = (tl, address) => (address === tl.opening ? '' : address || 'lanes=' + shownKinds(tl.usual));

// link is the URL of an address, on this page.
/** @param {Timeline} tl @param {string} address */
const link = (tl, address) => '#' + fragment(tl, address);

// push makes an address the page's, as following a link does: Back returns to the one before.
/** @param {Timeline} tl @param {string} address */
function push(tl, address) {
  const now = fragment(tl, address);
  if (now !== known()) history.pushState(null, '', urlOf(now));
}

const known = () => location.hash.slice(1);
/** @param {string} fragment */
const urlOf = (fragment) => (fragment ? '#' + fragment : location.pathname + location.search);

/** @param {string} address */
function withoutSelection(address) {
  const p = new URLSearchParams(address);
  p.delete('sel');
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

// follow keeps the page's address in step with the timeline, both ways. A page without one
// opens with the view tl.opening.
/** @param {Timeline} tl */
function follow(tl) {
  const show = () => read(tl, known() || tl.opening);
  show();
  tl.on('settled', (address) => {
    const now = fragment(tl, address);
    if (now !== known()) history.replaceState(null, '', urlOf(now));
  });
  addEventListener('hashchange', show);
}

export { write, read, arranged, link, push, withoutSelection, follow };
