// pointer.js: handles the pointer on a timeline.
import * as arrows from './arrows.js';
import * as details from './details.js';
import { at as findHit } from './hit.js';
import { indexAt } from './layout.js';
import * as touch from './touch.js';

/** @param {Timeline} tl */
function listen(tl) {
  const { canvas, scroll } = tl.nodes;
  scroll.addEventListener(
    'scroll',
    () => {
      tl.scrollTop = scroll.scrollTop;
      tl.hideTip();
      tl.redraw();
    },
    { passive: true },
  );
  canvas.addEventListener('wheel', (e) => wheel(tl, e), { passive: false });
  canvas.addEventListener('pointerdown', (e) => press(tl, e));
  canvas.addEventListener('pointermove', (e) => hover(tl, e));
  canvas.addEventListener('pointerleave', () => tl.hideTip());
  canvas.addEventListener('dblclick', (e) => tl.zoom(0.4, share(tl, e)));
  tl.nodes.map.addEventListener('pointerdown', (e) => pressMap(tl, e));
  touch.listen(tl);
}

// share is the pointer's relative position across the canvas, 0 to 1.
/** @param {Timeline} tl */
function share(tl, e) {
  const box = tl.nodes.canvas.getBoundingClientRect();
  return (e.clientX - box.left) / box.width;
}

/** @param {Timeline} tl */
const timeAt = (tl, e) => tl.view.from + share(tl, e) * (tl.view.to - tl.view.from);

// wheel zooms with Ctrl and pans sideways; else the browser scrolls.
/** @param {Timeline} tl */
function wheel(tl, e) {
  tl.lastShare = share(tl, e);
  if (e.ctrlKey || e.metaKey) {
    e.preventDefault();
    tl.zoom(Math.exp(Math.max(-60, Math.min(60, e.deltaY)) * 0.006), share(tl, e));
  } else if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)) {
    e.preventDefault();
    tl.pan((e.deltaX || e.deltaY) / tl.width);
  }
}

const HOLD = 450; // ms that a finger must rest for a drag to select time

// drag follows the pointer until it is released: it calls move at each step once the
// pointer has moved by slack pixels, then done with whether it ever did.
/** @param {HTMLElement} node @param {number} slack */
function drag(node, start, slack, move, done) {
  let dragged = false;
  node.setPointerCapture?.(start.pointerId);
  const onMove = (e) => {
    if (e.pointerId !== start.pointerId || (!dragged && Math.abs(e.clientX - start.clientX) < slack)) return;
    dragged = true;
    move(e);
  };
  const onDone = (e) => {
    if (e.pointerId !== start.pointerId) return;
    node.removeEventListener('pointermove', onMove);
    for (const kind of ['pointerup', 'pointercancel']) node.removeEventListener(kind, onDone);
    done(e, dragged);
  };
  node.addEventListener('pointermove', onMove);
  for (const kind of ['pointerup', 'pointercancel']) node.addEventListener(kind, onDone);
}

// press starts a drag: it selects time or, with Shift or a finger, pans; a finger that
// rested first selects time too. A press without movement is a click.
/** @param {Timeline} tl */
function press(tl, e) {
  if (e.button !== 0) return;
  const time = timeAt(tl, e),
    view = { ...tl.view };
  const begun = laneUnder(tl, e);
  let moves = e.shiftKey || e.pointerType === 'touch';
  tl.hideTip();
  const hold =
    e.pointerType === 'touch' &&
    setTimeout(() => {
      if (tl.dragging || tl.pinching) return;
      moves = false;
      tl.range = { from: time, to: time, lanes: null, lane: null };
      tl.redraw();
    }, HOLD);
  drag(
    tl.nodes.canvas,
    e,
    4,
    (ev) => {
      if (tl.pinching) return;
      tl.dragging = true;
      if (moves) {
        const by = ((ev.clientX - e.clientX) / tl.width) * (view.to - view.from);
        tl.setView(view.from - by, view.to - by);
      } else {
        const t = timeAt(tl, ev);
        tl.range = {
          from: Math.max(0, Math.min(time, t)),
          to: Math.min(tl.model.duration, Math.max(time, t)),
          lanes: lanesBetween(tl, begun, laneUnder(tl, ev)),
          lane: lanesAt(tl, begun)[0] ?? null,
        };
        tl.redraw();
      }
    },
    (ev, dragged) => {
      tl.dragging = false;
      clearTimeout(hold);
      if (tl.pinching) return;
      if (!dragged && ev.type === 'pointerup') click(tl, ev);
      else if (dragged && !moves && tl.range) tl.selectRange(tl.range.from, tl.range.to, tl.range.lanes, tl.range.lane);
    },
  );
}

