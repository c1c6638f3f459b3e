// keys.js: the keyboard.
import { byId } from '../base/dom.js';

const actions = {
  w: (tl) => tl.zoom(1 / 1.5, tl.lastShare),
  s: (tl) => tl.zoom(1.5, tl.lastShare),
  a: (tl) => tl.pan(-0.15),
  d: (tl) => tl.pan(0.15),
  0: (tl) => tl.reset(),
  r: (tl) => tl.undo?.visit(tl.undo.tl.opening),
  f: (tl) => tl.fitSelection(),
  ',': (tl) => tl.step(-1),
  '.': (tl) => tl.step(1),
  '<': (tl) => tl.stepGoroutine(-1),
  '>': (tl) => tl.stepGoroutine(1),
  c: (tl) => tl.toggleArrows('chain'),
  x: (tl) => tl.toggleArrows('all'),
  p: (tl) => onLane(tl, (lane) => tl.pin(lane)),
  h: (tl) => onLane(tl, (lane) => tl.hide(lane)),
  'shift+h': (tl) => tl.showHidden(),
  z: (tl) => tl.foldAll(),
  v: (tl) => tl.activeOnly(!tl.arranged.active),
  g: (tl) => (tl.arranged.group === 'state' ? tl.groupBy('none') : tl.groupBy('state', tl.timeHere())),
  u: (tl) => tl.undo?.back(),
  backspace: (tl) => tl.undo?.back(),
  'shift+u': (tl) => tl.undo?.forward(),
  'ctrl+z': (tl) => tl.undo?.back(),
  'ctrl+shift+z': (tl) => tl.undo?.forward(),
  'ctrl+y': (tl) => tl.undo?.forward(),
  n: (tl) => tl.nextMatch(1),
  'shift+n': (tl) => tl.nextMatch(-1),
  '/': (tl) => tl.nodes.find.focus(),
  '?': () => help(!byId('help').open),
  escape: (tl) => (byId('help').open ? help(false) : tl.clear()),
};

// onCanvas are the keys that move the selection while the lanes have the focus.
const onCanvas = {
  arrowleft: (tl) => tl.step(-1),
  arrowright: (tl) => tl.step(1),
  arrowup: (tl) => tl.stepLane(-1),
  arrowdown: (tl) => tl.stepLane(1),
  home: (tl) => tl.stepEnd(false),
  end: (tl) => tl.stepEnd(true),
  enter: (tl) => (tl.nodes.panel.hidden ? tl.step(0) : tl.nodes.panel.focus()),
  '[': (tl) => tl.markRange('from'),
  ']': (tl) => tl.markRange('to'),
};

/** @param {Timeline} tl @param {(lane: Lane) => void} act */
function onLane(tl, act) {
  const lane = tl.chosenLane();
  if (lane) act(lane);
}

// actionOf finds a key's action; a letter with Shift may have a different one.
/** @param {Timeline} tl */
function actionOf(e, tl) {
  const key = e.key.toLowerCase();
  if (e.ctrlKey || e.metaKey) return actions[(e.shiftKey ? 'ctrl+shift+' : 'ctrl+') + key];
  if (e.target === tl.nodes.canvas && onCanvas[key]) return onCanvas[key];
  return (e.shiftKey && actions['shift+' + key]) || actions[key];
}

/** @param {boolean} open */
function help(open) {
  const dialog = byId('help');
  if (open && !dialog.open) dialog.showModal();
  else if (!open && dialog.open) dialog.close();
}

// listen sends keys to the timeline that was last pointed at or focused, initially to
// the first.
/** @param {Timeline[]} timelines */
function listen(timelines) {
  let tl = timelines[0];
  for (const each of timelines) {
    for (const kind of ['pointerenter', 'focusin'])
      each.root.addEventListener(kind, () => {
        tl = each;
      });
  }
  addEventListener('keydown', (e) => {
    if (e.altKey) return;
    const target = /** @type {HTMLElement} */ (e.target);
    const typing = target.matches?.('input, select, textarea');
    if (typing && e.key !== 'Escape') return;
    const act = actionOf(e, tl);
    if (!act) return;
    e.preventDefault();
    if (typing) target.blur();
    act(tl);
  });
  byId('help').addEventListener('click', (e) => e.target === byId('help') && help(false));
  for (const b of document.querySelectorAll('.help-open')) b.addEventListener('click', () => help(true));
  byId('help-close').addEventListener('click', () => help(false));
}

export { listen };