// laneUnder is the layout index of the lane under the pointer, -1 if there is none.
/** @param {Timeline} tl */
function laneUnder(tl, e) {
  const y = e.clientY - tl.nodes.canvas.getBoundingClientRect().top - tl.layout.top;
  if (y < 0 || y >= tl.layout.viewport) return -1;
  const i = indexAt(tl.layout.lanes, y + tl.scrollTop);
  return i < tl.layout.lanes.length ? i : -1;
}

// lanesAt lists the lanes at a layout index: for a folded group, all of its lanes.
/** @param {Timeline} tl @param {number} i */
function lanesAt(tl, i) {
  const lane = tl.layout.lanes[i]?.lane;
  if (lane?.kind === 'group') return lane.folded ? lane.lanes : [];
  return lane ? [lane] : [];
}

// lanesBetween lists the lanes that a drag across several of them covers. A drag along one
// lane, or one that starts or ends elsewhere, selects time on all lanes: null.
/** @param {Timeline} tl @param {number} a @param {number} b */
function lanesBetween(tl, a, b) {
  if (a < 0 || b < 0 || a === b) return null;
  const out = [];
  for (let i = Math.min(a, b); i <= Math.max(a, b); i++) out.push(...lanesAt(tl, i));
  return out.length ? out : null;
}

/** @param {Timeline} tl */
function hitAt(tl, e) {
  const box = tl.nodes.canvas.getBoundingClientRect();
  return findHit(tl, e.clientX - box.left, e.clientY - box.top);
}

/** @param {Timeline} tl */
function click(tl, e) {
  const hit = hitAt(tl, e);
  if (hit?.click) hit.click();
  else if (hit?.kind === 'span') tl.select(hit.lane, hit.place);
  else if (hit?.kind === 'mark') tl.selectMark(hit);
  else if (hit?.kind === 'arrow') arrows.follow(tl, hit.arrow);
  else if (hit?.kind === 'band') tl.selectRange(hit.band.start, hit.band.end);
  else tl.clear();
}

const clickable = new Set(['span', 'mark', 'band', 'arrow']);

/** @param {Timeline} tl */
function hover(tl, e) {
  tl.lastShare = share(tl, e);
  if (tl.dragging) return;
  const hit = hitAt(tl, e);
  tl.nodes.canvas.style.cursor = hit?.click || clickable.has(hit?.kind) ? 'pointer' : 'crosshair';
  const node = details.tooltip(tl, hit);
  if (!node) return tl.hideTip();
  const { tip } = tl.nodes;
  tip.replaceChildren(node);
  tip.hidden = false;
  const w = tip.offsetWidth,
    h = tip.offsetHeight;
  tip.style.left = Math.max(4, e.clientX + 16 + w > innerWidth ? e.clientX - w - 12 : e.clientX + 16) + 'px';
  tip.style.top = Math.max(4, Math.min(e.clientY + 16, innerHeight - h - 6)) + 'px';
}

// pressMap handles clicks on the minimap and drags of its window.
/** @param {Timeline} tl */
function pressMap(tl, e) {
  const { map } = tl.nodes;
  const timeOf = (ev) => {
    const box = map.getBoundingClientRect();
    return ((ev.clientX - box.left) / box.width) * tl.extent;
  };
  const t0 = timeOf(e),
    view = { ...tl.view },
    span = view.to - view.from;
  const grabbed = span < tl.extent && t0 >= view.from && t0 <= view.to;
  drag(
    map,
    e,
    3,
    (ev) => {
      const t = timeOf(ev);
      if (grabbed) tl.setView(view.from + t - t0, view.to + t - t0);
      else tl.setView(Math.min(t, t0), Math.max(t, t0));
    },
    (_, dragged) => {
      if (!dragged && !grabbed) tl.setView(t0 - span / 2, t0 + span / 2);
    },
  );
}

export { listen };
